import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DateOrder, parseInstantParts, serialToWall, type WallTime } from '../../src/values/dates.ts';

const at = (wall: string, offset: number | null = null) => ({ ok: true, value: { wall, offset, dateOnly: false } });
const onDay = (day: string) => ({ ok: true, value: { wall: `${day}T00:00:00`, offset: null, dateOnly: true } });
const read = (text: string, order: DateOrder = 'ymd') => parseInstantParts(text, order);

describe('a date', () => {
  it.each([
    '2026-03-05',
    '2026-3-5',
    '2026/3/5',
    '2026.03.05',
    '20260305',
    '2026年3月5日',
    '２０２６－０３－０５',
    '5 Mar 2026',
    '05-Mar-2026',
    '5th March 2026',
    'Mar 5, 2026',
    'Mar. 5, 2026',
    'Thursday, March 5, 2026',
  ])('without a time: %s', (text) => expect(read(text)).toEqual(onDay('2026-03-05')));

  it.each([
    '2026-03-05 14:05:09',
    '2026-03-05T14:05:09',
    '2026-03-05T14:05:09.987',
    '2026/3/5 14:05:09',
    '20260305 14:05:09',
    '2026年3月5日 14:05:09',
    '2026年3月5日14时05分09秒',
    '2026年3月5日 下午2:05:09',
    '2026-03-05 2:05:09 PM',
    '2026-03-05 2:05:09 p.m.',
    'Mar 5, 2026 2:05:09 pm',
    'Mar 5, 2026, 2:05:09 PM',
    '2026-03-05 14:05:09 PM',
    '2026-03-05\u300014:05:09',
  ])('with a time: %s', (text) => expect(read(text)).toEqual(at('2026-03-05T14:05:09')));

  test.each([
    ['2026/3/5 9:05', '2026-03-05T09:05:00'],
    ['2026-03-05T14:05', '2026-03-05T14:05:00'],
    ['2026年3月5日14时05分', '2026-03-05T14:05:00'],
    ['2026/3/5 上午12:05', '2026-03-05T00:05:00'],
    ['2026/3/5 凌晨12:05', '2026-03-05T00:05:00'],
    ['2026/3/5 下午12:05', '2026-03-05T12:05:00'],
    ['2026/3/5 晚上9:05', '2026-03-05T21:05:00'],
    ['2026-03-05 12:30 AM', '2026-03-05T00:30:00'],
    ['2026-03-05 00:00:00', '2026-03-05T00:00:00'],
    ['2026-03-05 23:59:59', '2026-03-05T23:59:59'],
  ])('by either half of the day, to the second: %s', (text, wall) => expect(read(text)).toEqual(at(wall)));

  test.each<[string, number]>([
    ['2026-03-05T14:05:09Z', 0],
    ['2026-03-05 14:05:09 UTC', 0],
    ['Thu, 05 Mar 2026 14:05:09 GMT', 0],
    ['2026-03-05T14:05:09+08:00', 480],
    ['2026-03-05 14:05:09 +0800', 480],
    ['2026-03-05 14:05:09 -0500', -300],
    ['2026/3/5 14:05:09 -03:30', -210],
    ['2026-03-05T14:05:09+05:45', 345],
  ])('keeps the offset written beside it: %s', (text, offset) =>
    expect(read(text)).toEqual(at('2026-03-05T14:05:09', offset)),
  );

  test.each([
    ['05/03/2026', '2026-03-05', '2026-05-03'],
    ['5.3.2026', '2026-03-05', '2026-05-03'],
    ['5-3-2026', '2026-03-05', '2026-05-03'],
  ])('with the year last is read as the column was: %s', (text, dayFirst, monthFirst) => {
    expect(read(text, 'dmy')).toEqual(onDay(dayFirst));
    expect(read(text, 'mdy')).toEqual(onDay(monthFirst));
    expect(read(text, 'ymd')).toEqual({ ok: false, reason: 'not_a_date' });
  });

  it('knows its month whole or in three letters, and Sept', () => {
    const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, 5)));
    for (const date of months) {
      const iso = date.toISOString().slice(0, 10);
      for (const month of ['long', 'short'] as const)
        expect(read(`5 ${date.toLocaleString('en-US', { month, timeZone: 'UTC' })} 2026`)).toEqual(onDay(iso));
    }
    expect(read('Sept. 5, 2026')).toEqual(onDay('2026-09-05'));
  });

  it('with the year first or the month by name needs no decision', () => {
    for (const order of ['dmy', 'mdy'] as const) {
      expect(read('2026-03-05', order)).toEqual(onDay('2026-03-05'));
      expect(read('5 Mar 2026', order)).toEqual(onDay('2026-03-05'));
    }
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026年2月30日',
    '30 Feb 2026',
    '2026-03-05 24:00:00',
    '2026-03-05 23:60',
    '2026-03-05 23:59:60',
    '2026-03-05 13:05 AM',
    '2026年3月5日 上午13:05',
    '2026-03-05 14:05:09+99:99',
    '2026/3/5 14:05 +15:00',
    '2026-03-05T14:05:09+08:60',
  ])('that no calendar has is impossible: %s', (text) =>
    expect(read(text)).toEqual({ ok: false, reason: 'impossible' }),
  );

  it('is a leap day only in leap years', () => {
    expect(read('2028-02-29')).toEqual(onDay('2028-02-29'));
    expect(read('29/02/2000', 'dmy')).toEqual(onDay('2000-02-29'));
    expect(read('13/25/2026', 'dmy')).toEqual({ ok: false, reason: 'impossible' });
  });

  test.each([
    ['1989-12-31', 'too_old'],
    ['1970-01-01 00:00:00', 'too_old'],
    ['0000-00-00 00:00:00', 'too_old'],
    ['1772690400', 'unix_time'],
    ['1772690400000', 'unix_time'],
    ['46086', 'serial'],
    ['46086.5868', 'serial'],
    ['', 'not_a_date'],
    ['today', 'not_a_date'],
    ['2026', 'not_a_date'],
    ['2026-03', 'not_a_date'],
    ['March 2026', 'not_a_date'],
    ['5 Foo 2026', 'not_a_date'],
    ['Julius 5, 2026', 'not_a_date'],
    ['5 Marie 2026', 'not_a_date'],
    ['2026-03-05 soon', 'not_a_date'],
    ['2026-03-05 14', 'not_a_date'],
    ['05/03/26', 'not_a_date'],
  ])('is refused: %j is %s', (text, reason) => expect(read(text)).toEqual({ ok: false, reason }));

  it('is the same day in every shape', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        for (const text of [iso, `${y}/${m}/${d}`, `${y}年${m}月${d}日`]) expect(read(text)).toEqual(onDay(iso));
        expect(read(`${d}.${m}.${y}`, 'dmy')).toEqual(onDay(iso));
        expect(read(`${m}/${d}/${y}`, 'mdy')).toEqual(onDay(iso));
      }),
    );
  });
});

describe("a spreadsheet's day number", () => {
  const wall = (text: string, dateOnly = true): WallTime => ({ wall: text, offset: null, dateOnly });

  test.each<[number, WallTime]>([
    [1, wall('1900-01-01T00:00:00')],
    [59, wall('1900-02-28T00:00:00')],
    [61, wall('1900-03-01T00:00:00')],
    [46086, wall('2026-03-05T00:00:00')],
    [46086.5, wall('2026-03-05T12:00:00', false)],
    // 14:05 is 845 of 1440 minutes, which no binary fraction holds exactly.
    [46086.58680555555, wall('2026-03-05T14:05:00', false)],
  ])('%d', (serial, expected) => expect(serialToWall(serial, false)).toEqual(expected));

  it('counts from 1904 in workbooks of old Macs', () => {
    expect(serialToWall(0, true)).toEqual(wall('1904-01-01T00:00:00'));
    expect(serialToWall(46086 - 1462, true)).toEqual(wall('2026-03-05T00:00:00'));
  });
});
