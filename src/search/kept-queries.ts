/** SQL of what is looked through for a text: how it is gathered from the archive, and how it is kept. */
import type { Statement } from 'better-sqlite3';
import type { Archive } from '../store/open.ts';
import { likePattern, WHOLE_ADDRESS } from './queries.ts';

type Connection = Pick<Archive, 'db'>;

/** A record on which an order stands, or a file of customers speaks. */
const SEEN = `(EXISTS (SELECT 1 FROM orders o WHERE o.record_id = k.record_id)
  OR EXISTS (SELECT 1 FROM profiles p JOIN imports n USING (import_id) WHERE p.record_id = k.record_id AND n.undone_at IS NULL))`;
const WITHIN = 'k.customer_id BETWEEN ? AND ?';

/** Customer, then texts of which each may be null. */
export type Said = readonly [customer: number, ...texts: (string | null)[]];

/** What is said of customers of a range of numbers; phone numbers, as they are kept, by themselves as well. */
export function saidOf({ db }: Connection): (first: number, last: number) => { texts: Said[]; phones: Said[] } {
  const [records, orders, identifiers] = [
    `SELECT k.customer_id, r.name, r.receiver_name, r.account, r.email, r.phone, r.receiver_phone, r.postcode, ${WHOLE_ADDRESS}
     FROM record_customers k CROSS JOIN records r USING (record_id) WHERE ${WITHIN} AND ${SEEN} ORDER BY k.customer_id, k.record_id`,
    `SELECT k.customer_id, order_number FROM orders k WHERE ${WITHIN} ORDER BY k.customer_id, day, order_id`,
    `SELECT k.customer_id, i.value, CASE kind WHEN 'phone' THEN i.value END
     FROM record_customers k CROSS JOIN identifiers i USING (record_id)
     WHERE ${WITHIN} AND ${SEEN} ORDER BY k.customer_id, k.record_id, i.value`,
  ].map((sql) => db.prepare(sql).raw()) as [Statement, Statement, Statement];
  return (first, last) => {
    const known = identifiers.all(first, last) as Said[];
    return {
      texts: [...(records.all(first, last) as Said[]), ...(orders.all(first, last) as Said[]), ...known],
      phones: known.flatMap(([customer, , phone]): Said[] =>
        phone === null || phone === undefined ? [] : [[customer, phone]],
      ),
    };
  };
}

export function greatestCustomer({ db }: Connection): number {
  return db.prepare('SELECT coalesce(max(customer_id), 0) FROM customers').pluck().get() as number;
}

/** The customer of each version whose lines are an order's, by its number; 0 where nobody is known. */
export function buyersByVersion({ db }: Connection): Uint32Array {
  const versions = db.prepare('SELECT coalesce(max(lines_version_id), 0) FROM orders').pluck().get() as number;
  const buyers = new Uint32Array(versions + 1);
  const rows = db
    .prepare('SELECT lines_version_id, customer_id FROM orders WHERE customer_id IS NOT NULL')
    .raw()
    .iterate() as IterableIterator<[version: number, customer: number]>;
  for (const [version, customer] of rows) buyers[version] = customer;
  return buyers;
}

export function linesOfVersions({ db }: Connection) {
  return db.prepare('SELECT version_id, title, sku FROM version_lines').raw().iterate() as IterableIterator<
    [version: number, title: string | null, sku: string | null]
  >;
}

/** The latest day of an order and the latest import of customers: what is kept knows of all up to these. */
export function latestSeen({ db }: Connection) {
  return db
    .prepare(`SELECT (SELECT max(day) FROM orders) AS day,
                (SELECT max(imported_at) FROM imports WHERE import_id IN (SELECT import_id FROM profiles)) AS imported`)
    .get() as { readonly day: string | null; readonly imported: number | null };
}

export interface Block {
  readonly block: number;
  readonly texts: Buffer;
  readonly phones: Buffer;
}

export function keptWriters({ db }: Connection) {
  const block = db.prepare('INSERT INTO search_texts (block, texts, phones) VALUES (:block, :texts, :phones)');
  const name = db.prepare('INSERT INTO search_names (name, customers) VALUES (?, ?)');
  return {
    block: (one: Block) => void block.run(one),
    name: (text: string, customers: Buffer) => void name.run(text, customers),
  };
}

export function keptBlocks({ db }: Connection, column: 'texts' | 'phones') {
  return db.prepare(`SELECT ${column} FROM search_texts`).pluck().iterate() as IterableIterator<Buffer>;
}

/** Every name that holds the text, with who bought it. */
export function keptNames({ db }: Connection, text = '') {
  return db
    .prepare("SELECT name, customers FROM search_names WHERE name LIKE ? ESCAPE '\\'")
    .raw()
    .iterate(likePattern(text)) as IterableIterator<[name: string, customers: Buffer]>;
}
