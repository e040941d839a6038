/** The positions of one order: a row each, a row for every piece, or packed into one row. */
import type { OrderRow } from '../rows/wanted-columns.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import type { OrderCells } from './order-cells.ts';

export interface OrderLine {
  readonly sku: string | null;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  /** Minor units; null where the export does not say it. */
  readonly unitPrice: number | null;
}

/** A line with what it came to, as its row says; null where that is not written. Minor units. */
export interface CountedLine extends OrderLine {
  readonly amount: number | null;
}

/** The rows that are items: of several, one without an item is the order's own. */
export function itemRows(cells: OrderCells, rows: readonly OrderRow[]): readonly OrderRow[] {
  const items = rows.filter((row) => cells.at(row, 'item') !== '' || cells.at(row, 'sku') !== '');
  return items.length > 0 ? items : rows;
}

export function linesOf(cells: OrderCells, rows: readonly OrderRow[], currency: string): CountedLine[] {
  const lines: CountedLine[] = [];
  for (const row of rows) {
    const sku = cells.at(row, 'sku');
    const title = cells.at(row, 'item') || sku;
    const stated = cells.money(row, 'unitPrice', currency);
    const amount = cells.money(row, 'lineTotal', currency);
    // An order-per-row file without item columns has orders and no lines.
    if (title === '' && stated === null && amount === null) continue;
    const told = cells.at(row, 'quantity');
    const quantity = told === '' ? 1 : wholeNumber(told);
    if (quantity === null) return cells.refuse(row, 'quantity', 'bad_quantity');
    lines.push(lineOf(sku, title, cells.at(row, 'variant'), quantity, stated, amount));
  }
  return lines;
}

/** The price of a piece and the amount follow from each other, where it comes out even. */
export function lineOf(
  sku: string,
  title: string,
  variant: string,
  quantity: number,
  price: number | null,
  amount: number | null,
): CountedLine {
  const even = price === null && amount !== null && quantity !== 0 && amount % quantity === 0;
  return {
    sku: sku || null,
    title: title || sku,
    variant: variant || null,
    quantity,
    unitPrice: even ? amount / quantity : price,
    amount: amount ?? (price === null ? null : price * quantity),
  };
}

/** Pieces that are alike in everything are one line. */
export function joinPieces(pieces: readonly CountedLine[]): CountedLine[] {
  const lines = new Map<string, CountedLine>();
  for (const piece of pieces) {
    const key = JSON.stringify([piece.sku, piece.title, piece.variant, piece.unitPrice]);
    const known = lines.get(key);
    const amount = known && (known.amount === null || piece.amount === null ? null : known.amount + piece.amount);
    lines.set(key, known ? { ...known, quantity: known.quantity + piece.quantity, amount: amount ?? null } : piece);
  }
  return [...lines.values()];
}

export function sumOfLines(lines: readonly CountedLine[]): number | undefined {
  if (lines.length === 0 || lines.some((line) => line.amount === null)) return undefined;
  return lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
}
