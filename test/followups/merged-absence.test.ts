/** An absence that a play has come to is not come to again once two customers turn out to be one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { buyers, HAND, linesOf, named, weekShop } from './week.ts';

const ABSENT = named('back', 'stops = ["order"]')
  .replace(/trigger = .*/, 'trigger = { on = "rhythm", multiple = 1, minimum_orders = 2 }')
  .replace('= 10', '= 30');

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(['Ann Archer'], ABSENT, undefined, { order_date: '2026-04-01 10:00' });
});
afterEach(() => shop.close());

const order = (name: string, ...days: string[]) =>
  shop.ingest(days.flatMap((day) => buyers([name], { order_date: `${day} 10:00` })));

async function handedOver(day: string): Promise<(string | undefined)[]> {
  const file = `${day}.csv`;
  const { status } = await shop.on(day, ...HAND, file);
  expect(status).toBe(0);
  return existsSync(join(shop.folder, file)) ? linesOf(shop, file).map(({ name }) => name) : [];
}

/** Ann is handed over on 1 July; Ben, who ordered last on the day, is not yet. */
async function handedOverThenMerged(last: string) {
  await order('Ann Archer', '2026-05-01', '2026-05-21');
  await order('Ben Baker', '2026-04-11', last);
  expect(await handedOver('2026-07-01')).toEqual(['Ann Archer']);
  await shop.on('2026-07-02', 'customers', 'merge', 'Ann Archer', 'Ben Baker', '--reason', 'told me', '--yes');
}

async function why(day: string) {
  const { stdout } = await shop.on(day, 'followup', 'why', 'Ann Archer', '--json');
  return (JSON.parse(stdout) as { play: string }[]).filter(({ play }) => play === 'back');
}

it('of the order that is their last now, nor ever later', async () => {
  await handedOverThenMerged('2026-06-08');
  expect(await why('2026-07-02')).toMatchObject([
    {
      state: 'left_out',
      due_day: '2026-06-26',
      reason: 'same_absence',
      explanation: 'left out: came in this absence already',
    },
  ]);
  for (const day of ['2026-07-02', '2026-07-26']) expect(await handedOver(day)).toEqual([]);
});

it('until what came before it was due would have expired', async () => {
  await handedOverThenMerged('2026-06-18');
  const [first] = await why('2026-07-08');
  const day = { due_day: '2026-07-08', day: '2026-07-31' };
  expect(first).toMatchObject({ ...day, state: 'deferred', reason: 'repeat', deferred_for: 'back' });
  expect(await handedOver('2026-07-30')).toEqual([]);
  expect(await handedOver('2026-07-31')).toEqual(['Ann Archer']);
});

it('but a new one is, after an order since', async () => {
  await handedOverThenMerged('2026-06-08');
  await order('Ben Baker', '2026-07-03');
  expect(await handedOver('2026-07-10')).toEqual([]);
  expect(await handedOver('2026-07-25')).toEqual(['Ben Baker']);
});

it('of nobody who was not merged: an order that is known late begins one of its own', async () => {
  await order('Ann Archer', '2026-05-01', '2026-05-21');
  expect(await handedOver('2026-07-01')).toEqual(['Ann Archer']);
  await order('Ann Archer', '2026-06-08');
  expect(await handedOver('2026-07-05')).toEqual(['Ann Archer']);
});
