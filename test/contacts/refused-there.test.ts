/** Whoever is kept out by what somebody else said at their number finds out by whom. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { customer_name: 'Tom Archer', phone: '13912345601', email: 'ann.lee@gmail.com' },
    { customer_name: 'Mary Baker', phone: '13912345601', email: 'annlee@gmail.com' },
    { customer_name: 'Cid Carter', phone: '13912345603' },
  ]);
});
afterEach(() => shop.close());

const refusedBy = async (who: string) =>
  (await shop.json<{ channel: string; refused_by: string[] }[]>('consent', 'show', who)).flatMap(
    ({ channel, refused_by: others }) => others.map((other) => `${channel} ${other}`),
  );

it('by the number of the customer, on the channel and for those alone who are reached there', async () => {
  expect(await refusedBy('Mary Baker')).toEqual([]);
  await shop.regulars('consent', 'set', 'Tom Archer', 'phone', 'refused');
  await shop.regulars('consent', 'set', 'Tom Archer', 'email', 'refused');
  expect(await refusedBy('Mary Baker')).toEqual(['email 1', 'phone 1']);
  expect([await refusedBy('Tom Archer'), await refusedBy('Cid Carter')]).toEqual([[], []]);
  await shop.regulars('consent', 'set', 'Tom Archer', 'phone', 'granted', '--as-of', '2026-07-02');
  expect(await refusedBy('Mary Baker')).toEqual(['email 1']);
});

it('in a sentence, also beside the history and in Chinese', async () => {
  await shop.regulars('consent', 'set', 'Tom Archer', 'phone', 'refused');
  const told = 'phone: #1, reached at the same address or number as #2, refused; nobody is contacted there\n';
  for (const more of [[], ['--history']])
    expect((await shop.regulars('consent', 'show', 'Mary Baker', ...more)).stderr).toBe(told);
  const { stderr } = await shop.regulars('consent', 'show', 'Mary Baker', '--lang', 'zh');
  expect(stderr).toBe('电话：与 #2 共用联系方式的 #1 已拒绝；那里谁也不联系\n');
});
