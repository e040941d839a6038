/** What was handed over and then put off or dropped: nobody was contacted by it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { dayShop, PLAYS, work } from './day-shop.ts';
import { linesOf } from './week.ts';

let shop: PlainShop;
let ids: ReadonlyMap<string, string>;
beforeEach(async () => {
  shop = await dayShop();
  // No service message, which would wait for no gap between calls.
  writeFileSync(join(shop.folder, 'plays.toml'), PLAYS.replace('"service"', '"care"'));
  await shop.regulars('play', 'apply', 'plays.toml', '--yes', '--as-of', '2026-06-01');
  await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', 'calls.csv');
  ids = new Map(linesOf(shop, 'calls.csv').map((line) => [line['name'] ?? '', line['id'] ?? '']));
  expect([...ids.keys()].toSorted()).toEqual(['Ann Archer', 'Bo Baker', '陈静']);
});
afterEach(() => shop.close());

const idOf = (name: string): string => ids.get(name) ?? '';
const contacts = async (): Promise<string[]> =>
  (await shop.json<{ name: string }[]>('touches', 'list')).map(({ name }) => name).toSorted();
const calls = async (day: string) => {
  const rows = await work(shop, '--channel', 'phone', '--as-of', day);
  return rows.map(({ name, last_contact_day: last }) => [name, last]);
};

it('comes up on its day, without a call that nobody made', async () => {
  await shop.regulars('followup', 'snooze', idOf('Ann Archer'), '--until', '2026-07-04');
  expect(await contacts()).toEqual(['Bo Baker', '陈静']);
  expect(await calls('2026-07-03')).toEqual([]);
  expect(await calls('2026-07-04')).toEqual([['Ann Archer', null]]);
  const before = await shop.dump();
  await shop.regulars('followup', 'snooze', idOf('Ann Archer'), '--until', '2026-07-04');
  expect(await shop.dump()).toBe(before);
});

it('is the same where the call sheet says so, however often', async () => {
  const said = new Map([
    ['Ann Archer', 'snoozed,,2026-07-04'],
    ['Bo Baker', 'skipped,,'],
    ['陈静', 'reached,,'],
  ]);
  const filled = readFileSync(join(shop.folder, 'calls.csv'), 'utf8')
    .split(/\r?\n/)
    .map((row) => row.replace(/,,$/, said.get([...said.keys()].find((name) => row.includes(name)) ?? '') ?? ''));
  writeFileSync(join(shop.folder, 'calls.csv'), filled.join('\n'));
  for (const counted of ['3 taken, 0 unchanged', '0 taken, 3 unchanged']) {
    expect((await shop.regulars('followup', 'import', 'calls.csv')).stderr).toContain(`outcomes: ${counted}`);
    expect(await contacts()).toEqual(['陈静']);
  }
  expect(await calls('2026-07-04')).toEqual([['Ann Archer', null]]);
});

it('may be handed over again on its day, and is a contact then', async () => {
  await shop.regulars('followup', 'snooze', idOf('Ann Archer'), '--until', '2026-07-04');
  await shop.on('2026-07-04', 'followup', 'handover', '--channel', 'phone', '--to', 'again.csv');
  expect(linesOf(shop, 'again.csv').map(({ id }) => id)).toEqual([idOf('Ann Archer')]);
  const { stdout } = await shop.on('2026-07-04', 'touches', 'list', 'Ann Archer', '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ day: '2026-07-04' }]);
});

it('is a contact where somebody objects to it after all, since they were spoken to', async () => {
  await shop.regulars('followup', 'skip', idOf('Bo Baker'));
  expect(await contacts()).toEqual(['Ann Archer', '陈静']);
  await shop.regulars('followup', 'done', idOf('Bo Baker'), '--outcome', 'complaint');
  expect(await contacts()).toEqual(['Ann Archer', 'Bo Baker', '陈静']);
});

it('is not among the contacted of the report, until it is contacted', async () => {
  await shop.regulars('followup', 'skip', idOf('Bo Baker'));
  await shop.regulars('followup', 'snooze', idOf('Ann Archer'), '--until', '2026-07-04');
  const report = async (day: string) =>
    JSON.parse((await shop.on(day, 'play', 'report', 'welcome_call', '--json')).stdout) as unknown;
  expect(await report('2026-07-02')).toMatchObject({
    outcomes: { handed_over: 1, skipped: 1, snoozed: 1 },
    contacted: { people: 0, waiting: 1 },
  });
  await shop.on('2026-07-04', 'followup', 'done', idOf('Ann Archer'), '--outcome', 'reached');
  // Days are counted from the call that was made.
  expect(await report('2026-08-01')).toMatchObject({ contacted: { people: 1, waiting: 1 } });
  expect(await report('2026-08-04')).toMatchObject({ contacted: { people: 2, waiting: 0 } });
});
