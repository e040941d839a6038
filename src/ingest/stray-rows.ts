/** Rows of a table that are no orders: blank, pasted headers, totals, and those that cannot be read as a row at all. */
import { cleanCell, isBlank, normaliseHeader } from '../values/text.ts';
import type { Recognised } from './recognise.ts';
import type { Refusal } from './refusal.ts';
import type { RawRow } from './table-source.ts';
import type { WantedColumns } from './wanted-columns.ts';

/** Refused, for the reason. */
export type StrayRow = 'column_count' | 'missing_order_id';
/** Left out, and counted. */
export type NoOrder = 'blank' | 'repeatedHeader' | 'totals';

const TOTALS = /^(合计|总计|小计|汇总|总额|(grand\s*)?totals?|sub-?totals?|sum)\s*[:：]?$/i;

/** Tells of a row, its order number and its date, both cleaned, what kind of stray it is; undefined for a row of an order. */
export function strayRows(
  { header, columns }: Recognised,
  wanted: WantedColumns,
): (row: RawRow, id: string, date: string) => StrayRow | NoOrder | undefined {
  const idHeader = normaliseHeader(header.cells[columns.get('orderNumber')?.[0] ?? 0] ?? '');
  const width = header.cells.length;
  // Few order numbers have no digit, and few headers have one.
  const mayBeHeader = /\d/.test(idHeader) ? () => true : (id: string) => !/\d/.test(id);
  return (row, id, date) => {
    const empty = id === '' && wanted.pick(row.cells).every((cell) => cell === '');
    if (empty && row.cells.every((cell) => isBlank(cleanCell(cell)))) return 'blank';
    if (row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== '')) return 'column_count';
    if (date === '' && row.cells.some((cell) => TOTALS.test(cleanCell(cell)))) return 'totals';
    if (row.cells.length <= wanted.last) return 'column_count';
    if (id === '') return empty ? 'totals' : 'missing_order_id';
    if (date !== '' && mayBeHeader(id) && normaliseHeader(id) === idHeader) return 'repeatedHeader';
    return undefined;
  };
}

export function refusalOf(row: RawRow, id: string, reason: StrayRow, idHeader: string | null): Refusal {
  const { line } = row;
  const rows = [{ line, cells: [...row.cells] }];
  if (reason === 'missing_order_id') return { line, order: null, column: idHeader, value: '', reason, rows };
  return { line, order: id || null, column: null, value: String(row.cells.length), reason, rows };
}
