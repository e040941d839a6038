/** SQL of where a text occurs in what is known of customers: whom it finds, and in what it was found. */
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { mappedRead } from '../store/mapped-read.ts';
import { boughtNames } from './bought-queries.ts';

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

const holds = (...columns: readonly string[]) =>
  `(${columns.map((column) => `${column} LIKE :text ESCAPE '\\'`).join(' OR ')})`;
const isNumber = (column: string) => `${column} LIKE :number ESCAPE '\\'`;

/** As it is written in one, from the province down. */
const WHOLE_ADDRESS =
  "coalesce(r.province, '') || coalesce(r.city, '') || coalesce(r.district, '') || coalesce(r.address, '')";
const RECORD_COLUMNS = ['name', 'receiver_name', 'account', 'email', 'phone', 'receiver_phone', 'postcode', 'address'];
const DIVISIONS = ['province', 'city', 'district'];

/** Of every record, of which there are many: without what slows it down where the text does not ask for it. */
function ofRecords(text: string): string {
  // An address in Chinese is one text over several columns.
  const columns = /[^ -~]/.test(text) ? [...RECORD_COLUMNS, WHOLE_ADDRESS] : [...RECORD_COLUMNS, ...DIVISIONS];
  const escape = text.includes('\\') ? " ESCAPE '\\'" : '';
  return `SELECT r.record_id FROM records r WHERE ${columns.map((column) => `${column} LIKE :text${escape}`).join(' OR ')}
    UNION SELECT record_id FROM identifiers WHERE ${holds('value')} OR kind = 'phone' AND ${isNumber('value')}`;
}

/** Of a file of customers before the moment. */
const PROFILES = `FROM profiles p JOIN imports n USING (import_id) JOIN record_customers k USING (record_id)
  WHERE n.undone_at IS NULL AND n.imported_at < :until AND`;
/** The record is of an order by the day, or of a file of customers before the moment. */
const SEEN = `(EXISTS (SELECT 1 FROM orders o WHERE o.record_id = k.record_id AND o.day <= :asOf)
  OR EXISTS (SELECT 1 FROM profiles p JOIN imports n USING (import_id) WHERE p.record_id = k.record_id AND n.undone_at IS NULL AND n.imported_at < :until))`;

/** A query of customer_id; what it asks of is the alias `k`. */
interface Source {
  readonly place: Place;
  readonly sql: string;
}

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

const LONGEST_FOUND = 1000;

/** Customers in whose orders by the day, contact details, products or notes the text occurs, ascending. */
export function findCustomers(archive: Archive, text: string, moment: Moment): number[] {
  const wanted = patterns(text);
  if (!wanted) return [];
  const customers = 'SELECT customer_id FROM orders';
  const byDay = 'AND customer_id IS NOT NULL AND day <= :asOf';
  const names = boughtNames(archive, holds('value'), wanted.text);
  const named = 'IN (SELECT value FROM json_each(:names))';
  const lines = names === undefined ? holds('title', 'sku') : `(title ${named} OR sku ${named})`;
  // Each goes through the least there is of its kind, and orders are looked up, or gone through once.
  const sources = [
    `SELECT k.customer_id FROM record_customers k WHERE k.record_id IN (${ofRecords(wanted.text)}) AND ${SEEN}`,
    `${customers} WHERE order_id IN (SELECT order_id FROM orders WHERE ${holds('order_number')}) ${byDay}`,
    ...(names === '[]'
      ? []
      : [
          `${customers} NOT INDEXED WHERE lines_version_id IN (SELECT version_id FROM version_lines WHERE ${lines}) ${byDay}`,
        ]),
    ...SAID.map(({ sql }) => sql),
  ];
  return mappedRead(archive, () =>
    archive.db
      .prepare(`${sources.join(' UNION ')} ORDER BY customer_id`)
      .pluck()
      .all({ ...wanted, ...moment, names: names ?? '[]' }),
  ) as number[];
}

/** By customer of those given, what the text was found in. */
export function placesFound(
  archive: Archive,
  text: string,
  moment: Moment,
  customers: readonly number[],
): Map<number, Set<Place>> {
  const places = new Map<number, Set<Place>>(customers.map((customer) => [customer, new Set()]));
  const wanted = patterns(text);
  if (!wanted) return places;
  const some = JSON.stringify(customers);
  for (const { place, sql } of [...SAID, ...SHOWN]) {
    const found = archive.db
      .prepare(`${sql} AND k.customer_id IN (SELECT value FROM json_each(:some))`)
      .pluck()
      .all({ ...wanted, ...moment, some }) as number[];
    for (const customer of found) places.get(customer)?.add(place);
  }
  return places;
}

/** Undefined for a text nothing is as long as. */
function patterns(text: string): { readonly text: string; readonly number: string } | undefined {
  const wanted = text.normalize('NFC').trim();
  if (wanted.length > LONGEST_FOUND) return undefined;
  // A phone number is kept without the blanks and dashes it is written with.
  const digits = /^[+\d][\d\s()-]{3,}$/.test(wanted) ? wanted.replaceAll(/[\s()-]/g, '') : wanted;
  const like = (part: string) => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return { text: like(wanted), number: like(digits) };
}
