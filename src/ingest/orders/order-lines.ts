/** The positions of one order: a row each, or packed into one cell. */
import type { Layout } from '../../platforms/layout.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';
import type { OrderCells } from './order-cells.ts';

export interface OrderLine {
  readonly sku: string | null;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  /** Minor units; null where the export packs items into one cell. */
  readonly unitPrice: number | null;
}

export function linesOf(layout: Layout, cells: OrderCells, rows: readonly OrderRow[], currency: string): OrderLine[] {
  if (layout.grain === 'order')
    return packedLines(layout, cells.value('item'), cells.value('lineCount'), cells.value('units'));
  const lines: OrderLine[] = [];
  for (const row of rows) {
    const sku = cells.at(row, 'sku');
    const title = cells.at(row, 'item') || sku;
    const unitPrice = cells.money(row, 'unitPrice', currency);
    // An order-per-row file without item columns has orders and no lines.
    if (title === '' && unitPrice === null) continue;
    const told = cells.at(row, 'quantity');
    const quantity = told === '' ? 1 : wholeNumber(told);
    if (quantity === null) return cells.refuse(row, 'quantity', 'bad_quantity');
    lines.push({ sku: sku || null, title, variant: cells.at(row, 'variant') || null, quantity, unitPrice });
  }
  return lines;
}

/** A packed item cell is split only when the parts equal the stated count; prices stay unknown. */
function packedLines(layout: Layout, cell: string, lineCount: string, units: string): OrderLine[] {
  if (cell === '') return [];
  const stated = wholeNumber(lineCount) ?? 1;
  const parts = layout.items?.kind === 'titles' && stated > 1 ? cell.split(layout.items.between) : [cell];
  const titles = parts.length === stated ? parts.map((part) => part.trim()) : [cell];
  const quantity = titles.length === 1 ? (wholeNumber(units) ?? 1) : 1;
  return titles.map((title) => ({ sku: null, title, variant: null, quantity: Math.max(1, quantity), unitPrice: null }));
}

export function sumOfLines(lines: readonly OrderLine[]): number | undefined {
  if (lines.length === 0 || lines.some((line) => line.unitPrice === null)) return undefined;
  return lines.reduce((sum, line) => sum + line.quantity * (line.unitPrice ?? 0), 0);
}

/** Whole, unsigned or negative, full-width digits too; `2.0` as spreadsheets write it. Null for anything else: 1,000 may be a thousand. */
export function wholeNumber(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const plain = text.normalize('NFKC');
  return /^-?\d{1,9}(?:\.0+|,0{1,2}|,0{4,})?$/.test(plain) ? Number.parseInt(plain, 10) : null;
}
