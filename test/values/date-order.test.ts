import { describe, expect, it, test } from 'vitest';
import { DateColumn, dateEvidence, parseInstantParts } from '../../src/values/dates.ts';

describe('the order of day and month in a column', () => {
  test.each([
    ['', 'none'],
    ['13/02/2026', 'dmy'],
    ['31.12.2026 10:00', 'dmy'],
    ['02/13/2026', 'mdy'],
    ['02/03/2026', 'either'],
    ['05/05/2026', 'same'],
    ['2026-03-05', 'ymd'],
    ['5 Mar 2026', 'ymd'],
    ['soon', 'bad'],
    ['45/01/2026', 'bad'],
    ['13/13/2026', 'bad'],
    ['00/05/2026', 'bad'],
    ['14/13/2026', 'bad'],
    ['30/02/2026', 'bad'],
    ['29.02.2028', 'dmy'],
  ])('by %j alone: %s', (text, evidence) => expect(dateEvidence(text)).toBe(evidence));

  const decide = (...cells: string[]) => {
    const column = new DateColumn();
    for (const [index, cell] of cells.entries()) column.add(cell, index + 2);
    return column.decide();
  };

  it('is settled by one date that can only be read one way', () => {
    expect(decide('02/03/2026', '13/03/2026')).toEqual({ order: 'dmy' });
    expect(decide('03/13/2026', '', '02/03/2026')).toEqual({ order: 'mdy' });
    expect(decide('2026-03-05', '', 'soon')).toEqual({ order: 'ymd' });
  });

  it('is of no matter where day and month are the same on every date', () => {
    const decided = decide('05/05/2026', '', '06.06.2026 10:00');
    expect(decided).toEqual({ order: 'dmy' });
    expect('order' in decided && parseInstantParts('05/05/2026', decided.order)).toMatchObject({ ok: true });
    expect(decide('05/05/2026', '02/13/2026')).toEqual({ order: 'mdy' });
  });

  it('is not settled by what is no date in either order', () => {
    expect(decide('45/01/2026', '02/13/2026')).toEqual({ order: 'mdy' });
  });

  it('is asked for where every date can be read both ways, by the first of them', () => {
    expect(decide('05/05/2026', '02/03/2026', '04/03/2026')).toEqual({ ambiguous: { example: '02/03/2026', line: 3 } });
  });

  it('is refused where two dates contradict, by the later one', () => {
    expect(decide('13/02/2026', '02/03/2026', '02/13/2026')).toEqual({ mixed: { example: '02/13/2026', line: 4 } });
    expect(decide('02/13/2026', '13/02/2026')).toEqual({ mixed: { example: '13/02/2026', line: 3 } });
  });

  it('of two digits for the year is told, and asked for, like any other', () => {
    expect(decide('4/5/26', '13/5/26')).toEqual({ order: 'dmy' });
    expect(decide('11/25/20', '4/5/20')).toEqual({ order: 'mdy' });
    expect(decide('4/5/26')).toEqual({ ambiguous: { example: '4/5/26', line: 2 } });
  });

  it('is asked for where the year may stand first, since the years of a shop lie closer together than its days', () => {
    expect(decide('26/05/13', '26/06/01', '26/07/29')).toEqual({ ambiguous: { example: '26/05/13', line: 2 } });
    expect(decide('13/05/26', '01/06/26', '29/07/26')).toEqual({ order: 'dmy' });
  });

  it('leaves a column of seconds since 1970 to be taken as such, and not one that has them among dates', () => {
    const column = (...cells: string[]) => {
      const dates = new DateColumn();
      for (const [index, cell] of cells.entries()) dates.add(cell, index + 2);
      return dates.epochDates;
    };
    expect(column('1777886100', '', '1777886101')).toBe(true);
    expect(column('1777886100000')).toBe(true);
    expect(column('1777886100', '2026-05-04')).toBe(false);
    expect(column('', '')).toBe(false);
  });
});

describe('dates that a spreadsheet turned round', () => {
  const decide = (cells: readonly string[]) => {
    const column = new DateColumn();
    for (const [index, cell] of cells.entries()) column.add(cell, index + 2);
    return column.decide();
  };
  // 2 November 2020 as 11/02/20, read year first.
  const turned = ['2011-02-20', '2010-05-20', '2009-12-20', '2011-07-20', '2003-01-20', '2006-06-20'];

  it('are seen beside those that could not be turned', () => {
    const kept = ['2020-11-25', '2020-10-13', '2020-03-31'];
    expect(decide([...kept, ...turned])).toEqual({ rotated: { example: '2011-02-20', line: 5 } });
  });

  it('are seen beside those that stayed text', () => {
    expect(decide(['11/25/20', ...turned])).toEqual({ rotated: { example: '2011-02-20', line: 3 } });
  });

  it('are seen where a whole column was turned', () => {
    const all = ['2004/3/26', '2013/4/26', '2022/4/26', '2001/5/26', '2017/5/26', '2030/6/26'];
    expect(decide(all)).toEqual({ rotated: { example: '2004/3/26', line: 2 } });
  });

  it('are not suspected of a shop that sells once a month, or of few rows', () => {
    expect(decide(['2019-05-20', '2020-06-20', '2021-05-20', '2022-06-20', '2023-07-20'])).toEqual({ order: 'ymd' });
    expect(decide(['2011-02-20', '2020-11-25'])).toEqual({ order: 'ymd' });
    expect(decide([...turned, '2020-11-05', '2020-11-25'])).toEqual({ order: 'ymd' });
    expect(decide(['2026-05-04', '2026-06-04', '2026-07-04', '2025-05-04', '2024-05-04'])).toEqual({ order: 'ymd' });
  });
});
