/** Rows of a text file: decoded in pieces of whole lines, one array a row, numbered by physical line. */
import { CsvScanner, lineBreaks } from './csv-scanner.ts';
import { DELIMITERS, type Delimiter, type Dialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import {
  NO_NOTES,
  type Pause,
  type RawRow,
  type RowReader,
  SAMPLE_ROWS,
  type VisitedRow,
} from '../tables/table-source.ts';
import { decodeLines, lastLineEnd, textPieces } from './text-pieces.ts';

const SAMPLE_BYTES = 1 << 17;
/** Enough to see how quotes are written. */
const DIALECT_ROWS = 2000;
/** A row longer than this has a quote that is never closed. */
const LONGEST_ROW = 1 << 22;

/** The beginning of a text file, decoded once for everything that is decided by it. */
export class TextHead {
  readonly encoding: Encoding;
  /** The delimiter that a first line `sep=;` states, as Excel writes and reads it. */
  readonly told: Delimiter | undefined;
  readonly #text: string;
  readonly #flawed: boolean;
  readonly #whole: boolean;

  constructor(source: Source, encoding: Encoding) {
    const head = source.head.subarray(0, SAMPLE_BYTES);
    this.#whole = head.length === source.size;
    const { text, flawed } = decodeLines(
      this.#whole ? head : head.subarray(0, lastLineEnd(head, encoding)),
      encoding,
      true,
    );
    this.encoding = encoding;
    this.#text = text;
    this.#flawed = flawed;
    const told = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r|\n)/i.exec(text.slice(0, 32))?.[1];
    this.told = DELIMITERS.find((delimiter) => delimiter === told);
  }

  /** Rows of the beginning under one dialect, without a `sep=` line and an unfinished last row. */
  rows(dialect: Dialect, most = DIALECT_ROWS): RawRow[] {
    const rows: RawRow[] = [];
    const scanner = new CsvScanner(dialect, ({ line, cells, damage }) => {
      if (!(line === 1 && this.told) && rows.length < most) rows.push({ line, cells: [...cells], damage });
    });
    scanner.flawed = this.#flawed;
    scanner.take(this.#text, this.#whole);
    return rows;
  }
}

export function csvRows(source: Source, head: TextHead, dialect: Dialect): RowReader {
  return {
    sample: async () => head.rows(dialect, SAMPLE_ROWS),
    visit: (visitor, pause) => read(source, head.encoding, dialect, head.told ? 1 : 0, visitor, pause),
    notes: () => NO_NOTES,
  };
}

async function read(
  source: Source,
  encoding: Encoding,
  dialect: Dialect,
  skip: number,
  visitor: (row: VisitedRow) => void,
  pause?: Pause,
): Promise<void> {
  let width = 0;
  let rows = 0;
  let unreadable = 0;
  let firstUnreadable = 0;
  const scanner = new CsvScanner(dialect, (row) => {
    if (row.line <= skip || (row.cells.length === 1 && row.cells[0] === '')) return;
    rows++;
    if (row.damage === 'invalid_encoding' && unreadable++ === 0) firstUnreadable = row.line;
    // Only a row of several lines may hold others.
    if (scanner.line > row.line + 1) assertClosed(row, width, dialect.delimiter);
    width = Math.max(width, row.cells.length);
    visitor(row);
  });
  let rest = '';
  for await (const piece of textPieces(source, encoding, () => scanner.line)) {
    const text = rest + piece.text;
    scanner.flawed ||= piece.flawed;
    const { next, open } = scanner.take(text, false);
    rest = text.slice(next);
    if (rest.length > LONGEST_ROW) throw new FileRefused('unterminated_quote', { line: open ?? scanner.line });
    await pause?.();
  }
  const { open } = scanner.take(rest, true);
  if (open !== undefined) throw new FileRefused('unterminated_quote', { line: open });
  // Where most rows cannot be read, it is not the rows that are wrong.
  if (unreadable * 2 > rows) throw new FileRefused('bad_encoding', { line: firstUnreadable, value: encoding });
}

/** Below this many columns a line of a note may well look like a row. */
const WIDE = 4;

/** A quote that was never closed ends at the next one, and the rows between them look like one long cell. */
function assertClosed({ line, cells }: RawRow, width: number, delimiter: string): void {
  if (width < WIDE) return;
  for (const [index, cell] of cells.entries()) {
    if (cell.length < width || !/[\r\n]/.test(cell)) continue;
    if (!cell.split(/\r\n|\n|\r/).some((text) => text.split(delimiter).length >= width)) continue;
    const above = cells.slice(0, index).reduce((sum, other) => sum + lineBreaks(other), 0);
    throw new FileRefused('unterminated_quote', { line: line + above });
  }
}
