/** Takes an import back: its sightings no longer count, and what they carried is worked out anew. */
import type { Archive } from '../store/open.ts';
import { dropBlacklist, takeBlacklists } from './blacklists.ts';
import { type Refreshed, refresh } from './refresh.ts';
import type { OrderKey } from './standing-queries.ts';

/** `at` is UTC seconds. Undefined where there is no such import, or it was undone before. */
export function undoImport(archive: Archive, importId: number, at: number): Refreshed | undefined {
  return archive.write(() => {
    const undone = archive.db
      .prepare('UPDATE imports SET undone_at = ? WHERE import_id = ? AND undone_at IS NULL')
      .run(at, importId);
    if (undone.changes === 0) return undefined;
    const touched = archive.db
      .prepare(
        `SELECT DISTINCT p.shop_id AS shop, v.order_number AS number FROM sightings s JOIN order_versions v USING (version_id)
           JOIN shops p ON p.shop_id = v.shop_id OR (v.shop_id IS NULL AND p.platform = v.platform) WHERE s.import_id = ?`,
      )
      .all(importId) as OrderKey[];
    const { db } = archive;
    const profiled = db.prepare('SELECT record_id FROM profiles WHERE import_id = ?').pluck().all(importId) as number[];
    db.prepare('DELETE FROM tag_facts WHERE origin = ?').run(`import:${importId}`);
    const dropped = dropBlacklist(archive, importId);
    const refreshed = refresh(archive, touched, [...profiled, ...dropped.filter((record) => record !== null)]);
    if (dropped.length > 0) takeBlacklists(archive);
    return refreshed;
  });
}
