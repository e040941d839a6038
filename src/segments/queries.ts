/** SQL of the segments: who satisfies a condition, and the rows that show them. */
import { MEASURE_COLUMNS, type MeasuresRow } from '../measures/queries.ts';
import type { Archive } from '../store/open.ts';
import { sumSql } from '../store/sum-sql.ts';
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
  WHERE i.undone_at IS NULL AND i.imported_at < :until AND NOT EXISTS (SELECT 1 FROM temp.measures x WHERE x.customer_id = k.customer_id)))`;

/**
 * Everybody is in one of them; asked one after the other, so that none has to be laid out in full. The cards, c,
 * are there where `sql` reads them: to look up each takes as long as all the rest.
 */
export function everybody(sql: string): readonly string[] {
  const cards = /\bc\./.test(sql) ? ' JOIN customers c USING (customer_id)' : '';
  return [`FROM temp.measures m${cards}`, `FROM ${LEADS} m${cards}`];
}

/** Customer numbers, ascending; `:until` is among the condition's values. */
export function membersWhere(archive: Archive, condition: Sql): number[] {
  const found = everybody(condition.sql).flatMap(
    (from) =>
      archive.db
        .prepare(`SELECT m.customer_id ${from} WHERE ${condition.sql}`)
        .pluck()
        .all(condition.params) as number[],
  );
  return inOrder(found);
}

/** As they mostly are already. */
function inOrder(customers: number[]): number[] {
  const isSorted = customers.every((customer, at) => at === 0 || (customers[at - 1] as number) < customer);
  return isSorted ? customers : customers.toSorted((a, b) => a - b);
}

export function sizeWhere(archive: Archive, condition: Sql): { customers: number; net: number } {
  const sizes = everybody(condition.sql).map(
    (from) =>
      archive.db
        .prepare(`SELECT count(*) AS customers, ${sumSql('m.amount_spent')} AS net ${from} WHERE ${condition.sql}`)
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
  const columns = selected.join(', ');
  return everybody(columns).flatMap(
    (from) =>
      archive.db
        .prepare(`SELECT ${columns} ${from} WHERE m.customer_id IN (SELECT value FROM json_each(:customers))`)
        .all({ customers: JSON.stringify(customers), until }) as Pick<MemberRow, F>[],
  );
}
