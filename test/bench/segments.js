/**
 * The questions of sellers to 200,000 customers with 1,000,000 orders: the program against the sqlite3 shell with
 * the SQL an analyst would write, whole processes in turns, both giving the customers as CSV. Of the program
 * its bare start is taken off: that of the shell is a few milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { measure, median } from './measure.js';
import { QUESTIONS } from './questions.js';
import { AS_OF } from './segment-world.js';

const TIMES = 2;
/** Of those on measures alone, over the program's bare start. */
const SECONDS = 0.5;

/** `program` and the archive `db` of segment-world.js. Tells each on a line; false where one is over its limit or gives other customers. */
export async function questions(program, db, runs, tell) {
  const only = process.env.QUESTIONS?.split(',');
  const start = median(await times(runs, () => measure(program, '--version')));
  let within = true;
  let slowest = { seconds: 0 };
  for (const question of QUESTIONS) {
    if (only && !only.includes(question.n)) continue;
    const ours = [];
    const theirs = [];
    let customers;
    for (let n = 0; n < runs; n++) {
      const asked = await ask(program, db, question.where);
      const reference = refer(db, question.n);
      ours.push(asked.seconds);
      theirs.push(reference.seconds);
      customers = asked.stdout.trim().split('\n').slice(1).map(Number);
      // Of nobody the same is true of any condition.
      const same = isSame(customers, reference.customers) && customers.length > 0;
      if (!same)
        tell(
          `${question.n}  other customers, or none: ${customers.length} here, ${reference.customers.length} there\n`,
        );
      within &&= same;
    }
    const [seconds, reference] = [median(ours) - start, median(theirs)];
    // Of those on measures alone there is little to go through on either side.
    const fits = question.measures ? seconds <= SECONDS : seconds <= TIMES * reference;
    within &&= fits;
    if (seconds > slowest.seconds) slowest = { seconds, question };
    const limit = question.measures ? `at most ${SECONDS} s` : `at most ${TIMES}`;
    tell(
      `${question.n} ${String(customers.length).padStart(6)} customers ${seconds.toFixed(2)} s over --version, SQL ${reference.toFixed(2)} s: ${(seconds / reference).toFixed(2)} times it, ${limit}: ${fits ? 'within' : 'OVER'}\n`,
    );
  }
  tell(`slowest: ${slowest.question.n}, ${slowest.seconds.toFixed(2)} s: ${slowest.question.where}\n`);
  for (const step of plan(db, slowest.question.where)) tell(`         ${step}\n`);
  return within;
}

/** How SQLite goes about it. */
function plan(db, where) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [new URL('plan.js', import.meta.url).pathname, db, where],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}

const ask = (program, db, where) =>
  measure(
    program,
    'segment',
    'members',
    '--where',
    where,
    '--columns',
    'customer_id',
    '--csv',
    '--as-of',
    AS_OF,
    '--db',
    db,
    '-q',
  );

async function times(runs, work) {
  const found = [];
  for (let n = 0; n < runs; n++) found.push((await work()).seconds);
  return found;
}

function refer(db, n) {
  const sql = readFileSync(new URL(`questions/${n}.sql`, import.meta.url), 'utf8');
  const started = performance.now();
  const { stdout, stderr, status, error } = spawnSync('sqlite3', ['-readonly', '-csv', db], {
    input: sql,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error?.code === 'ENOENT') throw new Error('there is no sqlite3 shell to compare with');
  if (error || status !== 0) throw new Error(`the sqlite3 shell, question ${n}: ${error ?? stderr}`);
  return { seconds, customers: stdout.trim().split('\n').filter(Boolean).map(Number) };
}

function isSame(some, others) {
  const sorted = others.toSorted((a, b) => a - b);
  return some.length === sorted.length && some.every((customer, index) => customer === sorted[index]);
}
