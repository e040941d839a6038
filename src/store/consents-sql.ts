/**
 * What each customer says of each channel: the latest dated statement, of two at one moment the
 * stricter. Orders speak at their own time, for the channels their platform's flag is about. A
 * refusal stated by hand, or by a table of consents, is only lifted by hand. A yes of which no file says
 * when it was given may be older than anything: it holds only where nothing else was said.
 *
 * Of a customer that merges hold together each part speaks for itself, and the strictest holds: where one
 * has agreed and another has not, nothing is known. What is said by hand after the merge is said for all.
 */

/** Of a flag in a file of customers: what the file says of it, else when the file was made, else when it came. */
const FLAG_TIME = 'coalesce(flag.flags_at, i.exported_at, i.imported_at)';
const UNDATED_YES = 'flag.accepts AND coalesce(flag.flags_at, i.exported_at) IS NULL';

/** What a split, a merge, or taking back one of them copied is nobody's word: it lifts no refusal told of an earlier day. */
const COPIED = "('split', 'merge', 'undo')";
const NOT_LIFTED = `s.source NOT IN ${COPIED} AND s.source <> 'consent file' OR s.status = 'refused'`;

type Said = 'every statement' | 'before :until';
/** Where many orders say something, all are gone through, one beside the other; else those that say it are looked up. */
type By = 'everybody' | 'everybody by their orders' | 'of :among';
type On = 'every channel' | 'on :channel';

/** What a platform's flag at an order is about. */
const SPEAKING = `VALUES ('shopify', 'email'), ('gumroad', 'email'), ('generic', 'email'), ('generic', 'sms'), ('generic', 'phone')`;

/**
 * Of statements of one part and channel the least holds: by hand before others where that refuses, dated before undated,
 * the latest, the stricter, by hand, then by the source. One text, as the least of a group is found in half the time that
 * it takes to order them: fourteen digits, then the source.
 */
const RANK = `((4 + 2 * (s.by_hand = 0 AND h.customer_id IS NOT NULL) + s.undated_yes) * 10000000000000
  + (1000000000000 - s.stated_at) * 4 + 2 * (s.status <> 'refused') + (s.by_hand = 0 AND s.source NOT IN ${COPIED})) || s.source`;

/** `:until` binds UTC seconds before which something was said, `:among` a JSON array of whom it is asked. */
function tables(said: Said, by: By, on: On): string {
  const before = (at: string) => (said === 'before :until' ? `AND ${at} < :until` : '');
  const of = (customer: string) =>
    by === 'of :among' ? `AND ${customer} IN (SELECT value FROM json_each(:among))` : '';
  const about = (channel: string) => (on === 'every channel' ? '' : `AND ${channel} = :channel`);
  const flag = (channel: string, column: string, bounced: string) =>
    `SELECT import_id, record_id, flags_at, '${channel}' AS channel, ${column} AS accepts, ${bounced} AS bounced FROM profiles WHERE ${column} IS NOT NULL ${about(`'${channel}'`)}`;
  const ordersThatSay = {
    everybody: `speaking CROSS JOIN order_versions v ON v.platform = speaking.platform
      CROSS JOIN orders o ON o.shop_id = v.shop_id AND o.order_number = v.order_number AND o.version_id = v.version_id`,
    'everybody by their orders':
      'orders o NOT INDEXED CROSS JOIN order_versions v USING (version_id) CROSS JOIN speaking ON speaking.platform = v.platform',
    'of :among': 'orders o JOIN order_versions v USING (version_id) JOIN speaking ON speaking.platform = v.platform',
  }[by];
  return `WITH speaking (platform, channel) AS (${SPEAKING}),
  parts AS (
    SELECT DISTINCT k.customer_id, m.part_id FROM merged_records m JOIN record_customers k USING (record_id)
    WHERE 1 ${of('k.customer_id')}
  ),
  said AS (
    SELECT k.customer_id, coalesce(m.part_id, k.customer_id) AS part_id, s.channel, s.status, s.source, s.stated_at, ${NOT_LIFTED} AS by_hand,
      s.undated AND s.status <> 'refused' AS undated_yes, m.merge_id IS NOT NULL AND s.after_override >= m.merge_id AS of_all, s.consent_id
    FROM consents s JOIN record_customers k USING (record_id) LEFT JOIN merged_records m USING (record_id) WHERE 1 ${before('s.stated_at')} ${of('k.customer_id')} ${about('s.channel')}
    UNION ALL
    SELECT o.customer_id, coalesce(m.part_id, o.customer_id), speaking.channel, iif(v.accepts_marketing, 'granted', 'refused'), 'order ' || o.order_number, o.placed_at, 0, 0, 0, NULL
    FROM ${ordersThatSay} LEFT JOIN merged_records m ON m.record_id = o.record_id
    WHERE v.accepts_marketing IS NOT NULL AND o.customer_id IS NOT NULL ${before('o.placed_at')} ${of('o.customer_id')} ${about('speaking.channel')}
    UNION ALL
    SELECT k.customer_id, coalesce(m.part_id, k.customer_id), flag.channel, iif(flag.accepts, 'granted', 'refused'),
      iif(i.platform = 'generic', 'customer file', i.platform) || iif(flag.bounced, ': bounced', ''), ${FLAG_TIME}, 0, ${UNDATED_YES}, 0, NULL
    FROM (${flag('email', 'accepts_email', 'email_bounced')} UNION ALL ${flag('sms', 'accepts_sms', '0')} UNION ALL ${flag('phone', 'accepts_phone', '0')}) flag
      JOIN imports i USING (import_id) JOIN record_customers k USING (record_id) LEFT JOIN merged_records m USING (record_id)
    WHERE i.undone_at IS NULL ${before(FLAG_TIME)} ${of('k.customer_id')}
  ),
  statements AS (
    SELECT customer_id, part_id, channel, status, source, stated_at, by_hand, undated_yes, consent_id FROM said WHERE NOT of_all
    UNION ALL
    SELECT s.customer_id, p.part_id, s.channel, s.status, s.source, s.stated_at, s.by_hand, s.undated_yes, s.consent_id FROM said s JOIN parts p USING (customer_id) WHERE s.of_all
  ),
  by_hand AS (
    SELECT customer_id, part_id, channel, status, max(2 * stated_at + (status = 'refused')) FROM statements WHERE by_hand = 1
    GROUP BY customer_id, part_id, channel
  ),
  ranked AS (
    SELECT s.*, ${RANK} AS rank
    FROM statements AS s LEFT JOIN by_hand AS h
      ON h.customer_id = s.customer_id AND h.part_id = s.part_id AND h.channel = s.channel AND h.status = 'refused'
  ),
  firsts AS (
    SELECT customer_id, channel, status, source, stated_at, min(rank) FROM ranked GROUP BY customer_id, channel, part_id
  ),
  held AS (
    SELECT customer_id, channel, source, stated_at, sum(status = 'refused') AS refused, sum(status = 'granted') AS granted,
      (SELECT count(*) FROM parts p WHERE p.customer_id = f.customer_id) AS parts,
      max((CASE status WHEN 'refused' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END) * 1e11 + stated_at)
    FROM firsts f GROUP BY customer_id, channel
  ),
  holding AS (
    SELECT customer_id, channel, CASE WHEN refused THEN 'refused' WHEN granted >= max(parts, 1) THEN 'granted' ELSE 'unknown' END AS status,
      iif(refused OR granted IN (0, max(parts, 1)), source, 'merge') AS source, strftime('%Y-%m-%dT%H:%M:%SZ', stated_at, 'unixepoch') AS stated_at
    FROM held
  )`;
}

