/** SQL of in what of customers a text occurs: of all of them, and of some with what it is. */
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';

export interface Wanted {
  readonly text: string;
  /** As a phone number is kept: without the blanks and dashes it is written with. */
  readonly number: string;
}

/** In the order in which they are told. */
export const PLACES = [
  'name',
  'account',
  'phone',
  'email',
  'address',
  'order',
  'product',
  'nickname',
  'note',
  'field',
] as const;
export type Place = (typeof PLACES)[number];

/** A query of customer_id; what it asks of is the alias `k`. */
interface Source {
  readonly place: Place;
  readonly sql: string;
}

const holds = (...columns: readonly string[]) =>
  `(${columns.map((column) => `${column} LIKE :text ESCAPE '\\'`).join(' OR ')})`;
const isNumber = (column: string) => `${column} LIKE :number ESCAPE '\\'`;

/** As it is written in one, from the province down. */
export const WHOLE_ADDRESS =
  "coalesce(r.province, '') || coalesce(r.city, '') || coalesce(r.district, '') || coalesce(r.address, '')";

/** Of a file of customers before the moment. */
const PROFILES = `FROM profiles p JOIN imports n USING (import_id) JOIN record_customers k USING (record_id)
  WHERE n.undone_at IS NULL AND n.imported_at < :until AND`;
/** The record is of an order by the day, or of a file of customers before the moment. */
const SEEN = `(EXISTS (SELECT 1 FROM orders o WHERE o.record_id = k.record_id AND o.day <= :asOf)
  OR EXISTS (SELECT 1 FROM profiles p JOIN imports n USING (import_id) WHERE p.record_id = k.record_id AND n.undone_at IS NULL AND n.imported_at < :until))`;

/** What was said beside orders, of which there is little. */
const SAID: readonly Source[] = [
  { place: 'nickname', sql: `SELECT k.customer_id ${PROFILES} ${holds('p.nickname')}` },
  { place: 'note', sql: `SELECT k.customer_id ${PROFILES} ${holds('p.note')}` },
  {
    place: 'field',
    sql: `SELECT k.customer_id ${PROFILES} p.own <> '{}' AND EXISTS (SELECT 1 FROM json_each(p.own) WHERE ${holds('value', 'key')})`,
  },
  {
    place: 'note',
    sql: `SELECT k.customer_id FROM notes JOIN record_customers k USING (record_id) WHERE noted_at < :until AND ${holds('text')}`,
  },
  {
    place: 'field',
    sql: `SELECT k.customer_id FROM (
            SELECT customer_id, field, value, row_number() OVER (PARTITION BY customer_id, field ORDER BY edited_at DESC, edit_id DESC) AS place
            FROM edits JOIN record_customers USING (record_id) WHERE edited_at < :until AND field LIKE 'own:%') k
          WHERE place = 1 AND value IS NOT NULL AND ${holds('value', 'substr(field, 5)')}`,
  },
  {
    place: 'name',
    sql: `SELECT k.customer_id FROM customers k WHERE k.customer_id IN (
            SELECT customer_id FROM edits JOIN record_customers USING (record_id) WHERE field = 'name') AND ${holds('k.name')}`,
  },
];

const RECORDS = 'FROM record_customers k CROSS JOIN records r USING (record_id) WHERE';
const IDENTIFIERS = 'FROM record_customers k CROSS JOIN identifiers i USING (record_id) WHERE';
const ORDERS = 'FROM record_customers k CROSS JOIN orders o ON o.record_id = k.record_id';

/** Asked of those who were found. */
const SHOWN: readonly Source[] = [
  { place: 'name', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.name', 'r.receiver_name')} AND ${SEEN}` },
  { place: 'account', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.account')} AND ${SEEN}` },
  { place: 'phone', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.phone', 'r.receiver_phone')} AND ${SEEN}` },
  {
    place: 'phone',
    sql: `SELECT k.customer_id ${IDENTIFIERS} i.kind = 'phone' AND (${holds('i.value')} OR ${isNumber('i.value')}) AND ${SEEN}`,
  },
  { place: 'email', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.email')} AND ${SEEN}` },
  { place: 'email', sql: `SELECT k.customer_id ${IDENTIFIERS} i.kind = 'email' AND ${holds('i.value')} AND ${SEEN}` },
  { place: 'address', sql: `SELECT k.customer_id ${RECORDS} ${holds(WHOLE_ADDRESS, 'r.postcode')} AND ${SEEN}` },
  { place: 'order', sql: `SELECT k.customer_id ${ORDERS} WHERE o.day <= :asOf AND ${holds('o.order_number')}` },
  {
    place: 'product',
    sql: `SELECT k.customer_id ${ORDERS} CROSS JOIN version_lines l ON l.version_id = o.lines_version_id
          WHERE o.day <= :asOf AND ${holds('l.title', 'l.sku')}`,
  },
];

const TOLD = ['name', 'receiver_name', 'account', 'email', 'phone', 'receiver_phone', 'postcode'];
const OF_RECORDS = `SELECT k.customer_id FROM record_customers k WHERE k.record_id IN (
    SELECT r.record_id FROM records r WHERE ${holds(...TOLD.map((column) => `r.${column}`), WHOLE_ADDRESS)}
    UNION SELECT record_id FROM identifiers WHERE ${holds('value')} OR kind = 'phone' AND ${isNumber('value')}) AND ${SEEN}`;
/** Orders are looked up, or gone through once. */
const BY_DAY = 'AND customer_id IS NOT NULL AND day <= :asOf';
const OF_NUMBERS = `SELECT customer_id FROM orders WHERE order_id IN (SELECT order_id FROM orders WHERE ${holds('order_number')}) ${BY_DAY}`;
const OF_LINES = `SELECT customer_id FROM orders NOT INDEXED
    WHERE lines_version_id IN (SELECT version_id FROM version_lines WHERE ${holds('title', 'sku')}) ${BY_DAY}`;

/** Ascending. What is kept to be looked through has, or has not, the products. */
export function customersWith(
  archive: Archive,
  wanted: Wanted,
  moment: Moment,
  kept?: { readonly names: boolean },
): number[] {
  const beside = kept === undefined ? [OF_RECORDS, OF_NUMBERS, OF_LINES] : kept.names ? [] : [OF_LINES];
  const sources = [...SAID.map(({ sql }) => sql), ...beside];
  const asked = archive.db.prepare(`${sources.join(' UNION ')} ORDER BY customer_id`).pluck();
  return asked.all({ ...patterns(wanted), ...moment }) as number[];
}

/** Of the customers given. */
export function placesOf(
  { db }: Archive,
  wanted: Wanted,
  moment: Moment,
  customers: readonly number[],
): [place: Place, customers: number[]][] {
  const asked = { ...patterns(wanted), ...moment, some: JSON.stringify(customers) };
  return [...SAID, ...SHOWN].map(({ place, sql }) => [
    place,
    db.prepare(`${sql} AND k.customer_id IN (SELECT value FROM json_each(:some))`).pluck().all(asked) as number[],
  ]);
}

function patterns({ text, number }: Wanted): Wanted {
  return { text: likePattern(text), number: likePattern(number) };
}

export function likePattern(part: string): string {
  return `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
