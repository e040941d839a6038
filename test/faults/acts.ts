/** Everything that writes, each as a command line in a folder that is ready for it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../helpers/run.ts';
import { csv } from '../helpers/seller.ts';
import { copyOf, type Fault, filesIn, outputsOf, remove, runWith, unstamped } from './fault.ts';

export interface Act {
  readonly name: string;
  /** What was done before, each a command line. */
  readonly after: readonly (readonly string[])[];
  readonly args: readonly string[];
  /** What the program is to find, beside its archive. */
  readonly files?: readonly string[];
  readonly fault?: Fault;
  /** Of its fail points, those that other acts do not pass as well. */
  readonly only?: RegExp;
}

/** What the archive and each of the act's files hold. */
type State = readonly string[];

/** An act with the folder it begins in, and what is there before and after it goes undisturbed. */
export interface Staged extends Act {
  readonly folder: string;
  readonly before: State;
  readonly done: State;
  /** What may be there in between: an archive that has gone through some of its migrations. */
  readonly between: readonly State[];
  /** The files that are there when it is done. */
  readonly left: readonly string[];
  /** The fail points it passes, in order. */
  readonly points: readonly string[];
  readonly seconds: number;
  /** The exit code it ends with where nothing goes wrong. */
  readonly status: number | null;
}

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'item', 'order_total', 'note'];

/** Orders of people of whom some share a phone or an e-mail with one another. */
function orders(count: number, from = 0, status = 'paid', note = ''): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const at = from + index;
    const person = (at * 7) % 40;
    const day = `2026-0${1 + (at % 6)}-1${at % 10} 10:00:00`;
    const phone = person % 3 === 0 ? `1390000${String(1000 + (person % 12))}` : '';
    return [`A-${at}`, day, status, `Buyer ${person}`, `b${person}@example.com`, phone, 'Green tea', '12.50', note];
  });
  return csv([HEADER, ...rows]);
}

const FIRST = [
  'ingest',
  'first.csv',
  '--shop',
  'Hillside',
  '--timezone',
  'Asia/Shanghai',
  '--currency',
  'CNY',
  '--country',
  'CN',
];
const LATER = ['ingest', 'later.csv', '--shop', 'Hillside'];
const LIST = [
  'export',
  'contacts',
  '--where',
  'number_of_orders >= 1',
  '--channel',
  'email',
  '--kind',
  'service',
  '--as-of',
  '2026-07-01T10:00',
];
const TAG = ['tag', 'add', 'vip', '--where', 'number_of_orders >= 2', '--as-of', '2026-07-01T10:00'];

const PLAYS = `[[play]]
name = "news"
trigger = { on = "order" }
kind = "service"
channels = ["email"]
expires_after_days = 90
backfill = true
messages = [{ subject = "Your order", text = "Thank you for {{ order_number }}" }]
`;

/** What archives may need one day: tables anew, filled from the old ones, in two steps. */
const MIGRATIONS = [
  `CREATE TABLE gifts (record_id INTEGER NOT NULL REFERENCES records, gift TEXT NOT NULL) STRICT;
   INSERT INTO gifts SELECT record_id, 'a card' FROM records;
   CREATE INDEX gifts_by_record ON gifts (record_id);`,
  `ALTER TABLE gifts ADD COLUMN given TEXT;
   UPDATE gifts SET given = '2026-01-01';`,
];

