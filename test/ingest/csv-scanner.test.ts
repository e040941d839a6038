import { type Options, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../src/ingest/csv-scanner.ts';

const OPTIONS: Options = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_empty_lines: false,
};

/** The rows of a text fed in pieces, as the reader of a file does it, and the text from the first irregular row on. */
function scan(text: string, piece = text.length || 1): { rows: string[][]; lines: number[]; irregular: string | null } {
  const rows: string[][] = [];
  const lines: number[] = [];
  const scanner = new CsvScanner(',', (row) => {
    rows.push([...row.cells]);
    lines.push(row.line);
  });
  let rest = '';
  for (let at = 0; at < text.length; at += piece) {
    const taken = scanner.take((rest += text.slice(at, at + piece)), false);
    rest = rest.slice(taken.next);
    if (taken.stopped === 'irregular') return { rows, lines, irregular: rest + text.slice(at + piece) };
  }
  return { rows, lines, irregular: scanner.take(rest, true).stopped === 'irregular' ? rest : null };
}

describe('the CSV scanner', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\nc,\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['quoted cells', '"a, b","say ""hi"""\n', [['a, b', 'say "hi"']]],
    ['a sign before the quotes', '="123",b\n', [['="123"', 'b']]],
    ['every line end', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines', '\n\na\n', [[''], [''], ['a']]],
    [
      'Chinese',
      '订单编号,买家\r\n1,"周，小茶"\r\n',
      [
        ['订单编号', '买家'],
        ['1', '周，小茶'],
      ],
    ],
  ])('reads %s', (_, text, rows) => {
    expect(scan(text)).toMatchObject({ rows, irregular: null });
    expect(scan(text, 1)).toMatchObject({ rows, irregular: null });
  });

  test('numbers rows by the physical line they start on', () => {
    expect(scan('a\n"b\r\nb\nb",c\r\nd\n').lines).toEqual([1, 2, 5]);
  });

  test.each([
    ['text behind a closing quote', 'a,b\n"c"d,e\nf\n', '"c"d,e\nf\n'],
    ['a quote never closed', 'a,b\nc,"d\ne\n', 'c,"d\ne\n'],
  ])('leaves %s to others, from the start of its row', (_, text, irregular) => {
    expect(scan(text)).toMatchObject({ rows: [['a', 'b']], irregular });
    expect(scan(text, 3)).toMatchObject({ rows: [['a', 'b']], irregular });
  });

  test('reads what csv-parse reads, in whatever pieces', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '茶', '='), maxLength: 6 }),
      fc
        .string({ unit: fc.constantFrom('b', '""', ',', '\r\n', '\n', '茶'), maxLength: 6 })
        .map((inner) => `"${inner}"`),
    );
    const text = fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (source, piece) => {
        const { rows, irregular } = scan(source, piece);
        const whole = irregular === null ? source : source.slice(0, source.length - irregular.length);
        expect(source.endsWith(irregular ?? '')).toBe(true);
        expect(rows).toEqual(parse(whole, OPTIONS));
      }),
      { numRuns: 2000 },
    );
  });
});
