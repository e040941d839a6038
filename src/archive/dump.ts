/**
 * The archive's content in natural keys and total order, without internal numbers and import times:
 * two archives are the same when their dumps are.
 */
import { createHash } from 'node:crypto';
import { isShown } from '../customers/affected-queries.ts';
import type { Archive } from '../store/open.ts';
import { versionStands } from '../store/standing-version.ts';

/** One JSON document a line; the first key of each says what it is. */
export function* canonicalDump(archive: Archive): Generator<string> {
  for (const [kind, sql] of SECTIONS) {
    const rows = archive.db.prepare(sql).raw().iterate() as IterableIterator<(string | number | null)[]>;
    for (const row of rows) yield JSON.stringify([kind, ...row]);
  }
}

/** What people said and set, of which no export knows: the same lines, by what they are. */
export function spokenFacts(archive: Pick<Archive, 'db'>): Map<SpokenKind, string[]> {
  const facts = new Map<SpokenKind, string[]>();
  for (const [kind, sql] of SECTIONS) {
    if (!isSpoken(kind)) continue;
    const rows = archive.db.prepare(sql).raw().all();
    facts.set(
      kind,
      rows.map((row) => JSON.stringify(row)),
    );
  }
  return facts;
}

const SPOKEN = [
  'shop',
  'map',
  'product',
  'word',
  'rate',
  'override',
  'edit',
  'note',
  'tag',
  'tag_group',
  'tag_follow',
  'tag_rename',
  'level',
  'point_rule',
  'points',
  'consent',
  'suppression',
  'touch',
  'contact_list',
  'result',
  'outcome',
  'calendar',
  'play',
  'segment',
  'snapshot',
  'erasure',
] as const;
export type SpokenKind = (typeof SPOKEN)[number];
const isSpoken = (kind: string): kind is SpokenKind => SPOKEN.some((spoken) => spoken === kind);

export interface DumpFigures {
  readonly facts: number;
  readonly sha256: string;
}

/** What `sha256sum` says of the dump, and how many lines it has; `breathe` is awaited now and then. */
export async function dumpFigures(archive: Archive, breathe: () => Promise<void>): Promise<DumpFigures> {
  const digest = createHash('sha256');
  let facts = 0;
  for (const line of canonicalDump(archive)) {
    digest.update(`${line}\n`);
    if (++facts % 10_000 === 0) await breathe();
  }
  return { facts, sha256: digest.digest('hex') };
}

/** A customer in natural keys: the fingerprint that sorts first among their records. */
const CUSTOMER = `(SELECT min(r2.fingerprint) FROM record_customers c2 JOIN records r2 USING (record_id)
  WHERE c2.customer_id = c.customer_id AND ${isShown('r2.record_id')})`;
const LINES = `(SELECT json_group_array(json_array(sku, title, variant, quantity, unit_price)) FROM
  (SELECT * FROM version_lines l WHERE l.version_id = v.version_id ORDER BY title, sku, variant, quantity, unit_price))`;

