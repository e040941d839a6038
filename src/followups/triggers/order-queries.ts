/** SQL of what triggers read of orders. */
import { whose } from '../../measures/order-book-queries.ts';
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
export function rhythms({ db }: Archive, customer?: number): Iterable<readonly [customer: number, days: number]> {
  return db
    .prepare(
      `SELECT customer_id, rhythm_days FROM temp.measures WHERE rhythm_days IS NOT NULL AND ${whose('customer_id', customer)}`,
    )
    .raw()
    .iterate({ customer }) as IterableIterator<[number, number]>;
}
