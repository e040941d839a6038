import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { dayShop, idFor, names } from './day-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await dayShop();
});
afterEach(() => shop.close());

const sheet = (lines: readonly (readonly string[])[]): string => {
  writeFileSync(join(shop.folder, 'back.csv'), lines.map((cells) => `${cells.join(',')}\n`).join(''));
  return 'back.csv';
};
const take = (...args: string[]) => shop.regulars('followup', 'import', ...args);

it('takes back the call sheet as it was written, filled in', async () => {
  await shop.regulars('followup', 'today', '--channel', 'phone', '--out', 'today.csv');
  const [head = '', ...rows] = readFileSync(join(shop.folder, 'today.csv'), 'utf8').trimEnd().split(/\r?\n/);
  const filled = rows.map((row) => (row.includes('Ann Archer') ? row.replace(/,,$/, 'wants,more of it,') : row));
  writeFileSync(join(shop.folder, 'today.csv'), [head, ...filled].join('\n'));
  const { status, stderr } = await take('today.csv');
  expect([status, stderr]).toEqual([
    0,
    expect.stringContaining('outcomes: 1 taken, 0 unchanged, 2 rows without one, 0 refused'),
  ]);
  expect(await names(shop, '--channel', 'phone')).toEqual(['Bo Baker', '陈静']);
});

it.each([['calls.csv'], ['calls.xlsx']])('takes back a list that was handed over by phone as %s', async (file) => {
  const handed = await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', file);
  expect(handed.stderr).toContain(`when it is filled in: regulars followup import ${file}`);
  const empty = await take(file);
  expect([empty.status, empty.stderr]).toEqual([
    0,
    expect.stringContaining('outcomes: 0 taken, 0 unchanged, 3 rows without one, 0 refused'),
  ]);
});

it('takes what was filled in on a list that was handed over, the day it is put off to as such', async () => {
  await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', 'calls.csv');
  const [head = '', ...rows] = readFileSync(join(shop.folder, 'calls.csv'), 'utf8').trimEnd().split(/\r?\n/);
  const said = ['wants,more of it,', 'snoozed,,2026-07-04', 'no_answer,,'];
  const filled = rows.map((row, index) => row.replace(/,,$/, said[index] ?? ''));
  writeFileSync(join(shop.folder, 'calls.csv'), [head, ...filled].join('\n'));
  const { status, stderr } = await take('calls.csv');
  expect([status, stderr]).toEqual([0, expect.stringContaining('outcomes: 3 taken, 0 unchanged')]);
  expect(await names(shop, '--channel', 'phone', '--as-of', '2026-07-04')).toHaveLength(2);
});

it('has packing lists that were handed over filled in too', async () => {
  await shop.regulars('followup', 'handover', '--channel', 'parcel', '--to', 'cards.csv');
  const { status, stderr } = await take('cards.csv');
  expect([status, stderr]).toEqual([0, expect.stringContaining('2 rows without one')]);
});

it('reads Chinese headers and words, and does what they mean; twice changes nothing', async () => {
  const [ann, bo, jing] = [await idFor(shop, 'Ann Archer'), await idFor(shop, 'Bo Baker'), await idFor(shop, '陈静')];
  const file = sheet([
    ['编号', '结果', '备注', '渠道', '推迟到'],
    [ann, '不再联系', '别再打了', '电话', ''],
    [bo, '投诉', '杯子碎了', '', ''],
    [jing, '推迟', '', '', '2026-07-10'],
  ]);
  const first = await take(file);
  expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('outcomes: 3 taken, 0 unchanged')]);
  const said = await shop.json<{ channel: string; status: string }[]>('consent', 'show', 'Ann Archer');
  expect(said).toContainEqual(expect.objectContaining({ channel: 'phone', status: 'refused' }));
  expect(await names(shop, '--as-of', '2026-07-10')).toContain('陈静');
  const before = await shop.dump();
  const second = await take(file);
  expect([second.status, second.stderr]).toEqual([0, expect.stringContaining('outcomes: 0 taken, 3 unchanged')]);
  expect(await shop.dump()).toBe(before);
});

