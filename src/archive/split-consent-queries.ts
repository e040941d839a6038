/** SQL of the copies that a split makes of what somebody said of being contacted, and of what becomes of them. */
import { recordsOf } from '../customers/anchor-queries.ts';
import type { Archive } from '../store/open.ts';

const THEIRS = 'record_id IN (SELECT record_id FROM record_customers WHERE customer_id = :customer)';

/** In ascending order; also those of whom nothing is shown. */
export function allCustomersOf({ db }: Archive, records: readonly number[]): number[] {
  return db
    .prepare(
      'SELECT DISTINCT customer_id FROM record_customers WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY 1',
    )
    .pluck()
    .all(JSON.stringify(records)) as number[];
}

/** Those in force of the customer themselves. */
export function suppressionsOf({ db }: Archive, customer: number): number[] {
  return db
    .prepare(`SELECT suppression_id FROM suppressions WHERE ${THEIRS} AND lifted_at IS NULL ORDER BY suppression_id`)
    .pluck()
    .all({ customer }) as number[];
}

/** One of them that is there still. */
export function copySuppression(
  archive: Archive,
  customer: number,
  suppressed: readonly number[],
  { override, at }: { readonly override: number; readonly at: number },
): void {
  const copy = archive.db.prepare(
    `INSERT INTO suppressions (kind, record_id, hint, reason, added_at, copy_of, copied_for)
     SELECT kind, :record, '#' || CAST(:customer AS INTEGER), reason, :at, coalesce(copy_of, suppression_id), :override
     FROM suppressions WHERE suppression_id = (SELECT min(suppression_id) FROM suppressions WHERE suppression_id IN (SELECT value FROM json_each(:suppressed)))`,
  );
  for (const record of recordsOf(archive, customer))
    copy.run({ customer, record, at, suppressed: JSON.stringify(suppressed), override });
}

/** Whether some who stayed and some who left are one customer now. */
export function isRejoined({ db }: Archive, override: number, customer: number): boolean {
  const sides = db
    .prepare(`SELECT count(DISTINCT side) FROM override_records WHERE override_id = :override AND ${THEIRS}`)
    .pluck()
    .get({ override, customer });
  return sides === 2;
}

/** Of which something was said after the split. */
export function channelsSince({ db }: Archive, override: number, customer: number): ReadonlySet<string> {
  return new Set(
    db
      .prepare(`SELECT channel FROM consents WHERE after_override >= :override AND source <> 'split' AND ${THEIRS}`)
      .pluck()
      .all({ override, customer }) as string[],
  );
}

/**
 * What a split copied to this customer, but for what nothing else says now, and for channels of which something was
 * said since. Gives the records it was said of.
 */
export function dropCopies(archive: Archive, override: number, customer: number): number[] {
  const { db } = archive;
  const since = JSON.stringify([...channelsSince(archive, override, customer)]);
  const consents = db
    .prepare(
      `DELETE FROM consents WHERE source = 'split' AND after_override = :override AND ${THEIRS}
         AND channel NOT IN (SELECT value FROM json_each(:since)) RETURNING record_id`,
    )
    .pluck()
    .all({ override, customer, since }) as number[];
  const suppressions = db
    .prepare(
      `DELETE FROM suppressions WHERE copied_for IS :override AND lifted_at IS NULL AND ${THEIRS}
         AND EXISTS (SELECT 1 FROM suppressions WHERE lifted_at IS NULL AND copied_for IS NOT :override AND ${THEIRS}) RETURNING record_id`,
    )
    .pluck()
    .all({ override, customer }) as number[];
  return [...consents, ...suppressions];
}
