/** Whatever a shop went through, nothing is wrong with its archive, and working it out anew gives the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'item', 'order_total'];
const SHOP = ['--shop', 'Shop', '--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'US'];
const STATES = ['pending', 'paid', 'shipped', 'refunded', 'cancelled'];
/** Few values among many names, so that people are joined, kept apart and found to share. */
const BUYERS = [
  ['Ann Archer', 'ann@example.com', '+12025550101'],
  ['Ann Archer', '', '+12025550102'],
  ['Ben Baker', 'ben@example.com', '+12025550101'],
  ['Ben Baker', 'ann@example.com', ''],
  ['', 'ann@example.com', '202 555 0103'],
  ['Cy Carter', '', '+12025550101'],
  ['Dan Doyle', 'dan@example.com', '+12025550101'],
  ['Ann', '', '202-555-0102'],
  ['', '', ''],
] as const;

const shown = fc.record({ order: fc.nat(9), state: fc.nat(4), buyer: fc.nat(8), item: fc.nat(1) });
type Shown = typeof shown extends fc.Arbitrary<infer T> ? T : never;
const rows = fc.uniqueArray(shown, { minLength: 1, maxLength: 8, selector: ({ order }) => order });

const step = fc.oneof(
  { weight: 4, arbitrary: rows.map((orders) => ({ act: 'ingest' as const, orders })) },
  { weight: 2, arbitrary: fc.nat(5).map((which) => ({ act: 'undo' as const, which })) },
  { weight: 2, arbitrary: fc.nat(8).map((which) => ({ act: 'speak' as const, which })) },
  { weight: 1, arbitrary: fc.constantFrom('UTC', 'Asia/Tokyo').map((zone) => ({ act: 'move' as const, zone })) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function text(orders: readonly Shown[]): string {
  const row = ({ order, state, buyer, item }: Shown) => [
    `O-${order}`,
    `2026-05-0${(order % 9) + 1} 23:30:00`,
    STATES[state] ?? '',
    ...(BUYERS[buyer] ?? BUYERS[0]),
    `Tea ${item}`,
    `${order + 1}.50`,
  ];
  return csv([HEADER, ...orders.map(row)]);
}

/** What is refused changes nothing, and is no matter here. */
async function take(seller: Seller, one: Step, turn: number): Promise<void> {
  const { db } = seller;
  if (one.act === 'ingest')
    await seller.run([
      'ingest',
      seller.write(`${turn}.csv`, text(one.orders)),
      ...(turn === 0 ? SHOP : SHOP.slice(0, 2)),
      '--db',
      db,
    ]);
  else if (one.act === 'undo') await seller.run(['imports', 'undo', String(one.which + 1), '--yes']);
  else if (one.act === 'move') await seller.run(['shops', 'edit', 'Shop', '--timezone', one.zone]);
  else {
    const who = BUYERS[one.which]?.find((value) => value !== '') ?? 'Ann Archer';
    await seller.run(['tag', 'add', `t${turn}`, '--customer', who]);
    await seller.run(['consent', 'set', who, 'email', 'refused']);
  }
}

it('nothing is wrong after any history, and a rebuild changes nothing', { timeout: 120_000 }, async () => {
  const histories = fc.tuple(rows, fc.array(step, { minLength: 2, maxLength: 7 }));
  await fc.assert(
    fc.asyncProperty(histories, async ([first, steps]) => {
      const seller = new Seller();
      try {
        for (const [turn, one] of [{ act: 'ingest' as const, orders: first }, ...steps].entries()) {
          await take(seller, one, turn);
          expect(JSON.parse((await seller.run(['doctor', '--json'])).stdout)).toEqual([]);
        }
        const before = await seller.dump();
        expect((await seller.run(['rebuild'])).status).toBe(0);
        expect(await seller.dump()).toBe(before);
      } finally {
        seller.leave();
      }
    }),
    { numRuns: 10 },
  );
});
