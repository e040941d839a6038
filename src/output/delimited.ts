/** Rows as CSV or TSV: text always quoted and defused, numbers and days plain, header always there. */
import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell-text.ts';
import { type Exempt, defuse } from './defuse.ts';
import type { Cell, Column, Table } from './table.ts';
import { controlsShown } from './visible.ts';

/** Without it Excel on Windows reads a file as if it were of an older time, and shows no Chinese. For files, not for pipes. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What is being written is short-lived where few rows are at once. */
const BATCH = 100;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** A birthday may have no year: --03-07. */
const TIME = /^(?:\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?|--\d\d-\d\d)$/;

/** Nothing in it that a program acts on: what most texts are like, told at a glance. */
const HARMLESS = /^(?:[0-9A-Za-z\u4e00-\u9fff][ -~\u4e00-\u9fff]*)?$/;

/** What csv-stringify takes: a string is quoted, a text in an object only where it has to be, as a number is. */
type Field = string | number | { readonly text: string } | null;

/** How many cells of each kind there are. */
export interface Defused {
  cells: number;
  /** With control characters that are written as \u{…}. */
  shown: number;
}

/** Pieces of text, header first; counts in `defused` the cells that were changed. */
export function* delimited(table: Table, delimiter: ',' | '\t' | ';' | '|', defused: Defused): Generator<string> {
  const fields = table.columns.map((column) => fieldOf(table, column, defused));
  const lines = (records: Field[][]): string =>
    stringify(records, {
      delimiter,
      quoted_string: true,
      quoted_empty: false,
      cast: { object: ({ text }) => text as string },
    });
  yield lines([table.columns.map(({ name }) => ({ text: defuse(name, 'nothing') }))]);
  let batch: Field[][] = [];
  for (const row of table.rows) {
    batch.push(fields.map((field, index) => field(row[index] ?? null, row)));
    if (batch.length < BATCH) continue;
    yield lines(batch);
    batch = [];
  }
  if (batch.length > 0) yield lines(batch);
}

function fieldOf(table: Table, column: Column, defused: Defused): (cell: Cell, row: readonly Cell[]) => Field {
  const text = cellText(table, column);
  const exempt: Exempt = column.kind === 'phone' ? 'phone' : 'nothing';
  const plain = plainPattern(column);
  const isAsItIs = column.kind === 'integer';
  return (cell, row) => {
    if (cell === null) return null;
    if (isAsItIs && typeof cell === 'number') return cell;
    const held = text(cell, row);
    if (typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') return { text: held };
    if (plain?.test(held)) return { text: held };
    if (HARMLESS.test(held)) return held;
    const value = table.controlsShown ? controlsShown(held) : held;
    if (value !== held) defused.shown += 1;
    const safe = defuse(value, exempt);
    if (safe !== value) defused.cells += 1;
    return safe;
  };
}

/** What a column of this kind may hold without quotes; anything else in it is treated as text. */
function plainPattern(column: Column): RegExp | undefined {
  if (column.kind === 'money' || column.kind === 'integer' || column.kind === 'number') return NUMBER;
  return column.kind === 'day' || column.kind === 'instant' ? TIME : undefined;
}
