/**
 * Reads the rows of a CSV text. A quote opens a cell only at its start, blanks before it aside; in any
 * other place it is text, as inch marks are. A cell that opens with a quote has to close before a
 * separator or a line end: else its row is broken, ends with the line that the quote stands in, and
 * the next line is a row again.
 */
import { ownText } from '../../values/own-text.ts';
import { damageOf, LOST } from '../tables/damage.ts';
import type { Dialect } from './dialect.ts';
import { type Damage, type KeptRow, ownRow, type VisitedRow } from '../tables/table-source.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const BACKSLASH = 0x5c;
const EQUALS = 0x3d;
const NOWHERE = Number.MAX_SAFE_INTEGER;

/** What may stand in place of the end of a quoted cell: not in this text; never closed in it; closed where no cell ends; not quoted. */
const MORE = -1;
const OPEN = -2;
const BROKEN = -3;
const PLAIN = -4;

export class CsvScanner {
  /** 1-based physical line on which the next row starts; \r\n, \n and \r each end one. */
  line = 1;
  /** Whether cells have to be looked at for places that could not be read. */
  flawed = false;
  readonly #dialect: Dialect;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #visit: (row: VisitedRow) => void;
  /** One row for all visits: its cells are only good during one. */
  readonly #row = {
    line: 1,
    cells: [] as string[],
    damage: undefined as Damage | undefined,
    lossy: false,
    quoted: false,
    keep: () => this.#keep(this.#rowText()),
    keepApart: () => this.#keep(ownText(this.#rowText())),
  };
  #text = '';
  #cell = '';
  #start = 0;
  #end = 0;
  #again: ((text: string) => readonly string[]) | undefined;

  constructor(dialect: Dialect, visit: (row: VisitedRow) => void) {
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote.charCodeAt(0);
    this.#visit = visit;
  }

  /**
   * Takes whole rows from the start of `text` and tells where the first one begins that it did not
   * take; `last` says that nothing follows. `open` is the line of a quote that is still open there.
   */
  take(text: string, last: boolean): { readonly next: number; readonly open: number | undefined } {
    const { length } = text;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const row = this.#row;
    const { cells } = row;
    this.#text = text;
    let start = 0;
    let mark = nextQuote(text, 0);
    while (start < length) {
      let width = 0;
      let breaks = 0;
      let at = start;
      let broken = false;
      let quoted = false;
      let halves = 0;
      for (let open = true; open; width++) {
        let code = text.charCodeAt(at);
        // Most columns of an export are blank.
        if (code === delimiter) {
          cells[width] = '';
          at++;
          continue;
        }
        let end = at;
        if ((code === quote || code === BLANK) && (end = this.#quoted(text, at, last)) !== PLAIN) {
          if (end === MORE) return { next: start, open: undefined };
          if (end === OPEN) return { next: start, open: this.line + breaks };
          if (end === BROKEN) {
            broken = true;
            break;
          }
          cells[width] = this.#cell;
          breaks += lineBreaks(this.#cell);
          quoted = true;
          code = end < length ? text.charCodeAt(end) : LF;
        } else {
          end = at;
          while (end < length && code !== delimiter && code !== LF && code !== CR) code = text.charCodeAt(++end);
          if (end === length) {
            if (!last) return { next: start, open: undefined };
            code = LF;
          }
          cells[width] = end === at ? '' : text.slice(at, end);
          if (mark < end) {
            if (mark < at) mark = nextQuote(text, at);
            if (mark < end) {
              quoted = true;
              if (isOdd(text.slice(at, end))) halves++;
            }
          }
        }
        // Half of a line end may stand at the end of the text.
        if (code === CR && end + 1 === length && !last) return { next: start, open: undefined };
        open = code === delimiter;
        at = end + (code === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
      }
      this.#start = start;
      this.#end = broken ? lineEnd(text, at) : Math.min(at, length);
      if (broken && this.#end === length && !last) return { next: start, open: undefined };
      start = this.#end;
      if (cells.length > width) cells.length = width;
      row.line = this.line;
      row.quoted = quoted;
      const written = this.flawed ? text.slice(this.#start, start) : '';
      row.damage = this.flawed ? damageOf(written) : undefined;
      row.lossy = this.flawed && written.includes(LOST);
      // Two halves of a pair may have been one cell, with a separator that is none.
      if (halves > 1 && quote === QUOTE) row.damage ??= 'broken_quotes';
      this.line += 1 + breaks;
      if (broken) this.#broken(text.slice(this.#start, start));
      else this.#visit(row);
    }
    return { next: start, open: undefined };
  }

  /** Reads the quoted cell that begins at `at` and tells where it ends, or why there is none. */
  #quoted(text: string, at: number, last: boolean): number {
    const { length } = text;
    const from = text.charCodeAt(at) === BLANK ? afterBlanks(text, at) : at;
    if (from === length && !last) return MORE;
    if (text.charCodeAt(from) !== this.#quote) return PLAIN;
    const close = this.#closing(text, from + 1);
    if (close < 0) return last && from > at ? PLAIN : OPEN;
    const end = text.charCodeAt(close + 1) === BLANK ? afterBlanks(text, close + 1) : close + 1;
    if (end === length && !last) return MORE;
    const code = end < length ? text.charCodeAt(end) : LF;
    // Quotes behind a blank may well be text.
    if (code !== this.#delimiter && code !== LF && code !== CR) return from > at ? PLAIN : BROKEN;
    this.#cell = this.#unescaped(text.slice(from + 1, close));
    return end;
  }

  /** The cells of a broken row are what stands between its separators. */
  #broken(text: string): void {
    const { delimiter, quote } = this.#dialect;
    const cells = text
      .replace(/\r?\n$|\r$/, '')
      .split(delimiter)
      .map((cell) => (cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote) ? cell.slice(1, -1) : cell));
    this.#visit({ ...ownRow(this.#row.line, cells), damage: damageOf(text) ?? 'broken_quotes', quoted: true });
  }

  /** Position of the quote that closes a cell, -1 where none does; two quotes stand for one. */
  #closing(text: string, from: number): number {
    const { quote, backslash } = this.#dialect;
    let at = text.indexOf(quote, from);
    while (at >= 0) {
      if (backslash && escaped(text, at, from)) at = text.indexOf(quote, at + 1);
      else if (text.charCodeAt(at + 1) === this.#quote) at = text.indexOf(quote, at + 2);
      else return at;
    }
    return at;
  }

  #unescaped(cell: string): string {
    const { quote, backslash } = this.#dialect;
    const text = cell.includes(quote) ? singled(cell, quote) : cell;
    return backslash && text.includes('\\') ? text.replace(/\\(["'\\])/g, '$1') : text;
  }

  /** A row is kept as its text: a small part of what its cells take. */
  #keep(text: string): KeptRow {
    this.#again ??= rowReader(this.#dialect);
    return new KeptText(this.#row.line, text, this.#again);
  }

  #rowText(): string {
    return this.#text.slice(this.#start, this.#end);
  }
}

class KeptText implements KeptRow {
  readonly line: number;
  readonly text: string;
  readonly #read: (text: string) => readonly string[];

  constructor(line: number, text: string, read: (text: string) => readonly string[]) {
    this.line = line;
    this.text = text;
    this.#read = read;
  }

  cells(): readonly string[] {
    return this.#read(this.text);
  }
}

function rowReader(dialect: Dialect): (text: string) => readonly string[] {
  let cells: readonly string[] = [];
  const scanner = new CsvScanner(dialect, (row) => {
    cells = row.cells;
  });
  return (text) => {
    scanner.take(text, true);
    return cells;
  };
}

/** Two quotes as one: mostly in `=""123""`, as platforms write what a spreadsheet is not to take for a number. */
function singled(cell: string, quote: string): string {
  const pair = quote + quote;
  const last = cell.length - 2;
  if (
    cell.charCodeAt(0) === EQUALS &&
    cell.startsWith(pair, 1) &&
    cell.endsWith(pair) &&
    cell.indexOf(quote, 3) === last
  )
    return `=${quote}${cell.slice(3, last)}${quote}`;
  return cell.replaceAll(pair, quote);
}

function nextQuote(text: string, from: number): number {
  const at = text.indexOf('"', from);
  return at < 0 ? NOWHERE : at;
}

function isOdd(cell: string): boolean {
  return cell.split('"').length % 2 === 0;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === BLANK) at++;
  return at;
}

/** An odd number of backslashes before a quote makes it text. */
function escaped(text: string, quote: number, from: number): boolean {
  let at = quote;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}

function lineEnd(text: string, from: number): number {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = from;
  return found.exec(text) ? found.lastIndex : text.length;
}

export function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}
