/** What a writer of CSV files writes is what the reader reads, whatever the text. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { DELIMITERS } from '../../src/ingest/text/dialect.ts';
import { ENCODINGS } from '../../src/ingest/text/encoding.ts';
import { readTable } from '../helpers/read-table.ts';

const NAUGHTY = [
  'O\'Neil, "Ann"',
  '=1+1',
  '="00123"',
  "'0123",
  '#N/A',
  '__proto__',
  '\\"',
  '\\',
  '"',
  '""',
  ' "x" ',
  ', ;\t|',
  'a\nb',
  'a\r\nb',
  'a\rb',
  '王小茶',
  '陳大文',
  '山田太郎',
  'Zoë',
  '5 €',
  '𠮷野',
  '‮abc',
  '\u200b',
  '😀',
  '<script>',
  "'; DROP TABLE orders;--",
  '\u001b[31m',
  '1e5',
];
const cell = fc.oneof(
  fc.constantFrom(...NAUGHTY),
  fc.string({
    unit: fc.constantFrom('a', 'B', '0', '"', "'", ',', ';', '\t', '|', '\n', '\r', ' ', '\\', '=', 'é', '茶', '客'),
    maxLength: 8,
  }),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

it('gives back what csv-stringify wrote, under every separator, line end and encoding that can hold it', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom(...ENCODINGS),
      fc.boolean(),
      async (rows, delimiter, lineEnd, encoding, quoted) => {
        const text = stringify(rows, {
          delimiter,
          record_delimiter: lineEnd,
          quoted,
          quoted_match: /[\r\n]|^ +"|^\uFEFF/,
        });
        const bytes = iconv.encode(text, encoding);
        fc.pre(!rows.flat().some((one) => looksLikeRows(one, delimiter)));
        fc.pre(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) === text);
        const read = await readTable(bytes, { encoding, delimiter });
        expect({ rows: read.rows, damaged: read.damaged }).toEqual({
          rows: rows.filter((row) => !sameAsBlank(row)),
          damaged: [],
        });
      },
    ),
    { numRuns: 400 },
  );
});

const sameAsBlank = (row: readonly string[]) => row.length === 1 && row[0] === '';

/** Many lines in a cell of which one has the separators of a row are taken for rows behind a quote left open. */
const looksLikeRows = (one: string, delimiter: string) =>
  /[\r\n]/.test(one) && one.split(/[\r\n]/).some((line) => line.split(delimiter).length >= 4);