/** A query of the orders whose flag may say something of then or later. */
export const saidAtOrdersSince = (at: string): string =>
  `SELECT 1 FROM order_versions WHERE accepts_marketing IS NOT NULL AND platform IN (SELECT column1 FROM (${SPEAKING})) AND placed_at >= ${at}`;

/** A query of whether so many orders say something that it is quicker to go through all of them. */
export const manyOrdersSay = (on: On): string =>
  `SELECT 8 * (SELECT count(*) FROM order_versions WHERE accepts_marketing IS NOT NULL
      AND platform IN (SELECT column1 FROM (${SPEAKING}) ${on === 'on :channel' ? 'WHERE column2 = :channel' : ''}))
     > (SELECT coalesce(max(order_id), 0) FROM orders)`;

/** A query of customer_id, channel, status, source, stated_at. */
export const consentsSql = (said: Said, by: By = 'everybody', on: On = 'every channel'): string =>
  `${tables(said, by, on)} SELECT customer_id, channel, status, source, stated_at FROM holding`;

/** A query of customer_id, part_id, channel: what is refused by hand, or by a table of consents, of those asked for. */
export const refusedByHandSql = (): string =>
  `${tables('every statement', 'of :among', 'every channel')} SELECT customer_id, part_id, channel FROM by_hand WHERE status = 'refused'`;

/** Every statement there is of those asked for, the latest first, and whether it is the one that holds. */
export const statementsSql = (): string => `${tables('before :until', 'of :among', 'every channel')}
  SELECT r.channel, r.status, r.source, strftime('%Y-%m-%dT%H:%M:%SZ', r.stated_at, 'unixepoch') AS stated_at, c.note, c.proof, c.file_name AS file,
    coalesce(c.undated, r.undated_yes) AS undated, max(r.place = 1 AND r.status = h.status) AS holds
  FROM (SELECT *, row_number() OVER (PARTITION BY customer_id, part_id, channel ORDER BY rank) AS place FROM ranked) r JOIN holding h USING (customer_id, channel) LEFT JOIN consents c USING (consent_id)
  GROUP BY r.channel, r.status, r.source, r.stated_at, c.note, c.proof, c.file_name, 8
  ORDER BY r.channel, r.stated_at DESC, holds DESC, r.status, r.source, c.note, c.proof`;
