import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DateOrder, parseInstantParts, readDateNumber } from '../../src/values/dates.ts';

const read = (text: string, order: DateOrder = 'ymd') => parseInstantParts(text, order);
const wall = (text: string, order?: DateOrder): string | null => {
  const parsed = read(text, order);
  if (!parsed.ok) return null;
  const { offset } = parsed.value;
  return `${parsed.value.wall}${offset === null ? '' : ` ${offset}`}`;
};

describe('a date in the words of an export', () => {
  test.each([
    // English, with the day first, last, or cut short.
    ['Jan-05-26', '2026-01-05T00:00:00'],
    ['Sep-30-26 23:45:00', '2026-09-30T23:45:00'],
    ['07-Sep-26', '2026-09-07T00:00:00'],
    ['07-Sep-26 23:45:00', '2026-09-07T23:45:00'],
    ['24 Feb 2022 05:09', '2022-02-24T05:09:00'],
    // A date and a time from two columns.
    ['Dec 8, 2024 9:15:51 AM', '2024-12-08T09:15:51'],
    ['Dec 8, 2024 9:15:51\u202fPM', '2024-12-08T21:15:51'],
    ['Jan 05, 2026, 4:05:09', '2026-01-05T04:05:09'],
    ['Jan 05, 2026, 4:05:09 PM', '2026-01-05T16:05:09'],
    ['2026-Mar-05', '2026-03-05T00:00:00'],
    ['Mon May  4 09:15:07 UTC 2026', '2026-05-04T09:15:07 0'],
    ['Mon May 04 2026 09:15:07 GMT+0800 (China Standard Time)', '2026-05-04T09:15:07 480'],
    ['4th of May, 2026 at 9:15 pm', '2026-05-04T21:15:00'],
    ['09:15 4 May 2026', '2026-05-04T09:15:00'],
    // The languages of the marketplaces.
    ['10-Dez-25', '2025-12-10T00:00:00'],
    ['5. März 2026', '2026-03-05T00:00:00'],
    ['Montag, 5. Januar 2026 14:05 Uhr', '2026-01-05T14:05:00'],
    ['30 de septiembre de 2025 19:29 hs.', '2025-09-30T19:29:00'],
    ['30 de setembro de 2025 19:29 hs.', '2025-09-30T19:29:00'],
    ['1 de enero de 2026', '2026-01-01T00:00:00'],
    ['05/dez/2025 14:05', '2025-12-05T14:05:00'],
    ['8 de mai. de 2026 14:05', '2026-05-08T14:05:00'],
    ['05-Mrz-26', '2026-03-05T00:00:00'],
    ['05-Mär-26', '2026-03-05T00:00:00'],
    ['5 mrt 2026', '2026-03-05T00:00:00'],
    ['5 giu 2026', '2026-06-05T00:00:00'],
    ['5 Agt 2026', '2026-08-05T00:00:00'],
    ['5 févr. 2026', '2026-02-05T00:00:00'],
    ['1er août 2026 à 14h05', '2026-08-01T14:05:00'],
    ['15 de março de 2026', '2026-03-15T00:00:00'],
    ['17 Agustus 2026 09.15 WIB', '2026-08-17T09:15:00 420'],
    ['5 Okt 2026', '2026-10-05T00:00:00'],
    ['12 maggio 2026', '2026-05-12T00:00:00'],
    // Chinese and Japanese.
    ['2026年5月4日 星期一 上午9:15', '2026-05-04T09:15:00'],
    ['2026年5月4日(月) 9時05分', '2026-05-04T09:05:00'],
    ['2026年5月4日 午後2:05', '2026-05-04T14:05:00'],
    ['2026年5月4日9点', '2026-05-04T09:00:00'],
    ['2026年5月4日 下午3点半', '2026-05-04T15:30:00'],
    ['2026年5月4日 晚上12:30', '2026-05-04T00:30:00'],
    ['2026年5月4日 晚上9:05', '2026-05-04T21:05:00'],
    ['2026年5月4日 中午12:30', '2026-05-04T12:30:00'],
    ['2026年5月4日 中午1:30', '2026-05-04T13:30:00'],
    ['2026年5月4日 凌晨1:05', '2026-05-04T01:05:00'],
    ['2026/5/4 早上7:05:09', '2026-05-04T07:05:09'],
    ['２０２６/５/４　９：０７', '2026-05-04T09:07:00'],
    // Digits alone.
    ['2026-01-05 4:05:09', '2026-01-05T04:05:09'],
    ['2026/9/10 8:00', '2026-09-10T08:00:00'],
    ['2012-5-23 23:34', '2012-05-23T23:34:00'],
    ['2018-07-25 21:06:00 -0700', '2018-07-25T21:06:00 -420'],
    ['2017-09-23T14:18:23-07:00', '2017-09-23T14:18:23 -420'],
    ['2026-05-04 09:15:07\t', '2026-05-04T09:15:07'],
    ['20260504091507', '2026-05-04T09:15:07'],
    ['202605040915', '2026-05-04T09:15:00'],
    ['20260504T091507Z', '2026-05-04T09:15:07 0'],
    ['2026-05-04T09:15:07.123456+05:30', '2026-05-04T09:15:07 330'],
    ['2026-05-04T09:15:07,5Z', '2026-05-04T09:15:07 0'],
    ['2026-05-04T09:15:07+08:00[Asia/Shanghai]', '2026-05-04T09:15:07 480'],
    ['2026-05-04 09:15:07 +08', '2026-05-04T09:15:07 480'],
    ['2026-05-04T09:15Z', '2026-05-04T09:15:00 0'],
    ['2026-05-04T09:15-10:00', '2026-05-04T09:15:00 -600'],
    ['2026-05-04 09:15-07:00', '2026-05-04T09:15:00 -420'],
    ['2026-05-04 09:15:07-10:00', '2026-05-04T09:15:07 -600'],
    ['2026-05-04 9 PM', '2026-05-04T21:00:00'],
  ])('%s', (text, expected) => expect(wall(text)).toBe(expected));

  test.each(['en-US', 'en-GB', 'de', 'de-AT', 'fr', 'fr-CA', 'es', 'es-MX', 'it', 'pt-BR', 'nl', 'id', 'ms'])(
    'has its month as they write it in %s, whole and cut short',
    (locale) => {
      for (const month of ['short', 'long'] as const)
        for (let index = 0; index < 12; index++) {
          const style = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
          const text = new Intl.DateTimeFormat(locale, style).format(Date.UTC(2026, index, 5));
          expect([text, wall(text)]).toEqual([text, `2026-${String(index + 1).padStart(2, '0')}-05T00:00:00`]);
        }
    },
  );

  const day = fc.integer({ min: 0, max: 33 }).map(String);
  const month = fc.constantFrom('Jan', 'feb', 'MAY', 'Sep', 'Dec', 'Foo');
  const year = fc.constantFrom('2026', '26', '99', '0');
  const between = fc.constantFrom(' ', '-', ', ');
  const time = fc.constantFrom('', ' 9:15', ', 14:05:09', ' 9:15:51 AM', ' 12:00 pm', ' 13:15 am', ' 25:00');

  it('is read the short way as the long one would', () => {
    const date = fc.oneof(fc.tuple(day, between, month, between, year), fc.tuple(month, between, day, between, year));
    fc.assert(
      fc.property(date, time, (parts, clock) => {
        const text = `${parts.join('')}${clock}`;
        // A blank behind it and the text goes the long way.
        expect([text, read(text)]).toEqual([text, read(`${text} `)]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['PST', -480],
    ['PDT', -420],
    ['EST', -300],
    ['GMT', 0],
    ['BST', 60],
    ['CET', 60],
    ['CEST', 120],
    ['MESZ', 120],
    ['WIB', 420],
    ['JST', 540],
    ['GMT+8', 480],
    ['(UTC+8)', 480],
    ['UTC-03:30', -210],
  ])('keeps the zone beside it: %s', (zone, offset) =>
    expect(wall(`2026-05-04 09:15:07 ${zone}`)).toBe(`2026-05-04T09:15:07 ${offset}`),
  );

  it.each(['CST', 'IST', 'AST', 'Mars'])('does not choose between the places that a zone means: %s', (zone) =>
    expect(read(`2026-05-04 09:15:07 ${zone}`)).toEqual({ ok: false, reason: 'not_a_date' }),
  );

  test.each([
    ['4/5/26', '2026-05-04T00:00:00', '2026-04-05T00:00:00'],
    ['04.05.26 09:15', '2026-05-04T09:15:00', '2026-04-05T09:15:00'],
    ['04.05.2026 09.15', '2026-05-04T09:15:00', '2026-04-05T09:15:00'],
    ['24/12/2025 16:24:00', '2025-12-24T16:24:00', null],
    ['09/30/2026 11:45:00 PM', null, '2026-09-30T23:45:00'],
    ['5/4/99', '1999-04-05T00:00:00', '1999-05-04T00:00:00'],
  ])('with the year last as the column was read: %s', (text, dmy, mdy) => {
    expect(wall(text, 'dmy')).toBe(dmy);
    expect(wall(text, 'mdy')).toBe(mdy);
  });

  it.each([
    '2026-W19-1',
    '2026-W19',
    '2026-124',
    '2026124',
    '1 de septiembre | 23:52',
    '2026-05-04 09:15 soon',
    '2026-05-04 / 2026-05-05',
    '2026-06-20 11:00 - 2026-06-20 12:00',
    '2026-06-20 11:00-12:00',
    '2026-06-20 11:00 至 12:00',
    '子订单A： 2026-06-11 22:17前 ; 子订单B： 2026-06-12 22:17前 ;',
    '5 March April 2026',
    'Q2 2026',
    '4 May',
    '04/05',
    '2026年5月',
    '9:15',
    'a 2026-05-04',
    '1e10',
    '-1',
    '2026-05-04 下午',
    `2026-05-04 ${' '.repeat(200)}09:15`,
  ])('is none: %s', (text) => expect(read(text, 'dmy')).toEqual({ ok: false, reason: 'not_a_date' }));

  it.each([
    '2026年5月4日 晚上1:30',
    '2026年5月4日 中午6:30',
    '2026-05-04 13:15 AM',
    '31 Jun 2026',
    '2026-05-04 09:15 GMT+15',
  ])('is impossible: %s', (text) => expect(read(text)).toEqual({ ok: false, reason: 'impossible' }));
});

describe('a number in the place of a date', () => {
  it("is a spreadsheet's day, from 1900 or 1904", () => {
    const nine = { wall: '2026-05-04T09:15:00', offset: null, dateOnly: false, from: 'serial' };
    expect(readDateNumber('46146.385416667', {})).toEqual(nine);
    expect(readDateNumber('46146,385416667', {})).toEqual(nine);
    expect(readDateNumber('44684.385416667', { date1904: true })).toEqual(nine);
    expect(readDateNumber('46326.99999', {})).toMatchObject({ wall: '2026-10-31T23:59:59' });
    expect(readDateNumber('46146', {})).toMatchObject({ wall: '2026-05-04T00:00:00', dateOnly: true });
  });

  it('is a count of seconds or milliseconds only where the whole column is', () => {
    const nine = { wall: '2026-05-04T09:15:00', offset: 0, dateOnly: false, from: 'epoch' };
    expect(readDateNumber('1777886100', { epochDates: true })).toEqual(nine);
    expect(readDateNumber('1777886100000', { epochDates: true })).toEqual(nine);
    expect(readDateNumber('1777886100.0', { epochDates: true })).toEqual(nine);
    expect(readDateNumber('1777886100', {})).toBeUndefined();
  });

  it.each(['60', '4614', '461460', '2026-05-04', '', 'x', '1'.repeat(100)])('is none: %s', (text) =>
    expect(readDateNumber(text, { epochDates: true })).toBeUndefined(),
  );
});
