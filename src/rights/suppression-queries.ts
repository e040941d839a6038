/** SQL of suppressions, and refusals of a channel, that outlive the customer they were of. */
import { consentsSql } from '../store/consents-sql.ts';
import type { Archive } from '../store/open.ts';

export interface OfCustomer {
  readonly record: number;
  readonly added_at: number;
  readonly lifted_at: number | null;
}

export interface Refused {
  readonly customer: number;
  readonly channel: string;
  /** UTC seconds. */
  readonly at: number;
}

/** What the noted customers refuse, by whatever was said. */
export function refusedBySubject({ db }: Archive): Refused[] {
  const customers = db
    .prepare(
      'SELECT json_group_array(DISTINCT customer_id) FROM subject_records JOIN record_customers USING (record_id)',
    )
    .pluck()
    .get() as string;
  return db
    .prepare(
      `SELECT customer_id AS customer, channel, unixepoch(stated_at) AS at FROM (${consentsSql('every statement', 'of :among')})
       WHERE status = 'refused' ORDER BY 1, 2`,
    )
    .all({ among: customers }) as Refused[];
}

export interface Address {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

export function suppressionQueries({ db }: Archive) {
  const addresses = db.prepare(
    `SELECT DISTINCT i.kind, i.value FROM identifiers i
     WHERE (i.record_id = :record OR i.record_id IN (SELECT o.record_id FROM record_customers k JOIN record_customers o USING (customer_id) WHERE k.record_id = :record))
       AND i.kind IN ('email', 'phone') AND i.state = 'usable'
       AND (i.role = 'buyer' OR NOT EXISTS (SELECT 1 FROM identifiers b JOIN record_customers USING (record_id)
              WHERE b.kind = i.kind AND b.value = i.value AND b.scope = i.scope AND b.role = 'buyer' AND b.record_id NOT IN (SELECT record_id FROM subject_records)))
     ORDER BY 1, 2`,
  );
  const known = db.prepare(
    'SELECT 1 FROM suppressions WHERE kind = ? AND hash = ? AND channel IS ? AND lifted_at IS NULL AND import_id IS NULL',
  );
  // Even half an address tells of somebody.
  const add = db.prepare("INSERT INTO suppressions (kind, hash, channel, hint, added_at) VALUES (?, ?, ?, '…', ?)");
  const silence = db.prepare("UPDATE suppressions SET reason = NULL, hint = '…', import_id = NULL WHERE hash = ?");
  return {
    ofSubject: () =>
      db
        .prepare(
          `SELECT record_id AS record, added_at, lifted_at FROM suppressions WHERE record_id IN (SELECT record_id FROM subject_records) ORDER BY suppression_id`,
        )
        .all() as OfCustomer[],
    /** Under which the customer of a record is reached. */
    addressesOf: (record: number) => addresses.all({ record }) as Address[],
    /** For one channel, or for all. */
    add({ kind }: Address, hash: string, channel: string | null, at: number): void {
      if (!known.get(kind, hash, channel)) add.run(kind, hash, channel, at);
    },
    /** A reason is free text. */
    silence: (hash: string) => silence.run(hash).changes,
  };
}
