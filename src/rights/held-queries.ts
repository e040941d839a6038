/**
 * SQL of everything that is held on the people of subject-queries' temporary tables, each in a total order. Money in
 * minor units, instants as UTC seconds.
 */
import type { Archive } from '../store/open.ts';

export type Held = string | number | boolean | null | readonly string[] | readonly HeldRow[];
export interface HeldRow {
  readonly [field: string]: Held;
}

const THEIRS = 'record_id IN (SELECT record_id FROM subject_records)';

/** By name of the section; what a row of it holds is told by its columns. */
export const SECTIONS = {
  identifiers: `SELECT record_id AS record, kind, scope, value, role, state, line_type,
      EXISTS (SELECT 1 FROM shared_values s WHERE s.kind = i.kind AND s.scope = i.scope AND s.value = i.value) AS is_shared
    FROM identifiers i WHERE ${THEIRS} ORDER BY 1, 2, 3, 4, 5`,
  contact_details: `SELECT record_id AS record, account, account_scope, name, email, phone, receiver_name, receiver_phone, country, province, city,
      district, postcode, address, phone_country,
      (SELECT json_group_array(file) FROM (SELECT 'import ' || import_id || ': ' || file_name AS file FROM imports WHERE import_id IN (
         SELECT s.import_id FROM subject_versions CROSS JOIN order_versions v USING (version_id) CROSS JOIN sightings s USING (version_id) WHERE v.record_id = r.record_id
         UNION SELECT p.import_id FROM profiles p WHERE p.record_id = r.record_id) ORDER BY import_id)) AS shown_by_list
    FROM records r WHERE ${THEIRS} ORDER BY 1`,
  parcels_from_others: `SELECT s.name AS shop, o.day, r.receiver_name, r.receiver_phone, r.province, r.city, r.district, r.postcode, r.address
    FROM records r JOIN orders o USING (record_id) JOIN shops s USING (shop_id)
    WHERE record_id IN (SELECT record_id FROM subject_receivers) AND NOT ${THEIRS} ORDER BY 2, 1, o.order_number`,
  customer_files: `SELECT import_id AS import, file_name AS file, line, nickname, birthday, gender, tags AS tags_list, points, note, since,
      accepts_email AS is_email_accepted, accepts_sms AS is_sms_accepted, accepts_phone AS is_phone_accepted,
      email_bounced AS is_email_bounced, flags_at, blacklist, own AS own_list, undone_at
    FROM profiles JOIN imports USING (import_id) WHERE ${THEIRS} ORDER BY 1, 3, profile_id`,
  corrections: `SELECT field, value, edited_at FROM edits WHERE ${THEIRS} ORDER BY edited_at, edit_id`,
  notes: `SELECT kind, day, text, score, noted_at, referred_record_id AS referred_customer FROM notes WHERE ${THEIRS} ORDER BY noted_at, note_id`,
  mentioned_in_notes_on_others: `SELECT kind, day, noted_at FROM notes WHERE referred_${THEIRS} AND NOT ${THEIRS} ORDER BY noted_at, note_id`,
  tags: `SELECT tag, origin, reason, added_at, expires_day, expiry_changes AS expiry_changes_list, removed_at, removed_origin, removed_reason FROM tag_facts WHERE ${THEIRS} ORDER BY added_at, tag_fact_id`,
  consents: `SELECT channel, status, source, note, proof, stated_at, undated AS is_undated, file_name AS file FROM consents WHERE ${THEIRS} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY stated_at, min(consent_id)`,
  contacts: `SELECT channel, kind, play, day, note, touched_at FROM touches WHERE ${THEIRS} ORDER BY touched_at, touch_id`,
  contact_lists: `SELECT l.list_id AS list, l.day, l.channel, l.kind, p.standing, l.format, l.recipient, l.only, l.expires_day
    FROM contact_list_people p JOIN contact_lists l USING (list_id) WHERE ${THEIRS} ORDER BY 1`,
  message_results: `SELECT channel, result, happened_at, source, imported_at FROM contact_results WHERE ${THEIRS} ORDER BY happened_at, channel, result, result_id`,
  follow_ups: `SELECT play, occurrence, outcome, result, until_day, channel, day, note, stated_at FROM followup_outcomes WHERE ${THEIRS}
    ORDER BY stated_at, play, occurrence, outcome_id`,
  points: `SELECT kind, points, reason, day, said_at FROM point_entries WHERE ${THEIRS} ORDER BY day, said_at, point_entry_id`,
  segment_snapshots: `SELECT s.name AS segment, s.as_of AS first_seen, u.as_of AS first_missing
    FROM segment_members m JOIN segment_snapshots s ON s.snapshot_id = m.from_snapshot LEFT JOIN segment_snapshots u ON u.snapshot_id = m.until_snapshot
    WHERE ${THEIRS} ORDER BY m.from_snapshot, s.name, m.segment_member_id`,
  merges_and_splits: `SELECT o.kind, o.reason, o.said_at, o.undone_at, json_group_array(record_id ORDER BY record_id) AS records_list
    FROM overrides o JOIN override_records USING (override_id) WHERE ${THEIRS} GROUP BY override_id ORDER BY o.said_at, override_id`,
} as const;

