/** Late on a day: whom nobody may contact any more comes on the next, and nobody else in their place. */
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
  'a message by %s is handed over until its hours end, then tomorrow',
  async (channel) => {
    shop = await weekShop(['Ann Archer'], by(channel), undefined, { email: 'ann@example.com' });
    const hand = HAND.map((word) => (word === 'sms' ? channel : word));
    expect(await today('11:59')).toEqual(['Ann Archer']);
    expect(await today('12:00')).toEqual([]);
    expect(await clock('15:30', ...hand, 'late.csv')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(isGiven('late.csv')).toBe(false);
    await clock('2026-07-02T00:30:00Z', ...hand, 'next.csv');
    expect(linesOf(shop, 'next.csv')).toMatchObject([{ day: '2026-07-02', not_after: '2026-07-02T12:00:00Z' }]);
  },
);

it('what is put to an order keeps no hours', async () => {
  shop = await weekShop(['Ann Archer'], by('parcel'), undefined, { status: 'paid' });
  expect(await today('15:30')).toEqual(['Ann Archer']);
});

it('the moment asked for counts as the clock does, and a day alone is whole', async () => {
  shop = await weekShop(['Ann Archer']);
  const as = (moment: string, name: string) => clock('15:59', ...HAND, name, '--as-of', moment);
  await as('2026-07-01T20:00', 'over.csv');
  await as('2026-07-01T12:00Z', 'there.csv');
  expect([isGiven('over.csv'), isGiven('there.csv')]).toEqual([false, false]);
  await as('2026-07-01', 'day.csv');
  expect(linesOf(shop, 'day.csv')).toHaveLength(1);
});

it('is told, with the day on which they come', async () => {
  shop = await weekShop(['Ann Archer']);
  expect((await clock('15:30', 'followup', 'today')).stderr).toContain('nobody may be contacted there that day');
  const why = await clock('15:30', 'followup', 'why', 'Ann Archer');
  expect(why.stdout).toContain('moved to 2026-07-02: the hours of that day were over');
  expect((await clock('15:30', 'followup', 'plan', '--csv')).stdout).toContain('2026-07-02');
  const zh = await clock('15:30', 'followup', 'why', 'Ann Archer', '--lang', 'zh', '--format', 'table');
  expect(zh.stdout.replace(/\s/g, '')).toContain('当天可联系的时段已过');
});

it('on the last day there is nothing left but to say so', async () => {
  shop = await weekShop(['Ann Archer']);
  const { stderr } = await clock('2026-07-11T15:30:00Z', 'followup', 'today');
  expect(stderr).toContain('nobody may be contacted there that day');
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

it('goes on with whoever still has time that day', async () => {
  await withWill('');
  expect((await today('02:00')).toSorted()).toEqual(['Ann Archer', 'Will West']);
  await clock('14:00', ...HAND, 'late.csv');
  expect(linesOf(shop, 'late.csv').map((line) => line['name'])).toEqual(['Will West']);
});

it('gives nobody else the place of whoever had it', async () => {
  await withWill('[policy.channels.sms]\ncapacity = 1');
  expect(await today('02:00')).toEqual(['Ann Archer']);
  expect(await today('14:00')).toEqual([]);
  expect(await today('2026-07-02T02:00:00Z')).toEqual(['Ann Archer']);
});
