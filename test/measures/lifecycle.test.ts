import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LIFECYCLE_STAGES, lifecycleStage } from '../../src/measures/lifecycle.ts';

describe('the stage of a customer', () => {
  test.each([
    [0, null, 'lead'],
    [1, 0, 'first'],
    [1, 1.5, 'first'],
    [1, 1.51, 'late'],
    [1, 2.6, 'lapsed'],
    [1, 5.1, 'lost'],
    [2, 0, 'active'],
    [3, 1, 'active'],
    [3, 1.01, 'due'],
    [4, 0, 'regular'],
    [4, 1, 'regular'],
    [40, 1.01, 'due'],
    [4, 1.5, 'due'],
    [4, 1.51, 'late'],
    [4, 2.5, 'late'],
    [4, 2.51, 'lapsed'],
    [4, 5, 'lapsed'],
    [4, 5.01, 'lost'],
  ])('of %i orders, %d times their rhythm ago: %s', (orders, lateness, stage) =>
    expect(lifecycleStage(orders, lateness)).toBe(stage),
  );

  it('only moves on while nobody orders, and forgets the number of orders from being late on', () => {
    const age = ['first', 'active', 'regular', 'due', 'late', 'lapsed', 'lost'];
    const later = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), later, later, (orders, a, b) => {
        const [before, after] = [Math.min(a, b), Math.max(a, b)].map((lateness) => lifecycleStage(orders, lateness));
        expect(age.indexOf(before ?? '')).toBeGreaterThanOrEqual(0);
        expect(age.indexOf(before ?? '')).toBeLessThanOrEqual(age.indexOf(after ?? ''));
        if (Math.min(a, b) > 1.5) expect(before).toBe(lifecycleStage(20, Math.min(a, b)));
      }),
    );
  });

  it('can be every one that is named', () => {
    const reached = new Set([0, 1, 2, 4].flatMap((orders) => [0, 1.2, 2, 3, 6].map((x) => lifecycleStage(orders, x))));
    expect([...reached].toSorted()).toEqual([...LIFECYCLE_STAGES].toSorted());
  });
});
