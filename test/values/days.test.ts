import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths, addYears, daysBetween, isDay } from '../../src/values/days.ts';

describe('days', () => {
  test.each([
    ['2026-06-30', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-2-9', false],
    ['2026-06-30T00:00', false],
    [' 2026-06-30', false],
    ['today', false],
    ['', false],
  ])('are written in one way only: %j', (text, valid) => expect(isDay(text)).toBe(valid));

  test.each<[string, number, string]>([
    ['2026-06-30', 1, '2026-07-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-06-30', -90, '2026-04-01'],
    ['2026-06-30', 0, '2026-06-30'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('%s and %i is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  test.each<[string, string, number]>([
    ['2026-06-29', '2026-06-30', 1],
    ['2026-06-30', '2026-06-29', -1],
    ['2026-06-30', '2026-06-30', 0],
    // Both nights in which clocks change in America are whole days.
    ['2026-03-07', '2026-03-09', 2],
    ['2026-10-31', '2026-11-02', 2],
    ['2028-01-01', '2029-01-01', 366],
  ])('from %s to %s are %i', (a, b, days) => expect(daysBetween(a, b)).toBe(days));

  it('added and counted agree', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });
});

describe('months and years', () => {
  test.each<[string, number, string]>([
    ['2026-06-30', 1, '2026-07-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-31', -14, '2024-11-30'],
    ['2026-06-30', 0, '2026-06-30'],
  ])('end with a shorter month: %s and %i months is %s', (day, months, expected) =>
    expect(addMonths(day, months)).toBe(expected),
  );

  test.each<[string, number, string]>([
    ['2026-06-30', 1, '2027-06-30'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', -4, '2024-02-29'],
  ])('keep the day where it exists: %s and %i years is %s', (day, years, expected) =>
    expect(addYears(day, years)).toBe(expected),
  );
});
