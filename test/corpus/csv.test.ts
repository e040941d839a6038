/** CSV files of public test suites: none may crash, hang or pass for orders; what can be read is read right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DELIMITERS } from '../../src/ingest/text/dialect.ts';
import { readTable } from '../helpers/read-table.ts';
import { corpus, FreshArchive } from './archive.ts';

const folder = join(corpus ?? '', 'hostile', 'csv');
const files = corpus === undefined ? [] : readdirSync(folder).filter((name) => /\.(csv|tsv)$/.test(name));
const read = (name: string) => readTable(readFileSync(join(folder, name)));

describe.skipIf(corpus === undefined)('CSV files of public test suites', () => {
  test('are all there', () => expect(files.length).toBeGreaterThan(80));

  test.each(files)('%s neither crashes nor hangs nor passes for orders', async (name) => {
    const archive = new FreshArchive();
    const started = performance.now();
    const { status, stderr, stdout } = await archive.ask([
      'ingest',
      join(folder, name),
      '--shop',
      'x',
      '--timezone',
      'UTC',
      '--currency',
      'USD',
      '--json',
    ]);
    archive.close();
    expect(performance.now() - started).toBeLessThan(5000);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([0, 1, 3]).toContain(status);
    if (status !== 1 && status !== 2) expect(JSON.parse(stdout)).not.toMatchObject({ orders: { new: 0, refused: 0 } });
  });

  test('take little memory, all of them together', async () => {
    const archive = new FreshArchive();
    const peak = join(archive.folder, 'peak');
    const code = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)))`;
    const { status } = await archive.ingest(
      [...files.map((name) => join(folder, name)), '--shop', 'x', '--timezone', 'UTC', '--currency', 'USD'],
      { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` },
    );
    expect(status).toBe(1);
    expect(Number(readFileSync(peak, 'utf8')) / 1024).toBeLessThan(300);
    archive.close();
  });

  // The expectation of the coordinates is of another table, and is no UTF-8 itself.
  const spectrum = files.filter((name) => name.startsWith('spectrum') && !name.includes('coordinates'));

  test.each(spectrum)('%s reads as its expectation', async (name) => {
    const expected = JSON.parse(
      readFileSync(join(folder, name.replace(/csv$/, 'expected.json')), 'utf8').replaceAll('\\r\\n', '\\n'),
    ) as object[];
    // One file lost its CRs on the way into the corpus, its expectation did not.
    const { rows, damaged } = await read(name);
    const [header = [], ...others] = rows;
    expect(
      others.map((row) => Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell] as const))),
    ).toEqual(expected);
    expect(damaged).toEqual([]);
  });

  test.each<[string, number, string | undefined, string | undefined]>([
    ['csvkit__test_utf16_big.csv', 3, 'a', '\u02a4'],
    ['csvkit__test_utf16_little.csv', 3, 'a', '\u02a4'],
    ['csvkit__test_utf8.csv', 3, 'foo', '\u02a4'],
    ['csvkit__test_utf8_bom.csv', 3, 'foo', '\u02a4'],
    ['csvkit__test_latin1.csv', 3, 'a', '\u00a9'],
    ['frictionless__bom.csv', 3, 'id', '中国人'],
    ['frictionless__issue-1009-semicolon.csv', 2, undefined, undefined],
    ['frictionless__table-unicode-headers.csv', 3, 'id', '中国人'],
    ['papaparse__utf-8-bom-sample.csv', 2, 'A', 'Z'],
    ['sqliteutils__example1.csv', 5, 'id', '6'],
    ['sqliteutils__example2.csv', 5, 'id', '6'],
    ['sqliteutils__example3.csv', 5, 'id', '6'],
    ['sqliteutils__example4.csv', 5, 'id', '6'],
    // A quote behind a blank that does not close as it should is text, and moves no cell.
    ['frictionless__escaping.csv', 4, 'ID', ' "Test \\" line 3"'],
  ])('%s has %i rows from %j to %j', async (name, count, first, last) => {
    const { rows, damaged } = await read(name);
    expect(rows).toHaveLength(count);
    if (first !== undefined) expect(rows[0]?.[0]).toBe(first);
    if (last !== undefined) expect(rows.at(-1)?.at(-1)).toBe(last);
    expect(damaged).toEqual([]);
  });

  test('reads a CR inside quotes of a file whose lines end with CR', async () => {
    const { rows } = await read('csvkit__mac_newlines.csv');
    expect(rows).toHaveLength(3);
    expect(rows.flat()).toContain('Once upon\ra time');
  });

  test('numbers rows below blank lines by their physical line', async () => {
    expect((await read('csvkit__test_skip_lines.csv')).lines).toEqual([4, 5]);
  });

  test('names the line of a zero byte', async () => {
    expect((await read('csvkit__null_byte.csv')).damaged).toEqual([2]);
  });

  test.each(['csvkit__no_header_row3.csv', 'frictionless__without-headers.csv', 'frictionless__transpose.csv'])(
    '%s is refused',
    async (name) => {
      const archive = new FreshArchive();
      const { status, stderr } = await archive.ask(['ingest', join(folder, name), '--json']);
      archive.close();
      expect(status).toBe(1);
      expect(stderr).toMatch(/no_header|headerless|sideways/);
    },
  );
});

interface PapaCase {
  readonly set: string;
  readonly description: string;
  readonly input: string | readonly string[];
  readonly config: { readonly delimiter?: string };
  readonly expected: { readonly data?: unknown };
}

/** Where we differ from Papa Parse, and why that is right for orders. */
const ARGUED: Readonly<Record<string, string>> = {
  'Quoted field with whitespace around quotes':
    'blanks around quotes are a habit of writers by hand, and no part of the value',
  'Quoted field has no closing quote':
    'the rest of the file would become one cell: the file is refused with the line of the quote',
  'Quoted field has invalid trailing quote after delimiter with a valid closer':
    'nobody can tell where the cell ends: the row is refused',
  'Quoted field has invalid trailing quote after delimiter': 'the row is refused instead of swallowing the next',
  'Quoted field has invalid trailing quote before delimiter': 'the row is refused instead of swallowing the next',
  'Quoted field has invalid trailing quote after new line': 'the row is refused instead of swallowing the next',
  'Mixed slash n and slash r should choose first as precident':
    'files mix line ends, and no cell holds a bare CR without quotes',
  "Parsing with skipEmptyLines set to 'greedy'": 'rows of separators are counted as blank by the layer above',
  "Parsing with skipEmptyLines set to 'greedy' with quotes and delimiters as content":
    'rows of separators are counted as blank by the layer above',
};

