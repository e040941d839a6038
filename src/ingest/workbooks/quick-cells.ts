/**
 * The quick way through the cells of a row: `<c r s t><v>…</v></c>`, inline strings of one run, and
 * empty cells. It stops at the first cell that is written in any other way, or not wholly there, and
 * leaves it to the events of the scanner.
 */
import { dateText, numberText } from './cell-text.ts';
import { LONGEST_CELL } from './shared-strings.ts';
import type { SheetContext } from './sheet-reader.ts';
import { FAR_COLUMNS } from './workbook.ts';
import { cellString } from './xml-text.ts';

const QUOTE = 0x22;
const INLINE = ['<is><t>', '<is><t xml:space="preserve">'];
const INLINE_END = '</t></is></c>';

export class QuickCells {
  /** Whether the last call took a cell with something in it. */
  filled = false;
  readonly #context: SheetContext;
  readonly #cells: string[];
  #column = 0;
  #style = -1;
  #type = '';
  #end = 0;

  constructor(context: SheetContext, cells: string[]) {
    this.#context = context;
    this.#cells = cells;
  }

  /** Takes cells from `at` on and says where it stopped. */
  take(text: string, at: number): number {
    this.filled = false;
    for (let from = at; ; ) {
      // `<c ` begins a cell and nothing else of a row.
      if (text.charCodeAt(from + 1) !== 0x63 || text.charCodeAt(from + 2) !== 0x20) return from;
      if (!this.#attributes(text, from + 3)) return from;
      const next = this.#value(text);
      if (next < 0) return from;
      from = next;
    }
  }

  /** Reads r, s and t, in any order and none of anything else. */
  #attributes(text: string, from: number): boolean {
    const { length } = text;
    let at = from;
    this.#column = this.#cells.length;
    this.#style = -1;
    this.#type = '';
    for (;;) {
      let code = text.charCodeAt(at);
      if (code === 0x20) {
        at++;
        continue;
      }
      if (code === 0x3e || code === 0x2f) {
        this.#end = at;
        return at < length;
      }
      if (text.charCodeAt(at + 1) !== 0x3d || text.charCodeAt(at + 2) !== QUOTE) return false;
      const name = code;
      at += 3;
      if (name === 0x72) {
        let column = 0;
        for (code = text.charCodeAt(at); code >= 0x41 && code <= 0x5a; code = text.charCodeAt(++at))
          column = column * 26 + (code - 64);
        while (code >= 0x30 && code <= 0x39) code = text.charCodeAt(++at);
        this.#column = column - 1;
      } else if (name === 0x73) {
        let style = 0;
        for (code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(++at))
          style = style * 10 + (code - 0x30);
        this.#style = style;
      } else if (name === 0x74) {
        const start = at;
        for (code = text.charCodeAt(at); code >= 0x61 && code <= 0x7a; code = text.charCodeAt(++at));
        if (code === 0x53) code = text.charCodeAt((at += 3));
        this.#type = at - start === 1 ? (text[start] ?? '') : text.slice(start, at);
      } else return false;
      if (code !== QUOTE) return false;
      at++;
    }
  }

  /** Where the cell ends, -1 for one that is not for us. */
  #value(text: string): number {
    const at = this.#end;
    const column = this.#column;
    // Far or backward cells are rare, and the slow way knows what they are.
    if (column < this.#cells.length || column - this.#cells.length >= FAR_COLUMNS) return -1;
    if (text.charCodeAt(at) === 0x2f) {
      if (text.charCodeAt(at + 1) !== 0x3e) return -1;
      this.#put('');
      return at + 2;
    }
    if (this.#type === 'inlineStr') return this.#inline(text, at + 1);
    if (!text.startsWith('<v>', at + 1)) return -1;
    const start = at + 4;
    let end = start;
    let value: string | undefined;
    if (this.#type === 's') {
      let index = 0;
      let code = text.charCodeAt(end);
      for (; code >= 0x30 && code <= 0x39; code = text.charCodeAt(++end)) index = index * 10 + (code - 0x30);
      if (end === start) return -1;
      value = this.#context.texts.get(index);
    } else {
      end = text.indexOf('<', start);
      if (end <= start) return -1;
      if (this.#type === '' || this.#type === 'n') {
        const raw = text.slice(start, end);
        const kind = this.#style < 0 ? undefined : this.#context.dates.get(this.#style);
        value = kind ? dateText(raw, kind, this.#context.date1904) : numberText(raw);
      } else if (this.#type === 'str' && end - start <= LONGEST_CELL) value = cellString(text.slice(start, end));
    }
    if (value === undefined || !text.startsWith('</v></c>', end)) return -1;
    this.#put(value);
    return end + 8;
  }

  #inline(text: string, at: number): number {
    const opening = INLINE.find((one) => text.startsWith(one, at));
    if (opening === undefined) return -1;
    const start = at + opening.length;
    const end = text.indexOf('<', start);
    if (end < 0 || end - start > LONGEST_CELL || !text.startsWith(INLINE_END, end)) return -1;
    this.#put(cellString(text.slice(start, end)));
    return end + INLINE_END.length;
  }

  #put(value: string): void {
    const cells = this.#cells;
    for (let gap = cells.length; gap < this.#column; gap++) cells.push('');
    cells.push(value);
    if (value !== '') this.filled = true;
  }
}
