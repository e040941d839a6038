import { type Options, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../src/ingest/text/csv-scanner.ts';
import { type Dialect, plain } from '../../src/ingest/text/dialect.ts';

const OPTIONS: Options = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_empty_lines: false,
};

interface Scan {
  readonly rows: string[][];
  readonly lines: number[];
  readonly broken: number[];
  readonly open: number | undefined;
}

/** The rows of a text fed in pieces, as the reader of a file does it. */
function scan(text: string, piece = text.length || 1, dialect: Dialect = plain(',')): Scan {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: number[] = [];
  const scanner = new CsvScanner(dialect, (row) => {
    rows.push([...row.cells]);
    lines.push(row.line);
    if (row.damage === 'broken_quotes') broken.push(row.line);
    // A row that is kept has the same cells later on.
    expect([...row.keep().cells()]).toEqual(row.cells);
  });
  let rest = '';
  for (let at = 0; at < text.length; at += piece) {
    const taken = scanner.take((rest += text.slice(at, at + piece)), false);
    rest = rest.slice(taken.next);
  }
  return { rows, lines, broken, open: scanner.take(rest, true).open };
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
    ['inch marks', 'a,TV 32",b\n', [['a', 'TV 32"', 'b']]],
    ['blanks around quotes', 'a, "b, c" ,d\n', [['a', 'b, c', 'd']]],
    ['quotes that are text behind a blank', 'a, "b" c,d\n', [['a', ' "b" c', 'd']]],
    ['one quote behind a blank at the end', 'a, "', [['a', ' "']]],
    ['a separator at the very end', 'a,', [['a', '']]],
  ])('reads %s', (_, text, rows) => {
    expect(scan(text)).toMatchObject({ rows, broken: [], open: undefined });
    expect(scan(text, 1)).toMatchObject({ rows, broken: [], open: undefined });
  });

  test('numbers rows by the physical line they start on', () => {
    expect(scan('a\n"b\r\nb\nb",c\r\nd\n').lines).toEqual([1, 2, 5]);
  });

  test.each<[string, string, string[][]]>([
    [
      'text behind a closing quote',
      'a,b\n"c"d,e\nf,g\n',
      [
        ['a', 'b'],
        ['"c"d', 'e'],
        ['f', 'g'],
      ],
    ],
    [
      'a quote that closes in a later row',
      'a,b\nc,"d\n"e",f\ng,h\n',
      [
        ['a', 'b'],
        ['c', '"d'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
  ])('calls a row broken for %s, and goes on in the next line', (_, text, rows) => {
    expect(scan(text)).toMatchObject({ rows, broken: [2], open: undefined });
    expect(scan(text, 1)).toMatchObject({ rows, broken: [2], open: undefined });
  });

  test('tells the line in which a quote opens that is never closed', () => {
    expect(scan('a,b\n"c\nd",e\nf,"g\nh\n')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['c\nd', 'e'],
      ],
      open: 4,
    });
    expect(scan('a\n"b\nb","c', 2)).toMatchObject({ rows: [['a']], open: 3 });
  });

  test('knows quotes escaped by a backslash, and single quotes', () => {
    const backslash = { ...plain(','), backslash: true };
    expect(scan('"a \\"b\\", c","d\\\\"\n"e ""f""",g\\h\n', 1, backslash).rows).toEqual([
      ['a "b", c', 'd\\'],
      ['e "f"', 'g\\h'],
    ]);
    const single = { ...plain(','), quote: "'" } as const;
    expect(scan(`'a, b','O''Neil',5",O'Hara\n`, 1, single).rows).toEqual([['a, b', "O'Neil", '5"', "O'Hara"]]);
  });

  test('reads what csv-parse reads where every cell is written as it should be, in whatever pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('b', '"', ',', '\r\n', '\n', '\r', '茶', ' '), maxLength: 6 });
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '茶', '=', "'", ' '), maxLength: 6 }),
      fc.constantFrom('\r\n', '\n'),
      text.map((inner) => `"${inner.replaceAll('"', '""')}"`),
    );
    const table = fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (source, piece) => {
        expect(scan(source, piece)).toMatchObject({ rows: parse(source, OPTIONS), broken: [], open: undefined });
      }),
      { numRuns: 2000 },
    );
  });

  test('reads the same in whatever pieces, however wild the text', () => {
    const wild = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', "'", '\\'), maxLength: 40 });
    const dialects = fc.constantFrom<Dialect>(
      plain(','),
      { ...plain(','), backslash: true },
      { ...plain(','), quote: "'" },
    );
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 9 }), dialects, (source, piece, dialect) => {
        expect(scan(source, piece, dialect)).toEqual(scan(source, undefined, dialect));
      }),
      { numRuns: 5000 },
    );
  });
});
