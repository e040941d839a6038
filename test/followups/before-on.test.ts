/** What was due before its play was switched on again: it is counted alone, but what somebody put off comes when they wanted it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { weekShop } from './week.ts';

interface Planned {
  readonly id: string;
  readonly name: string;
  readonly day: string;
}

const guests = ['Ann', 'Bea', 'Cleo'].map((name) => `${name} Guest`);
let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(guests);
});
afterEach(() => shop.close());

const plan = () => shop.on('2026-07-05', 'followup', 'plan', '--days', '7', '--json');
const planned = async () => JSON.parse((await plan()).stdout) as Planned[];
const idOf = async (guest: string) => {
  const today = await shop.json<Planned[]>('followup', 'today', '--as-of', '2026-07-01');
  return today.find(({ name }) => name === guest)?.id ?? '';
};
const switchedOnAgain = async () => {
  await shop.on('2026-07-04', 'play', 'off', 'week');
  await shop.on('2026-07-04', 'play', 'on', 'week');
};

it('is counted', async () => {
  await switchedOnAgain();
  const { stdout, stderr } = await plan();
  expect(JSON.parse(stdout)).toEqual([]);
  expect(stderr).toContain('3 left out of week: was due before the play was switched on');
});

it('comes on the day it was put off to', async () => {
  await shop.on('2026-07-01', 'followup', 'snooze', await idOf('Bea Guest'), '--until', '2026-07-08');
  await switchedOnAgain();
  expect(await planned()).toMatchObject([{ name: 'Bea Guest', day: '2026-07-08' }]);
  expect((await plan()).stderr).toContain('2 left out of week: was due before the play was switched on');
});

it('is not counted once it is done, nor when it is too late anyhow', async () => {
  await shop.on('2026-07-01', 'followup', 'done', await idOf('Ann Guest'));
  await switchedOnAgain();
  expect((await plan()).stderr).toContain('2 left out of week: was due before the play was switched on');
  const late = await shop.on('2026-07-13', 'followup', 'plan');
  expect(late.stderr).not.toContain('switched on');
});
