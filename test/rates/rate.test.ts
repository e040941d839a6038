import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, rateOn, readRate } from '../../src/rates/rate.ts';

describe('a rate', () => {
  it.each<[string, 'point' | 'comma', string | undefined]>([
    ['7.1045', 'point', '7.1045'],
    [' 0.140 ', 'point', '0.14'],
    ['007', 'point', '7'],
    ['１．５', 'point', '1.5'],
    ['7,1045', 'comma', '7.1045'],
    ['7.1045', 'comma', undefined],
    ['7,1045', 'point', undefined],
    ['0', 'point', undefined],
    ['0.00', 'point', undefined],
    ['-7.1', 'point', undefined],
    ['7.1e3', 'point', undefined],
    ['7.1%', 'point', undefined],
    ['', 'point', undefined],
    ['.5', 'point', undefined],
  ])('%j with a %s is %s', (text, decimal, rate) => expect(readRate(text, decimal)).toBe(rate));

  it('is the latest on or before the day', () => {
    const rates = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => ({ day }));
    expect(rateOn(rates, '2025-12-31')).toBeUndefined();
    expect(rateOn(rates, '2026-01-01')?.day).toBe('2026-01-01');
    expect(rateOn(rates, '2026-02-28')?.day).toBe('2026-02-01');
    expect(rateOn(rates, '2027-01-01')?.day).toBe('2026-03-01');
    expect(rateOn([], '2026-01-01')).toBeUndefined();
  });
});

describe('an amount', () => {
  it.each<[number, string, string, string, bigint]>([
    [1000, '7.1', 'USD', 'CNY', 7100n],
    // 5 yen at 0.047 yuan are 0.235 yuan; the yen has no minor unit, the dinar has three digits of it.
    [5, '0.047', 'JPY', 'CNY', 24n],
    [2350, '21.276595', 'CNY', 'JPY', 500n],
    [1, '2.5', 'USD', 'CNY', 3n],
    [-1, '2.5', 'USD', 'CNY', -3n],
    [1234, '3.0675', 'KWD', 'USD', 379n],
    [100, '0.3075', 'USD', 'KWD', 308n],
    [0, '7.1', 'USD', 'CNY', 0n],
    // Too large for a floating-point product to be exact.
    [90071992547409, '1.000000000000001', 'USD', 'EUR', 90071992547409n],
  ])('of %d at %s from %s to %s is %s', (minor, rate, from, to, converted) =>
    expect(convert(minor, rate, from, to)).toBe(converted),
  );

  it('is off by half a minor unit at most, and mirrored when negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (minor, thousandths) => {
        const rate = readRate((thousandths / 1000).toFixed(3), 'point') as string;
        const exact = (minor * thousandths) / 1000;
        const found = convert(minor, rate, 'USD', 'EUR');
        expect(Math.abs(Number(found) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(convert(-minor, rate, 'USD', 'EUR')).toBe(-found);
      }),
    );
  });
});
