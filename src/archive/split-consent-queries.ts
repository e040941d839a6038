/** SQL of the copies that a split makes of what somebody said of being contacted, and of what becomes of them. */
import { recordsOf } from '../customers/anchor-queries.ts';
import type { Archive } from '../store/open.ts';

const THEIRS = 'record_id IN (SELECT record_id FROM record_customers WHERE customer_id = :customer)';

export function allRecords({ db }: Archive, customer: number): number[] {
  return db.prepare(`SELECT record_id FROM record_customers WHERE customer_id = ?`).pluck().all(customer) as number[];
}

/** One that is in force of the customer themselves. */
export function suppressionOf({ db }: Archive, customer: number): number | undefined {
  return db
    .prepare(
      `SELECT suppression_id FROM suppressions WHERE ${THEIRS} AND lifted_at IS NULL ORDER BY suppression_id LIMIT 1`,
    )
    .pluck()
    .get({ customer }) as number | undefined;
}

export function copySuppression(
  archive: Archive,
  customer: number,
  suppressed: number,
  { override, at }: { readonly override: number; readonly at: number },
): void {
  const copy = archive.db.prepare(
    `INSERT INTO suppressions (kind, record_id, hint, reason, added_at, copy_of, copied_for)
     SELECT kind, :record, '#' || CAST(:customer AS INTEGER), reason, :at, coalesce(copy_of, suppression_id), :override
     FROM suppressions WHERE suppression_id = :suppressed`,
  );
  for (const record of recordsOf(archive, customer)) copy.run({ customer, record, at, suppressed, override });
}

/** Whether some who stayed and some who left are one customer now. */
export function isRejoined({ db }: Archive, override: number, customer: number): boolean {
  const sides = db
    .prepare(`SELECT count(DISTINCT side) FROM override_records WHERE override_id = :override AND ${THEIRS}`)
    .pluck()
    .get({ override, customer });
  return sides === 2;
}

/**
 * What a split copied to this customer, but for what nothing else says now. Gives the channels of which something was
 * said since; of these all stays.
 */
export function dropCopies({ db }: Archive, override: number, customer: number): ReadonlySet<string> {
  const since = db
    .prepare(
      `SELECT DISTINCT channel FROM consents WHERE after_override >= :override AND source <> 'split' AND ${THEIRS}`,
    )
    .pluck()
    .all({ override, customer }) as string[];
  db.prepare(
    `DELETE FROM consents WHERE source = 'split' AND after_override = :override AND ${THEIRS}
       AND channel NOT IN (SELECT value FROM json_each(:since))`,
  ).run({ override, customer, since: JSON.stringify(since) });
  const copied = `copied_for IS :override AND lifted_at IS NULL AND ${THEIRS}`;
  db.prepare(
    `DELETE FROM suppressions WHERE ${copied}
       AND EXISTS (SELECT 1 FROM suppressions WHERE lifted_at IS NULL AND copied_for IS NOT :override AND ${THEIRS})`,
  ).run({ override, customer });
  return new Set(since);
}
