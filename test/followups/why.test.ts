/** What `followup why` tells of a play that was set off more than once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { buyers, named, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(['Ann'], named('week', 'stops = ["refund"]'));
  for (const day of ['2026-05-10', '2026-06-08', '2026-06-14'])
    await shop.ingest(buyers(['Ann'], { order_date: `${day} 10:00` }));
});
afterEach(() => shop.close());

interface Told {
  readonly state: string;
  readonly id: string;
  readonly due_day: string;
  readonly reason: string | null;
}

async function told(...asOf: readonly string[]): Promise<Told[]> {
  const rows = await shop.json<(Told & { play: string })[]>('followup', 'why', 'Ann', ...asOf);
  return rows.filter(({ play }) => play === 'week');
}

const states = (rows: readonly Told[]) => rows.map(({ state, due_day: due }) => `${state} ${due}`);

it('is each that is open, then each that is over, the last first', async () => {
  const [first, ...others] = await told();
  expect(first).toMatchObject({ state: 'planned', due_day: '2026-06-21' });
  expect(states(others)).toEqual(['deferred 2026-07-01', 'expired 2026-06-15']);
  await shop.regulars('followup', 'skip', first?.id ?? '');
  expect(states(await told())).toEqual(['planned 2026-07-01', 'skipped 2026-06-21', 'expired 2026-06-15']);
  expect(states(await told('--as-of', '2026-07-12'))).toEqual([
    'expired 2026-07-01',
    'skipped 2026-06-21',
    'expired 2026-06-15',
  ]);
});

it('is no more than the last once all are long over', async () => {
  expect(states(await told('--as-of', '2026-12-01'))).toEqual(['expired 2026-07-01']);
});

it('does not take for expired what was due before the play was on', async () => {
  await shop.on('2026-07-20', 'play', 'off', 'week');
  await shop.on('2026-07-20', 'play', 'on', 'week');
  expect(await told('--as-of', '2026-07-20')).toMatchObject([
    { state: 'left_out', due_day: '2026-07-01', reason: 'before_on' },
  ]);
});