const SECTIONS: readonly (readonly [string, string])[] = [
  ['setting', "SELECT key, value FROM settings WHERE key <> 'suppression_key' ORDER BY key"],
  [
    'shop',
    'SELECT name, platform, time_zone, currency, country, consent_policy, contact_policy, cash_on_delivery, by_hand FROM shops s WHERE by_hand = 1 OR EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = s.shop_id) ORDER BY name',
  ],
  ['map', 'SELECT name, columns, holds FROM column_maps ORDER BY name'],
  ['product', 'SELECT shop, key, sku, title, category, cost, currency, days_of_supply FROM products ORDER BY 1, 2'],
  ['word', 'SELECT platform, role, word, meaning FROM status_words ORDER BY 1, 2, 3'],
  [
    'version',
    `SELECT s.name, v.order_number, v.content_hash, v.platform, v.platform_id, v.placed_at, v.placed_wall, v.placed_offset, v.currency, v.total, v.paid,
            v.refunded, v.discount, v.shipping, v.coupon, v.words, v.part, v.item_words, v.accepts_marketing, v.units, r.fingerprint, ${LINES}
     FROM order_versions v LEFT JOIN shops s USING (shop_id) JOIN records r USING (record_id) WHERE ${versionStands('v')} ORDER BY 1, 2, 3`,
  ],
  [
    'order',
    `SELECT s.name, o.order_number, v.content_hash, (SELECT content_hash FROM order_versions w WHERE w.version_id = o.lines_version_id), o.state, o.counting, o.refund_pending, o.placed_at, o.day, o.currency, o.total, o.refunded, o.net, o.units,
            iif(o.customer_id IS NULL, NULL, (SELECT min(r2.fingerprint) FROM orders p JOIN records r2 USING (record_id) WHERE p.customer_id = o.customer_id))
     FROM orders o JOIN shops s USING (shop_id) JOIN order_versions v USING (version_id) ORDER BY 1, 2`,
  ],
  [
    'record',
    `SELECT r.fingerprint, r.account_scope, r.account, r.name, r.email, r.phone, r.receiver_name, r.receiver_phone, r.country, r.province, r.city,
            r.district, r.postcode, r.address, ${CUSTOMER}
     FROM records r LEFT JOIN record_customers c USING (record_id) WHERE ${isShown('r.record_id')} ORDER BY 1`,
  ],
  [
    'identifier',
    `SELECT r.fingerprint, i.kind, i.scope, i.value, i.role, i.state, i.line_type, i.name_key FROM identifiers i JOIN records r USING (record_id) ORDER BY 1, 2, 3, 4, 5`,
  ],
  ['shared', 'SELECT kind, scope, value, names, accounts FROM shared_values ORDER BY 1, 2, 3'],
  [
    'customer',
    `SELECT ${CUSTOMER}, name, account, email, phone, phone_type, country, province, city, district FROM customers c ORDER BY 1`,
  ],
  [
    'refusal',
    `SELECT i.file_name, f.sheet, f.line, f.order_number, f.column_name, f.value, f.reason, f.rows FROM refusals f JOIN imports i USING (import_id)
     WHERE i.undone_at IS NULL ORDER BY 1, 2, 3, 5, 6, 7`,
  ],
  [
    'profile',
    `SELECT DISTINCT r.fingerprint, nickname, birthday, gender, tags, points, note, since, accepts_email, accepts_sms, accepts_phone, flags_at, email_bounced, blacklist, own
     FROM profiles JOIN imports USING (import_id) JOIN records r USING (record_id) WHERE undone_at IS NULL ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15`,
  ],
  ['rate', 'SELECT currency, target, day, rate FROM rates ORDER BY 1, 2, 3'],
  [
    'override',
    `SELECT o.kind, o.reason, o.said_at, (SELECT json_group_array(json_array(side, fingerprint)) FROM
        (SELECT side, fingerprint FROM override_records JOIN records USING (record_id) WHERE override_id = o.override_id ORDER BY 1, 2)) AS sides,
       (SELECT json_group_array(json_array(name, order_number)) FROM
        (SELECT name, order_number FROM pinned_orders JOIN shops USING (shop_id) WHERE override_id = o.override_id ORDER BY 1, 2))
     FROM overrides o WHERE undone_at IS NULL ORDER BY 3, 1, 4`,
  ],
  [
    'edit',
    'SELECT r.fingerprint, field, value, edited_at FROM edits JOIN records r USING (record_id) ORDER BY 1, 2, 4, edit_id',
  ],
  [
    'note',
    `SELECT r.fingerprint, n.kind, text, score, (SELECT fingerprint FROM records o WHERE o.record_id = referred_record_id), day, noted_at
     FROM notes n JOIN records r USING (record_id) ORDER BY 1, 7, 2, 3`,
  ],
  [
    'tag',
    "SELECT t.tag, r.fingerprint, t.origin, t.reason, t.added_at, t.expires_day, t.removed_at, t.followed, t.expiry_changes, t.removed_origin, t.removed_reason FROM tag_facts t JOIN records r USING (record_id) WHERE t.origin NOT GLOB 'import:*' ORDER BY 1, 2, 3, 5, 8, 7, 4",
  ],
  ['tag_group', 'SELECT name, one_of, said_at FROM tag_groups ORDER BY 1, 3, tag_group_id'],
  ['tag_follow', 'SELECT tag, segment, reason, followed_at, ended_at FROM tag_follows ORDER BY 1, 4, tag_follow_id'],
  ['tag_rename', 'SELECT old_tag, new_tag, kind, renamed_at FROM tag_renames ORDER BY 4, tag_rename_id'],
  ['level', 'SELECT name, position, segment, condition, grace_days FROM levels ORDER BY position'],
  ['point_rule', 'SELECT name, day, value FROM point_rules ORDER BY 1, 2'],
  [
    'points',
    'SELECT r.fingerprint, kind, points, reason, day, said_at FROM point_entries JOIN records r USING (record_id) ORDER BY 1, 5, 6, 2, 3, 4',
  ],
  [
    'consent',
    'SELECT r.fingerprint, channel, status, source, note, stated_at, proof, undated, file_name, file_hash FROM consents JOIN records r USING (record_id) ORDER BY 1, 2, 6, 3, 4, 5, 7, 8, 9',
  ],
  [
    // What a file's blacklist says stands with its profiles; that one of these was lifted was said by hand.
    'suppression',
    `SELECT s.kind, iif(import_id IS NULL, s.hash, NULL), r.fingerprint, s.hint, s.channel, iif(import_id IS NULL, s.reason, NULL), iif(import_id IS NULL, s.added_at, NULL), s.lifted_at
     FROM suppressions s LEFT JOIN records r USING (record_id) WHERE import_id IS NULL OR lifted_at IS NOT NULL ORDER BY 1, 2, 3, 4, 5, 7, 8`,
  ],
  [
    'touch',
    `SELECT r.fingerprint, touched_at, t.day, t.channel, t.kind, play, note, l.hash FROM touches t JOIN records r USING (record_id)
       LEFT JOIN contact_lists l USING (list_id) ORDER BY 1, 2, 4, 5, 6, 7, 8`,
  ],
  [
    'contact_list',
    `SELECT made_at, day, channel, kind, format, series, only, recipient, people, held_out, left_out, hash, expires_day,
       (SELECT json_group_array(said) FROM (SELECT json_array(r.fingerprint, p.standing, p.content) AS said
          FROM contact_list_people p JOIN records r USING (record_id) WHERE p.list_id = l.list_id ORDER BY 1))
     FROM contact_lists l ORDER BY made_at, series, hash, list_id`,
  ],
  [
    'result',
    'SELECT r.fingerprint, happened_at, channel, result, source FROM contact_results JOIN records r USING (record_id) ORDER BY 1, 2, 3, 4',
  ],
  [
    'outcome',
    `SELECT play, occurrence, r.fingerprint, outcome, result, until_day, f.channel, f.day, note, stated_at, l.hash
     FROM followup_outcomes f JOIN records r USING (record_id) LEFT JOIN contact_lists l USING (list_id) ORDER BY 1, 2, 3, 10, outcome_id`,
  ],
  ['calendar', 'SELECT followup_id, play, day FROM calendar_entries ORDER BY 1'],
  ['play', 'SELECT name, step, act, version, play, day, who, why, said_at FROM play_acts ORDER BY 1, 2'],
  [
    'segment',
    `SELECT (SELECT name FROM segment_acts b WHERE b.segment_id = a.segment_id ORDER BY step DESC LIMIT 1), step, act, version, name, where_text, aim, who, why, said_at
     FROM segment_acts a ORDER BY 1, (SELECT min(said_at) FROM segment_acts b WHERE b.segment_id = a.segment_id), segment_id, step`,
  ],
  [
    'snapshot',
    `SELECT s.name, as_of, (SELECT count(*) FROM segment_snapshots b WHERE b.segment_id IS s.segment_id AND (s.segment_id IS NOT NULL OR b.name = s.name)
         AND b.snapshot_id <= s.snapshot_id), version, rules, taken_at, members, net, currency,
       (SELECT json_group_array(fingerprint) FROM (SELECT fingerprint FROM segment_members JOIN records USING (record_id) WHERE from_snapshot = snapshot_id ORDER BY 1)),
       (SELECT json_group_array(fingerprint) FROM (SELECT fingerprint FROM segment_members JOIN records USING (record_id) WHERE until_snapshot = snapshot_id ORDER BY 1))
     FROM segment_snapshots s ORDER BY 1, 2, 3, 6`,
  ],
  [
    'erasure',
    `SELECT 'value', v.kind, v.hash, e.erased_at, e.why FROM erased_values v JOIN erasures e USING (erasure_id)
     UNION ALL SELECT 'order', platform, shop, order_number, NULL FROM erased_orders ORDER BY 1, 2, 3, 4`,
  ],
];
