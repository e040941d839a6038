import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AXIS_RANKS } from '../../src/archive/status-words.ts';
import { type Contender, compareVersions } from '../../src/archive/winning-version.ts';

const contender: fc.Arbitrary<Contender> = fc.record({
  axes: fc.record({
    payment: fc.constantFrom(...AXIS_RANKS.payment),
    fulfilment: fc.constantFrom(...AXIS_RANKS.fulfilment),
    refund: fc.constantFrom(...AXIS_RANKS.refund),
    cancellation: fc.constantFrom(...AXIS_RANKS.cancellation),
  }),
  refunded: fc.nat(3),
  exportedAt: fc.option(fc.nat(3), { nil: null }),
  arrival: fc.nat(100),
});

it('is a total order: antisymmetric and transitive', () => {
  fc.assert(
    fc.property(contender, contender, contender, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
      if (compareVersions(a, b) >= 0 && compareVersions(b, c) >= 0)
        expect(compareVersions(a, c)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('lets a further state stand whatever came last, and arrival decide only between equals', () => {
  const at = (state: Partial<Contender['axes']>, arrival: number): Contender => ({
    axes: { payment: 'paid', fulfilment: 'unshipped', refund: 'none', cancellation: 'none', ...state },
    refunded: 0,
    exportedAt: null,
    arrival,
  });
  expect(compareVersions(at({ fulfilment: 'shipped' }, 1), at({}, 2))).toBeGreaterThan(0);
  expect(compareVersions(at({ cancellation: 'cancelled' }, 1), at({ fulfilment: 'completed' }, 2))).toBeGreaterThan(0);
  expect(compareVersions(at({ payment: 'unpaid' }, 9), at({}, 2))).toBeLessThan(0);
  expect(compareVersions(at({}, 1), at({}, 2))).toBeLessThan(0);
});
