/** SQL of the card and of its explanation. */
import type { Archive } from '../store/open.ts';

export interface CustomerRow {
  readonly customer_id: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phone_type: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

export interface CardOrder {
  readonly order_number: string;
  readonly shop: string;
  readonly day: string;
  readonly state: string;
  readonly counting: number;
  readonly currency: string;
  readonly total: number;
  readonly net: number;
  readonly items: string | null;
}

export interface RecordEvidence {
  readonly record_id: number;
  readonly orders: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly shops: string;
  readonly name: string | null;
  readonly receiver_name: string | null;
}

export interface EvidenceRow {
  readonly record_id: number;
  readonly kind: 'account' | 'email' | 'phone';
  readonly scope: string;
  readonly value: string;
  readonly role: 'buyer' | 'receiver';
  readonly state: string;
  readonly shared: number;
  /** Other customers that use the same value, by number. */
  readonly others: number;
}

export function customerRow(archive: Archive, customer: number): CustomerRow | undefined {
  return archive.db.prepare('SELECT * FROM customers WHERE customer_id = ?').get(customer) as CustomerRow | undefined;
}

/** Newest first, by day up to and including `asOf`. */
export function ordersOf(archive: Archive, customer: number, asOf: string): CardOrder[] {
  return archive.db
    .prepare(`SELECT o.order_number, s.name AS shop, o.day, o.state, o.counting, o.currency, o.total, o.net,
                     (SELECT group_concat(title, '; ') FROM (SELECT iif(quantity > 1, title || ' ×' || quantity, title) AS title
                        FROM version_lines l WHERE l.version_id = o.version_id ORDER BY position)) AS items
              FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id = ? AND o.day <= ?
              ORDER BY o.placed_at DESC, o.order_number DESC`)
    .all(customer, asOf) as CardOrder[];
}

export function recordsOf(archive: Archive, customer: number): RecordEvidence[] {
  return archive.db
    .prepare(`SELECT r.record_id, count(*) AS orders, min(o.day) AS first_day, max(o.day) AS last_day, r.name, r.receiver_name,
                     (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT s.name FROM orders p JOIN shops s USING (shop_id) WHERE p.record_id = r.record_id ORDER BY 1)) AS shops
              FROM record_customers c JOIN records r USING (record_id) JOIN orders o ON o.record_id = r.record_id
              WHERE c.customer_id = ? GROUP BY r.record_id ORDER BY r.record_id`)
    .all(customer) as RecordEvidence[];
}

export function evidenceOfCustomer(archive: Archive, customer: number): EvidenceRow[] {
  return archive.db
    .prepare(`SELECT i.record_id, i.kind, i.scope, i.value, i.role, i.state,
                     EXISTS (SELECT 1 FROM shared_values s WHERE s.kind = i.kind AND s.scope = i.scope AND s.value = i.value) AS shared,
                     (SELECT count(DISTINCT c2.customer_id) FROM identifiers i2 JOIN record_customers c2 USING (record_id)
                      WHERE i2.value = i.value AND i2.kind = i.kind AND i2.scope = i.scope AND c2.customer_id <> c.customer_id) AS others
              FROM record_customers c JOIN identifiers i USING (record_id)
              WHERE c.customer_id = ? ORDER BY i.record_id, i.kind, i.scope, i.value`)
    .all(customer) as EvidenceRow[];
}
