/** SQL of tags that get another name: every fact of theirs, past ones too, so that a day that is asked for later has them by it. */
import { tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import type { Act } from './queries.ts';

/** Whether anybody ever carried it, or it follows a segment. */
export function isTagKnown({ db }: Archive, tag: string): boolean {
  return (
    db
      .prepare(
        'SELECT 1 FROM tag_facts WHERE tag = :tag UNION ALL SELECT 1 FROM tag_follows WHERE tag = :tag AND ended_at IS NULL LIMIT 1',
      )
      .get({ tag }) !== undefined
  );
}

export function tagsEver({ db }: Archive): string[] {
  return db.prepare('SELECT DISTINCT tag FROM tag_facts ORDER BY 1').pluck().all() as string[];
}

export interface Renamed {
  /** Who carry it now, by its new name. */
  readonly customers: number;
  /** Of these, who carried both. */
  readonly both: number;
}

/** Where `to` is known it is a merge: whoever carries both keeps one, by hand rather than by following, and the one that lasts longest. */
export function renameTag(archive: Archive, from: string, to: string, { at, moment }: Act): Renamed {
  return archive.write(() => {
    const { db } = archive;
    const kind = isTagKnown(archive, to) ? 'merge' : 'rename';
    const carriers = db
      .prepare(
        `SELECT k.customer_id, count(DISTINCT t.tag) FROM tag_facts t JOIN record_customers k USING (record_id)
         WHERE t.tag IN (:from, :to) AND ${tagHolds('t')} GROUP BY 1 HAVING max(t.tag = :from)`,
      )
      .raw()
      .all({ from, to, ...moment }) as [customer: number, tags: number][];
    const both = carriers.filter(([, tags]) => tags > 1);
    const end = db.prepare(
      `WITH theirs AS (SELECT t.tag_fact_id, row_number() OVER (
           ORDER BY t.followed, t.expires_day IS NOT NULL, t.expires_day DESC, t.tag = :from, t.added_at, t.tag_fact_id) AS nth
         FROM tag_facts t JOIN record_customers k USING (record_id)
         WHERE k.customer_id = :customer AND t.tag IN (:from, :to) AND ${tagHolds('t')})
       UPDATE tag_facts SET removed_at = :at, removed_origin = 'merge', removed_reason = :from
       WHERE removed_at IS NULL AND added_at <= :at AND tag_fact_id IN (SELECT tag_fact_id FROM theirs WHERE nth > 1)`,
    );
    for (const [customer] of both) end.run({ customer, from, to, at, ...moment });
    db.prepare('UPDATE tag_facts SET tag = :to WHERE tag = :from').run({ from, to });
    db.prepare('UPDATE tag_follows SET tag = :to WHERE tag = :from').run({ from, to });
    db.prepare('INSERT INTO tag_renames (old_tag, new_tag, kind, renamed_at) VALUES (?, ?, ?, ?)').run(
      from,
      to,
      kind,
      at,
    );
    return { customers: carriers.length, both: both.length };
  });
}
