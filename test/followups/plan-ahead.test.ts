/** A plan of which another thread reads ahead: nothing comes out differently, and nothing is read for nobody. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { askedLate } from '../../src/followups/plan-ahead.ts';
import { planFor, type Planner } from '../../src/followups/planner.ts';
import { policySchema } from '../../src/followups/policy.ts';
import { gather } from '../../src/measures/gather.ts';
import type { Query } from '../../src/store/ahead/messages.ts';
import type * as Ahead from '../../src/store/ahead/reading-ahead.ts';
import { openArchive } from '../../src/store/open.ts';
import { KEY } from '../helpers/key.ts';
import { plainShop } from '../helpers/plain-shop.ts';
import { spawnRegulars } from '../helpers/run.ts';
import { type PersonSpec, world } from '../helpers/world.ts';
import { play } from './planning.ts';

// A thread is begun from what is compiled.
const compiled = new URL('../../dist/store/ahead/reading-ahead.js', import.meta.url).href;
const { ReadingAhead } = (await import(compiled)) as typeof Ahead;

const buyers = Array.from({ length: 8 }, (_, at): PersonSpec => {
  const orders = ['2026-04-02', '2026-05-02', '2026-06-01'].map((day) => ({ day, lines: [{ title: '龙井' }] }));
  return { name: `买家${at}`, phone: `+861391234560${at}`, orders };
});
const newcomer: PersonSpec = { name: '新客', phone: '+8613912345609', orders: [{ day: '2026-06-30' }] };
const PLAYS = [
  { name: 'call', kind: 'service', channels: ['phone'], expires_after_days: 10 },
  { name: 'refill', kind: 'promotion', channels: ['sms'], trigger: { on: 'replenishment' }, expires_after_days: 20 },
];
const RANGE = { from: '2026-07-01', to: '2026-07-30' };

it.each([
  ['of every play', PLAYS],
  ['without one that goes by products', PLAYS.slice(0, 1)],
])('%s', async (_, plays) => {
  const { archive: written, close } = await world([...buyers, newcomer]);
  const agreed = written.db.prepare(
    "INSERT INTO consents (record_id, channel, status, source, stated_at) VALUES (?, 'sms', 'granted', 'hand', 0)",
  );
  for (let record = 1; record < buyers.length; record++) agreed.run(record);
  const found = await openArchive(written.path, { mode: 'read', wait: 0, dryRun: false, key: KEY });
  if ('problem' in found || !found.archive.opened) throw new Error('not opened');
  const { archive } = found;
  const ahead = await ReadingAhead.of(archive.path, found.archive.opened);
  const planner: Planner = {
    archive,
    population: gather(archive, RANGE.from),
    plays: plays.map((own) => play(own)),
    policy: policySchema.parse({}),
  };
  const asked = askedLate(planner);
  ahead.ask(asked);
  const given: Query[] = [];
  const watched = {
    take(query: Query) {
      const columns = ahead.take(query);
      if (columns) given.push(query);
      return columns;
    },
    close: () => ahead.close(),
  };
  const made = planFor({ ...planner, archive: { ...archive, ahead: watched } }, RANGE);
  expect(made).toEqual(planFor(planner, RANGE));
  expect(new Set(made.planned.map((planned) => planned.play.name))).toEqual(new Set(plays.map(({ name }) => name)));
  expect(given).toEqual(asked);
  archive.close();
  close();
});

it('is made with a thread by the program itself where the archive is large, and without where it is small', async () => {
  const shop = await plainShop([
    { customer_name: 'Ann', phone: '13912345601', order_date: '2026-06-29 10:00', accepts_marketing: 'yes' },
  ]);
  const plan = () =>
    spawnRegulars(['followup', 'plan', '--days', '30', '--json', '--as-of', '2026-07-01', '--db', shop.db], {
      env: { NODE_DEBUG: 'worker' },
    });
  const small = await plan();
  const db = new Database(shop.db);
  db.exec(`CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob(${2 ** 26})); DROP TABLE filler`);
  db.close();
  const large = await plan();
  expect(JSON.parse(large.stdout)).toEqual(JSON.parse(small.stdout));
  expect(JSON.parse(large.stdout)).not.toEqual([]);
  expect(small.stderr).not.toContain('worker script');
  expect(large.stderr).toMatch(/starts worker script .*ahead-thread/);
  expect(large.stderr).not.toContain('uncaught');
  shop.close();
});
