/** Everything known of one customer, gathered for a screen or a document. */
import type { Archive } from '../store/open.ts';
import { type CardOrder, type CustomerRow, customerRow, ordersOf, recordsOf } from './queries.ts';

export interface Card extends CustomerRow {
  readonly shops: readonly string[];
  readonly tags: readonly { readonly tag: string; readonly reason: string | null; readonly origin: string }[];
  readonly consents: readonly { readonly channel: string; readonly status: string; readonly source: string }[];
  readonly orders: readonly CardOrder[];
  /** How many sets of contact details stand behind the card. */
  readonly records: number;
}

export function cardOf(archive: Archive, customer: number, asOf: string): Card {
  const row = customerRow(archive, customer);
  if (!row) throw new Error(`customer ${customer} has no row`);
  const orders = ordersOf(archive, customer, asOf);
  const { db } = archive;
  return {
    ...row,
    shops: [...new Set(orders.map((order) => order.shop))].toSorted(),
    tags: db
      .prepare(`SELECT DISTINCT tag, reason, origin FROM tag_facts JOIN record_customers USING (record_id)
                WHERE customer_id = ? AND removed_at IS NULL AND (expires_day IS NULL OR expires_day > ?) ORDER BY tag`)
      .all(customer, asOf) as Card['tags'],
    consents: db
      .prepare('SELECT channel, status, source FROM consents_view WHERE customer_id = ? ORDER BY channel')
      .all(customer) as Card['consents'],
    orders,
    records: recordsOf(archive, customer).length,
  };
}
