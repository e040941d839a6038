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
});
