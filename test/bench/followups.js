/** A plan of thirty days by ten plays, and its memory: the whole command, with its rows. What a day asks beside it, without a limit. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
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
  for (const asked of dayOf(dirname(db))) {
    const { seconds, megabytes } = await measure(program, 'followup', ...asked, '--as-of', AS_OF, '--db', db, '-q');
    tell(`${asked[0].padEnd(18)} ${seconds.toFixed(1)} s and ${megabytes.toFixed(0)} MB\n`);
  }
  return fits;
}

const dayOf = (folder) => [
  ['today', '--csv'],
  ['why', '42'],
  ['handover', '--channel', 'sms', '--to', join(folder, 'sms.csv'), '-n'],
  ['calendar', '--days', '30', '-n'],
];
