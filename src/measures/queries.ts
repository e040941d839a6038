/** SQL of the measures: totals and gaps per customer for one day, and the table they are kept in. */
import type { Archive } from '../store/open.ts';

/** Minor units of the reporting currency; null where every order that counts is in another. */
type Amount = number | null;

/** One row of temp.measures; null where nothing is known. */
export interface MeasuresRow {
  readonly customer_id: number;
  readonly number_of_orders: number;
  readonly orders_all: number;
  readonly lines: number;
  readonly units: number;
  readonly gross: Amount;
  readonly discount: Amount;
  readonly refunded: Amount;
  readonly amount_spent: Amount;
  readonly other_currency_orders: number;
  readonly average_order_value: number | null;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly tenure_days: number | null;
  readonly median_gap_days: number | null;
  readonly rhythm_days: number | null;
  readonly lateness: number | null;
  readonly coupon_share: number | null;
  readonly discount_share: number | null;
  readonly refund_rate: number | null;
  readonly distinct_products: number;
  readonly favourite_product: string | null;
  readonly shops: string;
  readonly shop_count: number;
  readonly recency_score: number | null;
  readonly frequency_score: number | null;
  readonly monetary_score: number | null;
  readonly rfm_group: string | null;
  readonly lifecycle_stage: string;
  readonly value_band: string | null;
}

export const MEASURE_COLUMNS: readonly (keyof MeasuresRow)[] = [
  'customer_id',
  'number_of_orders',
  'orders_all',
  'lines',
  'units',
  'gross',
  'discount',
  'refunded',
  'amount_spent',
  'other_currency_orders',
  'average_order_value',
  'first_order_date',
  'last_order_date',
  'recency_days',
  'tenure_days',
  'median_gap_days',
  'rhythm_days',
  'lateness',
  'coupon_share',
  'discount_share',
  'refund_rate',
  'distinct_products',
  'favourite_product',
  'shops',
  'shop_count',
  'recency_score',
  'frequency_score',
  'monetary_score',
  'rfm_group',
  'lifecycle_stage',
  'value_band',
];

const TEXT = new Set<string>([
  'first_order_date',
  'last_order_date',
  'favourite_product',
  'shops',
  'rfm_group',
  'lifecycle_stage',
  'value_band',
]);
const REAL = new Set<string>([
  'average_order_value',
  'median_gap_days',
  'rhythm_days',
  'lateness',
  'coupon_share',
  'discount_share',
  'refund_rate',
]);

export type Totals = Pick<
  MeasuresRow,
  | 'customer_id'
  | 'number_of_orders'
  | 'orders_all'
  | 'units'
  | 'other_currency_orders'
  | 'first_order_date'
  | 'last_order_date'
  | 'recency_days'
  | 'tenure_days'
  | 'coupon_share'
  | 'discount_share'
  | 'refund_rate'
  | 'shops'
  | 'shop_count'
> &
  Readonly<Record<'gross' | 'discount' | 'refunded' | 'amount_spent', number>>;

/** Per customer with any order by `asOf`; sums over counting orders, amounts in the reporting currency only. */
export function totals(archive: Archive, asOf: string, currency: string): Totals[] {
  return archive.db
    .prepare(`
      SELECT o.customer_id, sum(o.counting) AS number_of_orders, count(*) AS orders_all,
        sum(iif(o.counting, o.units, 0)) AS units,
        sum(iif(o.counting AND o.currency = :currency, o.total, 0)) AS gross,
        sum(iif(o.counting AND o.currency = :currency, v.discount, 0)) AS discount,
        sum(iif(o.counting AND o.currency = :currency, o.refunded, 0)) AS refunded,
        sum(iif(o.counting AND o.currency = :currency, o.net, 0)) AS amount_spent,
        sum(o.counting AND o.currency <> :currency) AS other_currency_orders,
        min(iif(o.counting, o.day, NULL)) AS first_order_date,
        max(iif(o.counting, o.day, NULL)) AS last_order_date,
        CAST(julianday(:asOf) - julianday(max(iif(o.counting, o.day, NULL))) AS INTEGER) AS recency_days,
        CAST(julianday(:asOf) - julianday(min(iif(o.counting, o.day, NULL))) AS INTEGER) AS tenure_days,
        avg(iif(o.counting, v.coupon IS NOT NULL, NULL)) AS coupon_share,
        avg(iif(o.counting, v.coupon IS NOT NULL OR v.discount > 0, NULL)) AS discount_share,
        avg(iif(o.counting OR o.state = 'refunded', o.refunded > 0, NULL)) AS refund_rate,
        (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT s.name FROM orders p JOIN shops s USING (shop_id)
           WHERE p.customer_id = o.customer_id AND p.day <= :asOf ORDER BY s.name)) AS shops,
        count(DISTINCT o.shop_id) AS shop_count
      FROM orders o JOIN order_versions v USING (version_id)
      WHERE o.customer_id IS NOT NULL AND o.day <= :asOf
      GROUP BY o.customer_id ORDER BY o.customer_id`)
    .all({ asOf, currency }) as Totals[];
}

