import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lateness, rhythmDays } from '../../src/measures/rhythm.ts';

const rhythm = (gaps: readonly number[], shopMedian: number): number =>
  rhythmDays(
    gaps.reduce((sum, gap) => sum + Math.log(gap), 0),
    gaps.length,
    shopMedian,
  );

describe("a customer's rhythm", () => {
  // The geometric mean of the gaps and three more of the shop's length.
  test.each<[number[], number, number]>([
    [[], 30, 30],
    [[30, 30], 30, 30],
    [[480], 30, 60], // (480 × 30³)^¼ = (30⁴ × 16)^¼
    [[8, 8, 8], 2, 4], // (8³ × 2³)^⅙
    [[1, 1, 1], 100, 10],
    [[10, 1000, 100], 100, 100],
  ])('of gaps %j in a shop of %d days is %d days', (gaps, shopMedian, days) =>
    expect(rhythm(gaps, shopMedian)).toBeCloseTo(days, 9),
  );

  it('lies between the own gaps and the shop, nearer to the own with every gap seen', () => {
    const days = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 50 }), (own, shop, count) => {
        const [fewer, more] = [count, count + 1].map((gaps) => rhythm(Array<number>(gaps).fill(own), shop));
        expect(fewer).toBeGreaterThanOrEqual(Math.min(own, shop) - 1e-6);
        expect(fewer).toBeLessThanOrEqual(Math.max(own, shop) + 1e-6);
        expect(Math.abs((more ?? 0) - own)).toBeLessThanOrEqual(Math.abs((fewer ?? 0) - own) + 1e-6);
      }),
    );
  });
});

describe('lateness', () => {
  test.each([
    [0, 30, 0],
    [30, 30, 1],
    [45, 30, 1.5],
    [15, 60, 0.25],
  ])('%d days at a rhythm of %d is %d', (recency, days, expected) => expect(lateness(recency, days)).toBe(expected));
});
