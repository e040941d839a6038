/** What the archive holds, in figures. Money in minor units by currency: net of counting orders, and everything paid back. */
import { MENDED, REFUSED } from '../ingest/facts/import-queries.ts';
import type { Archive } from '../store/open.ts';
import { sumSql } from '../store/sum-sql.ts';

export interface Status {
  readonly shops: number;
  /** By the name of each, also of those that have none. */
  readonly orders_by_shop: Readonly<Record<string, number>>;
  readonly imports: number;
  readonly orders: number;
  readonly counting_orders: number;
  readonly order_lines: number;
  readonly customers: number;
  /** Beside these, whom only files of customers know. */
  readonly customers_without_orders: number;
  readonly anonymous_orders: number;
  /** Orders that have not come in since; one refused again by later files counts once. */
  readonly refusals: number;
  readonly first_order: string | null;
  readonly last_order: string | null;
  /** The day each shop's orders reach to, by its name. */
  readonly last_order_by_shop: Readonly<Record<string, string>>;
  readonly net: Readonly<Record<string, number>>;
  readonly refunded: Readonly<Record<string, number>>;
}

/** Orders by day up to and including `asOf`, as they are known now, and what files of customers said before `until`, UTC seconds. */
export function statusOf(archive: Archive, asOf: string, until = Number.MAX_SAFE_INTEGER): Status {
  const { db } = archive;
  const counts = db
    .prepare(`SELECT (SELECT count(*) FROM imports WHERE undone_at IS NULL) AS imports,
                count(*) AS orders, coalesce(sum(counting), 0) AS counting_orders,
                (SELECT count(*) FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.day <= :asOf) AS order_lines,
                count(DISTINCT customer_id) AS customers,
                (SELECT count(DISTINCT k.customer_id) FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
                 WHERE i.undone_at IS NULL AND i.imported_at < :until
                   AND NOT EXISTS (SELECT 1 FROM orders b WHERE b.customer_id = k.customer_id AND b.day <= :asOf)) AS customers_without_orders, count(*) - count(customer_id) AS anonymous_orders,
                (SELECT count(DISTINCT ${REFUSED}) FROM refusals r JOIN imports i USING (import_id) WHERE i.undone_at IS NULL AND NOT ${MENDED}) AS refusals,
                min(day) AS first_order, max(day) AS last_order
              FROM orders WHERE day <= :asOf`)
    .get({ asOf, until }) as Omit<Status, 'shops' | 'net' | 'refunded' | 'orders_by_shop' | 'last_order_by_shop'>;
  const shops = db
    .prepare(
      `SELECT name, count(order_id), max(day) FROM shops s LEFT JOIN orders o ON o.shop_id = s.shop_id AND o.day <= ?
       WHERE by_hand = 1 OR EXISTS (SELECT 1 FROM orders a WHERE a.shop_id = s.shop_id) GROUP BY s.shop_id ORDER BY s.shop_id`,
    )
    .raw()
    .all(asOf) as [shop: string, orders: number, last: string | null][];
  const money = db
    .prepare(
      `SELECT currency, ${sumSql('net')} AS net, ${sumSql('refunded')} AS refunded, max(counting) AS counting FROM orders
       WHERE day <= ? GROUP BY currency ORDER BY currency`,
    )
    .all(asOf) as { currency: string; net: number; refunded: number; counting: number }[];
  return {
    shops: shops.length,
    ...counts,
    orders_by_shop: Object.fromEntries(shops.map(([shop, orders]) => [shop, orders])),
    last_order_by_shop: Object.fromEntries(shops.flatMap(([shop, , last]) => (last === null ? [] : [[shop, last]]))),
    net: Object.fromEntries(money.filter((row) => row.counting === 1).map((row) => [row.currency, row.net])),
    refunded: Object.fromEntries(money.filter((row) => row.refunded !== 0).map((row) => [row.currency, row.refunded])),
  };
}