/** The first of them tell the most. */
export const ACTS: readonly Act[] = [
  { name: 'first ingest', after: [], args: FIRST, fault: { oneByOne: true } },
  { name: 'later ingest', after: [FIRST], args: LATER },
  // Only the built program has a thread.
  { name: 'ingest in a thread', after: [FIRST], args: ['ingest', 'large.csv', '--shop', 'Hillside'], fault: {} },
  {
    name: 'migration',
    after: [FIRST],
    // It has nothing to do but to open the archive for writing.
    args: ['tag', 'add', 'vip', '--where', 'number_of_orders > 9999'],
    fault: { oneByOne: true, migrations: MIGRATIONS },
  },
  {
    name: 'backup',
    after: [FIRST, ['backup', 'copy.db'], LATER],
    args: ['backup', 'copy.db', '--force'],
    files: ['copy.db'],
  },
  {
    name: 'export',
    after: [FIRST, [...LIST, '--out', 'list.csv'], LATER],
    args: [...LIST, '--out', 'list.csv', '--force'],
    files: ['list.csv'],
  },
  {
    name: 'known export in a thread',
    after: [['ingest', 'known.csv', ...FIRST.slice(2)]],
    args: ['ingest', 'half.csv', '--shop', 'Hillside'],
    fault: {},
    // What is known is answered while what has changed waits to be stored.
    only: /^(message|sql INSERT OR ROLLBACK INTO (sightings|order_versions) )/,
  },
  {
    name: 'restore',
    // What was said since the copy comes along.
    after: [FIRST, ['backup', 'copy.db'], LATER, ['suppress', 'add', 'b1@example.com']],
    args: ['restore', 'copy.db', '--yes'],
  },
  { name: 'rebuild', after: [FIRST, LATER], args: ['rebuild'] },
  { name: 'ingest of a pipe', after: [FIRST], args: ['ingest', 'later.csv.gz', '--shop', 'Hillside'] },
  { name: 'undo', after: [FIRST, LATER], args: ['imports', 'undo', '2', '--yes'] },
  { name: 'shop edit', after: [FIRST], args: ['shops', 'edit', 'Hillside', '--timezone', 'Europe/Berlin'] },
  { name: 'tag', after: [FIRST], args: TAG },
  {
    name: 'hand-over',
    after: [FIRST, ['play', 'apply', 'plays.toml', '--yes']],
    args: ['followup', 'handover', '--channel', 'email', '--to', 'due.csv', '--as-of', '2026-07-01T10:00'],
    files: ['due.csv'],
  },
];

/** The archive and whatever else the act makes. */
export const stateOf = (act: Act, folder: string): State => outputsOf(folder, ['archive.db', ...(act.files ?? [])]);

export async function stage(act: Act): Promise<Staged> {
  const folder = copyOf(undefined);
  writeFileSync(join(folder, 'first.csv'), orders(60));
  const later = orders(20, 0, 'refunded') + orders(40, 40).replace(/^.*\n/, '') + 'A-999,never,paid,,,,,1,\n';
  writeFileSync(join(folder, 'later.csv'), later);
  writeFileSync(join(folder, 'plays.toml'), PLAYS);
  writeFileSync(join(folder, 'later.csv.gz'), gzipSync(later));
  // Large enough for a thread of its own, in a few batches.
  writeFileSync(join(folder, 'large.csv'), orders(500, 30, 'paid', 'tea '.repeat(2200)));
  // Enough for many offers and batches at a time.
  if (act.args.includes('half.csv')) {
    const known = orders(6000, 0, 'paid', 'tea '.repeat(200));
    writeFileSync(join(folder, 'known.csv'), known);
    writeFileSync(join(folder, 'half.csv'), known.replace(/^(A-\d*[02468],[^,]*),paid,/gm, '$1,refunded,'));
  }
  for (const args of act.after) await undisturbed(folder, args, act.fault && {});
  const whole = copyOf(folder);
  const record = join(whole, 'points');
  const { seconds, status } = await undisturbed(whole, act.args, { ...act.fault, record });
  const points = readFileSync(record, 'utf8')
    .trim()
    .split('\n')
    .filter((point) => act.only?.test(point) ?? true);
  rmSync(record);
  const [before, done, left] = [stateOf(act, folder), stateOf(act, whole), filesIn(whole).map(unstamped)];
  remove(whole);
  const between = await Promise.all(
    (act.fault?.migrations ?? []).slice(1).map((_, index) => halfway(act, folder, index + 1)),
  );
  return { ...act, folder, before, done, left, between, points, seconds, status };
}

async function halfway(act: Act, folder: string, steps: number): Promise<State> {
  const half = copyOf(folder);
  await undisturbed(half, act.args, { migrations: act.fault?.migrations?.slice(0, steps) ?? [] });
  const state = stateOf(act, half);
  remove(half);
  return state;
}

/** What must go well: in this process, which is quicker, where nothing is planted. */
export async function undisturbed(folder: string, args: readonly string[], fault?: Fault) {
  const ended = fault
    ? await runWith(fault, folder, args)
    : { ...(await run(['--db', 'archive.db', ...args], { cwd: folder })), seconds: 0 };
  // Some rows of the later file are refused.
  if (ended.status !== 0 && ended.status !== 3) throw new Error(`${args.join(' ')}: ${ended.status}: ${ended.stderr}`);
  return ended;
}
