/** SQL of what people said and of what is hardly meant: one query for each finding. */
import type { Archive } from '../store/open.ts';

type Rows = IterableIterator<[example: string, subject?: string]>;

const rows = ({ db }: Archive, sql: string, bound: Readonly<Record<string, number>> = {}): Rows =>
  db.prepare(sql).raw().iterate(bound) as Rows;

/** The latest import that shows an order as it stands; there may be none. */
const shownBy = (order: 'o' | 't') =>
  `coalesce((SELECT max(import_id) FROM sightings s JOIN imports i USING (import_id) WHERE s.version_id = ${order}.version_id AND i.undone_at IS NULL), '…')`;

const ORDER = `o.order_number || ' (' || p.name || ')', CAST(${shownBy('o')} AS TEXT)`;

/** What was said by hand of somebody who is nobody's record. */
export const wordsWithoutCustomer = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT what || ' #' || record_id FROM (
       SELECT 'tag' AS what, record_id FROM tag_facts UNION ALL SELECT 'consent', record_id FROM consents
       UNION ALL SELECT 'suppression', record_id FROM suppressions WHERE record_id IS NOT NULL
       UNION ALL SELECT 'edit', record_id FROM edits UNION ALL SELECT 'note', record_id FROM notes
       UNION ALL SELECT 'note', referred_record_id FROM notes WHERE referred_record_id IS NOT NULL
       UNION ALL SELECT 'points', record_id FROM point_entries
       UNION ALL SELECT 'result', record_id FROM contact_results UNION ALL SELECT 'list', record_id FROM contact_list_people
       UNION ALL SELECT 'touch', record_id FROM touches UNION ALL SELECT 'follow-up', record_id FROM followup_outcomes)
     WHERE record_id NOT IN (SELECT record_id FROM record_customers)`,
  );

const CHANNELS = "('sms', 'email', 'phone')";
const PLAY_CHANNELS = "('sms', 'email', 'phone', 'wechat', 'parcel')";
/** SHA-256 as it is written. */
const isHex = (column: string) => `(length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;
const isDay = (column: string) => `${column} IS date(${column})`;

/** What the program itself would not have written of somebody. */
export const wordsNotUnderstood = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT 'tag #' || tag_fact_id FROM tag_facts
       WHERE tag = '' OR NOT (origin = 'hand' OR origin GLOB 'segment:?*' OR origin GLOB 'import:[1-9]*') OR NOT ${isDay('expires_day')}
         OR (removed_at IS NULL) <> (removed_origin IS NULL) OR NOT (removed_origin IS NULL OR removed_origin IN ('hand', 'merge') OR removed_origin GLOB 'segment:?*' OR removed_origin GLOB 'group:?*')
         OR removed_at < added_at
     UNION ALL SELECT 'consent #' || consent_id FROM consents WHERE channel NOT IN ${CHANNELS} OR source = ''
     UNION ALL SELECT 'suppression #' || suppression_id FROM suppressions
       WHERE iif(kind = 'customer', record_id IS NULL OR hash IS NOT NULL, record_id IS NOT NULL OR hash IS NULL OR NOT ${isHex('hash')}) OR channel NOT IN ${CHANNELS}
     UNION ALL SELECT 'note #' || note_id FROM notes WHERE (text = '' AND score IS NULL AND kind <> 'referral') OR NOT ${isDay('day')}
     UNION ALL SELECT 'points #' || point_entry_id FROM point_entries WHERE NOT ${isDay('day')}
     UNION ALL SELECT 'edit #' || edit_id FROM edits WHERE field = ''
     UNION ALL SELECT 'touch #' || touch_id FROM touches WHERE channel NOT IN ${PLAY_CHANNELS} OR NOT ${isDay('day')}
     UNION ALL SELECT 'list #' || list_id FROM contact_lists WHERE channel NOT IN ${PLAY_CHANNELS} OR NOT ${isDay('day')} OR NOT ${isDay('expires_day')}
         OR NOT ${isHex('hash')} OR people < 0 OR held_out < 0 OR NOT json_valid(series) OR NOT json_valid(left_out)
     UNION ALL SELECT 'result #' || result_id FROM contact_results WHERE channel NOT IN ${CHANNELS} OR source = ''
     UNION ALL SELECT 'play ' || name FROM play_acts WHERE name = '' OR NOT ${isDay('day')}
     UNION ALL SELECT 'follow-up #' || outcome_id FROM followup_outcomes
       WHERE play = '' OR occurrence = '' OR channel NOT IN ${PLAY_CHANNELS} OR NOT ${isDay('day')} OR NOT ${isDay('until_day')}`,
  );

/** Of the files that came, and of the rows orders were read from. */
export const hashesMalformed = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT 'import #' || import_id FROM imports WHERE NOT ${isHex('file_hash')}
     UNION ALL SELECT v.order_number || ' (' || coalesce(p.name, v.platform) || ')' FROM sightings s JOIN order_versions v USING (version_id) LEFT JOIN shops p USING (shop_id)
       WHERE length(s.rows_hash) <> 16 OR s.rows_hash GLOB '*[^0-9A-Za-z_-]*'`,
  );