export interface Gaps {
  readonly customer_id: number;
  readonly gaps: number;
  readonly sum_log: number;
  readonly median: number;
}

const GAPS = `SELECT customer_id, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer_id ORDER BY day)) AS gap
  FROM (SELECT DISTINCT customer_id, day FROM orders WHERE customer_id IS NOT NULL AND counting = 1 AND day <= :asOf)`;

/** Gaps in days between distinct order days, per customer who ordered on at least two. */
export function gaps(archive: Archive, asOf: string): Gaps[] {
  return archive.db
    .prepare(
      `SELECT customer_id, count(*) AS gaps, sum(ln(gap)) AS sum_log, median(gap) AS median FROM (${GAPS}) WHERE gap IS NOT NULL GROUP BY customer_id`,
    )
    .all({ asOf }) as Gaps[];
}

export function shopMedianGap(archive: Archive, asOf: string): number | null {
  return archive.db.prepare(`SELECT median(gap) FROM (${GAPS}) WHERE gap IS NOT NULL`).pluck().get({ asOf }) as
    | number
    | null;
}

export interface Products {
  readonly customer_id: number;
  readonly lines: number;
  readonly distinct_products: number;
  readonly favourite_product: string;
}

/**
 * A title without regard to case and blanks. SQL has no way to say "several", so every blank gets a
 * mark behind it, and those that another blank follows go with it.
 */
const NORMALISED_TITLE = `lower(trim(replace(replace(replace(
  replace(l.title, char(0x3000), ' '), ' ', ' ' || char(1)), char(1) || ' ', ''), char(1), '')))`;

/** A product is its SKU within the shop, else its normalised title; the favourite is the one of most pieces. */
export function products(archive: Archive, asOf: string): Products[] {
  return archive.db
    .prepare(`
      SELECT customer_id, sum(lines) AS lines, count(*) AS distinct_products, title AS favourite_product, max(rank) FROM (
        SELECT o.customer_id, min(l.title) AS title, count(*) AS lines,
               sum(l.quantity) * 1e6 + max(julianday(o.day)) - 2.4e6 AS rank
        FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
        WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.day <= :asOf
        GROUP BY o.customer_id, o.shop_id, coalesce(l.sku, ${NORMALISED_TITLE}) ORDER BY o.customer_id, title)
      GROUP BY customer_id`)
    .all({ asOf }) as Products[];
}

export function reportingCurrency(archive: Archive): string {
  return (
    (archive.db.prepare("SELECT value FROM settings WHERE key = 'reporting_currency'").pluck().get() as
      | string
      | undefined) ?? 'CNY'
  );
}

export function archiveZone(archive: Archive): string {
  return (
    (archive.db.prepare("SELECT value FROM settings WHERE key = 'time_zone'").pluck().get() as string | undefined) ??
    'UTC'
  );
}

export function otherCurrencies(archive: Archive, asOf: string, currency: string): Record<string, number> {
  const rows = archive.db
    .prepare(
      'SELECT currency, count(*) AS orders FROM orders WHERE counting = 1 AND day <= ? AND currency <> ? AND customer_id IS NOT NULL GROUP BY currency ORDER BY currency',
    )
    .all(asOf, currency) as { currency: string; orders: number }[];
  return Object.fromEntries(rows.map((row) => [row.currency, row.orders]));
}

/** Replaces temp.measures, the table that segments, lists and plans read. */
export function writeMeasures(archive: Archive, rows: readonly MeasuresRow[]): void {
  const { db } = archive;
  const columns = MEASURE_COLUMNS.map(
    (name) =>
      `${name} ${TEXT.has(name) ? 'TEXT' : REAL.has(name) ? 'REAL' : 'INTEGER'}${name === 'customer_id' ? ' PRIMARY KEY' : ''}`,
  );
  db.exec(`DROP TABLE IF EXISTS temp.measures; CREATE TEMP TABLE measures (${columns.join(', ')})`);
  const insert = db.prepare(`INSERT INTO temp.measures VALUES (${MEASURE_COLUMNS.map(() => '?').join(', ')})`);
  const all = () => {
    for (const row of rows) insert.run(MEASURE_COLUMNS.map((name) => row[name]));
  };
  if (db.inTransaction) all();
  else db.transaction(all).deferred();
}

export function measuresOf(archive: Archive, customer: number): MeasuresRow | undefined {
  return archive.db.prepare('SELECT * FROM temp.measures WHERE customer_id = ?').get(customer) as
    | MeasuresRow
    | undefined;
}

/** How many customers are at each level of one measure. */
export function levels(
  archive: Archive,
  column: 'rfm_group' | 'lifecycle_stage' | 'value_band' | 'recency_score' | 'frequency_score' | 'monetary_score',
): Record<string, number> {
  const rows = archive.db
    .prepare(
      `SELECT ${column} AS level, count(*) AS customers FROM temp.measures WHERE ${column} IS NOT NULL GROUP BY level ORDER BY level`,
    )
    .all();
  return Object.fromEntries(
    (rows as { level: string | number; customers: number }[]).map(({ level, customers }) => [String(level), customers]),
  );
}
