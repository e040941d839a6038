/** What each item of an order says of itself, where they do not all say the same. */
import type { OrderPart } from '../../archive/order-parts.ts';
import type { Layout, StatusRole } from '../../platforms/layout.ts';
import { ownText } from '../../values/own-text.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';
import type { OrderCells } from './order-cells.ts';
import { linesOf } from './order-lines.ts';

/** Null where the order's own words say it all. `rows` are those of its items. */
export function partsOf(
  { lineStates = [], sums = [] }: Layout,
  cells: OrderCells,
  rows: readonly OrderRow[],
  currency: string,
): OrderPart[] | null {
  if (lineStates.length === 0 || rows.length < 2) return null;
  const said = rows.map((row) => lineStates.map((role) => cells.at(row, role)).join('\u0000'));
  if (said.every((words) => words === said[0])) return null;
  // What the row itself says was paid for it, else what its line comes to.
  const field = (['paid', 'total', 'lineTotal'] as const).find(
    (one) => cells.has(one) && (one === 'lineTotal' || sums.includes(one)),
  );
  return rows.map((row) => {
    const words: Partial<Record<StatusRole, string>> = {};
    for (const role of lineStates) {
      const word = cells.at(row, role);
      if (word !== '') words[role] = ownText(word);
    }
    const amount = field ? cells.money(row, field, currency) : (linesOf(cells, [row], currency)[0]?.amount ?? null);
    const refunded = sums.includes('refunded') ? cells.refund(row, currency) : 0;
    return { words, amount: amount ?? 0, refunded };
  });
}
