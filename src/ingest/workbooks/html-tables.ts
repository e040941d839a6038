/**
 * Reads the tables of a web page from its tags, closed or not: rows, cells, spans, line breaks. What
 * stands in scripts, styles and comments is no text of a cell.
 */
import { FileRefused } from '../refusal.ts';
import { numberText } from './cell-text.ts';
import { LONGEST_CELL } from './shared-strings.ts';
import { SheetNotes } from './sheet-notes.ts';
import { FAR_COLUMNS, MOST_COLUMNS, MOST_ROWS } from './workbook.ts';
import { character, withoutSpoolSigns } from './xml-text.ts';

type TakeTableRow = (table: number, line: number, cells: readonly string[]) => void;

/** Characters waited for until a tag, a comment or a script ends. */
const LONGEST = 1 << 20;
const MOST_NESTED = 64;
const LONGEST_END = 64;
/** How far a quoted value with a `>` in it is followed; most quotes that stay open are slips. */
const LONGEST_VALUE = 1 << 11;
const TAG = /^<(\/?)([a-z][a-z0-9:]*)/i;
const RAW = /^(?:script|style|textarea|title|xml)$/;
const ENDS: Readonly<Record<string, RegExp>> = {
  comment: /-->/g,
  script: /<\/script[^>]*>/gi,
  style: /<\/style[^>]*>/gi,
  textarea: /<\/textarea[^>]*>/gi,
  title: /<\/title[^>]*>/gi,
  xml: /<\/xml[^>]*>/gi,
};

interface OpenTable {
  readonly number: number;
  line: number;
  /** The last row that a cell further up reaches into, by column. */
  readonly spans: number[];
  row: { cells: string[]; hidden: boolean } | undefined;
  cell: { text: string; attributes: string } | undefined;
}

export class HtmlTables {
  readonly #take: TakeTableRow;
  readonly #notes = new Map<number, SheetNotes>();
  readonly #open: OpenTable[] = [];
  #count = 0;
  #rest = '';
  #until: RegExp | undefined;

  constructor(take: TakeTableRow) {
    this.#take = take;
  }

  notesOf(table: number): SheetNotes {
    let notes = this.#notes.get(table);
    if (!notes) this.#notes.set(table, (notes = new SheetNotes()));
    return notes;
  }

