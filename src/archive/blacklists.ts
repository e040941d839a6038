/**
 * What the blacklists in files of customers make: a suppression of each person listed and of the addresses
 * the file gives of them. Each is made once: one that was lifted by hand stays so, whatever later files say.
 */
import type { Archive } from '../store/open.ts';
import { suppressionKey } from '../store/settings.ts';
import { hintOf } from '../values/address-hint.ts';
import { suppressionHash } from '../values/suppression-key.ts';

interface Listed {
  readonly import_id: number;
  readonly record_id: number;
  readonly reason: string;
  readonly at: number;
}

/** Of one import, or of all standing ones, after who is who is settled. Throws SuppressionKeyLost. */
export function takeBlacklists({ db }: Archive, only?: number): void {
  const listed = db
    .prepare(`SELECT p.import_id, p.record_id, min(p.blacklist) AS reason, i.imported_at AS at FROM profiles p JOIN imports i USING (import_id)
              WHERE p.blacklist IS NOT NULL AND i.undone_at IS NULL AND (:only IS NULL OR p.import_id = :only) GROUP BY 1, 2 ORDER BY 1, 2`)
    .all({ only: only ?? null }) as Listed[];
  if (listed.length === 0) return;
  const key = suppressionKey({ db });
  const addresses = db
    .prepare(`SELECT DISTINCT kind, value FROM identifiers WHERE record_id = ? AND kind IN ('email', 'phone') AND role = 'buyer' AND state = 'usable'
              ORDER BY kind, value`)
    .raw();
  const add = db.prepare(`
    INSERT INTO suppressions (kind, hash, record_id, hint, reason, added_at, import_id)
    SELECT :kind, :hash, :record, :hint, :reason, :at, :import
    WHERE NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.kind = :kind AND s.hash IS :hash AND s.record_id IS :record AND s.channel IS NULL
                        AND (s.lifted_at IS NULL OR s.import_id IS NOT NULL))`);
  for (const { import_id: by, record_id: record, reason, at } of listed) {
    const detail = { reason, at, import: by };
    add.run({ ...detail, kind: 'customer', hash: null, record, hint: `#${record}` });
    for (const [kind, value] of addresses.all(record) as ['email' | 'phone', string][])
      add.run({ ...detail, kind, hash: suppressionHash(key, kind, value), record: null, hint: hintOf(kind, value) });
  }
}

/**
 * Takes back what one file's blacklist made and nobody lifted; where another says the same, `takeBlacklists` makes it
 * that one's. Gives the records it was said of, null for an address.
 */
export function dropBlacklist({ db }: Archive, importId: number): (number | null)[] {
  const made = 'SELECT suppression_id FROM suppressions WHERE import_id = :importId AND lifted_at IS NULL';
  // Of those who were split since each has one of their own.
  const copied = db
    .prepare(`DELETE FROM suppressions WHERE lifted_at IS NULL AND copy_of IN (${made}) RETURNING record_id`)
    .pluck()
    .all({ importId }) as number[];
  db.prepare(`UPDATE suppressions SET copy_of = NULL WHERE copy_of IN (${made})`).run({ importId });
  const listed = db
    .prepare(`DELETE FROM suppressions WHERE suppression_id IN (${made}) RETURNING record_id`)
    .pluck()
    .all({ importId }) as (number | null)[];
  return [...copied, ...listed];
}
