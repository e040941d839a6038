/**
 * SQL around the records a refresh reaches. Two temporary tables carry the work: `affected` (records)
 * and `touched_values` (identifier values of changed records, before and after the change).
 */
import type { Archive } from '../store/open.ts';
import type { ContactFacts, Identifier } from './identifiers.ts';
import { type ValueUse, valueKey } from './matching.ts';

const JOINS = "i.state IN ('usable', 'relay') AND i.role = 'buyer'";

export function prepareAffected(archive: Archive, touched: ReadonlySet<number>): void {
  const { db } = archive;
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS affected (record_id INTEGER PRIMARY KEY, round INTEGER NOT NULL);
    CREATE TEMP TABLE IF NOT EXISTS touched_values (kind TEXT, scope TEXT, value TEXT, PRIMARY KEY (kind, scope, value)) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS affected_customers (customer_id INTEGER PRIMARY KEY);
    DELETE FROM affected; DELETE FROM touched_values; DELETE FROM affected_customers;`);
  const insert = db.prepare('INSERT INTO affected VALUES (?, 0)');
  for (const record of touched) insert.run(record);
}

const contactColumns = `r.record_id AS record, r.account_scope AS accountScope, r.account, r.name, r.email, r.phone,
  r.receiver_name AS receiverName, r.receiver_phone AS receiverPhone, r.phone_country AS phoneCountry`;

/** Identifiers follow from the record's facts while an order stands on it, and are gone when none does. */
export function replaceIdentifiers(archive: Archive, identifiersOf: (facts: ContactFacts) => Identifier[]): void {
  const { db } = archive;
  const noteValues = () =>
    db.exec(
      `INSERT OR IGNORE INTO touched_values SELECT i.kind, i.scope, i.value FROM affected a JOIN identifiers i USING (record_id) WHERE ${JOINS}`,
    );
  noteValues();
  db.exec(`DELETE FROM identifiers WHERE record_id IN (SELECT record_id FROM affected)
           AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.record_id = identifiers.record_id)`);
  const missing = db
    .prepare(`SELECT ${contactColumns} FROM affected a JOIN records r USING (record_id)
              WHERE EXISTS (SELECT 1 FROM orders o WHERE o.record_id = r.record_id)
                AND NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = r.record_id)`)
    .all() as (ContactFacts & { record: number })[];
  const insert = db.prepare(
    'INSERT INTO identifiers (record_id, kind, scope, value, role, state, line_type, name_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const facts of missing) {
    for (const { kind, scope, value, role, state, lineType, nameKey } of identifiersOf(facts)) {
      insert.run(facts.record, kind, scope, value, role, state, lineType, nameKey);
    }
  }
  noteValues();
}

/**
 * Grows `affected` until nothing outside it could be joined to anything inside: users of touched
 * values, fellow records of their customers, and users of any value that still joins.
 */
export function closeAffected(archive: Archive): void {
  const { db } = archive;
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

interface EvidenceRow {
  readonly record: number;
  readonly name: string | null;
  readonly receiverName: string | null;
  readonly identifier: Identifier;
}

export function* evidenceRows(archive: Archive): Generator<EvidenceRow> {
  const rows = archive.db
    .prepare(`SELECT i.record_id AS record, r.name, r.receiver_name AS receiverName, i.kind, i.scope, i.value, i.role, i.state,
                     i.line_type AS lineType, i.name_key AS nameKey
              FROM affected a JOIN identifiers i USING (record_id) JOIN records r USING (record_id)
              ORDER BY i.record_id, i.kind, i.scope, i.value`)
    .iterate() as IterableIterator<Identifier & { record: number; name: string | null; receiverName: string | null }>;
  for (const { record, name, receiverName, ...identifier } of rows) yield { record, name, receiverName, identifier };
}

/** Keys of the values that are shared so far, and of those whose users are all at hand. */
export function loadSharedValues(archive: Archive): { before: Set<string>; touched: Set<string> } {
  const keys = (sql: string) =>
    new Set(
      (archive.db.prepare(sql).raw().all() as [string, string, string][]).map(([kind, scope, value]) =>
        valueKey(kind, scope, value),
      ),
    );
  return {
    before: keys(`SELECT s.kind, s.scope, s.value FROM shared_values s
                  WHERE EXISTS (SELECT 1 FROM identifiers i JOIN affected a USING (record_id)
                                WHERE i.value = s.value AND i.kind = s.kind AND i.scope = s.scope)`),
    touched: keys('SELECT kind, scope, value FROM touched_values'),
  };
}

export function replaceTouchedSharedValues(archive: Archive, shared: readonly ValueUse[]): void {
  const { db } = archive;
  db.exec('DELETE FROM shared_values WHERE (kind, scope, value) IN (SELECT kind, scope, value FROM touched_values)');
  const insert = db.prepare(
    'INSERT OR REPLACE INTO shared_values (kind, scope, value, names, accounts) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { kind, scope, value, names, accounts } of shared) insert.run(kind, scope, value, names, accounts);
}

/** Writes the new partition of the affected records and points their orders at it. */
export function writeRecordCustomers(
  archive: Archive,
  customers: ReadonlyMap<number, number>,
): { customersAdded: number; customersRemoved: number } {
  const { db } = archive;
  const before = new Map(
    db.prepare('SELECT record_id, customer_id FROM affected JOIN record_customers USING (record_id)').raw().all() as [
      number,
      number,
    ][],
  );
  const write = db.prepare('INSERT OR REPLACE INTO record_customers (record_id, customer_id) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM record_customers WHERE record_id = ?');
  for (const [record, customer] of customers) if (before.get(record) !== customer) write.run(record, customer);
  for (const record of before.keys()) if (!customers.has(record)) remove.run(record);
  db.exec(`
    UPDATE orders SET customer_id = (SELECT customer_id FROM record_customers c WHERE c.record_id = orders.record_id)
    WHERE record_id IN (SELECT record_id FROM affected)
      AND customer_id IS NOT (SELECT customer_id FROM record_customers c WHERE c.record_id = orders.record_id)`);
  const now = new Set(customers.values());
  const then = new Set(before.values());
  const affected = db.prepare('INSERT OR IGNORE INTO affected_customers VALUES (?)');
  for (const customer of [...now, ...then]) affected.run(customer);
  return {
    customersAdded: [...now].filter((id) => !then.has(id)).length,
    customersRemoved: [...then].filter((id) => !now.has(id)).length,
  };
}
