/** Festivals by name and by year, against days as calendars print them. */
import { describe, expect, it, test } from 'vitest';
import { easterOf } from '../../src/calendar/easter.ts';
import { FESTIVALS, type FestivalId } from '../../src/calendar/festival-list.ts';
import { dayOf, festivalNamed, festivalNames } from '../../src/calendar/festivals.ts';
import { lunarDay } from '../../src/calendar/lunar.ts';
import { daysBetween, isDay } from '../../src/values/days.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030];

describe('the day of a festival', () => {
  test.each<[FestivalId, string]>([
    ['new_year', '01-01 01-01 01-01 01-01 01-01 01-01 01-01'],
    ['spring_festival', '02-10 01-29 02-17 02-06 01-26 02-13 02-03'],
    ['new_years_eve', '02-09 01-28 02-16 02-05 01-25 02-12 02-02'],
    ['lantern', '02-24 02-12 03-03 02-20 02-09 02-27 02-17'],
    ['qingming', '04-04 04-04 04-05 04-05 04-04 04-04 04-05'],
    ['mothers_day', '05-12 05-11 05-10 05-09 05-14 05-13 05-12'],
    ['dragon_boat', '06-10 05-31 06-19 06-09 05-28 06-16 06-05'],
    ['fathers_day', '06-16 06-15 06-21 06-20 06-18 06-17 06-16'],
    ['qixi', '08-10 08-29 08-19 08-08 08-26 08-16 08-05'],
    ['mid_autumn', '09-17 10-06 09-25 09-15 10-03 09-22 09-12'],
    ['double_ninth', '10-11 10-29 10-18 10-08 10-26 10-16 10-05'],
    ['thanksgiving', '11-28 11-27 11-26 11-25 11-23 11-22 11-28'],
    ['black_friday', '11-29 11-28 11-27 11-26 11-24 11-23 11-29'],
    ['winter_solstice', '12-21 12-21 12-22 12-22 12-21 12-21 12-22'],
    ['easter', '03-31 04-20 04-05 03-28 04-16 04-01 04-21'],
  ])('%s from 2024 to 2030', (festival, days) =>
    expect(YEARS.map((year) => dayOf(festival, year).slice(5)).join(' ')).toBe(days),
  );

  it('of what closes a lunar year belongs to the Spring Festival it leads to', () => {
    expect([2023, 2024, 2025, 2026].map((year) => dayOf('laba', year))).toEqual([
      '2022-12-30',
      '2024-01-18',
      '2025-01-07',
      '2026-01-26',
    ]);
    expect(dayOf('little_new_year', 2026)).toBe('2026-02-10');
    expect(dayOf('little_new_year_south', 2026)).toBe('2026-02-11');
  });

  it('is one for every festival and year, and never of a leap month', () => {
    for (const { id } of FESTIVALS)
      for (let year = 1990; year <= 2060; year++) expect(isDay(dayOf(id, year)), `${id} ${year}`).toBe(true);
    // 2025 had a second sixth month before its seventh.
    expect(daysBetween(dayOf('spring_festival', 2025), dayOf('qixi', 2025))).toBeGreaterThan(205);
  });
});

describe('a festival is known by', () => {
  test.each<[string, FestivalId | undefined]>([
    ['春节', 'spring_festival'],
    ['Chūnjié', 'spring_festival'],
    ['Spring Festival', 'spring_festival'],
    ['spring_festival', 'spring_festival'],
    ['元宵', 'lantern'],
    ['元宵节', 'lantern'],
    ['清明节', 'qingming'],
    ['duan wu', 'dragon_boat'],
    ['七夕', 'qixi'],
    ['中秋', 'mid_autumn'],
    ['Mid-Autumn', 'mid_autumn'],
    ['重阳', 'double_ninth'],
    ['腊八', 'laba'],
    ['小年', 'little_new_year'],
    ['除夕', 'new_years_eve'],
    ['元旦', 'new_year'],
    ['劳动节', 'labour_day'],
    ['国庆', 'national_day'],
    ['妇女节', 'womens_day'],
    ['38节', 'womens_day'],
    ['儿童节', 'childrens_day'],
    ['Mother’s Day', 'mothers_day'],
    ['父亲节', 'fathers_day'],
    ['双11', 'double_11'],
    ['双１１', 'double_11'],
    ['双十二', 'double_12'],
    ['618', '618'],
    ['6.18', '618'],
    ['情人节', 'valentines'],
    ['圣诞', 'christmas'],
    ['圣诞节', 'christmas'],
    ['节', undefined],
    ['', undefined],
    ['someday', undefined],
  ])('%s', (name, id) => expect(festivalNamed(name)).toBe(id));

  it('every name of one, and no name of two', () => {
    for (const { id, names } of FESTIVALS)
      for (const name of [id, ...names]) expect(festivalNamed(name), name).toBe(id);
    expect(festivalNames()).toContain('端午');
  });
});

describe('a day of the lunar calendar', () => {
  it('is found in each year, the 30th of a short month as its 29th', () => {
    expect(lunarDay(2026, 8, 15)).toBe('2026-09-25');
    expect(lunarDay(2027, 12, 8)).toBe('2028-01-04');
    expect([29, 30].map((day) => lunarDay(2025, 1, day))).toEqual(['2025-02-26', '2025-02-27']);
    expect([29, 30].map((day) => lunarDay(2026, 1, day))).toEqual(['2026-03-17', '2026-03-18']);
    expect([29, 30].map((day) => lunarDay(2024, 1, day))).toEqual(['2024-03-09', '2024-03-09']);
  });
});

describe('Easter', () => {
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('%d', (year, day) => expect(easterOf(year)).toBe(day));
});
