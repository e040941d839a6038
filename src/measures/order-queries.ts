/**
 * SQL of what follows from orders for one day, per customer: of all customers, or by the same texts
 * of some.
 */
import { convert } from '../rates/rate.ts';
import { type RateOn, ratesTo } from '../rates/queries.ts';
import type { Archive } from '../store/open.ts';
import { sumSql } from '../store/sum-sql.ts';
import type { MeasuresRow } from './queries.ts';

/** The day a question is asked for, the currency of amounts, and of whom it is asked: of everybody where absent. */
export interface Asked {
  readonly asOf: string;
  readonly currency: string;
  readonly customers?: readonly number[] | undefined;
}

/** The orders, as they lie where all are asked for: by the index of customers each would be looked up by itself. */
const orders = ({ customers }: Asked): string => `orders o${customers === undefined ? ' NOT INDEXED' : ''}`;

/** Narrows orders, called `table`, to those asked for. */
const among = ({ customers }: Asked, table: string): string =>
  customers === undefined ? '' : `AND ${table}.customer_id IN (SELECT value FROM json_each(:customers))`;

const bound = ({ asOf, currency, customers }: Asked) => ({
  asOf,
  currency,
  customers: JSON.stringify(customers ?? null),
});

/**
 * Amounts of orders `o` in the reporting currency: as they are, or converted by the rate that held on
 * the order's day; null without one, and where there would be more than can be counted exactly.
 */
export const reported = (amount: string): string =>
  `iif(o.currency = :currency, ${amount}, converted(${amount}, o.currency, o.day))`;
const UNREPORTED = `(${reported('o.total')} IS NULL)`;
const sumOf = (amount: string): string => sumSql(`iif(o.counting, ${reported(amount)}, 0)`);

interface Conversion {
  target: string;
  rates: RateOn;
}

/** What SQL converts by on each connection. Whatever is prepared there has to be prepared again after a function is defined, so each is defined once. */
const conversions = new WeakMap<Archive['db'], Conversion>();

/** Lets SQL convert amounts to a currency, by the rates there are or by those given. */
export function teachConverting(archive: Archive, target: string, rates: RateOn = ratesTo(archive, target)): void {
  const { db } = archive;
  const taught = conversions.get(db);
  if (taught) {
    Object.assign(taught, { target, rates });
    return;
  }
  const by: Conversion = { target, rates };
  conversions.set(db, by);
  db.function('converted', (minor: unknown, currency: unknown, day: unknown) => {
    const found = by.rates(String(currency), String(day));
    if (found === undefined) return null;
    const converted = convert(Number(minor), found.rate, String(currency), by.target);
    return Number.isSafeInteger(Number(converted)) ? converted : null;
  });
}

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
  | 'shop_count'
> &
  Readonly<Record<'gross' | 'discount' | 'refunded' | 'amount_spent', number>> & {
    /** Where they have bought, as shopNames takes it. */
    readonly shop_ids: string;
  };

/** Per customer with any order by the day; sums over counting orders, each converted to the reporting currency, or left out of amounts; without what only the words of orders tell, discounts and coupons, where these are not asked for. */
export function totals(archive: Archive, asked: Asked, { discounts } = { discounts: true }): Totals[] {
  teachConverting(archive, asked.currency);
  return archive.db
    .prepare(`
      SELECT o.customer_id, sum(o.counting) AS number_of_orders, count(*) AS orders_all,
        sum(iif(o.counting, o.units, 0)) AS units,
        ${sumOf('o.total')} AS gross,
        ${discounts ? sumOf('v.discount') : 'NULL'} AS discount,
        ${sumOf('o.refunded')} AS refunded,
        ${sumOf('o.net')} AS amount_spent,
        sum(o.counting AND ${UNREPORTED}) AS other_currency_orders,
        min(iif(o.counting, o.day, NULL)) AS first_order_date,
        max(iif(o.counting, o.day, NULL)) AS last_order_date,
        CAST(julianday(:asOf) - julianday(max(iif(o.counting, o.day, NULL))) AS INTEGER) AS recency_days,
        CAST(julianday(:asOf) - julianday(min(iif(o.counting, o.day, NULL))) AS INTEGER) AS tenure_days,
        ${discounts ? 'avg(iif(o.counting, v.coupon IS NOT NULL, NULL))' : 'NULL'} AS coupon_share,
        ${discounts ? 'avg(iif(o.counting, v.coupon IS NOT NULL OR v.discount > 0, NULL))' : 'NULL'} AS discount_share,
        avg(iif(o.counting OR o.state = 'refunded', o.refunded > 0, NULL)) AS refund_rate,
        group_concat(DISTINCT o.shop_id) AS shop_ids,
        count(DISTINCT o.shop_id) AS shop_count
      FROM ${orders(asked)} ${discounts ? 'JOIN order_versions v USING (version_id)' : ''}
      WHERE o.customer_id IS NOT NULL AND o.day <= :asOf ${among(asked, 'o')}
      GROUP BY o.customer_id ORDER BY o.customer_id`)
    .all(bound(asked)) as Totals[];
}

