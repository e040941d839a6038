/** SQL of what became of tags: every addition and removal, of a customer or of a tag. Instants are UTC seconds, null where only a day is known. */
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';

export type TagAct =
  | 'added'
  | 'removed'
  /** By hand, of a tag that follows: it stays off until somebody puts it back. */
  | 'kept_off'
  | 'expired'
  | 'expiry_changed'
  | 'renamed'
  | 'merged'
  | 'followed'
  | 'unfollowed';

export interface TagEvent {
  /** UTC seconds; of what expired the day alone is known. */
  readonly at: number | null;
  readonly day: string | null;
  readonly action: TagAct;
  readonly tag: string;
  readonly customer_id: number | null;
  readonly name: string | null;
  readonly origin: string | null;
  readonly reason: string | null;
  readonly expires_day: string | null;
}

const OF_FACT = 't.tag, k.customer_id, c.name';
const FACTS = `tag_facts t JOIN record_customers k USING (record_id) JOIN customers c USING (customer_id)`;
/** When it was put on the expiry was the one before the first change. */
const FIRST_EXPIRY = "iif(t.expiry_changes IS NULL, t.expires_day, json_extract(t.expiry_changes, '$[0][1]'))";

/** Of what a file said that was taken back since, its profile still tells. */
const UNDONE = `profiles p JOIN imports i USING (import_id) JOIN json_each(p.tags) j JOIN record_customers k USING (record_id) JOIN customers c USING (customer_id)
  WHERE i.undone_at IS NOT NULL`;

const EVENTS = `
  SELECT t.added_at AS at, NULL AS day, 'added' AS action, ${OF_FACT}, t.origin AS origin, t.reason AS reason, ${FIRST_EXPIRY} AS expires_day, t.tag_fact_id AS id, 0 AS step FROM ${FACTS}
  UNION ALL SELECT j.value ->> 0, NULL, 'expiry_changed', ${OF_FACT}, 'hand', NULL, j.value ->> 2, t.tag_fact_id, 1 FROM ${FACTS} JOIN json_each(t.expiry_changes) j
  UNION ALL SELECT t.removed_at, NULL, iif(t.followed = 1 AND t.removed_origin = 'hand', 'kept_off', 'removed'), ${OF_FACT}, t.removed_origin, t.removed_reason, NULL, t.tag_fact_id, 2
    FROM ${FACTS} WHERE t.removed_at IS NOT NULL
  UNION ALL SELECT NULL, t.expires_day, 'expired', ${OF_FACT}, NULL, NULL, t.expires_day, t.tag_fact_id, 2 FROM ${FACTS} WHERE t.removed_at IS NULL AND t.expires_day <= :asOf
  UNION ALL SELECT i.imported_at, NULL, 'added', j.value, k.customer_id, c.name, 'import:' || p.import_id, NULL, NULL, 0, 0 FROM ${UNDONE}
  UNION ALL SELECT i.undone_at, NULL, 'removed', j.value, k.customer_id, c.name, 'import:' || p.import_id, 'undone', NULL, 0, 2 FROM ${UNDONE}`;

/** Of the tag itself. */
const OF_TAG = `
  SELECT renamed_at AS at, NULL AS day, iif(kind = 'merge', 'merged', 'renamed') AS action, new_tag AS tag, NULL AS customer_id, NULL AS name, 'hand' AS origin, old_tag AS reason, NULL AS expires_day, tag_rename_id AS id, 3 AS step FROM tag_renames
  UNION ALL SELECT followed_at, NULL, 'followed', tag, NULL, NULL, 'segment:' || segment, reason, NULL, tag_follow_id, 0 FROM tag_follows
  UNION ALL SELECT ended_at, NULL, 'unfollowed', tag, NULL, NULL, 'segment:' || segment, NULL, NULL, tag_follow_id, 4 FROM tag_follows WHERE ended_at IS NOT NULL`;

const ORDER = 'ORDER BY coalesce(at, unixepoch(day)), step, id, tag, customer_id';
const COLUMNS = 'at, day, action, tag, customer_id, name, origin, reason, expires_day';

export function historyOf({ db }: Archive, customer: number, { asOf, until }: Moment): TagEvent[] {
  return db
    .prepare(
      `SELECT ${COLUMNS} FROM (${EVENTS}) WHERE customer_id = :customer AND (at IS NULL OR at < :until) ${ORDER}`,
    )
    .all({ customer, asOf, until }) as TagEvent[];
}

/** Also what it was called before. */
export function historyOfTag({ db }: Archive, tag: string, { asOf, until }: Moment): TagEvent[] {
  return db
    .prepare(
      `SELECT ${COLUMNS} FROM (SELECT * FROM (${EVENTS}) UNION ALL ${OF_TAG}) WHERE tag = :tag AND (at IS NULL OR at < :until) ${ORDER}`,
    )
    .all({ tag, asOf, until }) as TagEvent[];
}
