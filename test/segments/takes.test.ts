import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycleStage, LIFECYCLE_STAGES } from '../../src/measures/lifecycle.ts';
import type { Population } from '../../src/measures/population.ts';
import { cutPoints, rfmGroup, RFM_GROUPS, scoreHigh, scoreLow } from '../../src/measures/rfm.ts';
import { bandLimits, VALUE_BANDS, valueBand } from '../../src/measures/value-bands.ts';
import type { Test } from '../../src/segments/condition.ts';
import { fieldNamed } from '../../src/segments/fields.ts';
import { type Bound, type Figures, takes } from '../../src/segments/takes.ts';

interface Buyer {
  readonly orders: number;
  readonly recency: number;
  readonly net: number;
}
const buyer = fc.record({
  orders: fc.integer({ min: 1, max: 12 }),
  recency: fc.nat(700),
  net: fc.integer({ min: -500, max: 90_000 }),
});

function populationOf(buyers: readonly Buyer[]): Population {
  return {
    asOf: '2026-06-30',
    until: 0,
    currency: 'CNY',
    customers: buyers.length,
    counting: buyers.length,
    shopMedianGapDays: 30,
    cuts: {
      recency: cutPoints(
        'recency',
        buyers.map(({ recency }) => recency),
      ),
      frequency: cutPoints(
        'frequency',
        buyers.map(({ orders }) => orders),
      ),
      monetary: cutPoints(
        'monetary',
        buyers.map(({ net }) => net),
      ),
    },
    bands: bandLimits(buyers.map(({ net }) => net)),
    otherCurrencies: {},
    converted: {},
  };
}

/** What the measures say of such figures. */
const LEVELS: Readonly<Record<string, (figures: Figures, population: Population) => string | number | null>> = {
  rfm_group: ({ recency_days, number_of_orders }, { cuts }) =>
    recency_days === null
      ? null
      : rfmGroup(scoreLow(recency_days, cuts.recency), scoreHigh(number_of_orders, cuts.frequency)),
  lifecycle_stage: ({ recency_days, number_of_orders, rhythm_days }) =>
    lifecycleStage(number_of_orders, recency_days === null || rhythm_days === null ? null : recency_days / rhythm_days),
  value_band: ({ amount_spent }, { bands }) => valueBand(amount_spent, bands),
  recency_score: ({ recency_days }, { cuts }) => (recency_days === null ? null : scoreLow(recency_days, cuts.recency)),
  frequency_score: ({ number_of_orders }, { cuts }) => scoreHigh(number_of_orders, cuts.frequency),
  monetary_score: ({ amount_spent }, { cuts }) => scoreHigh(amount_spent, cuts.monetary),
};

const VALUES: Readonly<Record<string, readonly (string | number)[]>> = {
  rfm_group: RFM_GROUPS,
  lifecycle_stage: LIFECYCLE_STAGES,
  value_band: VALUE_BANDS,
  recency_score: [1, 2, 3, 4, 5],
  frequency_score: [1, 2, 3, 4, 5],
  monetary_score: [1, 2, 3, 4, 5],
};

function test(name: string, values: readonly (string | number)[]): Test {
  const span = { start: 0, end: name.length };
  return {
    kind: 'test',
    asked: { field: fieldNamed(name, name, span) },
    operator: values.length === 1 ? '=' : 'IN',
    values,
    source: name,
    span,
  };
}

/** At the end of each range that lies nearest. */
function moved(figures: Figures, bounds: readonly Bound[]): Figures {
  const to = ({ field, least, most, now }: Bound) => [
    field,
    now !== null && most !== undefined && now > most ? most : (least ?? most),
  ];
  return { ...figures, ...(Object.fromEntries(bounds.map(to)) as Partial<Figures>) };
}

describe('the figures a group takes', () => {
  const asked = fc
    .constantFrom(...Object.keys(LEVELS))
    .chain((name) =>
      fc.tuple(fc.constant(name), fc.subarray([...(VALUES[name] ?? [])], { minLength: 1, maxLength: 2 })),
    );

  it('are those with which it holds, or no longer does, and none that are so already', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(buyer, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        asked,
        fc.boolean(),
        (buyers, rhythm_days, [name, values], wanted) => {
          const population = populationOf(buyers);
          const [{ orders, recency, net }] = buyers as [Buyer, ...Buyer[]];
          const figures = { number_of_orders: orders, recency_days: recency, amount_spent: net, rhythm_days };
          const level = LEVELS[name] as (typeof LEVELS)[string];
          const holds = (of: Figures) => (values as readonly unknown[]).includes(level(of, population));
          if (holds(figures) === wanted) return;
          const bounds = takes(test(name, values), wanted, figures, population);
          // No way there: a band nobody can be in, a score between cut points that fall together.
          if (bounds === undefined) return;
          told.add(name);
          expect(bounds.length).toBeGreaterThan(0);
          expect(holds(moved(figures, bounds))).toBe(wanted);
          for (const { field, least = -Infinity, most = Infinity, now } of bounds) {
            expect(now).toBe(figures[field]);
            expect((now as number) < least || (now as number) > most).toBe(true);
          }
        },
      ),
      {
        numRuns: 3000,
        examples: [
          [[{ orders: 1, recency: 0, net: 0 }], 1, ['value_band', ['major']], true],
          [[-4, 0, -1].map((net) => ({ orders: 1, recency: 0, net })), 1, ['monetary_score', [1, 2]], false],
        ],
      },
    );
    expect([...told].toSorted()).toEqual(Object.keys(LEVELS).toSorted());
  });

  it('ask for a first order of whoever has none', () => {
    const population = populationOf([{ orders: 1, recency: 10, net: 5000 }]);
    const nobody = { number_of_orders: 0, amount_spent: 0, recency_days: null, rhythm_days: null };
    expect(takes(test('lifecycle_stage', ['first']), true, nobody, population)).toEqual([
      { field: 'number_of_orders', least: 1, most: 1, now: 0 },
    ]);
    expect(takes(test('rfm_group', ['new_customers']), true, nobody, population)?.[0]).toMatchObject({
      field: 'number_of_orders',
      least: 1,
    });
  });

  it('are none of a field that follows from nothing else', () => {
    const figures = { number_of_orders: 2, amount_spent: 100, recency_days: 3, rhythm_days: 20 };
    expect(takes(test('units', [3]), true, figures, populationOf([]))).toBeUndefined();
  });
});
