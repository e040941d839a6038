/** Whether the amount beside the rows of an order is the order's, said again, or each row's own. */
import type { GenericField } from '../../platforms/generic.ts';
import { parseMoney } from '../../values/money.ts';
import { cleanCell } from '../../values/text.ts';
import type { RawRow } from '../tables/table-source.ts';

type Column = { readonly field: GenericField; readonly position: number };

/** `unclear` where orders of several rows say the same amount in each, and no price tells what the rows come to. */
export function whoseTotal(columns: readonly Column[], rows: readonly RawRow[]): 'order' | 'row' | 'unclear' {
  const cell = (row: RawRow, field: GenericField) =>
    cleanCell(row.cells[columns.find((column) => column.field === field)?.position ?? -1] ?? '');
  const orders = new Map<string, RawRow[]>();
  for (const row of rows) {
    const id = cell(row, 'order_id');
    if (id === '' || amountOf(cell(row, 'order_total')) === undefined) continue;
    const order = orders.get(id);
    if (order) order.push(row);
    else orders.set(id, [row]);
  }
  const several = [...orders.values()].filter(({ length }) => length > 1);
  if (several.length === 0) return 'order';
  if (several.some((order) => new Set(order.map((row) => amountOf(cell(row, 'order_total')))).size > 1)) return 'row';
  if (!columns.some(({ field }) => field === 'unit_price')) return 'unclear';
  const isOfRow = (row: RawRow) => {
    const price = amountOf(cell(row, 'unit_price'));
    const pieces = Number(cell(row, 'quantity') || '1');
    return price !== undefined && price * pieces === amountOf(cell(row, 'order_total'));
  };
  return several.flat().every(isOfRow) ? 'row' : 'order';
}

/** In hundredths. */
function amountOf(cell: string): number | undefined {
  const read = parseMoney(cell, /,\d{1,2}\D*$/.test(cell) ? 'comma' : 'point', 'EUR');
  return read.ok ? read.value : undefined;
}
