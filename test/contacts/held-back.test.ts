/** A yes that does not hold is not told as if it did. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { customer_name: 'Ann', email: 'ann@example.com', phone: '13912345601' },
    { customer_name: 'Ben', email: 'ann.lee@gmail.com', phone: '13912345602' },
    { customer_name: 'Cid', email: 'annlee@gmail.com', phone: '13912345603' },
  ]);
});
afterEach(() => shop.close());

const set = async (...args: string[]) => {
  const { status, stderr } = await shop.regulars('consent', 'set', ...args);
  expect(status, stderr).toBe(0);
  return stderr.trimEnd().split('\n').slice(1);
};

describe('what is said of a channel', () => {
  it('is told alone where it holds', async () => {
    expect(await set('Ann', 'sms', 'granted')).toEqual([]);
    expect(await set('Ann', 'sms', 'refused')).toEqual([]);
    expect(await set('Ann', 'sms', 'granted', '--as-of', '2026-07-02')).toEqual([]);
    expect(await set('Ann', 'email', 'unknown')).toEqual([]);
  });

  it.each([
    ['granted', 'refused'],
    ['refused', 'granted'],
    ['unknown', 'granted'],
  ])('%s of an earlier day gives way to %s, which is told', async (said, later) => {
    await set('Ann', 'sms', later, '--on', '2026-06-10');
    const lines = await set('Ann', 'sms', said, '--on', '2026-06-01');
    expect(lines).toEqual([
      `this does not hold now: ${later} of 2026-06-10 does (hand); regulars consent show 1 --history`,
    ]);
    const [shown] = (await shop.json<{ channel: string; status: string }[]>('consent', 'show', 'Ann')).filter(
      ({ channel }) => channel === 'sms',
    );
    expect(shown?.status).toBe(later);
  });

  it('does not hold for all parts of a merged customer where one said something since', async () => {
    await set('Ben', 'sms', 'unknown', '--on', '2026-06-10');
    await shop.regulars('customers', 'merge', 'Ann', 'Ben', '--yes');
    expect(await set('Ann', 'sms', 'granted', '--on', '2026-06-01')).toEqual([
      'this does not hold now: not all who were merged into #1 have agreed; regulars consent show 1 --history',
    ]);
    expect(await set('Ann', 'sms', 'granted')).toEqual([]);
  });

  it('does not hold where somebody refused who is reached at the same place', async () => {
    await set('Ben', 'email', 'refused');
    expect(await set('Cid', 'email', 'granted')).toEqual([
      'this does not hold now: somebody who is reached at the same address as #3 has refused',
    ]);
    expect(await set('Cid', 'sms', 'granted')).toEqual([]);
  });

  it.each([
    ['+8613912345601', 'sms', '+86139****5601'],
    ['@example.com', 'email', '@e***.com'],
    ['#1', 'phone', '#1'],
  ])('lets nobody through who is suppressed: %s', async (who, channel, hint) => {
    await shop.regulars('suppress', 'add', who, '--reason', 'asked us');
    const [line] = await set('Ann', channel, 'granted');
    expect(line).toMatch(/^nothing is sent all the same: .* is suppressed \(asked us\); regulars suppress list$/);
    expect(line).toContain(hint);
    expect(await set('Ann', channel, 'refused')).toEqual([]);
  });

  it('is told in Chinese', async () => {
    await set('Ann', 'sms', 'refused', '--on', '2026-06-10');
    expect(await set('Ann', 'sms', 'granted', '--on', '2026-06-01', '--lang', 'zh')).toEqual([
      '目前不以此为准：以 2026-06-10 的“拒绝”为准（手动）；regulars consent show 1 --history',
    ]);
  });

  it('is not kept by a dry run, which tells the same', async () => {
    const before = await shop.dump();
    await shop.regulars('suppress', 'add', '#2');
    const withOne = await shop.dump();
    expect(withOne).not.toBe(before);
    const lines = await set('Ben', 'sms', 'granted', '-n');
    expect(lines[0]).toContain('nothing is sent all the same: #2 is suppressed; regulars suppress list');
    expect(await shop.dump()).toBe(withOne);
  });
});
