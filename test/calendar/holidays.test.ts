/** Public holidays, and days that are worked on, against what was published. */
import { describe, expect, it, test } from 'vitest';
import { HOLIDAY_TABLES } from '../../src/calendar/holiday-tables.ts';
import { holidayOn } from '../../src/calendar/holidays.ts';
import { addDays } from '../../src/values/days.ts';

/** Every holiday of a year, MM-DD. */
function holidays(place: string, year: number): string[] {
  const found: string[] = [];
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    const answer = holidayOn(place, day);
    if (answer.covered && answer.holiday !== null) found.push(day.slice(5));
  }
  return found;
}

describe('public holidays', () => {
  test.each([
    ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    // Ascension and the eighth of May were one day.
    ['FR', 2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
    ['US', 2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    // The fourth of July 2026 is a Saturday.
    ['US', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
    // The first of January 2022 was one, too.
    ['US', 2021, '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31'],
    ['US', 2019, '01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25'],
    ['AU', 2026, '01-01 01-26 04-03 04-06 04-25 12-25 12-26 12-28'],
    ['AU', 2022, '01-01 01-03 01-26 04-15 04-18 04-25 12-25 12-26 12-27'],
    ['AU', 2021, '01-01 01-26 04-02 04-05 04-25 12-25 12-26 12-27 12-28'],
    [
      'CN',
      2026,
      '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    ],
  ])('of %s in %d', (place, year, days) => expect(holidays(place, year).join(' ')).toBe(days));

  it('are called as they are there', () => {
    expect(holidayOn('FR', '2026-04-06')).toEqual({ covered: true, holiday: 'Lundi de Pâques', works: false });
    expect(holidayOn('CN', '2026-10-02')).toMatchObject({ holiday: '国庆节' });
  });

  it('of a year that nobody has decreed yet, or a place that is not here, are not guessed', () => {
    expect(holidayOn('CN', '2031-10-01')).toEqual({ covered: false });
    // Where the day off before 2002 is known, and nothing else of 2001.
    expect(holidayOn('CN', '2001-10-01')).toEqual({ covered: false });
    expect(holidayOn('US', '1980-07-04')).toEqual({ covered: false });
    expect(holidayOn('US-AL', '2026-07-04')).toEqual({ covered: false });
    expect(holidayOn('DE', '2026-10-03')).toEqual({ covered: false });
  });

  it('say where they are written', () => {
    for (const { source, days } of HOLIDAY_TABLES.values()) {
      expect(source.length).toBeGreaterThan(3);
      expect(new Set(days.map(({ name }) => name)).size).toBe(days.length);
    }
  });
});

describe('a working day', () => {
  test.each([
    ['CN', '2026-02-14', true],
    ['CN', '2026-02-13', true],
    ['CN', '2026-02-18', false],
    ['CN', '2026-03-07', false],
    ['CN', '2026-10-10', true],
    ['FR', '2026-05-13', true],
    ['FR', '2026-05-14', false],
    ['FR', '2026-05-16', false],
    ['US', '2026-07-03', false],
  ])('in %s: %s %s', (place, day, works) => expect(holidayOn(place, day)).toMatchObject({ covered: true, works }));
});
