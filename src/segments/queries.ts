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

/** Customers in whose names, accounts, addresses, order numbers or bought titles the text occurs. */
export function findCustomers(archive: Archive, text: string): number[] {
  const like = `%${text.normalize('NFC').replaceAll(/[\\%_]/g, '\\$&')}%`;
  return archive.db
    .prepare(`SELECT customer_id FROM customers WHERE name LIKE :like ESCAPE '\\' OR account LIKE :like ESCAPE '\\' OR email LIKE :like ESCAPE '\\' OR phone LIKE :like ESCAPE '\\'
              UNION SELECT customer_id FROM record_customers JOIN records r USING (record_id) WHERE r.name LIKE :like ESCAPE '\\' OR r.receiver_name LIKE :like ESCAPE '\\' OR r.address LIKE :like ESCAPE '\\'
              UNION SELECT customer_id FROM record_customers JOIN identifiers i USING (record_id) WHERE i.value LIKE :like ESCAPE '\\'
              UNION SELECT o.customer_id FROM orders o WHERE o.order_number LIKE :like ESCAPE '\\' AND o.customer_id IS NOT NULL
              UNION SELECT o.customer_id FROM orders o JOIN version_lines l USING (version_id) WHERE o.customer_id IS NOT NULL AND (l.title LIKE :like ESCAPE '\\' OR l.sku LIKE :like ESCAPE '\\')
              ORDER BY customer_id`)
    .pluck()
    .all({ like }) as number[];
}