it('refuses each bad row with line, column, value and what to do, and takes the good ones', async () => {
  const [ann, bo] = [await idFor(shop, 'Ann Archer'), await idFor(shop, 'Bo Baker')];
  const { status, stderr } = await take(
    sheet([
      ['id', 'outcome', 'note', 'channel', 'until_day'],
      ['zzzzzzzz', 'reached', '', '', ''],
      [ann, 'perhaps', '', '', ''],
      [bo, 'reached', '', 'pigeon', ''],
      ['', 'reached', '', '', ''],
      [ann, '', 'rang twice', '', ''],
      [ann, 'snoozed', '', '', ''],
      [ann, 'snoozed', '', '', '2026-07-01'],
      [ann, 'snoozed', '', '', 'soon'],
      [await idFor(shop, '陈静'), 'snoozed', '', '', '2027-07-03'],
      [await idFor(shop, 'Dan Dyer'), 'snoozed', '', '', '9999-12-31'],
      [ann, 'opted_out', '', 'parcel', ''],
      [bo, 'reached', '', '', ''],
      [bo, 'wants', '', '', ''],
      ['', '', '', '', ''],
    ]),
  );
  expect(status).toBe(3);
  const refused = stderr.split('\n').filter((line) => line.includes('back.csv:'));
  expect(refused.map((line) => line.replace(/^.*back\.csv:/, '').replace(/": .*/, '"'))).toEqual([
    '2: id "zzzzzzzz"',
    '3: outcome "perhaps"',
    '4: channel "pigeon"',
    '5: id ""',
    '6: outcome ""',
    '7: until_day ""',
    '8: until_day "2026-07-01"',
    '9: until_day "soon"',
    '10: until_day "2027-07-03"',
    '11: until_day "9999-12-31"',
    '12: channel "parcel"',
    `14: id "${bo}"`,
  ]);
  expect(refused[0]).toContain('copy it from followup today');
  expect(refused[9]).toContain('366 days at most');
  expect(stderr).toContain('outcomes: 1 taken, 0 unchanged, 0 rows without one, 12 refused');
  expect(await names(shop, '--channel', 'phone')).toEqual(['Ann Archer', '陈静']);
});

it.each([
  [['reached', 'opted_out']],
  [['opted_out', 'reached']],
  [['snoozed', 'complaint', 'opted_out', 'opted_out']],
  [['opted_out', 'complaint', 'snoozed']],
])('hears whoever objects, whatever else the file says of it: %j', async (outcomes) => {
  const ann = await idFor(shop, 'Ann Archer');
  const file = sheet([['id', 'outcome', 'until_day'], ...outcomes.map((outcome) => [ann, outcome, '2026-07-09'])]);
  expect((await take(file)).status).toBe(0);
  const said = await shop.json<{ channel: string; status: string }[]>('consent', 'show', 'Ann Archer');
  expect(said).toContainEqual(expect.objectContaining({ channel: 'phone', status: 'refused' }));
  const { notes } = await shop.json<{ notes: { kind: string }[] }>('customers', 'show', 'Ann Archer');
  expect(notes.map(({ kind }) => kind)).toEqual(outcomes.includes('complaint') ? ['complaint'] : []);
  const before = await shop.dump();
  await take(file);
  expect(await shop.dump()).toBe(before);
});

it('takes each channel that somebody opted out of', async () => {
  const ann = await idFor(shop, 'Ann Archer');
  const rows = ['phone', 'sms', 'phone'].map((channel) => [ann, 'opted_out', channel]);
  expect((await take(sheet([['id', 'outcome', 'channel'], ...rows]))).status).toBe(0);
  const said = await shop.json<{ channel: string; status: string }[]>('consent', 'show', 'Ann Archer');
  const refused = said.filter(({ status }) => status === 'refused').map(({ channel }) => channel);
  expect(new Set(refused)).toEqual(new Set(['phone', 'sms']));
});

it('goes by the columns that are told, and says which there have to be', async () => {
  const id = await idFor(shop, 'Ann Archer');
  const file = sheet([
    ['Nummer', 'Ergebnis'],
    [id, 'reached'],
  ]);
  const blind = await take(file);
  expect([blind.status, blind.stderr]).toEqual([1, expect.stringContaining('--map id=Header')]);
  const before = await shop.dump();
  const tried = await take(file, '--map', 'id=Nummer', '--map', 'outcome=Ergebnis', '-n');
  expect([tried.status, await shop.dump()]).toEqual([0, before]);
  await take(file, '--map', 'id=Nummer', '--map', 'outcome=Ergebnis');
  expect(await names(shop)).not.toContain('Ann Archer');
});

describe('the day of a row', () => {
  const called = async () => [
    ['id', 'day', 'outcome', 'until_day'],
    [await idFor(shop, 'Ann Archer'), '2026-07-01', 'no_answer', ''],
    [await idFor(shop, 'Bo Baker'), '2026-07-01', 'complaint', ''],
    [await idFor(shop, '陈静'), '2026-07-01', 'snoozed', '2026-07-04'],
  ];

  it('is the one it counts on, whenever it is imported', async () => {
    const file = sheet(await called());
    const { status, stderr } = await shop.on('2026-07-03', 'followup', 'import', file);
    expect([status, stderr]).toEqual([0, expect.stringContaining('comes up again on 2026-07-02')]);
    const days = "SELECT day, date(stated_at, 'unixepoch', '+8 hours') AS said FROM followup_outcomes";
    expect(await shop.json('query', days)).toEqual(
      Array.from({ length: 3 }, () => ({ day: '2026-07-01', said: '2026-07-01' })),
    );
    const made = "SELECT day, date(touched_at, 'unixepoch', '+8 hours') AS made FROM touches";
    expect(await shop.json('query', made)).toEqual([{ day: '2026-07-01', made: '2026-07-01' }]);
    expect((await shop.json<{ notes: { day: string }[] }>('customers', 'show', 'Bo Baker')).notes).toMatchObject([
      { day: '2026-07-01' },
    ]);
  });

  it('makes the same sheet change nothing on another day, whatever was said since', async () => {
    const rows = await called();
    const [, ann = '', , jing = ''] = rows.map(([id]) => id);
    const file = sheet(rows);
    await take(file);
    await shop.on('2026-07-02', 'followup', 'done', ann, '--outcome', 'no_answer');
    await shop.on('2026-07-02', 'followup', 'snooze', jing, '--until', '2026-07-06');
    const before = await shop.dump();
    const { status, stderr } = await shop.on('2026-07-05', 'followup', 'import', file);
    expect([status, stderr]).toEqual([0, expect.stringContaining('outcomes: 0 taken, 3 unchanged')]);
    expect(await shop.dump()).toBe(before);
  });

  it('is today where it has not come; what is none is told of, what puts off to a day that is over refused', async () => {
    const [head = [], ann = [], bo = [], jing = []] = await called();
    const rows = [head, ann.with(1, '2026-07-09'), bo.with(1, 'soon'), jing];
    const { status, stderr } = await shop.on('2026-07-04', 'followup', 'import', sheet(rows));
    expect(status).toBe(3);
    expect(stderr).toContain('comes up again on 2026-07-05');
    expect(stderr).toContain('back.csv:3: day "soon": this is not a day');
    expect(stderr).toContain('back.csv:4: until_day "2026-07-04": it can be put off only to a day after today');
  });
});

describe('an objection of which a cell cannot be read', () => {
  const refusedBy = async () =>
    (await shop.json<{ channel: string; status: string }[]>('consent', 'show', 'Ann Archer'))
      .filter(({ status }) => status === 'refused')
      .map(({ channel }) => channel);

  it.each([
    [
      '11/2/2026',
      /day "11\/2\/2026": which of the numbers is the month is not known \(--date-format\): the objection was heard/,
    ],
    ['soon', /day "soon": this is not a day: the objection was heard/],
  ])('is heard today where its day is %s, once', async (day, told) => {
    const [ann, bo] = [await idFor(shop, 'Ann Archer'), await idFor(shop, 'Bo Baker')];
    const file = sheet([
      ['id', 'day', 'outcome'],
      [ann, day, 'opted_out'],
      [bo, day, 'complaint'],
    ]);
    const { status, stderr } = await take(file);
    expect([status, stderr]).toEqual([0, expect.stringContaining('outcomes: 2 taken')]);
    for (const line of [2, 3]) expect(stderr).toMatch(new RegExp(`back\\.csv:${line}: ${told.source}`));
    expect(await refusedBy()).toEqual(['phone']);
    const { notes } = await shop.json<{ notes: object[] }>('customers', 'show', 'Bo Baker');
    expect(notes).toMatchObject([{ kind: 'complaint', day: '2026-07-01' }]);
    const before = await shop.dump();
    expect((await shop.on('2026-07-03', 'followup', 'import', file)).stderr).toContain('0 taken, 2 unchanged');
    expect(await shop.dump()).toBe(before);
  });

  it('is heard of the channel they were contacted by where its own is none', async () => {
    const ann = await idFor(shop, 'Ann Archer');
    await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', 'calls.csv');
    const file = sheet([
      ['id', 'outcome', 'channel'],
      [ann, 'opted_out', 'pigeon'],
      ['zzzzzzzz', 'opted_out', 'pigeon'],
    ]);
    const { status, stderr } = await take(file);
    expect([status, stderr]).toEqual([3, expect.stringContaining('outcomes: 1 taken')]);
    expect(stderr).toContain('back.csv:2: channel "pigeon": this is no channel: the objection was heard');
    expect(stderr).toContain('back.csv:3: id "zzzzzzzz": no follow-up has this id');
    expect(stderr).not.toContain('back.csv:3: channel');
    expect(await refusedBy()).toEqual(['phone']);
  });
});

it('names --date-format where that makes a day of it, and there alone', async () => {
  const [ann, bo] = [await idFor(shop, 'Ann Archer'), await idFor(shop, 'Bo Baker')];
  const file = sheet([
    ['id', 'day', 'outcome', 'until_day'],
    [ann, '6/30/2026', 'reached', ''],
    [bo, '', 'snoozed', '7/10/2026'],
    [await idFor(shop, '陈静'), 'soon', 'reached', ''],
  ]);
  const { status, stderr } = await take(file);
  const told = stderr.split('\n').filter((line) => line.includes('back.csv:'));
  expect([status, told]).toEqual([
    3,
    [
      expect.stringMatching(/2: day "6\/30\/2026": .*--date-format/),
      expect.stringMatching(/3: until_day "7\/10\/2026": .*--date-format/),
      expect.not.stringContaining('--date-format'),
    ],
  ]);
  expect((await take(file, '--date-format', 'mdy')).stderr).toContain('outcomes: 2 taken');
});
