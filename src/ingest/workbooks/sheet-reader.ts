/**
 * The rows of a sheet of an .xlsx workbook. Every kind of cell is read by the events of the scanner;
 * the two or three shapes that fill large exports are taken by `quick`, which gives the same.
 */
import { FileRefused } from '../refusal.ts';
import { dateText, isoText, numberText } from './cell-text.ts';
import type { DateKind } from './number-formats.ts';
import { QuickCells } from './quick-cells.ts';
import { LONGEST_CELL } from './shared-strings.ts';
import { columnOf, SheetNotes } from './sheet-notes.ts';
import type { TextStore } from './text-store.ts';
import { FAR_COLUMNS, MOST_COLUMNS, MOST_ROWS, type TakeRow } from './workbook.ts';
import { ATTRIBUTE, attribute, flag, type XmlHandler } from './xml-scanner.ts';
import { cellString } from './xml-text.ts';

export interface SheetContext {
  readonly texts: TextStore;
  readonly dates: ReadonlyMap<number, DateKind>;
  readonly date1904: boolean;
  readonly quick: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  value?: string;
  inline?: string;
}

export class SheetReader implements XmlHandler {
  readonly notes = new SheetNotes();
  wantsText = false;
  readonly quick?: (text: string, at: number) => number;
  readonly #context: SheetContext;
  readonly #take: TakeRow;
  readonly #cells: string[] = [];
  #line = 0;
  #filled = false;
  #inData = false;
  #inRow = false;
  #hidden = false;
  /** Elements below a cell that are none of ours. */
  #skipped = 0;
  #cell: Cell | undefined;
  #part: 'value' | 'inline' | undefined;

  constructor(context: SheetContext, take: TakeRow) {
    this.#context = context;
    this.#take = take;
    if (!context.quick) return;
    const quick = new QuickCells(context, this.#cells);
    this.quick = (text, at) => {
      if (!this.#inRow || this.#cell) return at;
      const next = quick.take(text, at);
      if (quick.filled) this.#filled = true;
      return next;
    };
  }

  open(name: string, attributes: string): void {
    if (this.#skipped > 0 || name === 'extLst' || name === 'rPh') {
      this.#skipped++;
      return;
    }
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true;
      else this.notes.element(name, attributes);
    } else if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (this.#cell) this.#openPart(name);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#inData = false;
    else if (name === 'v' || name === 't') {
      this.wantsText = false;
      this.#part = undefined;
    }
  }

  text(raw: string, cdata: boolean): void {
    if (!this.#cell || !this.#part) return;
    const text = cdata ? raw.replaceAll('&', '&amp;') : raw;
    const whole = (this.#cell[this.#part] ?? '') + text;
    if (whole.length > LONGEST_CELL * 9) throw new FileRefused('cell_too_long', { line: this.#line });
    this.#cell[this.#part] = whole;
  }

  #openRow(attributes: string): void {
    const stated = attribute(attributes, 'r');
    this.#line = stated !== undefined && /^\d+$/.test(stated) ? Number(stated) : this.#line + 1;
    if (this.#line > MOST_ROWS) throw new FileRefused('too_large', { line: this.#line });
    this.#inRow = true;
    this.#cells.length = 0;
    this.#filled = false;
    this.#hidden = attributes.includes('hidden') && flag(attributes, 'hidden');
  }

  #closeRow(): void {
    this.#inRow = false;
    if (!this.#filled) return;
    if (this.#hidden) this.notes.hiddenRows++;
    this.#take(this.#line, this.#cells);
  }

  #openCell(attributes: string): void {
    const cell: Cell = { column: this.#cells.length, type: 'n', style: -1, formula: false };
    for (const [, name, double, single = ''] of attributes.matchAll(ATTRIBUTE)) {
      const value = double ?? single;
      if (name === 't') cell.type = value;
      else if (name === 's') cell.style = value === '' ? -1 : Number(value);
      else if (name === 'r') {
        const letters = /^[A-Za-z]+/.exec(value)?.[0];
        if (letters !== undefined) cell.column = columnOf(letters);
      }
    }
    if (cell.column >= MOST_COLUMNS) throw new FileRefused('too_large', { line: this.#line });
    this.#cell = cell;
  }

  #openPart(name: string): void {
    if (name === 'f' && this.#cell) this.#cell.formula = true;
    this.#part = name === 'v' ? 'value' : name === 't' ? 'inline' : undefined;
    this.wantsText = this.#part !== undefined;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    const { column, type, value = '', inline, formula } = cell;
    const raw = inline ?? value;
    const note = (text: string) => ({ line: this.#line, column, text });
    if (formula && raw === '' && type !== 'str') this.notes.emptyFormula(note(''));
    const text = this.#cellText(type, cell.style, raw, inline !== undefined);
    if (type === 'e' && text !== '') this.notes.errorCell(note(text));
    if (text.length > LONGEST_CELL) throw new FileRefused('cell_too_long', { line: this.#line });
    this.#put(column, text);
  }

  #cellText(type: string, style: number, raw: string, inline: boolean): string {
    if (inline || type === 'str' || type === 'inlineStr') return cellString(raw);
    const value = raw.trim();
    if (value === '') return '';
    if (type === 's') {
      const text = this.#context.texts.get(Number(value));
      // A text that the file does not have must not become a blank.
      if (text === undefined) throw new FileRefused('bad_workbook', { value: 'sharedStrings', line: this.#line });
      return text;
    }
    if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
    if (type === 'd') return isoText(value);
    if (type === 'e') return cellString(value);
    const kind = this.#context.dates.get(style);
    return kind ? dateText(value, kind, this.#context.date1904) : numberText(value);
  }

  #put(column: number, text: string): void {
    if (column - this.#cells.length >= FAR_COLUMNS) return;
    for (let gap = this.#cells.length; gap < column; gap++) this.#cells[gap] = '';
    this.#cells[column] = text;
    if (text !== '') this.#filled = true;
  }
}
