/** SQL of the card, of its explanation, and of finding a customer by what a person types. */
import { gmailBoxOf, isGmail } from '../store/gmail-sql.ts';
import type { Archive } from '../store/open.ts';
import { gmailBox } from '../values/mailbox.ts';
import { isProfiled } from './affected-queries.ts';

export interface CustomerRow {
  readonly customer_id: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phone_type: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

export interface CardOrder {
  readonly order_number: string;
  readonly shop: string;
  readonly day: string;
  readonly state: string;
  readonly counting: number;
  readonly currency: string;
  readonly total: number;
  readonly net: number;
  readonly items: string | null;
}

export interface RecordEvidence {
  readonly record_id: number;
  readonly orders: number;
  /** Null without orders, as of whom only a file of customers speaks. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly shops: string | null;
  readonly name: string | null;
  readonly receiver_name: string | null;
}

export interface EvidenceRow {
  readonly record_id: number;
  readonly kind: 'account' | 'email' | 'phone';
  readonly scope: string;
  readonly value: string;
  readonly role: 'buyer' | 'receiver';
  readonly state: string;
  readonly shared: number;
  /** Folded name beside the value; phones join under agreeing names only. */
  readonly name_key: string | null;
  /** Other customers that use the same value, by number. */
  readonly others: number;
}

export function customerRow(archive: Archive, customer: number): CustomerRow | undefined {
  return archive.db.prepare('SELECT * FROM customers WHERE customer_id = ?').get(customer) as CustomerRow | undefined;
}

/** Their name, else their account, else their number. */
export function nameOf(archive: Archive, customer: number): string {
  const row = customerRow(archive, customer);
  return row?.name ?? row?.account ?? `#${customer}`;
}

export function ordersCounted({ db }: Archive, customer: number): number {
  return Number(db.prepare('SELECT count(*) FROM orders WHERE customer_id = ?').pluck().get(customer));
}

/** Newest first, by day up to and including `asOf`. */
export function ordersOf(archive: Archive, customer: number, asOf: string): CardOrder[] {
  return archive.db
    .prepare(`SELECT o.order_number, s.name AS shop, o.day, o.state, o.counting, o.currency, o.total, o.net,
                     (SELECT group_concat(title, '; ') FROM (SELECT iif(quantity > 1, title || ' ×' || quantity, title) AS title
                        FROM version_lines l WHERE l.version_id = o.lines_version_id ORDER BY position)) AS items
              FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id = ? AND o.day <= ?
              ORDER BY o.placed_at DESC, o.order_number DESC`)
    .all(customer, asOf) as CardOrder[];
}

/** Those on which orders stand, or of which a file of customers speaks. */
export function recordsOf(archive: Archive, customer: number): RecordEvidence[] {
  return archive.db
    .prepare(`SELECT r.record_id, count(o.order_id) AS orders, min(o.day) AS first_day, max(o.day) AS last_day, r.name, r.receiver_name,
                     (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT s.name FROM orders p JOIN shops s USING (shop_id) WHERE p.record_id = r.record_id ORDER BY 1)) AS shops
              FROM record_customers c JOIN records r USING (record_id) LEFT JOIN orders o ON o.record_id = r.record_id
              WHERE c.customer_id = ? AND (o.order_id IS NOT NULL OR ${isProfiled('r.record_id')}) GROUP BY r.record_id ORDER BY r.record_id`)
    .all(customer) as RecordEvidence[];
}

export function evidenceOfCustomer(archive: Archive, customer: number): EvidenceRow[] {
  return archive.db
    .prepare(`SELECT i.record_id, i.kind, i.scope, i.value, i.role, i.state, i.name_key,
                     EXISTS (SELECT 1 FROM shared_values s WHERE s.kind = i.kind AND s.scope = i.scope AND s.value = i.value) AS shared,
                     (SELECT count(DISTINCT c2.customer_id) FROM identifiers i2 JOIN record_customers c2 USING (record_id)
                      WHERE i2.value = i.value AND i2.kind = i.kind AND i2.scope = i.scope AND c2.customer_id <> c.customer_id) AS others
              FROM record_customers c JOIN identifiers i USING (record_id)
              WHERE c.customer_id = ? ORDER BY i.record_id, i.kind, i.scope, i.value`)
    .all(customer) as EvidenceRow[];
}

/** What files of customers say; a day as YYYY-MM-DD. */
export interface CardProfile {
  readonly nickname: string | null;
  readonly birthday: string | null;
  readonly gender: string | null;
  readonly points: number | null;
  readonly note: string | null;
  readonly since: string | null;
  /** By the seller's own name of the field. */
  readonly own: Readonly<Record<string, string>>;
}

const PROFILE_FIELDS = ['nickname', 'birthday', 'gender', 'points', 'note', 'since'] as const;

/** Of each thing the latest that a standing file said before `until`, UTC seconds. */
export function profileOf(archive: Archive, customer: number, until: number): CardProfile {
  const rows = archive.db
    .prepare(`SELECT ${PROFILE_FIELDS.map((field) => `p.${field}`).join(', ')}, p.own FROM profiles p JOIN imports i USING (import_id)
                JOIN record_customers k USING (record_id)
              WHERE k.customer_id = ? AND i.undone_at IS NULL AND i.imported_at < ? ORDER BY p.import_id DESC, p.line DESC`)
    .all(customer, until) as (Omit<CardProfile, 'own'> & { readonly own: string })[];
  const said = PROFILE_FIELDS.map((field) => [field, rows.find((row) => row[field] !== null)?.[field] ?? null]);
  const own = rows.toReversed().flatMap((row) => Object.entries(JSON.parse(row.own) as CardProfile['own']));
  return { ...(Object.fromEntries(said) as Omit<CardProfile, 'own'>), own: Object.fromEntries(own) };
}

const pluck = (archive: Archive, sql: string, ...values: (string | number)[]) =>
  archive.db
    .prepare(sql)
    .pluck()
    .all(...values) as number[];

/** Of a seller who has only files of customers yet, those their phones were read in. */
export function shopCountries(archive: Archive): string[] {
  return archive.db
    .prepare(
      `SELECT DISTINCT country FROM shops WHERE country IS NOT NULL
       UNION SELECT DISTINCT phone_country FROM records WHERE phone_country IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shops) ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
}

/** The records of some customers. */
export function recordsOfCustomers({ db }: Archive, customers: readonly number[]): number[] {
  return db
    .prepare(
      'SELECT record_id FROM record_customers WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY record_id',
    )
    .pluck()
    .all(JSON.stringify(customers)) as number[];
}

/** By record number: a customer's own number, or one that was theirs before. */
export function customersByRecord(archive: Archive, record: number): number[] {
  return pluck(
    archive,
    'SELECT customer_id FROM record_customers JOIN customers USING (customer_id) WHERE record_id = ?',
    record,
  );
}

/** As buyers; those who only receive parcels under a value come by `role`. */
export function customersByIdentifier(
  archive: Archive,
  values: readonly string[],
  role: 'buyer' | 'receiver' = 'buyer',
): number[] {
  return pluck(
    archive,
    `SELECT DISTINCT customer_id FROM identifiers JOIN record_customers USING (record_id) JOIN customers USING (customer_id)
     WHERE kind IN ('account', 'email', 'phone') AND role = ? AND value IN (SELECT value FROM json_each(?))`,
    role,
    JSON.stringify(values),
  );
}

/** The addresses somebody has that are other spellings of the mailboxes of these, and these. */
export function spellingsOf({ db }: Archive): (emails: readonly string[]) => readonly string[] {
  const find = db
    .prepare(
      `SELECT DISTINCT i.value FROM identifiers i INDEXED BY identifiers_by_gmail WHERE ${isGmail('i.')} AND ${gmailBoxOf('i.')} IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  return (emails) => {
    const boxes = emails.flatMap((email) => gmailBox(email) ?? []);
    if (boxes.length === 0) return emails;
    return [...new Set([...emails, ...(find.all(JSON.stringify(boxes)) as string[])])];
  };
}

export function customersByOrder(archive: Archive, number: string): number[] {
  return pluck(
    archive,
    'SELECT DISTINCT customer_id FROM shops CROSS JOIN orders USING (shop_id) WHERE order_number = ? AND customer_id IS NOT NULL',
    number,
  );
}

/** By the name they go by, or the one orders gave to somebody who was renamed by hand. */
export function customersByName(archive: Archive, name: string): number[] {
  return pluck(
    archive,
    `WITH wanted AS (SELECT ? AS name)
     SELECT customer_id FROM customers JOIN wanted ON customers.name = wanted.name COLLATE NOCASE
     UNION SELECT theirs.customer_id FROM edits JOIN record_customers renamed USING (record_id)
       JOIN record_customers theirs ON theirs.customer_id = renamed.customer_id JOIN records r ON r.record_id = theirs.record_id
       JOIN wanted ON coalesce(r.name, r.receiver_name) = wanted.name COLLATE NOCASE
     WHERE field = 'name' ORDER BY 1`,
    name,
  );
}
