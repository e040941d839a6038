/** Rows of a text file: decoded in chunks, parsed by csv-parse, one array a row, numbered by physical line. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type CsvError, type Options, parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import type { Encoding } from './encoding.ts';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import { type RawRow, type RowReader, SAMPLE_ROWS } from './table-source.ts';

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
    async sample() {
      const text = decodeHead(source, encoding);
      const rows = parseSample(text, delimiter);
      return number(rows).slice(skip, SAMPLE_ROWS + skip);
    },
    visit: (visitor) => read(source, encoding, delimiter, skip, visitor),
  };
}

/** The delimiter that a first line `sep=;` states, as Excel writes and reads it. */
export function separatorLine(source: Source, encoding: Encoding): Delimiter | undefined {
  const told = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i.exec(decodeHead(source, encoding).slice(0, 16))?.[1];
  return DELIMITERS.find((delimiter) => delimiter === told);
}

/** Rows of the beginning under one delimiter; an unfinished last row is dropped. */
export function sampleRows(source: Source, encoding: Encoding, delimiter: Delimiter): readonly RawRow[] {
  return number(parseSample(decodeHead(source, encoding), delimiter)).slice(0, SAMPLE_ROWS);
}

function decodeHead(source: Source, encoding: Encoding): string {
  // Not fatal: the sample may end inside a character. The full pass is strict.
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(source.head.subarray(0, SAMPLE_BYTES), {
    stream: true,
  });
}

function parseSample(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  try {
    parseAll(text, {
      ...dialect(delimiter),
      to: SAMPLE_ROWS + 2,
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
    line += 1 + lineBreaks(cells);
    return row;
  });
}

async function read(
  source: Source,
  encoding: Encoding,
  delimiter: Delimiter,
  skip: number,
  visitor: (row: RawRow) => void,
): Promise<void> {
  let line = 1;
  let ended = 0;
  let previous = 0;
  const parser = parse({
    ...dialect(delimiter),
    on_record: (cells: string[], context: { lines: number }) => {
      const start = line;
      // csv-parse counts \r\n inside quotes twice, so a row of several lines is counted again here.
      line += context.lines - previous === 1 ? 1 : 1 + lineBreaks(cells);
      previous = context.lines;
      if (++ended > skip && !(cells.length === 1 && cells[0] === '')) visitor({ line: start, cells });
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(
      decoded(source, encoding, () => line),
      parser,
    );
  } catch (error) {
    throw worded(error, line);
  }
}

async function* decoded(source: Source, encoding: Encoding, line: () => number): AsyncGenerator<string | Buffer> {
  const stream = createReadStream(source.path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>;
  // csv-parse reads UTF-8 bytes itself; the whole file was checked when it was opened.
  if (encoding === 'utf-8' && source.utf8) yield* stream;
  else {
    const decoder = new TextDecoder(encoding, { fatal: true });
    try {
      for await (const chunk of stream) {
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
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

function worded(error: unknown, line: number): unknown {
  if ((error as CsvError).code === 'CSV_QUOTE_NOT_CLOSED') return new FileRefused('unterminated_quote', { line });
  return error;
}
