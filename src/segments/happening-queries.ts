/** SQL of what came of customers between two moments: orders, refunds, what was said by hand, and what files told later. */
import type { Archive } from '../store/open.ts';
import type { Happening } from './reason.ts';

export interface Interval {
  /** The day that was over then, and the one that is over now. */
  readonly fromDay: string;
  readonly untilDay: string;
  /** UTC seconds: what was said before the one was known then, before the other is known now. */
  readonly fromAt: number;
  readonly untilAt: number;
  /** The last file that was known then; null where the former day is seen as it is known now. */
  readonly lastImport: number | null;
}

/** A version, by alias, was first shown by an import that stands. */
const firstShown = (of: string) =>
  `(SELECT min(s.import_id) FROM sightings s JOIN imports i USING (import_id) WHERE i.undone_at IS NULL AND ${of})`;
const SHOWED_ORDER = firstShown(
  's.version_id IN (SELECT w.version_id FROM order_versions w WHERE w.shop_id = o.shop_id AND w.order_number = o.order_number)',
);
const SHOWED_VERSION = firstShown('s.version_id = o.version_id');

/** Orders of :among with what was not known of them then: by the day, and where :lastImport is given by the files. */
const ORDERS = `
  theirs AS (
    SELECT o.customer_id, o.order_number, o.counting, o.placed_at, o.day, o.version_id,
      (o.refunded > 0 OR o.state IN ('refunded', 'cancelled')) AS taken_back,
      o.day > :fromDay AS later, ${SHOWED_ORDER} AS first_import, ${SHOWED_VERSION} AS version_import
    FROM orders o WHERE o.customer_id IN (SELECT value FROM json_each(:among)) AND o.day <= :untilDay
  ),
  news AS (
    SELECT t.*, coalesce(first_import > :lastImport, 0) AS came_later,
      coalesce(version_import > :lastImport AND first_import <= :lastImport, 0) AS changed,
      EXISTS (SELECT 1 FROM order_versions v JOIN order_versions w ON w.shop_id = v.shop_id AND w.order_number = v.order_number AND w.version_id < v.version_id
        WHERE v.version_id = t.version_id AND w.words = v.words AND w.refunded IS v.refunded) AS same_words
    FROM theirs t
  )`;

const HAPPENINGS = `WITH ${ORDERS}
  SELECT customer_id AS customer, iif(changed, 'refunded', 'reduced') AS kind, order_number AS detail,
      coalesce((SELECT imported_at FROM imports WHERE import_id = version_import AND changed), placed_at) AS at, iif(changed, NULL, day) AS day
    FROM news WHERE taken_back AND (later OR (changed AND NOT same_words))
  UNION ALL SELECT customer_id, iif(counting, 'bought', 'order'), order_number, placed_at, iif(later, day, NULL) FROM news
    WHERE later OR (came_later AND day = :fromDay) OR (changed AND NOT same_words AND counting AND NOT taken_back)
  UNION ALL SELECT customer_id, 'data', order_number, (SELECT imported_at FROM imports WHERE import_id = iif(came_later, first_import, version_import)), NULL
    FROM news WHERE NOT later AND ((came_later AND day < :fromDay) OR (changed AND (same_words OR NOT counting) AND NOT taken_back))
  UNION ALL SELECT k.customer_id, 'data', v.order_number, i.undone_at, NULL
    FROM imports i JOIN sightings s USING (import_id) JOIN order_versions v USING (version_id) JOIN record_customers k USING (record_id)
    WHERE i.undone_at > :fromAt AND i.undone_at <= :untilAt AND i.import_id <= coalesce(:lastImport, -1) AND k.customer_id IN (SELECT value FROM json_each(:among))
  UNION ALL SELECT k.customer_id, 'tag', tag, added_at, day_of(added_at) FROM tag_facts JOIN record_customers k USING (record_id) WHERE added_at > :fromAt AND added_at < :untilAt
  UNION ALL SELECT k.customer_id, 'tag', tag, removed_at, day_of(removed_at) FROM tag_facts JOIN record_customers k USING (record_id) WHERE removed_at > :fromAt AND removed_at < :untilAt
  UNION ALL SELECT k.customer_id, 'tag', tag, unixepoch(expires_day), expires_day FROM tag_facts JOIN record_customers k USING (record_id)
    WHERE expires_day > :fromDay AND expires_day <= :untilDay AND removed_at IS NULL
  UNION ALL SELECT k.customer_id, 'consent', channel || ' ' || status, stated_at, day_of(stated_at) FROM consents JOIN record_customers k USING (record_id) WHERE stated_at > :fromAt AND stated_at < :untilAt
  UNION ALL SELECT k.customer_id, 'note', kind, noted_at, day_of(noted_at) FROM notes JOIN record_customers k USING (record_id) WHERE noted_at > :fromAt AND noted_at < :untilAt
  UNION ALL SELECT k.customer_id, 'contacted', coalesce(play, channel), touched_at, day_of(touched_at) FROM touches JOIN record_customers k USING (record_id) WHERE touched_at > :fromAt AND touched_at < :untilAt
  UNION ALL SELECT k.customer_id, 'edit', field, edited_at, day_of(edited_at) FROM edits JOIN record_customers k USING (record_id) WHERE edited_at > :fromAt AND edited_at < :untilAt
  UNION ALL SELECT k.customer_id, iif(EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = k.customer_id) OR EXISTS (SELECT 1 FROM profiles q JOIN imports j USING (import_id)
        JOIN record_customers l USING (record_id) WHERE l.customer_id = k.customer_id AND j.undone_at IS NULL AND iif(:lastImport IS NULL, j.imported_at <= :fromAt, j.import_id <= :lastImport)), 'profile', 'data'),
      i.file_name, i.imported_at, NULL FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
    WHERE i.undone_at IS NULL AND i.imported_at < :untilAt AND iif(:lastImport IS NULL, i.imported_at > :fromAt, i.import_id > :lastImport)
  UNION ALL SELECT k.customer_id, 'merged', o.kind || ' ' || o.override_id, max(o.said_at, coalesce(o.undone_at, 0)), NULL
    FROM overrides o JOIN override_records r USING (override_id) JOIN record_customers k USING (record_id)
    WHERE max(o.said_at, coalesce(o.undone_at, 0)) > :fromAt AND max(o.said_at, coalesce(o.undone_at, 0)) < :untilAt`;

/** Of each of the customers, in any order; a query must have been compiled on the connection before. */
export function happenings(
  { db }: Archive,
  customers: readonly number[],
  interval: Interval,
): ReadonlyMap<number, readonly Happening[]> {
  const rows = db
    .prepare(`SELECT DISTINCT * FROM (${HAPPENINGS}) WHERE customer IN (SELECT value FROM json_each(:among))`)
    .all({ ...interval, among: JSON.stringify(customers) }) as (Happening & { readonly customer: number })[];
  const found = new Map<number, Happening[]>();
  for (const { customer, ...happening } of rows) found.set(customer, [...(found.get(customer) ?? []), happening]);
  return found;
}
