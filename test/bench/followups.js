/** A plan of thirty days by ten plays, and its memory: the whole command, with its rows. */
import { spawnSync } from 'node:child_process';
import { measure, median } from './measure.js';
import { AS_OF } from './segment-world.js';

const SECONDS = 10;
const MEGABYTES = 500;
/** Beside the seven that are on from the beginning. */
const ON = ['usage_tip', 'review', 'parcel_gift'];

/** `program` and the archive `db` of segment-world.js. False where it is over a limit, or plans nobody. */
export async function followups(program, db, runs, tell) {
  for (const play of ON) {
    const { status, stderr } = spawnSync(program, ['play', 'on', play, '--as-of', AS_OF, '--db', db, '--yes']);
    if (status !== 0) throw new Error(String(stderr));
  }
  const made = [];
  for (let n = 0; n < runs; n++)
    made.push(await measure(program, 'followup', 'plan', '--days', '30', '--csv', '--as-of', AS_OF, '--db', db, '-q'));
  const rows = made[0].stdout.trim().split('\n').length - 1;
  const [seconds, megabytes] = ['seconds', 'megabytes'].map((what) => median(made.map((run) => run[what])));
  const fits = seconds <= SECONDS && megabytes <= MEGABYTES && rows > 0;
  tell(
    `${rows} follow-ups ${seconds.toFixed(1)} s and ${megabytes.toFixed(0)} MB, at most ${SECONDS} s and ${MEGABYTES} MB: ${fits ? 'within' : 'OVER'}\n`,
  );
  return fits;
}
