/** SQL of what triggers read of orders. */
import { whose } from '../../measures/order-book-queries.ts';
import { columnsFrom } from '../../store/columns.ts';
import type { Archive } from '../../store/open.ts';

export interface OrderLine {
  readonly sku: string | null;
  readonly title: string;
}

/** What an order is of, in the order it stands there. */
export function linesOfOrder({ db }: Archive): (id: number) => OrderLine[] {
  const find = db.prepare(
    'SELECT l.sku, l.title FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.order_id = ? ORDER BY l.position',
  );
  return (id) => find.all(id) as OrderLine[];
}

/** In days, of whoever has one; temp.measures must stand. */
export function rhythms(
  archive: Archive,
  customer?: number,
): readonly [customers: readonly number[], days: readonly number[]] {
  return columnsFrom<[number[], number[]]>(
    archive,
    ['customer_id', 'rhythm_days'],
    `temp.measures WHERE rhythm_days IS NOT NULL AND ${whose('customer_id', customer)}`,
  )({ customer });
}
