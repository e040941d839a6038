/**
 * SQL around the records a refresh reaches. Two temporary tables carry the work: `affected` (records)
 * and, where anybody outside them may be reached, `touched_values`.
 */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import type { ContactFacts, Identifier } from './identifiers.ts';
import { type ValueUse, valueKey } from './matching.ts';

const JOINS = "i.state IN ('usable', 'relay') AND i.role = 'buyer'";

/** An identifier value that may join records. */
export type JoiningValue = readonly [kind: string, scope: string, value: string];

export function noteAffected(archive: Archive, touched: ReadonlySet<number>): void {
  const { db } = archive;
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS affected (record_id INTEGER PRIMARY KEY, round INTEGER NOT NULL);
    CREATE TEMP TABLE IF NOT EXISTS touched_values (kind TEXT, scope TEXT, value TEXT, PRIMARY KEY (kind, scope, value)) WITHOUT ROWID;
    DELETE FROM affected; DELETE FROM touched_values`);
  const noted = new BulkInsert(db, 'affected (record_id, round)');
  for (const record of touched) noted.add(record, 0);
  noted.flush();
}

export function joiningValues(archive: Archive): JoiningValue[] {
  return archive.db
    .prepare(
      `SELECT DISTINCT i.kind, i.scope, i.value FROM affected a JOIN identifiers i USING (record_id) WHERE ${JOINS}`,
    )
    .raw()
    .all() as unknown as JoiningValue[];
}

/** Records of which something was said by hand: it must find its way to the person even when their orders are taken back. */
const SPOKEN_OF = `SELECT record_id FROM tag_facts UNION SELECT record_id FROM consents UNION SELECT record_id FROM touches
  UNION SELECT record_id FROM followup_outcomes UNION SELECT record_id FROM suppressions WHERE record_id IS NOT NULL`;

/** Identifiers are gone with the last order that stands on their record, unless something was said of it. */
export function removeIdentifiers(archive: Archive): void {
  archive.db.exec(`DELETE FROM identifiers WHERE record_id IN (SELECT record_id FROM affected)
                   AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.record_id = identifiers.record_id)
                   AND record_id NOT IN (${SPOKEN_OF})`);
}

/** What orders said of the one who bought, and where to. */
export interface RecordFacts extends ContactFacts {
  readonly record: number;
  readonly fingerprint: string;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

const FACTS = `r.record_id AS record, r.fingerprint, r.account_scope AS accountScope, r.account, r.name, r.email, r.phone,
  r.receiver_name AS receiverName, r.receiver_phone AS receiverPhone, r.phone_country AS phoneCountry, r.country, r.province, r.city, r.district`;

/** Affected records on which orders stand and whose identifiers have not been worked out. */
export function recordsWithoutIdentifiers(archive: Archive): RecordFacts[] {
  return archive.db
    .prepare(`SELECT ${FACTS} FROM affected a JOIN records r USING (record_id)
              WHERE EXISTS (SELECT 1 FROM orders o WHERE o.record_id = r.record_id)
                AND NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = r.record_id)`)
    .all() as RecordFacts[];
}

export function identifierWriter(archive: Archive) {
  const added = new BulkInsert(
    archive.db,
    'identifiers (record_id, kind, scope, value, role, state, line_type, name_key)',
  );
  return {
    /** Written at the latest by `flush`. */
    add(record: number, { kind, scope, value, role, state, lineType, nameKey }: Identifier): void {
      added.add(record, kind, scope, value, role, state, lineType, nameKey);
    },
    flush(): void {
      added.flush();
    },
  };
}

/**
 * Grows `affected` until nothing outside it could be joined to anything inside: users of touched
 * values, fellow records of their customers, and users of any value that still joins.
 */
export function closeAffected(archive: Archive, touched: Iterable<JoiningValue>): void {
  const { db } = archive;
  const others = db
    .prepare('SELECT 1 FROM record_customers WHERE record_id NOT IN (SELECT record_id FROM affected) LIMIT 1')
    .get();
  if (!others) return;
  const note = db.prepare('INSERT OR IGNORE INTO touched_values VALUES (?, ?, ?)');
  for (const value of touched) note.run(...value);
  db.exec(
    `INSERT OR IGNORE INTO affected SELECT i.record_id, 0 FROM touched_values t JOIN identifiers i USING (value, kind, scope) WHERE ${JOINS}`,
  );
  const fellows = db.prepare(`
    INSERT OR IGNORE INTO affected
    SELECT theirs.record_id, ? FROM affected a JOIN record_customers mine USING (record_id)
      JOIN record_customers theirs ON theirs.customer_id = mine.customer_id
    WHERE a.round = ?`);
  const sharers = db.prepare(`
    INSERT OR IGNORE INTO affected
    SELECT i.record_id, ? FROM affected a JOIN identifiers mine USING (record_id)
      JOIN identifiers i ON i.value = mine.value AND i.kind = mine.kind AND i.scope = mine.scope
    WHERE a.round = ? AND ${JOINS} AND mine.state IN ('usable', 'relay') AND mine.role = 'buyer'
      AND NOT EXISTS (SELECT 1 FROM shared_values s WHERE s.kind = mine.kind AND s.scope = mine.scope AND s.value = mine.value)`);
  for (let round = 0, grown = 1; grown > 0; round++) {
    grown = fellows.run(round + 1, round).changes + sharers.run(round + 1, round).changes;
  }
}

export interface StoredRecord {
  readonly facts: RecordFacts;
  readonly identifiers: readonly Identifier[];
}

/** The affected records that are not at hand already. */
export function* storedRecords(archive: Archive, atHand: { has(record: number): boolean }): Generator<StoredRecord> {
  const { db } = archive;
  const records = db.prepare('SELECT record_id FROM affected ORDER BY record_id').pluck().all() as number[];
  const facts = db.prepare(`SELECT ${FACTS} FROM records r WHERE r.record_id = ?`);
  const identifiers = db.prepare(`
    SELECT kind, scope, value, role, state, line_type AS lineType, name_key AS nameKey
    FROM identifiers WHERE record_id = ? ORDER BY kind, scope, value`);
  for (const record of records) {
    if (atHand.has(record)) continue;
    yield { facts: facts.get(record) as RecordFacts, identifiers: identifiers.all(record) as Identifier[] };
  }
}

/**
 * Records on which no order stands any more because a later export shows their order with other
 * contact details, and the records that stand there now: what was said of them by hand stays with
 * the one who ordered.
 */
export function supersededRecords(archive: Archive): Map<number, number[]> {
  const { db } = archive;
  const heirs = new Map<number, number[]>();
  if (Number(db.prepare('SELECT count(*) FROM imports').pluck().get()) < 2) return heirs;
  const rows = db
    .prepare(`SELECT DISTINCT v.record_id, o.record_id FROM affected a JOIN orders o USING (record_id)
                JOIN order_versions v ON v.shop_id = o.shop_id AND v.order_number = o.order_number
              WHERE v.record_id <> o.record_id AND NOT EXISTS (SELECT 1 FROM orders p WHERE p.record_id = v.record_id)`)
    .raw()
    .all() as [number, number][];
  const note = db.prepare('INSERT OR IGNORE INTO affected VALUES (?, 0)');
  for (const [superseded, heir] of rows) {
    note.run(superseded);
    heirs.set(superseded, [...(heirs.get(superseded) ?? []), heir]);
  }
  return heirs;
}

export interface RecordOrders {
  readonly orders: number;
  /** UTC seconds. */
  readonly latest: number;
}

/** How many orders stand on each affected record, and since when. */
export function ordersByRecord(archive: Archive): Map<number, RecordOrders> {
  const rows = archive.db
    .prepare(
      'SELECT a.record_id, count(*), max(o.placed_at) FROM affected a JOIN orders o USING (record_id) GROUP BY a.record_id',
    )
    .raw()
    .iterate() as IterableIterator<[number, number, number]>;
  const found = new Map<number, RecordOrders>();
  for (const [record, orders, latest] of rows) found.set(record, { orders, latest });
  return found;
}

/** Keys of the values that no longer join, as they stand. */
export function sharedValues(archive: Archive): Map<string, JoiningValue> {
  const rows = archive.db
    .prepare('SELECT kind, scope, value FROM shared_values')
    .raw()
    .all() as unknown as JoiningValue[];
  return new Map(rows.map((row) => [valueKey(...row), row]));
}

export function replaceSharedValues(
  archive: Archive,
  gone: readonly JoiningValue[],
  shared: readonly ValueUse[],
): void {
  const { db } = archive;
  const remove = db.prepare('DELETE FROM shared_values WHERE kind = ? AND scope = ? AND value = ?');
  const insert = db.prepare(
    'INSERT OR REPLACE INTO shared_values (kind, scope, value, names, accounts) VALUES (?, ?, ?, ?, ?)',
  );
  for (const value of gone) remove.run(...value);
  for (const { kind, scope, value, names, accounts } of shared) insert.run(kind, scope, value, names, accounts);
}

/** Writes the new partition of the affected records and points their orders at it; gives the customers it was before. */
export function writeRecordCustomers(archive: Archive, customers: ReadonlyMap<number, number>): Set<number> {
  const { db } = archive;
  const before = new Map(
    db.prepare('SELECT record_id, customer_id FROM affected JOIN record_customers USING (record_id)').raw().all() as [
      number,
      number,
    ][],
  );
  const added = new BulkInsert(db, 'record_customers (record_id, customer_id)');
  const change = db.prepare('UPDATE record_customers SET customer_id = ? WHERE record_id = ?');
  const remove = db.prepare('DELETE FROM record_customers WHERE record_id = ?');
  for (const [record, customer] of customers) {
    const known = before.get(record);
    if (known === undefined) added.add(record, customer);
    else if (known !== customer) change.run(customer, record);
  }
  added.flush();
  for (const record of before.keys()) if (!customers.has(record)) remove.run(record);
  db.exec(`
    UPDATE orders SET customer_id = c.customer_id FROM affected a JOIN record_customers c USING (record_id)
    WHERE orders.record_id = a.record_id AND orders.customer_id IS NOT c.customer_id;
    UPDATE orders SET customer_id = NULL WHERE customer_id IS NOT NULL
      AND record_id IN (SELECT record_id FROM affected WHERE record_id NOT IN (SELECT record_id FROM record_customers))`);
  return new Set(before.values());
}
