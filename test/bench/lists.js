/**
 * A list of 100,000 contacts: the program against the plain SQL read of the same columns, written as CSV by the sqlite3
 * shell, whole processes in turns; of the program its bare start is taken off.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { measure, median } from './measure.js';
import { AS_OF } from './segment-world.js';

const TIMES = 2;
const PEOPLE = 100_000;
const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 3', '--channel', 'phone', '--kind', 'care'];

/** `program` and the archive `db` of segment-world.js. False where it is over its limit, or has other people than it should. */
export async function lists(program, db, runs, tell) {
  const sql = readFileSync(new URL('lists.sql', import.meta.url), 'utf8');
  // What is kept of the measures is there for both.
  await measure(program, 'segment', 'members', 'vip', '--as-of', AS_OF, '--db', db, '-q');
  const [starts, ours, theirs] = [[], [], []];
  let rows = 0;
  for (let n = 0; n < runs; n++) {
    starts.push((await measure(program, '--version')).seconds);
    const made = await measure(
      program,
      ...LIST,
      '--limit',
      String(PEOPLE),
      '--csv',
      '--as-of',
      AS_OF,
      '--db',
      db,
      '-q',
    );
    ours.push(made.seconds);
    rows = made.stdout.trim().split('\n').length - 1;
    const from = performance.now();
    const { status, stderr } = spawnSync('sqlite3', ['-readonly', '-csv', '-header', db], {
      input: sql,
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(String(stderr));
    theirs.push((performance.now() - from) / 1000);
  }
  const [seconds, reference] = [median(ours) - median(starts), median(theirs)];
  const fits = seconds <= TIMES * reference && rows > 0 && rows <= PEOPLE;
  tell(
    `${rows} contacts ${seconds.toFixed(2)} s over --version, SQL ${reference.toFixed(2)} s: ${(seconds / reference).toFixed(2)} times it, at most ${TIMES}: ${fits ? 'within' : 'OVER'}\n`,
  );
  return fits;
}
