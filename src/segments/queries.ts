/** SQL of the segments: who satisfies a condition, and the rows that show them. */
import { MEASURE_COLUMNS, type MeasuresRow } from '../measures/queries.ts';
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import type { Sql } from './sql.ts';

/** What is known of the orders of somebody who has none; the rest is not known. */
const WITHOUT_ORDERS: Partial<Readonly<Record<keyof MeasuresRow, string>>> = {
  customer_id: 'customer_id',
  number_of_orders: '0',
  orders_all: '0',
  lines: '0',
  units: '0',
  gross: '0',
  discount: '0',
  refunded: '0',
  amount_spent: '0',
  other_currency_orders: '0',
  distinct_products: '0',
  shops: "''",
  shop_count: '0',
  lifecycle_stage: "'lead'",
};

/** Those a file of customers named before `:until` and who had not ordered by the day of temp.measures. */
const LEADS = `(SELECT ${MEASURE_COLUMNS.map((name) => `${WITHOUT_ORDERS[name] ?? 'NULL'} AS ${name}`).join(', ')} FROM (
  SELECT DISTINCT k.customer_id FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
  WHERE i.undone_at IS NULL AND i.imported_at < :until AND k.customer_id NOT IN (SELECT customer_id FROM temp.measures)))`;

/** Everybody is in one of them; asked one after the other, so that none has to be laid out in full. */
const EVERYBODY = [
  'FROM temp.measures m JOIN customers c USING (customer_id)',
  `FROM ${LEADS} m JOIN customers c USING (customer_id)`,
];

/** Customer numbers, ascending; `:until` is among the condition's values. */
export function membersWhere(archive: Archive, condition: Sql): number[] {
  const found = EVERYBODY.flatMap(
    (from) =>
      archive.db
        .prepare(`SELECT m.customer_id ${from} WHERE ${condition.sql}`)
        .pluck()
        .all(condition.params) as number[],
  );
  return found.toSorted((a, b) => a - b);
}

export function sizeWhere(archive: Archive, condition: Sql): { customers: number; net: number } {
  const sizes = EVERYBODY.map(
    (from) =>
      archive.db
        .prepare(`SELECT count(*) AS customers, coalesce(sum(m.amount_spent), 0) AS net ${from} WHERE ${condition.sql}`)
        .get(condition.params) as { customers: number; net: number },
  );
  return sizes.reduce((sum, size) => ({ customers: sum.customers + size.customers, net: sum.net + size.net }));
}

const CUSTOMER_FIELDS = [
  'name',
  'account',
  'phone',
  'phone_type',
  'email',
  'country',
  'province',
  'city',
  'district',
] as const;
export type MemberRow = MeasuresRow & Readonly<Record<(typeof CUSTOMER_FIELDS)[number], string | null>>;

export const isMemberField = (name: string): name is keyof MemberRow =>
  [...MEASURE_COLUMNS, ...CUSTOMER_FIELDS].some((field) => field === name);

/** One row for each of the customers there were before `until`, UTC seconds, with the fields asked for. */
export function memberRows<F extends keyof MemberRow>(
  archive: Archive,
  customers: readonly number[],
  until: number,
  fields: readonly F[],
): Pick<MemberRow, F>[] {
  const selected = fields.map((field) =>
    CUSTOMER_FIELDS.some((name) => name === field) ? `c.${field}` : `m.${field}`,
  );
  return EVERYBODY.flatMap(
    (from) =>
      archive.db
        .prepare(
          `SELECT ${selected.join(', ')} ${from} WHERE m.customer_id IN (SELECT value FROM json_each(:customers))`,
        )
        .all({ customers: JSON.stringify(customers), until }) as Pick<MemberRow, F>[],
  );
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
