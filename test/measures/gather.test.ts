import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/measures/gather.ts';
import type { Population } from '../../src/measures/population.ts';
import { measuresOf, type MeasuresRow } from '../../src/measures/queries.ts';
import { type PersonSpec, type World, world } from '../helpers/world.ts';

const [ann, ben, lead, usd, zoe] = [1, 2, 3, 4, 5] as const;

const PEOPLE: readonly PersonSpec[] = [
  {
    name: 'Ann Archer',
    orders: [
      {
        day: '2026-01-31',
        net: 10000,
        discount: 500,
        lines: [
          { sku: 'LJ', title: '龙井茶', quantity: 1 },
          { sku: 'CUP', title: '茶杯', quantity: 3 },
        ],
      },
      { day: '2026-03-02', net: 20000, coupon: 'SPRING', lines: [{ sku: 'LJ', title: '龙井茶' }] },
      { day: '2026-04-01', net: 30000, refunded: 5000, lines: [{ sku: 'LJ', title: '龙井茶' }] },
    ],
  },
  {
    name: 'Ben Booth',
    orders: [
      { day: '2026-05-01', net: 9900, currency: 'USD', shop: 2 },
      { day: '2026-05-11', net: 4000 },
      { day: '2026-05-11', net: 2000 },
    ],
  },
  { name: 'Lea Lind', orders: [{ day: '2026-05-01', state: 'cancelled', counting: false }] },
  { name: 'Uma Udall', orders: [{ day: '2026-06-15', net: 5000, currency: 'USD', shop: 2 }] },
  {
    name: 'Zoe Park',
    orders: [
      { day: '2026-06-30', net: 6000 },
      { day: '2026-06-01', total: 8000, refunded: 8000, state: 'refunded', counting: false },
    ],
  },
];

let shop: World;
beforeAll(async () => {
  shop = await world(PEOPLE);
});
afterAll(() => shop.close());

function on(day: string): { population: Population; of: (customer: number) => MeasuresRow } {
  const population = gather(shop.archive, day);
  return {
    population,
    of(customer) {
      const row = measuresOf(shop.archive, customer);
      if (!row) throw new Error(`nothing is known of customer ${customer} on ${day}`);
      return row;
    },
  };
}

describe('the measures of a day', () => {
  it('add up the counting orders until then', () => {
    expect(on('2026-06-30').of(ann)).toMatchObject({
      number_of_orders: 3,
      orders_all: 3,
      lines: 4,
      units: 6,
      gross: 65000,
      discount: 500,
      refunded: 5000,
      amount_spent: 60000,
      average_order_value: 20000,
      first_order_date: '2026-01-31',
      last_order_date: '2026-04-01',
      recency_days: 90,
      tenure_days: 150,
      distinct_products: 2,
      favourite_product: '龙井茶',
      shops: '山月茶铺',
      shop_count: 1,
    });
  });

  it('are shares of the counting orders', () => {
    const row = on('2026-06-30').of(ann);
    expect(row.coupon_share).toBeCloseTo(1 / 3, 12);
    expect(row.discount_share).toBeCloseTo(2 / 3, 12);
    expect(row.refund_rate).toBeCloseTo(1 / 3, 12);
  });

  it('count an order that was wholly refunded in the refund rate and nowhere else', () => {
    expect(on('2026-06-30').of(zoe)).toMatchObject({
      number_of_orders: 1,
      orders_all: 2,
      amount_spent: 6000,
      refunded: 0,
      refund_rate: 0.5,
      first_order_date: '2026-06-30',
      recency_days: 0,
      lateness: 0,
    });
  });

  it('draw the own rhythm towards the median gap of the shop', () => {
    // Gaps of order days: Ann's 30 and 30, Ben's 10; two orders on one day leave none.
    const { population, of } = on('2026-06-30');
    expect(population.shopMedianGapDays).toBe(30);
    expect(of(ann).median_gap_days).toBe(30);
    expect(of(ann).rhythm_days).toBeCloseTo(30, 9);
    expect(of(ann).lateness).toBeCloseTo(3, 9);
    expect(of(ann).lifecycle_stage).toBe('lapsed');
    expect(of(ben).rhythm_days).toBeCloseTo(270_000 ** 0.25, 9);
    expect(of(ben).lateness).toBeCloseTo(50 / 270_000 ** 0.25, 9);
    expect(of(ben).lifecycle_stage).toBe('late');
    expect(of(usd)).toMatchObject({ median_gap_days: null, lifecycle_stage: 'first' });
    expect(of(usd).rhythm_days).toBeCloseTo(30, 9);
    // Before anybody comes twice there is none, and a rhythm is assumed.
    const first = on('2026-01-31');
    expect(first.population.shopMedianGapDays).toBeNull();
    expect(first.of(ann).rhythm_days).toBeCloseTo(60, 9);
  });

  it('leave money in another currency out, and say how many orders that were', () => {
    const { population, of } = on('2026-06-30');
    expect(population).toMatchObject({ currency: 'CNY', otherCurrencies: { USD: 2 } });
    expect(of(ben)).toMatchObject({
      number_of_orders: 3,
      other_currency_orders: 1,
      gross: 6000,
      amount_spent: 6000,
      average_order_value: 3000,
      shops: 'Hill & Moon Tea, 山月茶铺',
      shop_count: 2,
    });
    expect(of(usd)).toMatchObject({
      number_of_orders: 1,
      other_currency_orders: 1,
      amount_spent: null,
      average_order_value: null,
      value_band: null,
    });
  });

  it('have no scores for who never paid', () => {
    expect(on('2026-06-30').of(lead)).toMatchObject({
      number_of_orders: 0,
      orders_all: 1,
      lines: 0,
      units: 0,
      amount_spent: 0,
      recency_days: null,
      lateness: null,
      rhythm_days: null,
      refund_rate: null,
      recency_score: null,
      frequency_score: null,
      monetary_score: null,
      rfm_group: null,
      value_band: null,
      lifecycle_stage: 'lead',
    });
  });

  it('score by fixed thresholds in so small a shop', () => {
    // Amounts 60000, 6000 and 6000, and one in another currency: the median is 6000, the thresholds 3000, 6000, 12000 and 24000.
    const { population, of } = on('2026-06-30');
    expect(population.cuts.monetary).toEqual({ points: [3000, 6000, 12000, 24000], origin: 'fixed' });
    const scores = (customer: number) => {
      const { recency_score, frequency_score, monetary_score, rfm_group, value_band } = of(customer);
      return [recency_score, frequency_score, monetary_score, rfm_group, value_band];
    };
    expect(scores(ann)).toEqual([4, 3, 5, 'potential_loyalist', 'vip']);
    expect(scores(ben)).toEqual([4, 3, 2, 'potential_loyalist', 'ordinary']);
    expect(scores(zoe)).toEqual([5, 1, 2, 'new_customers', 'ordinary']);
    expect(scores(usd)).toEqual([5, 1, null, 'new_customers', null]);
  });
});
