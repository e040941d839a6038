/** SQL of the segments: who satisfies a condition, and the rows that show them. */
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import type { Sql } from './sql.ts';

const FROM = 'FROM temp.measures m JOIN customers c USING (customer_id)';

/** Customer numbers, ascending. */
export function membersWhere(archive: Archive, condition: Sql): number[] {
  return archive.db
    .prepare(`SELECT m.customer_id ${FROM} WHERE ${condition.sql} ORDER BY m.customer_id`)
    .pluck()
    .all(condition.params) as number[];
}

export function sizeWhere(archive: Archive, condition: Sql): { customers: number; net: number } {
  return archive.db
    .prepare(`SELECT count(*) AS customers, coalesce(sum(m.amount_spent), 0) AS net ${FROM} WHERE ${condition.sql}`)
    .get(condition.params) as {
    customers: number;
    net: number;
  };
}

export interface MemberRow {
  readonly customer_id: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly city: string | null;
  readonly number_of_orders: number;
  /** Null where all is in another currency. */
  readonly amount_spent: number | null;
  readonly other_currency_orders: number;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly lateness: number | null;
  readonly rfm_group: string | null;
  readonly lifecycle_stage: string;
  readonly value_band: string | null;
}

/** One row for each of the customers that has measures, ascending. */
export function memberRows(archive: Archive, customers: readonly number[]): MemberRow[] {
  return archive.db
    .prepare(`
      SELECT m.customer_id, c.name, c.account, c.phone, c.email, c.city, m.number_of_orders, m.amount_spent, m.other_currency_orders,
             m.first_order_date, m.last_order_date, m.recency_days, round(m.lateness, 3) AS lateness,
             m.rfm_group, m.lifecycle_stage, m.value_band
      ${FROM} WHERE m.customer_id IN (SELECT value FROM json_each(?)) ORDER BY m.customer_id`)
    .all(JSON.stringify(customers)) as MemberRow[];
}

const LONGEST_FOUND = 1000;

/** Customers in whose names, accounts, addresses, order numbers or bought titles the text occurs, in orders by the day. */
export function findCustomers(archive: Archive, text: string, asOf: string): number[] {
  const wanted = text.normalize('NFC').trim();
  if (wanted.length > LONGEST_FOUND) return [];
  // A phone number is kept without the blanks and dashes it is written with.
  const number = /^[+\d][\d\s()-]{3,}$/.test(wanted) ? wanted.replaceAll(/[\s()-]/g, '') : wanted;
  const like = (part: string) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const holds = (column: string, part = ':text') => `${column} LIKE ${part} ESCAPE '\\'`;
  const records = ['name', 'receiver_name', 'account', 'email', 'phone', 'address'].map((column) => holds(column));
  const values = { text: like(wanted), number: like(number), asOf };
  // Each goes through the least there is of its kind, and orders are looked up, or gone through once.
  const orders = [
    `orders WHERE record_id IN (
       SELECT record_id FROM records WHERE ${records.join(' OR ')}
       UNION ALL SELECT record_id FROM identifiers WHERE ${holds('value')} OR kind = 'phone' AND ${holds('value', ':number')})`,
    `orders WHERE order_id IN (SELECT order_id FROM orders WHERE ${holds('order_number')})`,
    ...(isBought(archive, holds('value'), values.text)
      ? [
          `orders NOT INDEXED WHERE lines_version_id IN (
             SELECT version_id FROM version_lines WHERE ${holds('title')} OR ${holds('sku')})`,
        ]
      : []),
  ];
  return archive.db
    .prepare(
      `${orders.map((some) => `SELECT customer_id FROM ${some} AND customer_id IS NOT NULL AND day <= :asOf`).join(' UNION ')} ORDER BY customer_id`,
    )
    .pluck()
    .all(values) as number[];
}

/** More titles and SKUs than this are not worth keeping apart from the lines. */
const MOST_BOUGHT = 20_000;

/** Whether anything goes by a title or an SKU that `holds` the text: few are on very many lines. True as well where that is not known. */
function isBought(archive: Archive, holds: string, text: string): boolean {
  const { changes, bought } = readPopulation(archive);
  let names = bought;
  if (names === null) {
    const found = archive.db
      .prepare('SELECT title FROM version_lines UNION SELECT sku FROM version_lines WHERE sku IS NOT NULL LIMIT ?')
      .pluck()
      .all(MOST_BOUGHT + 1);
    names = found.length > MOST_BOUGHT ? '' : JSON.stringify(found);
    const kept = { changes, bought: names };
    archive.afterwards((db) => keepPopulation({ db }, kept));
  }
  if (names === '') return true;
  return (
    archive.db.prepare(`SELECT 1 FROM json_each(:names) WHERE ${holds} LIMIT 1`).get({ names, text }) !== undefined
  );
}
