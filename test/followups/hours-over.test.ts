/** Late on a day: whom nobody may contact any more is handed over for the next, and nobody else in their place. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';
import { HAND, linesOf, named, weekShop } from './week.ts';

let shop: PlainShop;
afterEach(() => shop.close());

/** By the clock, `time` of UTC on 1 July unless another day is said: in the shop it is eight hours later. */
const clock = (time: string, ...args: string[]) =>
  run(['--db', shop.db, ...args], { cwd: shop.folder, now: time.includes('T') ? time : `2026-07-01T${time}:00Z` });
const today = async (time: string, ...args: string[]) =>
  (JSON.parse((await clock(time, 'followup', 'today', ...args, '--json')).stdout) as { name: string }[]).map(
    ({ name }) => name,
  );
const isGiven = (name: string) => existsSync(join(shop.folder, name));

/** Each by one channel, within the hours that hold for them all. */
const by = (channel: string) => {
  const subject = channel === 'email' ? '\nsubject = "Tea"\ntext =' : '\ntext =';
  return named('week', '').replace('["sms"]', `["${channel}"]`).replaceAll('\ntext =', subject);
};

it.each(['sms', 'email', 'phone', 'wechat'])(
  'a message by %s is handed over until its hours end, then for tomorrow, once',
  async (channel) => {
    shop = await weekShop(['Ann Archer'], by(channel), undefined, { email: 'ann@example.com' });
    const hand = HAND.map((word) => (word === 'sms' ? channel : word));
    expect(await today('11:59')).toEqual(['Ann Archer']);
    expect(await today('12:00')).toEqual([]);
    const { stderr } = await clock('15:30', ...hand, 'late.csv');
    expect(stderr).toContain('1 of them for 2026-07-02: the hours of today are over for them');
    expect(linesOf(shop, 'late.csv')).toMatchObject([
      { day: '2026-07-02', not_before: '2026-07-02T01:00:00Z', not_after: '2026-07-02T12:00:00Z' },
    ]);
    for (const time of ['15:45', '2026-07-02T00:30:00Z', '2026-07-02T15:30:00Z'])
      expect(await clock(time, ...hand, 'more.csv'), time).toEqual({ status: 0, stdout: '', stderr: '' });
    const contacts = await clock('2026-07-02T00:30:00Z', 'touches', 'list', 'Ann Archer', '--json');
    expect(JSON.parse(contacts.stdout)).toMatchObject([{ day: '2026-07-02', play: 'week' }]);
  },
);

const names = (file: string) => (isGiven(file) ? linesOf(shop, file).map(({ name }) => name ?? '') : []);

it('evening after evening as many come as the shop does on the day after', async () => {
  shop = await weekShop(['Ann Archer', 'Ben Baker', 'Cal Cole'], `[policy.channels.sms]\ncapacity = 1\n${by('sms')}`);
  const evenings: string[][] = [];
  for (const day of ['01', '02', '03', '04']) {
    for (const time of ['14:00', '15:30']) await clock(`2026-07-${day}T${time}:00Z`, ...HAND, `${day}-${time}.csv`);
    evenings.push(names(`${day}-14:00.csv`));
    expect(names(`${day}-15:30.csv`)).toEqual([]);
  }
  expect(evenings.map((all) => all.length)).toEqual([1, 1, 1, 0]);
  expect(evenings.flat().toSorted()).toEqual(['Ann Archer', 'Ben Baker', 'Cal Cole']);
});

it('what comes for tomorrow leaves no room for another then', async () => {
  shop = await weekShop(['Ann Archer'], [by('sms'), by('sms').replace('"week"', '"second"')].join('\n'));
  const given: unknown[][] = [];
  for (const time of ['2026-07-01T15:30', '2026-07-02T02:00', '2026-07-02T15:30', '2026-07-03T15:30']) {
    await clock(`${time}:00Z`, ...HAND, `${time}.csv`);
    given.push(isGiven(`${time}.csv`) ? linesOf(shop, `${time}.csv`).map(({ day }) => day) : []);
  }
  expect(given).toEqual([['2026-07-02'], [], ['2026-07-03'], []]);
});

