/** SQL of what a split takes off a customer. */
import { isShown } from '../customers/affected-queries.ts';
import type { Archive } from '../store/open.ts';
import type { OrderKey } from './standing-queries.ts';

/** An order with the record it stands on. */
export interface StandingKey extends OrderKey {
  readonly shopName: string;
  readonly record: number;
}

/** Records of a customer on which orders stand, or of which a file of customers speaks. */
export function shownRecords({ db }: Archive, customer: number): number[] {
  return db
    .prepare(`SELECT record_id FROM record_customers k WHERE customer_id = ? AND ${isShown('k.record_id')} ORDER BY 1`)
    .pluck()
    .all(customer) as number[];
}

/** How many notes, tags and corrections hang on a customer. */
export function saidOf({ db }: Archive, customer: number): number {
  return Number(
    db
      .prepare(
        `SELECT count(*) FROM (SELECT record_id FROM notes UNION ALL SELECT record_id FROM edits UNION ALL SELECT record_id FROM tag_facts WHERE removed_at IS NULL UNION ALL SELECT record_id FROM point_entries)
         JOIN record_customers USING (record_id) WHERE customer_id = ?`,
      )
      .pluck()
      .get(customer),
  );
}

/** Those of them that give one of the values, as normalised. */
export function recordsWith({ db }: Archive, customer: number, values: readonly string[]): number[] {
  return db
    .prepare(
      `SELECT DISTINCT record_id FROM record_customers JOIN identifiers USING (record_id)
       WHERE customer_id = ? AND value IN (SELECT value FROM json_each(?)) ORDER BY 1`,
    )
    .pluck()
    .all(customer, JSON.stringify(values)) as number[];
}

export function customersOrder({ db }: Archive, customer: number, number: string): StandingKey[] {
  return db
    .prepare(
      `SELECT o.shop_id AS shop, s.name AS shopName, o.order_number AS number, o.record_id AS record
       FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id = ? AND o.order_number = ? ORDER BY o.shop_id`,
    )
    .all(customer, number) as StandingKey[];
}

export function ordersOnRecords({ db }: Archive, record: number): number {
  return Number(db.prepare('SELECT count(*) FROM orders WHERE record_id = ?').pluck().get(record));
}

export function pinOrder({ db }: Archive, override: number, { shop, number }: OrderKey, record: number): void {
  db.prepare('INSERT INTO pinned_orders VALUES (?, ?, ?, ?)').run(override, shop, number, record);
}

export function pinnedBy({ db }: Archive, override: number): OrderKey[] {
  return db
    .prepare('SELECT shop_id AS shop, order_number AS number FROM pinned_orders WHERE override_id = ?')
    .all(override) as OrderKey[];
}
