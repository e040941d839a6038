/** Between which instants somebody is contacted: policy, channel and provider, each only narrowing what the others leave. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { HAND, named, weekShop } from './week.ts';

let shop: PlainShop;
afterEach(() => shop.close());

const SEINE = `order_id,order_date,customer_name,email,phone,item,order_total,accepts_marketing
7001,2026-06-24 10:00,Luc Leroy,luc@example.com,+33612345678,Green tea,20,yes
`;

interface Row {
  readonly name: string;
  readonly day: string;
  readonly not_before: string;
  readonly not_after: string;
}

const CALL = named('week', '').replace('["sms"]', '["phone"]');

/** In a country where text messages are written until ten, by its clock. */
async function hours(policy: string, play = named('week', '')): Promise<string[]> {
  shop = await weekShop(['Ann Archer'], `${policy}\n${play}`);
  writeFileSync(join(shop.folder, 'seine.csv'), SEINE);
  const settings = ['--timezone', 'Europe/Paris', '--currency', 'EUR', '--country', 'FR'];
  await shop.regulars('ingest', 'seine.csv', '--shop', 'Seine', ...settings);
  const rows = (await shop.json<Row[]>('followup', 'plan')).filter(({ name }) => name === 'Luc Leroy');
  const clock = (instant: string) =>
    new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  return rows.map((row) => `${row.day} ${clock(row.not_before)}-${clock(row.not_after)}`);
}

const WIDE = '[policy]\nhours = { from = "06:00", to = "23:00" }';
const by = (provider: string) => `${WIDE}\n[policy.sms]\nprovider = "${provider}"`;
const kind = (name: string) => named('week', '').replace('"promotion"', `"${name}"`);
const channel = (name: string) =>
  named('week', '').replace('["sms"]', `["${name}"]`).replaceAll('\ntext =', '\nsubject = "Tea"\ntext =');

describe('a provider', () => {
  it.each([
    ['qiniu', kind('promotion'), '08:00-20:00'],
    ['qiniu', kind('care'), '08:00-20:00'],
    ['us', kind('promotion'), '08:00-21:00'],
    // Nothing is written of their hours; those of the place remain.
    ['aliyun', kind('promotion'), '08:00-22:00'],
    // What is about an order they take at any hour.
    ['qiniu', kind('service'), '08:00-22:00'],
    ['qiniu', channel('email'), '06:00-23:00'],
  ])('%s takes messages within its hours', async (provider, play, window) => {
    expect(await hours(by(provider), play)).toEqual([`2026-07-01 ${window}`]);
  });

  it('widens nothing', async () => {
    expect(await hours('[policy.sms]\nprovider = "us"')).toEqual(['2026-07-01 09:00-20:00']);
  });
});

describe('a channel', () => {
  it('has hours of its own within those of all', async () => {
    const own = '[policy.channels.sms]\nhours = { from = "08:00", to = "12:00" }';
    expect(await hours(own)).toEqual(['2026-07-01 09:00-12:00']);
    shop.close();
    expect(await hours(`${by('qiniu')}\n${own.replace('08:00', '07:00')}`)).toEqual(['2026-07-01 08:00-12:00']);
  });
});

describe('a call', () => {
  it('is not made in the pause of the day: the longer of its hours is all there is', async () => {
    expect(await hours(WIDE, CALL)).toEqual(['2026-07-01 14:00-20:00']);
    shop.close();
    expect(await hours('[policy]\nhours = { from = "09:00", to = "14:30" }', CALL)).toEqual(['2026-07-01 10:00-13:00']);
  });

  it('is told why it waits', async () => {
    await hours(WIDE, CALL.replace('delay_days = 7', 'delay_days = 10'));
    const { stdout } = await shop.regulars('followup', 'why', 'Luc Leroy');
    expect(stdout).toContain('due 2026-07-04, moved to 2026-07-06: not on a Saturday, where they live');
  });

  it('is warned of where holidays are not known, once for each place and year', async () => {
    await hours('', CALL);
    const rows = ['Al', 'Abe'].map(
      (name, at) =>
        `80${at},2026-06-24 10:00,${name} Adams,${name}@example.com,+1205555012${at},Green tea,20,yes,United States,AL`,
    );
    const header = SEINE.split('\n')[0] ?? '';
    writeFileSync(join(shop.folder, 'mobile.csv'), [`${header},country,province`, ...rows, ''].join('\n'));
    const settings = ['--timezone', 'America/Chicago', '--currency', 'USD', '--country', 'US'];
    const taken = await shop.regulars('ingest', 'mobile.csv', '--shop', 'Mobile', ...settings);
    expect(taken.status, taken.stderr).toBe(0);
    const warned = async (...args: string[]) =>
      (await shop.regulars(...args)).stderr.split('\n').filter((line) => line.includes('public holidays'));
    const once = [expect.stringMatching(/^warning: the public holidays of US-AL in 2026 are not known here/)];
    expect(await warned('followup', 'plan')).toEqual(once);
    expect(await warned('followup', 'today')).toEqual(once);
    expect(await warned('followup', 'calendar')).toEqual(once);
    const hand = HAND.map((word) => (word === 'sms' ? 'phone' : word));
    expect(await warned(...hand, 'calls.csv')).toEqual(once);
    expect(await warned('followup', 'today')).toEqual([]);
  });
});
