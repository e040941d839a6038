/** SQL of what a customer has several of: constant text, never built from input. */
import { tagHolds } from '../store/moment.ts';
import { WHOLE } from './whole.ts';

/** Orders, by o, of known customers up to the day. */
export const BOUGHT = 'o.customer_id IS NOT NULL AND o.day <= :asOf';

/** Tables that are joined only where something of them is asked for. */
export const JOINS: Readonly<Record<string, string>> = {
  v: 'JOIN order_versions v ON v.version_id = o.version_id',
  s: 'JOIN shops s ON s.shop_id = o.shop_id',
  r: 'JOIN records r ON r.record_id = o.record_id',
};

export const ORDERS = (counting: boolean): string =>
  `FROM orders o ${WHOLE} /* joins */ WHERE ${BOUGHT}${counting ? ' AND o.counting = 1' : ''}`;

export const LINES = `FROM orders o ${WHOLE} JOIN version_lines l ON l.version_id = o.lines_version_id /* joins */ WHERE ${BOUGHT} AND o.counting = 1`;

export const LINE_COUNT = '(SELECT count(*) FROM version_lines l WHERE l.version_id = o.lines_version_id)';

export const CONTACTED = 'FROM touches t JOIN record_customers k USING (record_id) WHERE t.touched_at < :until';

export const NOTED = 'FROM notes n JOIN record_customers k USING (record_id) WHERE n.noted_at < :until';

export const TAGGED = `FROM tag_facts t JOIN record_customers k USING (record_id) WHERE ${tagHolds('t')}`;

const IN_ORDER = 'PARTITION BY o.customer_id ORDER BY o.placed_at, o.order_number, o.shop_id';
const BACKWARDS = 'PARTITION BY o.customer_id ORDER BY o.placed_at DESC, o.order_number DESC, o.shop_id DESC';

/** Among all orders of the collection, whichever of them match. */
export const WINDOW = {
  nth: `row_number() OVER (${IN_ORDER})`,
  nthLast: `row_number() OVER (${BACKWARDS})`,
  sincePrevious: `CAST(julianday(o.day) - julianday(lag(o.day) OVER (${IN_ORDER})) AS INTEGER)`,
  sinceFirst: `CAST(julianday(o.day) - julianday(first_value(o.day) OVER (${IN_ORDER})) AS INTEGER)`,
} as const;

/** From a note to the next counting order, on its day or later. */
export const TO_NEXT_ORDER = `CAST((SELECT julianday(min(o.day)) FROM orders o
  WHERE o.customer_id = k.customer_id AND o.counting = 1 AND o.day >= n.day AND o.day <= :asOf) - julianday(n.day) AS INTEGER)`;

const PRODUCT = 'coalesce(l.sku, title_key(l.title))';

/** As the seller said it of the product, for the shop before for all of them. */
export const CATEGORY = `(SELECT p.category FROM products p WHERE p.key = ${PRODUCT} AND p.category IS NOT NULL
  AND p.shop IN ('', (SELECT name FROM shops WHERE shop_id = o.shop_id)) ORDER BY p.shop DESC LIMIT 1)`;

/** When the latest purchase of a product is used up, by its days of supply, else by its rhythm. Reads temp.refills, made by refills.ts. */
export const REFILL =
  '(SELECT f.day FROM temp.refills f WHERE f.version_id = l.version_id AND f.position = l.position)';