it('what is due tomorrow comes tonight, to be there on its day', async () => {
  shop = await weekShop(['Ann Archer']);
  await clock('2026-06-30T15:30:00Z', ...HAND, 'eve.csv');
  expect(linesOf(shop, 'eve.csv')).toMatchObject([{ day: '2026-07-01' }]);
});

it('what is put to an order keeps no hours', async () => {
  shop = await weekShop(['Ann Archer'], by('parcel'), undefined, { status: 'paid' });
  expect(await today('15:30')).toEqual(['Ann Archer']);
});

it.each([
  ['2026-07-01T20:00', '2026-07-02'],
  ['2026-07-01T12:00Z', '2026-07-02'],
  ['2026-07-01T19:59', '2026-07-01'],
  ['2026-07-01', '2026-07-01'],
])('the moment asked for counts as the clock does, and a day alone is whole: %s', async (moment, day) => {
  shop = await weekShop(['Ann Archer']);
  await clock('15:59', ...HAND, 'sms.csv', '--as-of', moment);
  expect(linesOf(shop, 'sms.csv')).toMatchObject([{ day }]);
});

it('is told, with the day on which they come', async () => {
  shop = await weekShop(['Ann Archer']);
  expect((await clock('15:30', 'followup', 'today')).stderr).toContain('the hours of that day were over');
  const why = await clock('15:30', 'followup', 'why', 'Ann Archer');
  expect(why.stdout).toContain('moved to 2026-07-02: the hours of that day were over');
  expect((await clock('15:30', 'followup', 'plan', '--csv')).stdout).toContain('2026-07-02');
  const zh = await clock('15:30', 'followup', 'why', 'Ann Archer', '--lang', 'zh', '--format', 'table');
  expect(zh.stdout.replace(/\s/g, '')).toContain('当天可联系的时段已过');
});

it('on the last day there is nothing left but to say so', async () => {
  shop = await weekShop(['Ann Archer']);
  const { stderr } = await clock('2026-07-11T15:30:00Z', 'followup', 'today');
  expect(stderr).toContain('the hours of that day were over');
  expect((await clock('2026-07-12T02:00:00Z', ...HAND, 'gone.csv')).stderr).toBe('');
  expect(isGiven('gone.csv')).toBe(false);
});

/** In the east of the United States, where the day begins when Ann's hours end. */
async function withWill(policy: string): Promise<void> {
  shop = await weekShop(['Ann Archer'], `${policy}\n${by('sms').replace('"promotion"', '"service"')}`);
  const rows = [
    'order_id,order_date,customer_name,phone,item,order_total,country,province',
    '7001,2026-06-24 10:00,Will West,+12125550143,Green tea,20,United States,NY',
  ];
  writeFileSync(join(shop.folder, 'west.csv'), `${rows.join('\n')}\n`);
  const settings = ['--timezone', 'America/New_York', '--currency', 'USD', '--country', 'US'];
  const { status, stderr } = await shop.regulars('ingest', 'west.csv', '--shop', 'West', ...settings);
  expect(status, stderr).toBe(0);
}

it('goes on with whoever still has time that day, and tells the day of the others', async () => {
  await withWill('');
  expect((await today('02:00')).toSorted()).toEqual(['Ann Archer', 'Will West']);
  await clock('14:00', ...HAND, 'late.csv');
  const lines = linesOf(shop, 'late.csv').map(({ name, day }) => `${name} ${day}`);
  expect(lines.toSorted()).toEqual(['Ann Archer 2026-07-02', 'Will West 2026-07-01']);
});

it('gives nobody else the place of whoever had it', async () => {
  await withWill('[policy.channels.sms]\ncapacity = 1');
  expect(await today('02:00')).toEqual(['Ann Archer']);
  expect(await today('14:00')).toEqual([]);
  expect(await today('2026-07-02T02:00:00Z')).toEqual(['Ann Archer']);
});