export const contactsThoughSuppressed = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT DISTINCT t.day || ' #' || k.customer_id FROM touches t JOIN record_customers k USING (record_id)
       JOIN record_customers w ON w.customer_id = k.customer_id JOIN suppressions s ON s.record_id = w.record_id
     WHERE s.kind = 'customer' AND t.touched_at > s.added_at AND (s.lifted_at IS NULL OR t.touched_at < s.lifted_at)`,
  );

/** `:until` binds UTC seconds. */
export const datedAfter = (archive: Archive, until: number): Rows =>
  rows(
    archive,
    `SELECT what || ' ' || id FROM (
       SELECT 'import' AS what, import_id AS id, imported_at AS at FROM imports UNION ALL SELECT 'import', import_id, exported_at FROM imports
       UNION ALL SELECT 'tag', tag_fact_id, added_at FROM tag_facts
       UNION ALL SELECT 'consent', consent_id, stated_at FROM consents UNION ALL SELECT 'touch', touch_id, touched_at FROM touches
       UNION ALL SELECT 'result', result_id, happened_at FROM contact_results
       UNION ALL SELECT 'suppression', suppression_id, added_at FROM suppressions
       UNION ALL SELECT 'profile', profile_id, flags_at FROM profiles
       UNION ALL SELECT 'edit', edit_id, edited_at FROM edits UNION ALL SELECT 'note', note_id, noted_at FROM notes
       UNION ALL SELECT 'points', point_entry_id, said_at FROM point_entries
       UNION ALL SELECT 'follow-up', outcome_id, stated_at FROM followup_outcomes
       UNION ALL SELECT 'override', override_id, said_at FROM overrides
       UNION ALL SELECT 'order', order_id, placed_at FROM orders)
     WHERE at > :until`,
    { until },
  );

// From here on the subject is the import that shows the order.

/** What a spreadsheet makes of a long number: 1.23E+15, 12345678901234.0. */
export const damagedNumbers = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT ${ORDER} FROM orders o JOIN shops p USING (shop_id)
     WHERE o.order_number GLOB '[0-9]*[.,][0-9]*[eE]+[0-9]*' OR o.order_number GLOB '[0-9]*[eE]+[0-9][0-9]'
       OR (o.order_number GLOB '[0-9]*.0' AND o.order_number NOT GLOB '*[^0-9.]*')`,
  );

/** More paid back than was ever to be paid, or an amount below nothing where there is none. */
export const refundsTooHigh = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT ${ORDER} FROM orders o JOIN order_versions v USING (version_id) JOIN shops p ON p.shop_id = o.shop_id
     WHERE o.refunded < 0 OR (o.total >= 0 AND o.refunded > max(o.total, coalesce(v.paid, 0)))`,
  );

/** A total of another size than its lines, as when a decimal point was lost. */
export const totalsUnlikeLines = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT ${ORDER} FROM orders o JOIN shops p USING (shop_id) JOIN (
       SELECT version_id, sum(quantity * unit_price) AS lines FROM version_lines GROUP BY version_id HAVING count(*) = count(unit_price)) l ON l.version_id = o.lines_version_id
     WHERE o.total > 0 AND l.lines > 0 AND (o.total >= 50 * l.lines OR l.lines >= 50 * o.total)`,
  );

/** The same number, amount and day in two shops, each with the import that shows it; the later of these. */
export const salesTwice = (archive: Archive): Rows =>
  rows(
    archive,
    `SELECT number || ' (' || one || ' #' || first || ', ' || other || ' #' || second || ')', CAST(max(first, second) AS TEXT)
     FROM (SELECT o.order_number AS number, p.name AS one, q.name AS other, ${shownBy('t')} AS first, ${shownBy('o')} AS second
       FROM shops p JOIN shops q ON q.shop_id > p.shop_id CROSS JOIN orders o ON o.shop_id = q.shop_id
         CROSS JOIN orders t ON t.shop_id = p.shop_id AND t.order_number = o.order_number
       WHERE t.total = o.total AND t.currency = o.currency AND o.total > 0 AND abs(t.placed_at - o.placed_at) < 129600)`,
  );

/**
 * Weeks without an order in the middle of a time in which the shop sold all along: an export was never
 * ingested. Three weeks at least, and four times the longest pause among the ten before and after.
 */
export const gaps = (archive: Archive): Rows =>
  rows(
    archive,
    `WITH days AS (SELECT DISTINCT shop_id, day FROM orders),
       steps AS (SELECT shop_id, day, lead(day) OVER (PARTITION BY shop_id ORDER BY day) AS next FROM days),
       spans AS (SELECT *, julianday(next) - julianday(day) AS span FROM steps WHERE next IS NOT NULL),
       around AS (SELECT *, max(span) OVER before AS longest, max(span) OVER after AS longest_after,
                    count(*) OVER before + count(*) OVER after AS others FROM spans
                  WINDOW before AS (PARTITION BY shop_id ORDER BY day ROWS BETWEEN 10 PRECEDING AND 1 PRECEDING),
                         after AS (PARTITION BY shop_id ORDER BY day ROWS BETWEEN 1 FOLLOWING AND 10 FOLLOWING))
     SELECT date(a.day, '+1 day') || ' – ' || date(a.next, '-1 day') || ' (' || p.name || ')'
     FROM around a JOIN shops p USING (shop_id)
     WHERE a.others = 20 AND a.span > 21 AND a.span >= 4 * max(a.longest, a.longest_after) ORDER BY p.shop_id, a.day`,
  );
