/** Refusals of contact that come along where a copy is put in an archive's place: by hand, and of files. */
import type Database from 'better-sqlite3';
import { consentsSql } from '../store/consents-sql.ts';
import { suppressionKey } from '../store/settings.ts';
import { hintOf } from '../values/address-hint.ts';
import { suppressionHash } from '../values/suppression-key.ts';

/** By hand, and not taken back by hand. */
export function carryRefusals(before: Database.Database, after: Database.Database): number {
  const standing = before
    .prepare(`SELECT r.fingerprint, c.channel, c.source, c.note, c.proof, c.stated_at, c.undated, c.file_name, c.file_hash FROM consents c JOIN records r USING (record_id)
              WHERE c.status = 'refused' AND NOT EXISTS (
                SELECT 1 FROM consents l WHERE l.record_id = c.record_id AND l.channel = c.channel
                  AND l.status <> 'refused' AND l.source <> 'consent file' AND l.stated_at > c.stated_at) ORDER BY c.consent_id`)
    .all();
  const insert = after.prepare(`
    INSERT INTO consents (record_id, channel, status, source, note, proof, stated_at, undated, file_name, file_hash)
    SELECT record_id, :channel, 'refused', :source, :note, :proof, :stated_at, :undated, :file_name, :file_hash FROM records r WHERE fingerprint = :fingerprint
      AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.record_id = r.record_id AND c.channel = :channel
                        AND c.status = 'refused' AND c.stated_at = :stated_at)`);
  return standing.reduce<number>((sum, row) => sum + insert.run(row).changes, 0);
}

/** Of files, and of whomever they know by now: what a customer refuses is refused by whoever they are in the other. */
export function carryRefused(before: Database.Database, after: Database.Database): number {
  const standing = before
    .prepare(
      `SELECT c.customer_id AS customer, c.channel, c.source, unixepoch(c.stated_at) AS stated_at FROM (${consentsSql('every statement')}) c
       WHERE c.status = 'refused' ORDER BY 1, 2`,
    )
    .all() as Refused[];
  if (standing.length === 0) return 0;
  const theirs = before
    .prepare(
      'SELECT json_group_array(fingerprint) FROM record_customers JOIN records USING (record_id) WHERE customer_id = ?',
    )
    .pluck();
  const known = after.prepare(
    `SELECT min(record_id) AS record, customer_id AS customer FROM records LEFT JOIN record_customers USING (record_id)
     WHERE fingerprint IN (SELECT value FROM json_each(?)) GROUP BY coalesce(customer_id, -record_id) ORDER BY 1`,
  );
  const there = new Set(
    after
      .prepare(`SELECT customer_id || ' ' || channel FROM (${consentsSql('every statement')}) WHERE status = 'refused'`)
      .pluck()
      .all() as string[],
  );
  const state = after.prepare(`
    INSERT INTO consents (record_id, channel, status, source, stated_at)
    SELECT :record, :channel, 'refused', :source, :stated_at
    WHERE NOT EXISTS (SELECT 1 FROM consents WHERE record_id = :record AND channel = :channel AND status = 'refused' AND stated_at = :stated_at)`);
  const keepClosed = addressCloser(before, after);
  return standing.reduce((sum, { customer, ...refused }) => {
    const people = known.all(theirs.get(customer)) as { record: number; customer: number | null }[];
    if (people.length === 0) return sum + Number(keepClosed(customer, refused));
    const missing = people.filter(({ customer: one }) => !there.has(`${one} ${refused.channel}`));
    return sum + missing.reduce((more, { record }) => more + state.run({ record, ...refused }).changes, 0);
  }, 0);
}

interface Refused {
  readonly customer: number;
  readonly channel: string;
  readonly source: string;
  readonly stated_at: number;
}

/** Of whom the other knows nothing, until a file brings them: their addresses, by its own key. Throws SuppressionKeyLost. */
function addressCloser(before: Database.Database, after: Database.Database) {
  const addresses = before
    .prepare(
      `SELECT DISTINCT value FROM record_customers JOIN identifiers USING (record_id)
     WHERE customer_id = ? AND kind = ? AND state = 'usable' ORDER BY value`,
    )
    .pluck();
  const close = after.prepare(`
    INSERT INTO suppressions (kind, hash, channel, hint, added_at) SELECT :kind, :hash, :channel, :hint, :stated_at
    WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE kind = :kind AND hash = :hash AND channel = :channel
                        AND (lifted_at IS NULL OR added_at = :stated_at))`);
  return (customer: number, { channel, stated_at }: Omit<Refused, 'customer'>): boolean => {
    const kind = channel === 'email' ? 'email' : 'phone';
    const values = addresses.all(customer, kind) as string[];
    if (values.length === 0) return false;
    const key = suppressionKey({ db: after });
    const closed = values.map(
      (value) =>
        close.run({ kind, hash: suppressionHash(key, kind, value), channel, hint: hintOf(kind, value), stated_at })
          .changes,
    );
    return closed.some((count) => count > 0);
  };
}