  take(piece: string): void {
    const text = this.#rest + piece;
    this.#rest = text.slice(this.#scan(text));
    if (this.#rest.length > LONGEST) throw new FileRefused('html');
  }

  /** What is still open at the end ends there. */
  end(): void {
    this.#text(this.#rest);
    while (this.#open.length > 0) this.#closeTable();
  }

  #scan(text: string): number {
    for (let at = 0; ; ) {
      if (this.#until !== undefined) {
        this.#until.lastIndex = at;
        if (!this.#until.test(text)) return Math.max(at, text.length - LONGEST_END);
        at = this.#until.lastIndex;
        this.#until = undefined;
      }
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        // The last word may go on, and so may an entity.
        return this.#cell() ? at : text.length;
      }
      this.#text(text.slice(at, tag));
      if (text.length - tag < 4) return tag;
      const end = this.#tag(text, tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  #tag(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      this.#until = ENDS['comment'];
      return at + 4;
    }
    if (text[at + 1] === '!' || text[at + 1] === '?') {
      const end = text.indexOf('>', at);
      return end < 0 ? -1 : end + 1;
    }
    // A sign that opens no tag is text.
    if (!/^<\/?[a-z]/i.test(text.slice(at, at + 3))) {
      this.#text('<');
      return at + 1;
    }
    const end = tagEnd(text, at);
    if (end < 0) return -1;
    const tag = text.slice(at, end);
    const [opening = '', slash, name = ''] = TAG.exec(tag) ?? [];
    if (slash === '/') this.#close(name.toLowerCase());
    else this.#start(name.toLowerCase(), tag.slice(opening.length));
    return end + 1;
  }

  #start(name: string, attributes: string): void {
    const table = this.#open.at(-1);
    if (RAW.test(name) && !attributes.endsWith('/')) this.#until = ENDS[name];
    if (name === 'table') {
      if (this.#open.length >= MOST_NESTED) throw new FileRefused('html');
      this.#open.push({ number: this.#count++, line: 0, spans: [], row: undefined, cell: undefined });
    }
    if (!table) return;
    if (name === 'tr') {
      closeRow(table, this.notesOf(table.number), this.#take);
      table.row = { cells: [], hidden: /display\s*:\s*none/i.test(attributes) };
      if (++table.line > MOST_ROWS) throw new FileRefused('too_large', { line: table.line });
    } else if (name === 'td' || name === 'th') {
      if (!table.row) this.#start('tr', '');
      closeCell(table, this.notesOf(table.number));
      table.cell = { text: '', attributes };
    } else if (name === 'br' && table.cell) table.cell.text += '\n';
  }

  #close(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'table') this.#closeTable();
    else if (name === 'tr') closeRow(table, this.notesOf(table.number), this.#take);
    else if (name === 'td' || name === 'th') closeCell(table, this.notesOf(table.number));
  }

  #closeTable(): void {
    const table = this.#open.pop();
    if (table) closeRow(table, this.notesOf(table.number), this.#take);
  }

  #cell(): { text: string } | undefined {
    return this.#open.at(-1)?.cell;
  }

  #text(raw: string): void {
    const cell = this.#cell();
    if (!cell || raw === '') return;
    cell.text += decoded(raw.replace(/\s+/g, ' '));
    if (cell.text.length > LONGEST_CELL) throw new FileRefused('cell_too_long', { line: this.#open.at(-1)?.line ?? 0 });
  }
}

/** Position of the `>` that ends the tag at `at`, -1 where the text ends before. */
function tagEnd(text: string, at: number): number {
  const end = text.indexOf('>', at);
  if (end < 0) return -1;
  const open = text.slice(at, end).split('"').length % 2 === 0;
  const quote = open ? text.slice(end, end + LONGEST_VALUE).indexOf('"') : -1;
  return quote < 0 ? end : text.indexOf('>', end + quote);
}

function closeCell(table: OpenTable, notes: SheetNotes): void {
  const { cell, row } = table;
  table.cell = undefined;
  if (!cell || !row) return;
  const span = (name: string) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(cell.attributes)?.[1] ?? 1);
  const column = freeColumn(row.cells, table);
  const [columns, rows] = [Math.max(1, Math.min(span('colspan'), FAR_COLUMNS)), span('rowspan')];
  const last = table.line + rows - 1;
  if (rows > 1 && columns === 1) notes.merge({ first: table.line, last, column });
  row.cells[column] = shown(cell.text, cell.attributes);
  for (let extra = 0; extra < columns; extra++) {
    if (extra > 0) row.cells.push('');
    if (rows > 1) table.spans[column + extra] = last;
  }
  if (row.cells.length > MOST_COLUMNS) throw new FileRefused('too_large', { line: table.line });
}

/** The next column that no cell from above reaches into. */
function freeColumn(cells: string[], { line, spans }: OpenTable): number {
  while ((spans[cells.length] ?? 0) >= line) cells.push('');
  return cells.length;
}

function closeRow(table: OpenTable, notes: SheetNotes, take: TakeTableRow): void {
  closeCell(table, notes);
  const { row } = table;
  table.row = undefined;
  if (!row || row.cells.every((cell) => cell === '')) return;
  if (row.hidden) notes.hiddenRows++;
  take(table.number, table.line, row.cells);
}

/** Excel keeps the whole number beside what it shows of it. */
function shown(text: string, attributes: string): string {
  const lines = text.replaceAll('\u00a0', ' ').split('\n');
  const plain = withoutSpoolSigns(
    lines
      .map((line) => line.trim())
      .join('\n')
      .trim(),
  );
  const number = /\bx:num\s*=\s*["']?(-?[\d.]+)/i.exec(attributes)?.[1];
  return number !== undefined && /^\d(?:\.\d+)?E\+\d+$|^#+$/i.test(plain) ? numberText(number) : plain;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  yen: '¥',
  pound: '£',
  euro: '€',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,9})|#x([0-9a-f]{1,8})|([a-z]{2,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return character(Number(decimal));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return (whole.endsWith(';') && NAMED[(name ?? '').toLowerCase()]) || whole;
    },
  );
}
