/** SQL of contacts: consents, suppressions, addresses with the orders they stand on. */
import { consentsSql } from '../store/consents-sql.ts';
import type { Archive } from '../store/open.ts';
import type { Channel, ConsentPolicy, ConsentStatus } from './gate.ts';

export interface ConsentRow {
  readonly channel: string;
  readonly status: ConsentStatus;
  readonly source: string;
  readonly stated_at: string;
}

/** What a customer had said before `until`, UTC seconds. */
export function consentsOf(archive: Archive, customer: number, until: number): ConsentRow[] {
  return archive.db
    .prepare(
      `SELECT channel, status, source, stated_at FROM (${consentsSql('before :until', 'of :customers')}) ORDER BY channel`,
    )
    .all({ customers: JSON.stringify([customer]), until }) as ConsentRow[];
}

/** Of whom something is asked: of everybody where absent. */
type Of = readonly number[] | undefined;

const among = (customers: Of, column: string): string =>
  customers === undefined ? '' : `AND ${column} IN (SELECT value FROM json_each(:customers))`;
const bound = (customers: Of) => (customers === undefined ? {} : { customers: JSON.stringify(customers) });

export function consentByCustomer(
  archive: Archive,
  channel: Channel,
  until: number,
  customers?: Of,
): Map<number, ConsentStatus> {
  const sql = consentsSql('before :until', customers === undefined ? 'everybody' : 'of :customers');
  return new Map(
    archive.db
      .prepare(`SELECT customer_id, status FROM (${sql}) WHERE channel = :channel`)
      .raw()
      .all({ channel, until, ...bound(customers) }) as [number, ConsentStatus][],
  );
}

export function stateConsent(
  archive: Archive,
  customer: number,
  consent: { channel: string; status: ConsentStatus; note: string | null; at: number },
): void {
  archive.write(() => {
    const { db } = archive;
    const state = db.prepare(
      `INSERT INTO consents (record_id, channel, status, source, note, stated_at, after_override)
       VALUES (?, ?, ?, 'hand', ?, ?, (SELECT coalesce(max(override_id), 0) FROM overrides))`,
    );
    // Whoever it was of those who are one now: after a merge is taken back each of them still refuses.
    const records = consent.status === 'refused' ? partsOf(archive, customer) : [customer];
    for (const record of records) state.run(record, consent.channel, consent.status, consent.note, consent.at);
  });
}

/** The customers that merges hold together in this one, by number; itself alone where there are none. */
function partsOf({ db }: Archive, customer: number): number[] {
  const parts = db
    .prepare(
      'SELECT DISTINCT part_id FROM merged_records JOIN record_customers USING (record_id) WHERE customer_id = ? ORDER BY 1',
    )
    .pluck()
    .all(customer) as number[];
  return parts.length > 0 ? parts : [customer];
}

export interface AddressRow {
  readonly customer_id: number;
  readonly value: string;
  readonly orders: number;
  readonly latest: number;
}

/** Usable addresses per customer with the orders they stand on; a receiver's number reaches a customer but proves nothing. */
export function addresses(archive: Archive, channel: Channel, customers?: Of): AddressRow[] {
  const kind = channel === 'email' ? 'email' : 'phone';
  return archive.db
    .prepare(`SELECT k.customer_id, i.value, count(*) AS orders, max(o.placed_at) AS latest
              FROM record_customers k CROSS JOIN identifiers i USING (record_id) CROSS JOIN orders o USING (record_id)
              WHERE i.kind = :kind AND i.state = 'usable' AND (:sms = 0 OR i.line_type = 'mobile')
                ${among(customers, 'k.customer_id')}
              GROUP BY k.customer_id, i.value ORDER BY k.customer_id, i.value`)
    .all({ kind, sms: Number(channel === 'sms'), ...bound(customers) }) as AddressRow[];
}

/** Customers and whoever is reached at an address of theirs. */
export function sharingAddresses(archive: Archive, channel: Channel, customers: readonly number[]): number[] {
  const found = archive.db
    .prepare(`SELECT DISTINCT other.customer_id
              FROM json_each(:customers) asked CROSS JOIN record_customers own ON own.customer_id = asked.value
                CROSS JOIN identifiers i ON i.record_id = own.record_id AND i.kind = :kind AND i.state = 'usable'
                CROSS JOIN identifiers j ON j.kind = i.kind AND j.value = i.value
                CROSS JOIN record_customers other ON other.record_id = j.record_id`)
    .pluck()
    .all({ kind: channel === 'email' ? 'email' : 'phone', ...bound(customers) }) as number[];
  return [...new Set([...customers, ...found])];
}

