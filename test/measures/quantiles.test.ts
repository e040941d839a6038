import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { quantile } from '../../src/measures/quantiles.ts';

describe('a quantile', () => {
  // By hand: position (n - 1) × share, and a straight line between the two values around it.
  test.each<[number[], number, number]>([
    [[7], 0.2, 7],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.2, 1.8],
    [[10, 20, 30, 40, 50, 60], 0.2, 20],
    [[10, 20, 30, 40, 50, 60], 0.8, 50],
    [[0, 0, 0, 100], 0.8, 40],
    [[-10, 0, 30], 0.75, 15],
    [[3, 8, 9], 0, 3],
    [[3, 8, 9], 1, 9],
  ])('of %j at %d is %d', (values, share, expected) => expect(quantile(values, share)).toBeCloseTo(expected, 10));

  it('is asked of somebody', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  it('lies within the values and never falls as the share grows', () => {
    const values = fc
      .array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 })
      .map((list) => list.toSorted((a, b) => a - b));
    const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(values, shares, (sorted, [a, b]) => {
        const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...sorted));
        expect(high).toBeLessThanOrEqual(Math.max(...sorted) + 1e-6);
      }),
    );
  });
});
