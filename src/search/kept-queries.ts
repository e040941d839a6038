/** SQL of what is looked through for a text: how it is gathered from the archive, and how it is kept. */
import { isShown } from '../customers/affected-queries.ts';
import type { Archive } from '../store/open.ts';
import { likePattern, WHOLE_ADDRESS } from './queries.ts';

type Connection = Pick<Archive, 'db'>;

const WITHIN = 'k.customer_id BETWEEN ? AND ?';

type Text = string | null;

/** What is said of customers of a range of numbers. */
export interface SaidOf {
  readonly records: readonly [customer: number, record: number, ...texts: Text[]][];
  readonly identifiers: readonly [customer: number, record: number, kind: string, value: string][];
  readonly orders: readonly [customer: number, orderNumber: string][];
}

/** Identifiers are also those of records that nobody sees. */
export function saidOf({ db }: Connection): (first: number, last: number) => SaidOf {
  const records = db
    .prepare(`SELECT k.customer_id, k.record_id, r.name, r.receiver_name, r.account, r.email, r.phone, r.receiver_phone, r.postcode, ${WHOLE_ADDRESS}
     FROM record_customers k CROSS JOIN records r USING (record_id) WHERE ${WITHIN} AND ${isShown('k.record_id')} ORDER BY k.customer_id, k.record_id`)
    .raw();
  const identifiers = db
    .prepare(`SELECT k.customer_id, k.record_id, i.kind, i.value FROM record_customers k CROSS JOIN identifiers i USING (record_id)
     WHERE ${WITHIN} ORDER BY k.customer_id, k.record_id`)
    .raw();
  const orders = db
    .prepare(`SELECT k.customer_id, order_number FROM orders k WHERE ${WITHIN} ORDER BY k.customer_id, day, order_id`)
    .raw();
  return (first, last) =>
    ({
      records: records.all(first, last),
      identifiers: identifiers.all(first, last),
      orders: orders.all(first, last),
    }) as unknown as SaidOf;
}

export function greatestCustomer({ db }: Connection): number {
  return db.prepare('SELECT coalesce(max(customer_id), 0) FROM customers').pluck().get() as number;
}

/** Versions whose lines are read at once. */
const VERSIONS = 20_000;

/** The lines of orders of customers, a bundle at a time. */
export function* linesOfCustomers({
  db,
}: Connection): Generator<readonly [customer: number, title: Text, sku: Text][]> {
  const last = db.prepare('SELECT coalesce(max(lines_version_id), 0) FROM orders').pluck().get() as number;
  const buyers = new Uint32Array(last + 1);
  const rows = db
    .prepare('SELECT lines_version_id, customer_id FROM orders WHERE customer_id IS NOT NULL')
    .raw()
    .iterate() as IterableIterator<[version: number, customer: number]>;
  for (const [version, customer] of rows) buyers[version] = customer;
  const lines = db.prepare('SELECT version_id, title, sku FROM version_lines WHERE version_id BETWEEN ? AND ?').raw();
  for (let first = 1; first <= last; first += VERSIONS) {
    const some = lines.all(first, first + VERSIONS - 1) as [version: number, title: Text, sku: Text][];
    for (const line of some) line[0] = buyers[line[0]] ?? 0;
    yield some.filter(([customer]) => customer !== 0);
  }
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
    /** Nothing that other rules made stays. */
    over: () => void db.exec('DELETE FROM search_texts; DELETE FROM search_names'),
    block: (one: Block) => void block.run(one),
    name: (text: string, customers: Buffer) => void name.run(text, customers),
  };
}

/** Blocks in which the bytes occur; without any, all. */
export function keptBlocks({ db }: Connection, column: 'texts' | 'phones', wanted: Buffer = Buffer.alloc(0)) {
  return db
    .prepare(`SELECT ${column} FROM search_texts WHERE instr(${column}, ?) > 0`)
    .pluck()
    .iterate(wanted) as IterableIterator<Buffer>;
}

/** Every name that holds the text, with who bought it. */
export function keptNames({ db }: Connection, text = '') {
  return db
    .prepare("SELECT name, customers FROM search_names WHERE name LIKE ? ESCAPE '\\'")
    .raw()
    .iterate(likePattern(text)) as IterableIterator<[name: string, customers: Buffer]>;
}
