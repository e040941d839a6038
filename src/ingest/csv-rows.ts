/** Rows of a text file: decoded in pieces, one array a row, numbered by physical line; plain rows by the scanner, the others by csv-parse. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { CsvError, Options } from 'csv-parse';
import { CsvScanner, lineBreaks } from './csv-scanner.ts';
import type { Encoding } from './encoding.ts';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import {
  NO_NOTES,
  ownRow,
  type Pause,
  type RawRow,
  type RowReader,
  SAMPLE_ROWS,
  type VisitedRow,
} from './table-source.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_BYTES = 1 << 17;

const dialect = (delimiter: string): Options => ({
  delimiter,
  bom: true,
  // Taobao writes ="123" with the sign outside the quotes, and an inch mark is not a quote.
  relax_quotes: true,
  relax_column_count: true,
  // Named, because the automatic choice leaves \r behind in files that mix line ends.
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_empty_lines: false,
});

export function csvRows(source: Source, encoding: Encoding, delimiter: Delimiter): RowReader {
  const skip = separatorLine(source, encoding) ? 1 : 0;
  return {
    sample: async () => (await sampleRows(source, encoding, delimiter)).slice(skip),
    visit: (visitor, pause) => read(source, encoding, delimiter, skip, visitor, pause),
    notes: () => NO_NOTES,
  };
}

/** The delimiter that a first line `sep=;` states, as Excel writes and reads it. */
export function separatorLine(source: Source, encoding: Encoding): Delimiter | undefined {
  const told = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i.exec(decodeHead(source, encoding).slice(0, 16))?.[1];
  return DELIMITERS.find((delimiter) => delimiter === told);
}

/** Rows of the beginning under one delimiter; an unfinished last row is dropped. */
export async function sampleRows(source: Source, encoding: Encoding, delimiter: Delimiter): Promise<RawRow[]> {
  const text = decodeHead(source, encoding);
  const rows: RawRow[] = [];
  const scanner = new CsvScanner(delimiter, ({ line, cells }) => {
    if (rows.length < SAMPLE_ROWS) rows.push({ line, cells: [...cells] });
  });
  const { stopped } = scanner.take(text, true);
  if (stopped === 'irregular' && rows.length < SAMPLE_ROWS) return number(await parseSample(text, delimiter));
  return rows;
}

function decodeHead(source: Source, encoding: Encoding): string {
  // Not fatal: the sample may end inside a character. The full pass is strict.
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(source.head.subarray(0, SAMPLE_BYTES), {
    stream: true,
  });
}

async function parseSample(text: string, delimiter: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  const rows: string[][] = [];
  try {
    parse(text, {
      ...dialect(delimiter),
      to: SAMPLE_ROWS,
      on_record: (cells: string[]) => {
        rows.push(cells);
        return null;
      },
    });
  } catch (error) {
    // A quote still open at the end of the sample: the rows before it serve.
    if ((error as CsvError).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
  }
  return rows;
}

function number(rows: readonly (readonly string[])[]): RawRow[] {
  let line = 1;
  return rows.map((cells) => {
    const row = { line, cells };
    line += 1 + breaksIn(cells);
    return row;
  });
}

/** A row longer than this is most likely a quote never closed; csv-parse finds that without reading twice. */
const LONGEST_ROW = 1 << 22;

async function read(
  source: Source,
  encoding: Encoding,
  delimiter: Delimiter,
  skip: number,
  visitor: (row: VisitedRow) => void,
  pause?: Pause,
): Promise<void> {
  let ended = 0;
  let width = 0;
  const visit = (row: VisitedRow) => {
    if (++ended <= skip || (row.cells.length === 1 && row.cells[0] === '')) return;
    assertClosed(row, width, delimiter);
    width = Math.max(width, row.cells.length);
    visitor(row);
  };
  const scanner = new CsvScanner(delimiter, visit);
  let rest = '';
  const pieces = paced(
    decoded(source, encoding, () => scanner.line),
    pause,
  );
  for await (const piece of pieces) {
    const text = rest + piece;
    const { next, stopped } = scanner.take(text, false);
    rest = text.slice(next);
    if (stopped === 'irregular' || rest.length > LONGEST_ROW)
      return await readIrregular(joined(rest, pieces), delimiter, scanner.line, visit);
  }
  if (scanner.take(rest, true).stopped === 'irregular')
    await readIrregular(joined(rest, pieces), delimiter, scanner.line, visit);
}

async function* paced(pieces: AsyncIterable<string>, pause: Pause | undefined): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield piece;
    await pause?.();
  }
}

async function* joined(first: string, others: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* others;
}

async function readIrregular(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  from: number,
  visit: (row: VisitedRow) => void,
): Promise<void> {
  const { parse } = await import('csv-parse');
  let line = from;
  let previous = 0;
  const parser = parse({
    ...dialect(delimiter),
    on_record: (cells: string[], context: { lines: number }) => {
      const start = line;
      // csv-parse counts \r\n inside quotes twice, so a row of several lines is counted again here.
      line += context.lines - previous === 1 ? 1 : 1 + breaksIn(cells);
      previous = context.lines;
      visit(ownRow(start, cells));
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(pieces, parser);
  } catch (error) {
    throw worded(error, line);
  }
}

async function* decoded(source: Source, encoding: Encoding, line: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const chunks = createReadStream(source.path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of encoding.startsWith('utf-16') ? chunks : cutAtLineEnds(chunks)) {
      const text = decoder.decode(chunk, { stream: true });
      if (text) yield text;
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new FileRefused('bad_encoding', { line: line(), value: encoding });
  }
}

/** Pieces that mostly end with a row are scanned as they are; a row put together from two costs the scanner twice the time. */
async function* cutAtLineEnds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    // No encoding but UTF-16 uses the byte of the line feed for anything else.
    const end = chunk.lastIndexOf(0x0a) + 1 || chunk.length;
    yield rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    rest = chunk.subarray(end);
  }
  yield rest;
}

/** Below this many columns a line of a note may well look like a row. */
const WIDE = 4;

/** A quote that was never closed ends at the next one, and the rows between them look like one long cell. */
function assertClosed({ line, cells }: RawRow, width: number, delimiter: string): void {
  if (width < WIDE) return;
  for (const cell of cells) {
    if (cell.length < width || !/[\r\n]/.test(cell)) continue;
    const rows = cell.split(/\r\n|\n|\r/).filter((text) => text.split(delimiter).length >= width);
    if (rows.length > 0) throw new FileRefused('unterminated_quote', { line });
  }
}

const breaksIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);

function worded(error: unknown, line: number): unknown {
  if ((error as CsvError).code === 'CSV_QUOTE_NOT_CLOSED') return new FileRefused('unterminated_quote', { line });
  return error;
}
