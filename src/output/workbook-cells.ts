/**
 * Cells of a workbook: what stands in each, in which form, and what had to be changed for it. Text is always a
 * string in a cell made for text, so that nothing in it is a formula and no identifier becomes a number.
 */
import type { Style } from 'exceljs';
import { exponentOf } from '../values/exponents.ts';
import { type CellText, cellText, currencyOf } from './cell-text.ts';
import type { Cell, Column, Table } from './table.ts';

export interface SheetCell {
  readonly value: string | number | boolean | Date;
  /** One object for all cells of a form, by which exceljs knows it again. */
  readonly style: Partial<Style>;
}

/** Cells that do not hold quite what the table does. */
export interface Altered {
  /** Were longer than a cell may be. */
  cut: number;
  /** Held characters no workbook can hold, which are written as \u{…}. */
  replaced: number;
}

/** In UTF-16 units. */
const LONGEST = 32_767;
const LARGEST = Number.MAX_SAFE_INTEGER;
/** XML has no way to write them. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu;
/** What a workbook takes for a character written by its number. */
const LIKE_ESCAPE = /_(?=x[\da-f]{4}_)/gi;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Before it, the days of a workbook are not those of the calendar. */
const FIRST_DAY = '1900-03-01';

const form = (numFmt: string): Partial<Style> => ({ numFmt });
export const TEXT_FORM = form('@');
const PLAIN_FORM = form('General');
const DAY_FORM = form('yyyy-mm-dd');
/** Days and times in a workbook have no zone: the letter says it. */
const INSTANT_FORM = form('yyyy-mm-dd"T"hh:mm:ss"Z"');
const MONEY_FORMS = ['#,##0', '#,##0.0', '#,##0.00', '#,##0.000'].map(form);

export type ToSheetCell = (cell: Cell, row: readonly Cell[]) => SheetCell | undefined;

/** Undefined where nothing stands. */
export function sheetCells(table: Pick<Table, 'columns'>, altered: Altered): readonly ToSheetCell[] {
  return table.columns.map((column) => {
    const text = cellText(table, column);
    const asText: ToSheetCell = (cell, row) => ({ value: writable(text(cell, row), altered), style: TEXT_FORM });
    const typed = typedCell(table, column, text);
    return (cell, row) => (cell === null ? undefined : (typed(cell, row) ?? asText(cell, row)));
  });
}

/** Undefined for what is not of the kind of its column, or is too large for the numbers of a workbook. */
function typedCell(table: Pick<Table, 'columns'>, column: Column, text: CellText): ToSheetCell {
  switch (column.kind) {
    case 'money': {
      const currency = currencyOf(table, column);
      return (cell, row) =>
        numberCell(cell, () => Number(text(cell, row)), MONEY_FORMS[exponentOf(currency(row))] ?? PLAIN_FORM);
    }
    case 'integer':
    case 'number':
      return (cell) => numberCell(cell, Number, PLAIN_FORM);
    case 'day':
      return (cell) =>
        typeof cell === 'string' && DAY.test(cell) && cell >= FIRST_DAY
          ? { value: new Date(`${cell}T00:00:00Z`), style: DAY_FORM }
          : undefined;
    case 'instant':
      return (cell) =>
        typeof cell === 'number' && cell >= 0 ? { value: new Date(cell * 1000), style: INSTANT_FORM } : undefined;
    case 'boolean':
      return (cell) =>
        typeof cell === 'boolean' || typeof cell === 'number' ? { value: Boolean(cell), style: PLAIN_FORM } : undefined;
    default:
      return () => undefined;
  }
}

function numberCell(cell: Cell, value: (cell: Cell) => number, style: Partial<Style>): SheetCell | undefined {
  if (typeof cell !== 'number' && typeof cell !== 'bigint') return undefined;
  const isHeld = Number.isFinite(Number(cell)) && cell <= LARGEST && cell >= -LARGEST;
  return isHeld ? { value: value(cell), style } : undefined;
}

/** As a cell can hold it. */
function writable(text: string, altered: Altered): string {
  // A break within a cell is a line feed; the reader would make one of the others.
  const plain = text.replace(/\r\n?/g, '\n');
  const held = plain.replace(UNWRITABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  if (held !== plain) altered.replaced += 1;
  const written = held.replace(LIKE_ESCAPE, '_x005F_');
  if (written.length <= LONGEST) return written;
  altered.cut += 1;
  return written.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
}
