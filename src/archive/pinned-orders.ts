/** Orders that were split off from others of the same contact details: the records they stand on instead. */
import type { Archive } from '../store/open.ts';
import { keyText, type OrderKey } from './standing-queries.ts';

/** Of splits in force: the record, or undefined for an order that stands where its export says. */
export function pinnedOrders({ db }: Archive): (key: OrderKey) => number | undefined {
  const rows = db
    .prepare(`SELECT shop_id, order_number, p.record_id, max(override_id) FROM pinned_orders p JOIN overrides o USING (override_id)
              WHERE o.undone_at IS NULL GROUP BY shop_id, order_number`)
    .raw()
    .all() as [shop: number, number: string, record: number, override: number][];
  if (rows.length === 0) return () => undefined;
  const pinned = new Map(rows.map(([shop, number, record]) => [keyText({ shop, number }), record]));
  return (key) => pinned.get(keyText(key));
}