export function heldRows({ db }: Archive, section: keyof typeof SECTIONS): HeldRow[] {
  return (db.prepare(SECTIONS[section]).all() as Stored[]).map(read);
}

/** The numbers they have or had. */
export const heldNumbers = ({ db }: Archive): number[] =>
  db.prepare('SELECT record_id FROM subject_records ORDER BY 1').pluck().all() as number[];

export function heldSuppressions({ db }: Archive, hashes: readonly string[]): HeldRow[] {
  const rows = db
    .prepare(
      `SELECT kind, channel, hint, reason, added_at, lifted_at FROM suppressions
       WHERE ${THEIRS} OR hash IN (SELECT value FROM json_each(?))
       GROUP BY kind, channel, hash, hint, reason, added_at, lifted_at ORDER BY added_at, min(suppression_id)`,
    )
    .all(JSON.stringify(hashes)) as Stored[];
  return rows.map(read);
}

/** Their orders as they stand, with every version that a file showed. */
export function heldOrders({ db }: Archive): HeldRow[] {
  const orders = db
    .prepare(
      `SELECT s.name AS shop, k.order_number, o.state, o.counting AS is_counting, o.day, o.currency, o.total, o.refunded, o.net, k.shop_id
       FROM subject_orders k JOIN shops s USING (shop_id) LEFT JOIN orders o ON o.shop_id = k.shop_id AND o.order_number = k.order_number
       ORDER BY o.placed_at, s.name, k.order_number`,
    )
    .all() as Stored[];
  const versions = db.prepare(
    `SELECT v.version_id, v.record_id AS record, v.part, v.platform, v.platform_id AS second_number, v.placed_wall AS placed, v.placed_offset AS offset_minutes,
            v.currency, v.total, v.paid, v.refunded, v.discount, v.shipping, v.coupon, v.units, v.words AS words_list, v.item_words AS item_words_list,
            v.accepts_marketing AS is_marketing_accepted
     FROM order_versions v JOIN shops p ON p.shop_id = :shop AND (v.shop_id = p.shop_id OR v.shop_id IS NULL AND v.platform = p.platform)
     WHERE v.order_number = :number AND v.version_id IN (SELECT version_id FROM subject_versions) ORDER BY v.version_id`,
  );
  const lines = db.prepare(
    'SELECT position, sku, title, variant, quantity, unit_price FROM version_lines WHERE version_id = ? ORDER BY position',
  );
  const seen = db.prepare(
    'SELECT import_id AS import, file_name AS file, line, undone_at FROM sightings JOIN imports USING (import_id) WHERE version_id = ? ORDER BY 1',
  );
  return orders.map(({ shop_id: shop, ...order }) => ({
    ...read(order),
    versions: (versions.all({ shop, number: order['order_number'] }) as Stored[]).map(
      ({ version_id: version, ...row }) => ({
        ...read(row),
        lines: (lines.all(version) as Stored[]).map(read),
        shown_by: (seen.all(version) as Stored[]).map(read),
      }),
    ),
  }));
}

/** Files that told of them. */
export function heldImports({ db }: Archive, refusing: readonly number[]): HeldRow[] {
  const rows = db
    .prepare(
      `SELECT import_id AS import, file_name AS file, platform, imported_at, undone_at FROM imports
       WHERE import_id IN (SELECT import_id FROM sightings JOIN subject_versions USING (version_id)
         UNION SELECT import_id FROM profiles WHERE ${THEIRS} UNION SELECT value FROM json_each(?)) ORDER BY 1`,
    )
    .all(JSON.stringify(refusing)) as Stored[];
  return rows.map(read);
}

interface Stored {
  readonly [column: string]: string | number | null;
}

/** JSON texts as what they hold, flags as such. */
function read(row: Stored): HeldRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, Held] => {
      if (column.startsWith('is_')) return [column, value === null ? null : value === 1];
      if (!column.endsWith('_list')) return [column, value];
      return [column.slice(0, -'_list'.length), value === null ? null : (JSON.parse(String(value)) as Held)];
    }),
  );
}
