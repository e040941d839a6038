/** SQL of the orders as they stand beside the versions they follow from. */
import { SEEN_VERSION, type SeenRow } from '../archive/standing-queries.ts';
import type { Archive } from '../store/open.ts';

export interface StandingRow {
  readonly version_id: number;
  readonly lines_version_id: number;
  readonly record_id: number;
  readonly state: string;
  readonly counting: number;
  readonly refund_pending: number;
  readonly placed_at: number;
  readonly day: string;
  readonly currency: string;
  readonly total: number;
  readonly refunded: number;
  readonly net: number;
  readonly units: number;
}

export interface OrderVersions {
  readonly shop: number;
  readonly shopName: string;
  readonly number: string;
  readonly versions: readonly SeenRow[];
}

type Row = SeenRow & Omit<OrderVersions, 'versions'>;

/** Every order that a standing import shows, with the versions shown. By the index, so that nothing is gathered. */
export function* ordersShown({ db }: Archive): Generator<OrderVersions> {
  const rows = db
    .prepare(`SELECT v.shop_id AS shop, p.name AS shopName, v.order_number AS number, ${SEEN_VERSION}
              FROM order_versions v CROSS JOIN sightings s ON s.version_id = v.version_id CROSS JOIN imports i ON i.import_id = s.import_id
                CROSS JOIN shops p ON p.shop_id = v.shop_id CROSS JOIN records r ON r.record_id = v.record_id
              WHERE i.undone_at IS NULL
              GROUP BY v.shop_id, v.order_number, v.content_hash ORDER BY v.shop_id, v.order_number, v.content_hash`)
    .iterate() as IterableIterator<Row>;
  let order: (OrderVersions & { readonly versions: SeenRow[] }) | undefined;
  for (const { shop, shopName, number, ...version } of rows) {
    if (order?.shop === shop && order.number === number) {
      order.versions.push(version);
      continue;
    }
    if (order) yield order;
    order = { shop, shopName, number, versions: [version] };
  }
  if (order) yield order;
}

/** Items that are any shop's of their platform, as standing imports show them. */
export function itemsOfAnyShop({ db }: Archive): (shop: number, number: string) => SeenRow[] {
  const find =
    db.prepare(`SELECT ${SEEN_VERSION} FROM shops p JOIN order_versions v ON v.shop_id IS NULL AND v.platform = p.platform
      JOIN sightings s USING (version_id) JOIN imports i USING (import_id) JOIN records r USING (record_id)
    WHERE i.undone_at IS NULL AND p.shop_id = ? AND v.order_number = ? GROUP BY v.version_id`);
  return (shop, number) => find.all(shop, number) as SeenRow[];
}

export function standingRows({ db }: Archive): (shop: number, number: string) => StandingRow | undefined {
  const find = db.prepare('SELECT * FROM orders WHERE shop_id = ? AND order_number = ?');
  return (shop, number) => find.get(shop, number) as StandingRow | undefined;
}

/** Orders that no standing import shows. */
export function surplusOrders({ db }: Archive): IterableIterator<[shop: string | null, number: string]> {
  return db
    .prepare(`SELECT p.name, o.order_number FROM orders o LEFT JOIN shops p USING (shop_id)
              WHERE NOT EXISTS (SELECT 1 FROM order_versions v JOIN sightings s USING (version_id) JOIN imports i USING (import_id)
                WHERE v.shop_id = o.shop_id AND v.order_number = o.order_number AND i.undone_at IS NULL)`)
    .raw()
    .iterate() as IterableIterator<[string | null, string]>;
}

/** Orders that say another customer than their record does. */
export function ordersOfOthers({ db }: Archive): IterableIterator<[shop: string, number: string]> {
  return db
    .prepare(`SELECT p.name, o.order_number FROM orders o JOIN shops p USING (shop_id) LEFT JOIN record_customers c USING (record_id)
              WHERE o.customer_id IS NOT c.customer_id`)
    .raw()
    .iterate() as IterableIterator<[string, string]>;
}
