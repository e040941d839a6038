import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credit, type Debit, ledgerOf } from '../../src/points/ledger.ts';
import { readRuleValue } from '../../src/points/rules.ts';
import { addDays } from '../../src/values/days.ts';

const earn = (day: string, points: number): Credit => ({ day, kind: 'order', points, about: null });
const use = (day: string, points: number): Debit => ({ day, kind: 'redeem', points, about: null });
const shown = (entries: readonly (Credit | Debit)[], months: number, asOf: string) => {
  const { lines, balance, next } = ledgerOf(entries, () => months, asOf);
  return { lines: lines.map((line) => [line.day, line.kind, line.points, line.balance]), balance, next };
};

describe('a ledger', () => {
  it('uses the oldest first, and loses what is left of them on their day', () => {
    const entries = [earn('2026-01-10', 100), earn('2026-03-10', 50), use('2026-04-01', 70)];
    expect(shown(entries, 6, '2026-06-30')).toEqual({
      lines: [
        ['2026-01-10', 'order', 100, 100],
        ['2026-03-10', 'order', 50, 150],
        ['2026-04-01', 'redeem', -70, 80],
      ],
      balance: 80,
      next: { day: '2026-07-10', points: 30 },
    });
    expect(shown(entries, 6, '2026-07-10')).toMatchObject({ balance: 50, next: { day: '2026-09-10', points: 50 } });
    expect(shown(entries, 6, '2026-07-10').lines.at(-1)).toEqual(['2026-07-10', 'expired', -30, 50]);
    expect(shown(entries, 0, '2030-01-01')).toMatchObject({ balance: 80, next: null });
  });

  it('pays what is owed before anything is there again', () => {
    const entries = [earn('2026-01-10', 10), use('2026-02-01', 30), earn('2026-03-01', 50)];
    expect(shown(entries, 1, '2026-02-02')).toMatchObject({ balance: -20, next: null });
    expect(shown(entries, 1, '2026-03-02')).toMatchObject({ balance: 30, next: { day: '2026-04-01', points: 30 } });
    expect(shown(entries, 1, '2026-04-01')).toMatchObject({ balance: 0 });
  });

  it('is used on the day it was earned, and gone on the day it expires', () => {
    expect(shown([use('2026-01-10', 10), earn('2026-01-10', 10)], 1, '2026-01-10').balance).toBe(0);
    expect(shown([earn('2026-01-10', 10), use('2026-02-10', 10)], 1, '2026-02-10').balance).toBe(-10);
  });

  it('adds up to its lines, never expires more than came in, and says on the day before what will go', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));
    const entry = fc.oneof(
      fc.tuple(day, fc.integer({ min: 1, max: 500 })).map(([when, points]) => earn(when, points)),
      fc.tuple(day, fc.integer({ min: 1, max: 500 })).map(([when, points]) => use(when, points)),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 0, max: 18 }), (entries, months) => {
        const whole = ledgerOf(entries, () => months, '2030-01-01');
        const sum = (kinds: readonly string[]) =>
          whole.lines.reduce((total, { kind, points }) => total + (kinds.includes(kind) ? points : 0), 0);
        expect(whole.balance).toBe(sum(['order', 'redeem', 'expired']));
        expect(-sum(['expired'])).toBeLessThanOrEqual(sum(['order']));
        // Everything has expired by then, or was used.
        if (months > 0) expect(whole.balance).toBeLessThanOrEqual(0);
        const middle = ledgerOf(entries, () => months, '2025-06-15');
        if (middle.next) {
          const { day: when, points } = middle.next;
          const later = entries.filter((one) => one.day <= '2025-06-15');
          const after = ledgerOf(later, () => months, when);
          expect(middle.balance - after.balance).toBe(points);
        }
      }),
    );
  });
});

it.each([
  ['per_amount', '1', '1/1'],
  ['per_amount', '1/10', '1/10'],
  ['per_amount', ' ２/05 ', '2/5'],
  ['per_amount', '0', '0/1'],
  ['per_amount', '1/0', undefined],
  ['per_amount', '0.5', undefined],
  ['months', '12', '12'],
  ['months', '9999', undefined],
  ['birthday', '-5', undefined],
  ['praise', '007', '7'],
] as const)('%s of %j is %j', (name, text, value) => {
  expect(readRuleValue(name, text)).toBe(value);
});
