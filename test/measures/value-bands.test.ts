import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bandLimits, VALUE_BANDS, valueBand } from '../../src/measures/value-bands.ts';

const bands = (amounts: readonly number[]) => {
  const limits = bandLimits(amounts);
  return amounts.map((amount) => valueBand(amount, limits));
};

describe('value bands', () => {
  test.each<[string, number[], string[]]>([
    ['end where their share is reached', [50, 30, 15, 5], ['vip', 'major', 'ordinary', 'small']],
    ['take whoever crosses the line', [40, 30, 20, 10], ['vip', 'vip', 'major', 'ordinary']],
    ['go by amount, not by place', [5, 50, 15, 30], ['small', 'vip', 'ordinary', 'major']],
    ['give a tie the better band', [40, 20, 20, 20], ['vip', 'vip', 'vip', 'vip']],
    ['may be empty between two others', [96, 2, 1, 1], ['vip', 'small', 'small', 'small']],
    ['have one customer at the top', [100], ['vip']],
    ['put equal customers together', [10, 10, 10], ['vip', 'vip', 'vip']],
    ['count nothing and less as small', [100, 0, -5], ['vip', 'small', 'small']],
    ['have nobody to raise where nobody paid', [0, 0], ['small', 'small']],
  ])('%s', (_, amounts, expected) => expect(bands(amounts)).toEqual(expected));

  it('are given by the least amount that is still in them', () => {
    expect(bandLimits([5000, 3000, 1500, 500])).toEqual({ vip: 5000, major: 3000, ordinary: 1500 });
    expect(bandLimits([0, -5])).toEqual({ vip: null, major: null, ordinary: null });
    expect(bandLimits([])).toEqual({ vip: null, major: null, ordinary: null });
  });

  it('hold at least their share, and would not without the least of their customers', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(amounts, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const limits = bandLimits(values);
        for (const [least, twentieths] of [
          [limits.vip, 10],
          [limits.major, 16],
          [limits.ordinary, 19],
        ] as const) {
          const sum = (within: (value: number) => boolean) =>
            values.filter(within).reduce((all, value) => all + value, 0);
          expect(sum((value) => value >= (least ?? 0)) * 20).toBeGreaterThanOrEqual(total * twentieths);
          expect(sum((value) => value > (least ?? 0)) * 20).toBeLessThan(total * twentieths);
        }
      }),
    );
  });

  it('never put less above more, and equal amounts always together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 30 }), (amounts) => {
        const places = bands(amounts).map((band) => VALUE_BANDS.indexOf(band));
        for (const [i, amount] of amounts.entries())
          for (const [j, other] of amounts.entries())
            if (amount >= other) expect(places[i]).toBeLessThanOrEqual(places[j] ?? 0);
      }),
    );
  });
});