/** Of the numbers of shops, with commas, their names in order. */
export function shopNames({ db }: Archive): (ids: string) => string {
  const names = db.prepare('SELECT shop_id, name FROM shops ORDER BY name').raw().all() as [number, string][];
  const known = new Map<string, string>();
  return (ids) => {
    let found = known.get(ids);
    if (found === undefined) {
      const wanted = new Set(ids.split(',').map(Number));
      found = names.flatMap(([id, name]) => (wanted.has(id) ? [name] : [])).join(', ');
      known.set(ids, found);
    }
    return found;
  };
}

/** The days on which customers had counting orders: of each in order and without repetition, one customer after another. */
export function orderDays(archive: Archive, asked: Asked): IterableIterator<readonly [customer: number, day: string]> {
  return archive.db
    .prepare(
      `SELECT DISTINCT customer_id, day FROM orders o
       WHERE customer_id IS NOT NULL AND counting = 1 AND day <= :asOf ${among(asked, 'o')} ORDER BY customer_id, day`,
    )
    .raw()
    .iterate(bound(asked)) as IterableIterator<[number, string]>;
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
export function products(archive: Archive, asked: Asked): Products[] {
  return archive.db
    .prepare(`
      SELECT customer_id, sum(lines) AS lines, count(*) AS distinct_products, title AS favourite_product, max(rank) FROM (
        SELECT o.customer_id, min(l.title) AS title, count(*) AS lines,
               sum(l.quantity) * 1e6 + max(julianday(o.day)) - 2.4e6 AS rank
        FROM ${orders(asked)} JOIN version_lines l ON l.version_id = o.lines_version_id
        WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.day <= :asOf ${among(asked, 'o')}
        GROUP BY o.customer_id, o.shop_id, coalesce(l.sku, ${NORMALISED_TITLE}) ORDER BY o.customer_id, title)
      GROUP BY customer_id`)
    .all(bound(asked)) as Products[];
}

/** Counting orders of a currency that is not the reporting one. */
export interface Abroad {
  readonly currency: string;
  /** Left out of amounts: there is no rate on or before their day, or none that can be. */
  readonly unreported: number;
  /** Converted to the reporting currency, and by which rate at the latest; null where none was. */
  readonly converted: number;
  readonly latest: { readonly rate: string; readonly day: string } | null;
}

export function ordersAbroad(archive: Archive, { asOf, currency }: Asked): Abroad[] {
  const rates = ratesTo(archive, currency);
  teachConverting(archive, currency, rates);
  const rows = archive.db
    .prepare(`
      SELECT o.currency, sum(${UNREPORTED}) AS unreported, sum(NOT ${UNREPORTED}) AS converted, max(iif(${UNREPORTED}, NULL, o.day)) AS day
      FROM orders o WHERE o.counting = 1 AND o.day <= :asOf AND o.currency <> :currency AND o.customer_id IS NOT NULL
      GROUP BY o.currency ORDER BY o.currency`)
    .all({ asOf, currency }) as (Omit<Abroad, 'latest'> & { readonly day: string | null })[];
  return rows.map(({ day, ...row }) => ({ ...row, latest: (day !== null && rates(row.currency, day)) || null }));
}

export interface NetOfAll {
  /** Of counting orders in the reporting currency and of those converted to it. */
  readonly net: number;
  readonly converted: number;
  /** Counting orders without a rate, by their currency. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Of everybody's orders, anonymous ones too. */
export function netOfAll(archive: Archive, { asOf, currency }: Asked): NetOfAll {
  teachConverting(archive, currency);
  const rows = archive.db
    .prepare(
      `SELECT o.currency, ${sumOf('o.net')} AS net, sum(NOT ${UNREPORTED}) AS reported, sum(${UNREPORTED}) AS unreported
       FROM orders o WHERE o.counting = 1 AND o.day <= :asOf GROUP BY o.currency ORDER BY o.currency`,
    )
    .all({ asOf, currency }) as { currency: string; net: number; reported: number; unreported: number }[];
  return {
    net: rows.reduce((sum, row) => sum + row.net, 0),
    converted: rows.reduce((sum, row) => sum + (row.currency === currency ? 0 : row.reported), 0),
    leftOut: Object.fromEntries(rows.flatMap((row) => (row.unreported > 0 ? [[row.currency, row.unreported]] : []))),
  };
}

/** The latest day on which somebody known has ordered; null where nobody has. */
export function lastDay({ db }: Archive): string | null {
  return db.prepare('SELECT max(day) FROM orders WHERE customer_id IS NOT NULL').pluck().get() as string | null;
}
