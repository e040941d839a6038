import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/measures/gather.ts';
import { measuresOf } from '../../src/measures/queries.ts';
import { addDays } from '../../src/values/days.ts';
import { type PersonSpec, type World, world } from '../helpers/world.ts';

const [ann, ben, finn] = [1, 2, 3] as const;
const cups = [{ sku: 'CUP', title: '茶杯', quantity: 2 }];

let shop: World;
beforeAll(async () => {
  shop = await world([
    {
      name: 'Ann Archer',
      orders: [
        { day: '2026-01-31', net: 10000, lines: cups },
        { day: '2026-03-02', net: 20000 },
        { day: '2026-04-01', net: 30000 },
        { day: '2026-05-01', net: 40000 },
      ],
    },
    {
      name: 'Ben Booth',
      orders: [
        { day: '2026-05-01', net: 9900, currency: 'USD', shop: 2 },
        { day: '2026-05-11', state: 'cancelled', counting: false },
      ],
    },
    { name: 'Finn Frost', orders: [{ day: '2026-07-01' }] },
  ]);
});
afterAll(() => shop.close());

const measures = (customer: number) => measuresOf(shop.archive, customer);
const rows = ({ archive }: World) => archive.db.prepare('SELECT * FROM temp.measures ORDER BY customer_id').all();

describe('as of an earlier day', () => {
  it('later orders do not exist', () => {
    expect(gather(shop.archive, '2026-03-15')).toMatchObject({
      asOf: '2026-03-15',
      customers: 1,
      counting: 1,
      shopMedianGapDays: 30,
      otherCurrencies: {},
    });
    expect(measures(ann)).toMatchObject({
      number_of_orders: 2,
      orders_all: 2,
      amount_spent: 30000,
      last_order_date: '2026-03-02',
      recency_days: 13,
      tenure_days: 43,
      favourite_product: '茶杯',
    });
    expect(measures(ben)).toBeUndefined();
  });

  it('the favourite is what most pieces were bought of by then, of two the later', () => {
    gather(shop.archive, '2026-03-31');
    expect(measures(ann)?.favourite_product).toBe('茶杯');
    gather(shop.archive, '2026-04-01');
    expect(measures(ann)?.favourite_product).toBe('龙井茶 250g');
  });

  it('the day itself still counts, and ends where the zone of the archive ends it', () => {
    const before = gather(shop.archive, '2026-06-30');
    expect(before).toMatchObject({ customers: 2, counting: 2, otherCurrencies: { USD: 1 } });
    expect(before.until).toBe(Date.parse('2026-06-30T16:00:00Z') / 1000);
    expect(measures(finn)).toBeUndefined();
    expect(gather(shop.archive, '2026-07-01')).toMatchObject({ customers: 3, counting: 3 });
    expect(measures(finn)).toMatchObject({ recency_days: 0, tenure_days: 0, number_of_orders: 1 });
  });

  it('sixty days stand for the gap of a shop in which nobody came back yet', () => {
    expect(gather(shop.archive, '2026-02-15').shopMedianGapDays).toBeNull();
    expect(measures(ann)?.lateness).toBeCloseTo(0.25, 9);
    expect(measures(ann)).toMatchObject({ lifecycle_stage: 'first', median_gap_days: null });
  });

  it('there may be nobody', () => {
    gather(shop.archive, '2026-06-30');
    expect(gather(shop.archive, '2025-12-31')).toMatchObject({ customers: 0, counting: 0, otherCurrencies: {} });
    expect(rows(shop)).toEqual([]);
  });

  it('everything is as it would have been without the orders that came after', async () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
    const order = fc.record({ day, net: fc.integer({ min: 0, max: 9000 }), counting: fc.boolean() });
    const orders = fc.array(fc.array(order, { maxLength: 5 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(orders, day, async (people, asOf) => {
        const named = (lists: typeof people) =>
          lists.map((list, index): PersonSpec => ({ name: `${index}`, orders: list }));
        const whole = await world(named(people));
        const cut = await world(named(people.map((list) => list.filter((one) => one.day <= asOf))));
        try {
          expect(gather(whole.archive, asOf)).toEqual(gather(cut.archive, asOf));
          expect(rows(whole)).toEqual(rows(cut));
        } finally {
          whole.close();
          cut.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});
