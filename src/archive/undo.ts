/** Takes an import back: its sightings no longer count, and what they carried is worked out anew. */
import { SPOKEN_OF } from '../customers/affected-queries.ts';
import type { Archive } from '../store/open.ts';
import { dropBlacklist, takeBlacklists } from './blacklists.ts';
import { holdingRefusals } from './hold-refusals.ts';
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
    const spoken = [...profiled, ...dropped.filter((record) => record !== null), ...superseded(archive, importId)];
    const refreshed = holdingRefusals(archive, touched, () => refresh(archive, touched, spoken));
    if (dropped.length > 0) takeBlacklists(archive);
    return refreshed;
  });
}

/**
 * Records of which something was said, whose orders a later file shows with other contact details: without this one they
 * are no longer known to be of those who stand there now.
 */
function superseded({ db }: Archive, importId: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT v.record_id FROM sightings s JOIN order_versions v USING (version_id) WHERE s.import_id = ?
         AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.record_id = v.record_id) AND v.record_id IN (${SPOKEN_OF})`,
    )
    .pluck()
    .all(importId) as number[];
}
