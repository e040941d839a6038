/** SQL of where a text occurs in what is known of customers beside orders, and of what it was found in. */
import type { Archive } from '../store/open.ts';

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

/** A query of customer_id over a test of a column; `k` is whose it is. */
interface Source {
  readonly place: Place;
  readonly sql: string;
}

const holds = (...columns: readonly string[]) =>
  `(${columns.map((column) => `${column} LIKE :text ESCAPE '\\'`).join(' OR ')})`;
const number = "i.value LIKE :number ESCAPE '\\'";

/** The record is of an order by the day, or of a file of customers before the moment. */
const SEEN = `(EXISTS (SELECT 1 FROM orders o WHERE o.record_id = k.record_id AND o.day <= :asOf)
  OR EXISTS (SELECT 1 FROM profiles p JOIN imports n USING (import_id) WHERE p.record_id = k.record_id AND n.undone_at IS NULL AND n.imported_at < :until))`;
const RECORDS = 'FROM record_customers k CROSS JOIN records r USING (record_id) WHERE';
const IDENTIFIERS = 'FROM record_customers k CROSS JOIN identifiers i USING (record_id) WHERE';
const PROFILES = `FROM profiles p JOIN imports n USING (import_id) JOIN record_customers k USING (record_id)
  WHERE n.undone_at IS NULL AND n.imported_at < :until AND`;
const ORDERS = 'FROM record_customers k CROSS JOIN orders o ON o.record_id = k.record_id';
/** As it is written in one, from the province down. */
const WHOLE_ADDRESS =
  "coalesce(r.province, '') || coalesce(r.city, '') || coalesce(r.district, '') || coalesce(r.address, '')";

/** Asked of everybody. */
const WIDE: readonly Source[] = [
  { place: 'name', sql: `SELECT k.customer_id FROM customers k WHERE ${holds('k.name')}` },
  {
    place: 'address',
    sql: `SELECT k.customer_id FROM records r CROSS JOIN record_customers k USING (record_id)
          WHERE ${holds(WHOLE_ADDRESS, 'r.postcode')} AND ${SEEN}`,
  },
  { place: 'nickname', sql: `SELECT k.customer_id ${PROFILES} ${holds('p.nickname')}` },
  { place: 'note', sql: `SELECT k.customer_id ${PROFILES} ${holds('p.note')}` },
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
];

/** Asked of some: of those found on orders to say where, and of those files of customers speak of. */
const NARROW: readonly Source[] = [
  { place: 'name', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.name', 'r.receiver_name')} AND ${SEEN}` },
  { place: 'account', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.account')} AND ${SEEN}` },
  { place: 'phone', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.phone', 'r.receiver_phone')} AND ${SEEN}` },
  {
    place: 'phone',
    sql: `SELECT k.customer_id ${IDENTIFIERS} i.kind = 'phone' AND (${holds('i.value')} OR ${number}) AND ${SEEN}`,
  },
  { place: 'email', sql: `SELECT k.customer_id ${RECORDS} ${holds('r.email')} AND ${SEEN}` },
  { place: 'email', sql: `SELECT k.customer_id ${IDENTIFIERS} i.kind = 'email' AND ${holds('i.value')} AND ${SEEN}` },
  { place: 'order', sql: `SELECT k.customer_id ${ORDERS} WHERE o.day <= :asOf AND ${holds('o.order_number')}` },
  {
    place: 'product',
    sql: `SELECT k.customer_id ${ORDERS} CROSS JOIN version_lines l ON l.version_id = o.lines_version_id
          WHERE o.day <= :asOf AND ${holds('l.title', 'l.sku')}`,
  },
];

const LONGEST_FOUND = 1000;

/** By customer, what the text was found in; whoever is in `found` is among them. */
export function placesFound(
  archive: Archive,
  text: string,
  { asOf, until }: { readonly asOf: string; readonly until: number },
  found: readonly number[],
): Map<number, Set<Place>> {
  const places = new Map<number, Set<Place>>(found.map((customer) => [customer, new Set()]));
  const wanted = text.normalize('NFC').trim();
  if (wanted.length > LONGEST_FOUND) return places;
  const bound = { ...patterns(wanted), asOf, until };
  const note = ({ place }: Source, customers: readonly number[]) => {
    for (const customer of customers) {
      const known = places.get(customer);
      if (known) known.add(place);
      else places.set(customer, new Set([place]));
    }
  };
  const { db } = archive;
  for (const source of WIDE) note(source, db.prepare(source.sql).pluck().all(bound) as number[]);
  const some = JSON.stringify([...new Set([...places.keys(), ...profiled(archive, until)])]);
  for (const source of NARROW) {
    const sql = `${source.sql} AND k.customer_id IN (SELECT value FROM json_each(:some))`;
    note(
      source,
      db
        .prepare(sql)
        .pluck()
        .all({ ...bound, some }) as number[],
    );
  }
  return places;
}

function profiled({ db }: Archive, until: number): number[] {
  return db.prepare(`SELECT DISTINCT k.customer_id ${PROFILES} 1`).pluck().all({ until }) as number[];
}

function patterns(wanted: string): { readonly text: string; readonly number: string } {
  // A phone number is kept without the blanks and dashes it is written with.
  const digits = /^[+\d][\d\s()-]{3,}$/.test(wanted) ? wanted.replaceAll(/[\s()-]/g, '') : wanted;
  const like = (part: string) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return { text: like(wanted), number: like(digits) };
}
