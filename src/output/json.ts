/** Rows as JSON or NDJSON: money in integer minor units, lists as arrays, keys as the columns are named. */
import { isoInstant } from '../values/iso-instant.ts';
import type { Cell, Column, Table } from './table.ts';
import { jsonText } from './visible.ts';

/** One array, one row per line, so that it can be written while it is made. */
export function* jsonRows(table: Table): Generator<string> {
  let before = '[';
  for (const row of table.rows) {
    yield `${before}\n${jsonRow(table.columns, row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

export function* ndjsonRows(table: Table): Generator<string> {
  for (const row of table.rows) yield `${jsonRow(table.columns, row)}\n`;
}

function jsonRow(columns: readonly Column[], row: readonly Cell[]): string {
  return jsonText(
    Object.fromEntries(columns.map((column, index) => [column.name, jsonCell(column, row[index] ?? null)])),
  );
}

function jsonCell(column: Column, cell: Cell): unknown {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (column.kind === 'boolean' && typeof cell === 'number') return cell !== 0;
  if (column.kind === 'instant' && typeof cell === 'number') return isoInstant(cell);
  return cell;
}
