/** Rows that stand in a file more than once. */
import type { OrderRow } from '../rows/wanted-columns.ts';
import { OrderCells, type Reading } from './order-cells.ts';

/** Pages pasted together show an order twice, row for row; its own row, seen twice, proves the copy. */
export function withoutCopies(reading: Reading, rows: readonly OrderRow[]): readonly OrderRow[] {
  const { layout } = reading;
  if (rows.length < 2) return rows;
  const lineId = reading.index.get('lineId');
  if (lineId !== undefined) return byLineId(reading, rows, lineId);
  const head = layout.grain === 'order' ? 0 : layout.headColumn ? (reading.index.get(layout.headColumn) ?? -1) : -1;
  if (head < 0) return rows;
  const copies = layout.grain === 'order' ? rows.length : rows.filter((row) => row.cells[head] !== '').length;
  if (copies < 2 || rows.length % copies !== 0) return rows;
  const counts = new Map<string, number>();
  const kept: OrderRow[] = [];
  for (const row of rows) {
    const key = row.cells.join('\u0000');
    const seen = counts.get(key) ?? 0;
    counts.set(key, seen + 1);
    if (seen % copies === 0) kept.push(row);
  }
  const whole = [...counts.values()].every((count) => count % copies === 0);
  return whole ? kept : rows;
}

/** Items have numbers of their own; one that comes again and says otherwise is refused. */
function byLineId(reading: Reading, rows: readonly OrderRow[], lineId: number): readonly OrderRow[] {
  const seen = new Map<string, string>();
  return rows.filter((row) => {
    const number = row.cells[lineId] ?? '';
    if (number === '') return true;
    const text = row.cells.join('\u0000');
    const known = seen.get(number);
    if (known === undefined) seen.set(number, text);
    else if (known !== text) new OrderCells(reading, rows).refuse(row, 'lineId', 'conflicting_order_fields');
    return known === undefined;
  });
}