export interface ShopsPolicy {
  readonly consent: ConsentPolicy;
  readonly serviceOnly: boolean;
}

/** Of the shops a customer bought in together: the strictest consent, but leave to write by any of them. */
export function policyByCustomer(archive: Archive, customers?: Of): Map<number, ShopsPolicy> {
  const rows = archive.db
    .prepare(`SELECT o.customer_id, iif(sum(s.consent_policy = 'granted') > 0, 'granted', 'not-refused'), min(s.contact_policy = 'service-only')
              FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id IS NOT NULL ${among(customers, 'o.customer_id')} GROUP BY o.customer_id`)
    .raw()
    .all(bound(customers)) as [number, ConsentPolicy, number][];
  return new Map(rows.map(([customer, consent, only]) => [customer, { consent, serviceOnly: only === 1 }]));
}

export interface SuppressionRow {
  readonly suppression_id: number;
  readonly kind: 'email' | 'phone' | 'customer';
  readonly hash: string | null;
  readonly customer_id: number | null;
  readonly hint: string;
  readonly reason: string | null;
  readonly added_at: number;
}

/** Those in force, one for a customer however many parts they have. */
export function suppressions(archive: Archive): SuppressionRow[] {
  return archive.db
    .prepare(`SELECT min(s.suppression_id) AS suppression_id, s.kind, s.hash, k.customer_id, s.hint, s.reason, s.added_at
              FROM suppressions s LEFT JOIN record_customers k USING (record_id) WHERE s.lifted_at IS NULL
              GROUP BY s.kind, s.hash, coalesce(k.customer_id, -s.record_id) ORDER BY 1`)
    .all() as SuppressionRow[];
}

export type NewSuppression =
  | { readonly kind: 'email' | 'phone'; readonly hash: string }
  | { readonly kind: 'customer'; readonly record: number };

/** False where the same was suppressed before. */
export function addSuppression(
  archive: Archive,
  what: NewSuppression,
  detail: { hint: string; reason: string | null; at: number },
): boolean {
  return archive.write(() => {
    const { db } = archive;
    const hash = what.kind === 'customer' ? null : what.hash;
    const known = db.prepare(
      'SELECT 1 FROM suppressions WHERE kind = ? AND hash IS ? AND record_id IS ? AND lifted_at IS NULL',
    );
    const add = db.prepare(
      'INSERT INTO suppressions (kind, hash, record_id, hint, reason, added_at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const records = what.kind === 'customer' ? partsOf(archive, what.record) : [null];
    const missing = records.filter((record) => known.get(what.kind, hash, record) === undefined);
    for (const record of missing) add.run(what.kind, hash, record, detail.hint, detail.reason, detail.at);
    return missing.length > 0;
  });
}

/** Of a customer in all their parts. False where there is none in force. */
export function liftSuppression(archive: Archive, id: number, at: number): boolean {
  return archive.write(
    () =>
      archive.db
        .prepare(
          `UPDATE suppressions SET lifted_at = :at WHERE lifted_at IS NULL AND (suppression_id = :id OR record_id IN (
             SELECT theirs.record_id FROM suppressions s JOIN record_customers mine USING (record_id)
               JOIN record_customers theirs ON theirs.customer_id = mine.customer_id WHERE s.suppression_id = :id AND s.lifted_at IS NULL))`,
        )
        .run({ at, id }).changes > 0,
  );
}

export interface ListRow {
  readonly customer_id: number;
  readonly name: string | null;
  readonly city: string | null;
  readonly number_of_orders: number;
  /** Null where all is in another currency. */
  readonly amount_spent: number | null;
  readonly last_order_date: string | null;
  readonly tags: string | null;
}

/** What a contact list says of its people; temp.measures must stand. */
export function listRows(
  archive: Archive,
  moment: { readonly asOf: string; readonly until: number },
): Map<number, ListRow> {
  const rows = archive.db
    .prepare(`SELECT m.customer_id, c.name, c.city, m.number_of_orders, m.amount_spent, m.last_order_date,
                (SELECT json_group_array(tag) FROM (SELECT DISTINCT t.tag FROM tag_facts t JOIN record_customers k USING (record_id)
                   WHERE k.customer_id = m.customer_id AND t.added_at < :until AND (t.removed_at IS NULL OR t.removed_at >= :until)
                     AND (t.expires_day IS NULL OR t.expires_day > :asOf) ORDER BY t.tag)) AS tags
              FROM temp.measures m JOIN customers c USING (customer_id)`)
    .all({ ...moment }) as ListRow[];
  return new Map(rows.map((row) => [row.customer_id, row]));
}
