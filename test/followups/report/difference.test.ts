import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../src/followups/report/difference.ts';

const share = (bought: number, people: number) => ({ bought, people });

describe('the difference between those contacted and those held out', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('lies within the published bounds of %d/%d and %d/%d', (a, m, b, n, low, high) => {
    const found = differenceOf(share(a, m), share(b, n));
    expect(found?.difference).toBeCloseTo(a / m - b / n, 10);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('is none where nobody is in one of them', () => {
    expect(differenceOf(share(0, 0), share(1, 5))).toBeNull();
    expect(differenceOf(share(1, 5), share(0, 0))).toBeNull();
  });

  it('turns round with the groups, and has its value within its bounds', () => {
    const group = fc
      .nat(200)
      .chain((people) => fc.record({ people: fc.constant(people + 1), bought: fc.nat(people + 1) }));
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [found, turned] = [differenceOf(one, other), differenceOf(other, one)];
        if (!found || !turned) throw new Error('both have somebody');
        expect(found.low).toBeCloseTo(-turned.high, 10);
        expect(found.difference).toBeGreaterThanOrEqual(found.low - 1e-9);
        expect(found.difference).toBeLessThanOrEqual(found.high + 1e-9);
        expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(found.high).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
