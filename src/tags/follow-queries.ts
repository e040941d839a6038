/** SQL of tags that follow a segment. */
import { type Moment, tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';

export interface Follow {
  readonly tag_follow_id: number;
  readonly tag: string;
  readonly segment: string;
  readonly reason: string | null;
  readonly followed_at: number;
  /** As of which it was last brought up to date; null where never. */
  readonly refreshed_day: string | null;
}

/** In force, in the order in which they were made. */
export function follows({ db }: Archive): Follow[] {
  return db
    .prepare(
      'SELECT tag_follow_id, tag, segment, reason, followed_at, refreshed_day FROM tag_follows WHERE ended_at IS NULL ORDER BY tag_follow_id',
    )
    .all() as Follow[];
}

/** In the place of what the tag followed before. False where it follows the segment already. */
export function startFollow(
  archive: Archive,
  { tag, segment, reason }: Pick<Follow, 'tag' | 'segment' | 'reason'>,
  at: number,
): boolean {
  return archive.write(() => {
    const before = follows(archive).find((follow) => follow.tag === tag);
    if (before?.segment === segment && before.reason === reason) return false;
    endFollow(archive, tag, at);
    archive.db
      .prepare('INSERT INTO tag_follows (tag, segment, reason, followed_at) VALUES (?, ?, ?, ?)')
      .run(tag, segment, reason, at);
    return true;
  });
}

/** Who carries the tag keeps it. Gives what it followed; undefined where it followed nothing. */
export function endFollow(archive: Archive, tag: string, at: number): string | undefined {
  return archive.db
    .prepare('UPDATE tag_follows SET ended_at = ? WHERE tag = ? AND ended_at IS NULL RETURNING segment')
    .pluck()
    .get(at, tag) as string | undefined;
}

export function noteRefreshed({ db }: Archive, asOf: string): void {
  db.prepare('UPDATE tag_follows SET refreshed_day = ? WHERE ended_at IS NULL AND refreshed_day IS NOT ?').run(
    asOf,
    asOf,
  );
}

export interface Carrier {
  readonly customer: number;
  /** By following. */
  readonly followed: boolean;
  /** By hand, or because a file says so. */
  readonly otherwise: boolean;
}

export function carriersOf({ db }: Archive, tag: string, moment: Moment): Carrier[] {
  const rows = db
    .prepare(
      `SELECT k.customer_id, max(t.followed), min(t.followed) FROM tag_facts t JOIN record_customers k USING (record_id)
       WHERE t.tag = :tag AND ${tagHolds('t')} GROUP BY 1`,
    )
    .raw()
    .all({ tag, ...moment }) as [number, number, number][];
  return rows.map(([customer, most, least]) => ({ customer, followed: most === 1, otherwise: least === 0 }));
}

/** Of whom a person took the tag since it follows its segment, and on whom nobody put it back. */
export function keptOff({ db }: Archive, { tag, followed_at: since }: Follow): ReadonlySet<number> {
  return new Set(
    db
      .prepare(
        `SELECT k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id) WHERE t.tag = :tag GROUP BY 1
         HAVING max(iif(t.removed_origin = 'hand' AND t.removed_at >= :since, t.tag_fact_id, 0))
              > max(iif(t.followed = 0 AND t.origin NOT GLOB 'import:*' AND t.removed_origin IS NOT 'hand', t.tag_fact_id, 0))`,
      )
      .pluck()
      .all({ tag, since }) as number[],
  );
}
