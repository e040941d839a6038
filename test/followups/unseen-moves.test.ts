/** Plays that go by who joins a segment: whoever takes no snapshots is told that nobody ever does. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([{ customer_name: 'Ann Archer', phone: '13912345601' }]);
});
afterEach(() => shop.close());

const warned = async (day: string, ...args: string[]) => {
  const { status, stderr } = await shop.on(day, ...args);
  expect(status, stderr).toBe(0);
  return stderr.split('\n').filter((line) => line.startsWith('warning: new_best'));
};
const snapshot = (day: string) => shop.on(day, 'segment', 'snapshot', 'champions');

it('warns of too few snapshots and of old ones, with the line that takes one', async () => {
  const line = `regulars segment snapshot champions --db ${shop.db}`;
  const few = [
    `warning: new_best: who joins or leaves champions is known once there are snapshots of two days; take one a day; ${line}`,
  ];
  for (const asked of [['plan'], ['today'], ['today', '--play', 'new_best'], ['why', 'Ann Archer']])
    expect([asked, await warned('2026-07-01', 'followup', ...asked)]).toEqual([asked, few]);
  expect(await warned('2026-07-01', 'play', 'show', 'new_best')).toEqual(few);
  expect(await warned('2026-07-01', 'followup', 'today', '--play', 'win_back')).toEqual([]);
  await snapshot('2026-07-01');
  expect(await warned('2026-07-01', 'followup', 'plan')).toEqual(few);
  await snapshot('2026-07-02');
  expect(await warned('2026-07-05', 'followup', 'today')).toEqual([]);
  expect(await warned('2026-07-06', 'followup', 'today')).toEqual([
    `warning: new_best: the last snapshot of champions is of 2026-07-02, and who joined or left since is not known; take one a day; ${line}`,
  ]);
});

it('says nothing of a play that is off, after a hand-over a day, nor of a day that has not come', async () => {
  const hand = ['followup', 'handover', '--channel', 'email', '--to'];
  await shop.on('2026-07-01', ...hand, 'a.csv');
  await shop.on('2026-07-02', ...hand, 'b.csv');
  expect(await warned('2026-07-02', 'followup', 'plan')).toEqual([]);
  expect(await warned('2026-07-02', 'followup', 'plan', '--as-of', '2026-08-01')).toEqual([]);
  await shop.on('2026-07-20', 'play', 'off', 'new_best');
  expect(await warned('2026-07-20', 'followup', 'plan')).toEqual([]);
  expect(await warned('2026-07-20', 'play', 'show', 'new_best')).toEqual([]);
});

it('speaks Chinese', async () => {
  await snapshot('2026-06-01');
  await snapshot('2026-06-02');
  const { stderr } = await shop.on('2026-07-01', 'followup', 'plan', '--lang', 'zh');
  expect(stderr).toContain('new_best：champions 的上一个快照是 2026-06-02 的，此后谁进出不得而知；请每天做一个');
});
