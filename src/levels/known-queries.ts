/**
 * SQL of a print of all that is known by each day, to tell from which day on something else is known than
 * when the rules were asked: later orders, orders taken back, people who turned out to be one.
 */
import type { Archive } from '../store/open.ts';

const PRIME = 999_999_937;
/** A row as a number, whatever it holds; sums of them tell sets of rows apart. */
const mixed = (...parts: readonly string[]): string =>
  parts.reduce((mix, part) => `((${mix} * 31337 + coalesce(${part}, 7) % ${PRIME} + ${PRIME}) % ${PRIME})`, '1');
const squared = (mix: string): string => `(${mix} * ((${mix} % 999983) + 17) % ${PRIME})`;

/** A day earlier than UTC's: of what is said on it nothing may be taken for known too early. */
const dayOf = (at: string): string => `date(${at}, 'unixepoch', '-1 day')`;

const said = (table: string, at: string, kind: number, ...parts: readonly string[]): string =>
  `SELECT ${dayOf(at)} AS day, ${squared(mixed(String(kind), 'k.customer_id', at, ...parts))} AS print
   FROM ${table} t JOIN record_customers k USING (record_id) WHERE ${at} IS NOT NULL`;

/** Text is no number of itself; what tells one state from another is enough. */
const numberOf = (text: string): string =>
  `(unicode(${text}) * 65537 + unicode(substr(${text}, -3)) * 257 + length(${text}))`;

const KNOWN = [
  `SELECT day, ${squared(mixed('version_id', 'lines_version_id', 'customer_id', 'counting', 'refund_pending', numberOf('state'), 'placed_at', 'net', 'refunded', 'total'))} AS print FROM orders`,
  // An expiry says of every day since it was put on whether, and until when, the tag holds.
  said(
    'tag_facts',
    't.added_at',
    1,
    't.tag_fact_id',
    'unixepoch(t.expires_day)',
    'json_array_length(t.expiry_changes)',
  ),
  said('tag_facts', 't.removed_at', 2, 't.tag_fact_id'),
  said('notes', 't.noted_at', 3, 't.note_id'),
  said('consents', 't.stated_at', 4, 't.consent_id'),
  said('edits', 't.edited_at', 5, 't.edit_id'),
  said('touches', 't.touched_at', 6, 't.touch_id'),
  said('point_entries', 't.said_at', 7, 't.point_entry_id', 'unixepoch(t.day)'),
  `SELECT ${dayOf('i.imported_at')}, ${squared(mixed('8', 'p.profile_id', 'k.customer_id'))}
   FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id) WHERE i.undone_at IS NULL`,
];

/** Up to and with each day on which anything was known. */
export function knownByDay({ db }: Archive): readonly (readonly [day: string, print: number])[] {
  const rows = db
    .prepare(`SELECT day, sum(print) FROM (${KNOWN.join(' UNION ALL ')}) GROUP BY day ORDER BY day`)
    .raw()
    .all() as [string, number][];
  let sum = 0;
  return rows.map(([day, print]) => [day, (sum = (sum + print) % PRIME)] as const);
}

/** What holds for every day alike. */
export function knownAlways({ db }: Archive): string {
  return db
    .prepare(
      `SELECT json_array(
         (SELECT json_group_object(key, value) FROM (SELECT * FROM settings WHERE key <> 'suppression_key' ORDER BY key)),
         (SELECT json_array(count(*), max(said_at)) FROM rates), (SELECT json_array(count(*), max(said_at)) FROM products),
         (SELECT max(tag_rename_id) FROM tag_renames), (SELECT json_group_array(json_array(name, day, value)) FROM (SELECT * FROM point_rules ORDER BY name, day)), (SELECT json_group_array(name) FROM (SELECT name FROM shops ORDER BY shop_id)))`,
    )
    .pluck()
    .get() as string;
}