describe.skipIf(corpus === undefined)('the cases of Papa Parse', () => {
  const all = (
    corpus === undefined ? { cases: [] } : JSON.parse(readFileSync(join(folder, 'papaparse-cases.json'), 'utf8'))
  ) as { cases: PapaCase[] };
  const cases = all.cases.filter(
    ({ set, input, config, expected }) =>
      set !== 'UNPARSE_TESTS' &&
      typeof input === 'string' &&
      Array.isArray(expected.data) &&
      Object.keys(config).every((key) => ['delimiter', 'newline', 'skipEmptyLines'].includes(key)) &&
      [undefined, ...DELIMITERS].some((delimiter) => delimiter === config.delimiter),
  );

  test.each(cases)('$set: $description', async ({ input, config, expected, description }) => {
    const delimiter =
      DELIMITERS.find((one) => one === config.delimiter) ?? (/[;\t|]/.test(String(input)) ? undefined : ',');
    const rows = await readTable(Buffer.from(String(input)), {
      encoding: 'utf-8',
      ...(delimiter ? { delimiter } : {}),
    }).then(
      (table) => ({ rows: table.rows, damaged: table.damaged }),
      (error: unknown) => ({ refused: (error as { reason?: string }).reason }),
    );
    const wanted = (expected.data as string[][]).filter((row) => !(row.length === 1 && row[0] === ''));
    if (ARGUED[description] === undefined) expect(rows).toEqual({ rows: wanted, damaged: [] });
    else expect(rows).not.toEqual({ rows: wanted, damaged: [] });
  });
});
