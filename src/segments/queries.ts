/** SQL of the segments: who satisfies a condition, and the rows that show them. */
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
  readonly amount_spent: number;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly lateness: number | null;
  readonly rfm_group: string | null;
  readonly lifecycle_stage: string;
  readonly value_band: string | null;
}

/** Every customer with measures; the caller picks and sorts. */
export function memberRows(archive: Archive): Map<number, MemberRow> {
  const rows = archive.db
    .prepare(`SELECT m.customer_id, c.name, c.account, c.phone, c.email, c.city, m.number_of_orders, m.amount_spent, m.first_order_date, m.last_order_date,
                     m.recency_days, round(m.lateness, 3) AS lateness, m.rfm_group, m.lifecycle_stage, m.value_band ${FROM}`)
    .all() as MemberRow[];
  return new Map(rows.map((row) => [row.customer_id, row]));
}

const LONGEST_FOUND = 1000;

/** Customers in whose names, accounts, addresses, order numbers or bought titles the text occurs, in orders by the day. */
export function findCustomers(archive: Archive, text: string, asOf: string): number[] {
  const wanted = text.normalize('NFC').trim();
  if (wanted.length > LONGEST_FOUND) return [];
  // A phone number is kept without the blanks and dashes it is written with.
  const number = /^[+\d][\d\s()-]{3,}$/.test(wanted) ? wanted.replaceAll(/[\s()-]/g, '') : wanted;
  const like = (part: string) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const holds = (column: string) => `${column} LIKE :text ESCAPE '\\'`;
  const addresses = ['r.name', 'r.receiver_name', 'r.account', 'r.email', 'r.phone', 'r.address']
    .map(holds)
    .join(' OR ');
  return archive.db
    .prepare(`
      SELECT o.customer_id FROM orders o JOIN records r USING (record_id)
        WHERE o.customer_id IS NOT NULL AND o.day <= :asOf AND (${addresses} OR ${holds('o.order_number')})
      UNION SELECT o.customer_id FROM orders o JOIN identifiers i USING (record_id)
        WHERE o.customer_id IS NOT NULL AND o.day <= :asOf AND (${holds('i.value')} OR i.kind = 'phone' AND i.value LIKE :number ESCAPE '\\')
      UNION SELECT o.customer_id FROM orders o JOIN version_lines l USING (version_id)
        WHERE o.customer_id IS NOT NULL AND o.day <= :asOf AND (${holds('l.title')} OR ${holds('l.sku')})
      ORDER BY customer_id`)
    .pluck()
    .all({ text: like(wanted), number: like(number), asOf }) as number[];
}
