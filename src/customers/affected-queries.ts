/**
 * SQL around the records a refresh reaches. Temporary tables carry the work: `affected` (records),
 * `touched_values`, and `spoken_of` (records of which something was said).
 */
import type { Archive } from '../store/open.ts';
import type { ContactFacts } from './identifiers.ts';
import type { Bucket, User } from './matching.ts';

const JOINS = "i.state IN ('usable', 'relay') AND i.role = 'buyer'";

/** Also makes the tables. */
export function noteAffected(archive: Archive, touched: Iterable<number>): void {
  const { db } = archive;
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS affected (record_id INTEGER PRIMARY KEY, round INTEGER NOT NULL);
    CREATE TEMP TABLE IF NOT EXISTS touched_values (kind TEXT, value TEXT, scope TEXT, PRIMARY KEY (kind, value, scope)) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS spoken_of (record_id INTEGER PRIMARY KEY);
    DELETE FROM affected; DELETE FROM touched_values; DELETE FROM spoken_of;
    INSERT OR IGNORE INTO spoken_of ${SPOKEN_OF}`);
  const note = db.prepare('INSERT INTO affected VALUES (?, 0)');
  for (const record of touched) note.run(record);
}

export function noteTouchedValues(archive: Archive): void {
  archive.db.exec(
    `INSERT OR IGNORE INTO touched_values SELECT i.kind, i.value, i.scope FROM affected a JOIN identifiers i USING (record_id) WHERE ${JOINS}`,
  );
}

/** Whether what is known of a value may have changed. */
export function touchedValue(archive: Archive): (value: Pick<Bucket, 'kind' | 'scope' | 'value'>) => boolean {
  const find = archive.db.prepare('SELECT 1 FROM touched_values WHERE kind = ? AND value = ? AND scope = ?').pluck();
  return ({ kind, value, scope }) => find.get(kind, value, scope) !== undefined;
}

/** Records of which a standing file of customers speaks. */
export const PROFILED = 'SELECT p.record_id FROM profiles p JOIN imports i USING (import_id) WHERE i.undone_at IS NULL';

/** The same of one record, named by its column, for a query that is asked of few: by the index. */
export const isProfiled = (record: string): string =>
  `EXISTS (SELECT 1 FROM profiles p CROSS JOIN imports n USING (import_id) WHERE p.record_id = ${record} AND n.undone_at IS NULL)`;

/** An order stands on the record, or a standing file of customers speaks of it: it shows who somebody is. */
export const isShown = (record: string): string =>
  `(EXISTS (SELECT 1 FROM orders s WHERE s.record_id = ${record}) OR ${isProfiled(record)})`;

/** Records of which something was said by hand, or by a file of customers: it must find its way to the person even when their orders are taken back. */
export const SPOKEN_OF = `SELECT record_id FROM tag_facts UNION SELECT record_id FROM consents UNION SELECT record_id FROM touches
  UNION SELECT record_id FROM contact_list_people UNION SELECT record_id FROM contact_results
  UNION SELECT record_id FROM followup_outcomes UNION SELECT record_id FROM edits UNION SELECT record_id FROM notes UNION SELECT record_id FROM point_entries
  UNION SELECT referred_record_id FROM notes WHERE referred_record_id IS NOT NULL
  UNION SELECT record_id FROM override_records JOIN overrides USING (override_id) WHERE undone_at IS NULL UNION SELECT record_id FROM suppressions WHERE record_id IS NOT NULL UNION ${PROFILED}`;

/** Identifiers are gone with the last order that stands on their record, unless something was said of it. */
export function removeIdentifiers(archive: Archive): void {
  archive.db.exec(`DELETE FROM identifiers WHERE record_id IN (SELECT record_id FROM affected)
                   AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.record_id = identifiers.record_id)
                   AND record_id NOT IN (SELECT record_id FROM spoken_of)`);
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

export const RECORD_FACTS = `r.record_id AS record, r.fingerprint, r.account_scope AS accountScope, r.account, r.name, r.email, r.phone,
  r.receiver_name AS receiverName, r.receiver_phone AS receiverPhone, r.phone_country AS phoneCountry, r.country, r.province, r.city, r.district`;

/** Affected records on which orders stand, or of which something was said, and whose identifiers have not been worked out. */
export function recordsWithoutIdentifiers(archive: Archive): RecordFacts[] {
  return archive.db
    .prepare(`SELECT ${RECORD_FACTS} FROM affected a JOIN records r USING (record_id)
              WHERE (EXISTS (SELECT 1 FROM orders o WHERE o.record_id = r.record_id) OR r.record_id IN (SELECT record_id FROM spoken_of))
                AND NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = r.record_id)`)
    .all() as RecordFacts[];
}

export function recordsSpokenOf(archive: Archive): RecordFacts[] {
  return archive.db
    .prepare(`SELECT ${RECORD_FACTS} FROM records r WHERE record_id IN (${SPOKEN_OF}) ORDER BY record_id`)
    .all() as RecordFacts[];
}

/**
 * Grows `affected` until nothing outside it could be joined to anything inside: users of touched
 * values, fellow records of their customers, users of any value that still joins, and those of whom
 * it was said by hand that they are one, or are not.
 */
export function closeAffected(archive: Archive): void {
  const { db } = archive;
  db.exec(
    `INSERT OR IGNORE INTO affected SELECT i.record_id, 0 FROM touched_values t JOIN identifiers i USING (kind, value, scope) WHERE ${JOINS}`,
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
  const told = db.prepare(`
    INSERT OR IGNORE INTO affected
    SELECT theirs.record_id, ? FROM affected a JOIN override_records mine USING (record_id) JOIN overrides o USING (override_id)
      JOIN override_records theirs ON theirs.override_id = o.override_id
    WHERE a.round = ? AND o.undone_at IS NULL`);
  for (let round = 0, grown = 1; grown > 0; round++) {
    grown = 0;
    for (const more of [fellows, sharers, told]) grown += more.run(round + 1, round).changes;
  }
}

const IN_ORDER = 'ORDER BY i.kind, i.value, i.scope';

/** Who uses which value, of the whole archive or of the affected records alone. */
export function evidenceBuckets(archive: Archive, whose: 'everybody' | 'affected'): Generator<Bucket> {
  const from = whose === 'everybody' ? 'identifiers i' : 'affected a JOIN identifiers i USING (record_id)';
  return bucketsFrom(archive, `${from} WHERE ${JOINS} ${IN_ORDER}`);
}

export function* evidenceBucketsOf(archive: Archive, records: readonly number[]): Generator<Bucket> {
  yield* bucketsFrom(
    archive,
    `json_each(?) a JOIN identifiers i ON i.record_id = a.value WHERE ${JOINS} ${IN_ORDER}`,
    JSON.stringify(records),
  );
}

type EvidenceRow = readonly [
  kind: Bucket['kind'],
  scope: string,
  value: string,
  record: number,
  nameKey: string | null,
];

function* bucketsFrom(archive: Archive, from: string, ...bound: readonly string[]): Generator<Bucket> {
  const rows = archive.db
    .prepare(`SELECT i.kind, i.scope, i.value, i.record_id, i.name_key FROM ${from}`)
    .raw()
    .iterate(...bound) as IterableIterator<EvidenceRow>;
  let bucket: (Bucket & { readonly users: User[] }) | undefined;
  for (const [kind, scope, value, record, nameKey] of rows) {
    if (bucket?.kind === kind && bucket.value === value && bucket.scope === scope) {
      bucket.users.push({ record, nameKey });
      continue;
    }
    if (bucket) yield bucket;
    bucket = { kind, scope, value, users: [{ record, nameKey }] };
  }
  if (bucket) yield bucket;
}

/** The affected records with the customer each belongs to so far, and whether they show who somebody is. */
export function affectedRecords(archive: Archive): [record: number, customer: number | null, isShown: boolean][] {
  const rows = archive.db
    .prepare(
      `SELECT a.record_id, c.customer_id, ${isShown('a.record_id')} FROM affected a LEFT JOIN record_customers c USING (record_id)`,
    )
    .raw()
    .all() as [number, number | null, shown: number][];
  return rows.map(([record, customer, shown]) => [record, customer, shown === 1]);
}

/** Records of whom something was said: they are somebody although they may prove nothing. */
export function spokenOf({ db }: Archive): (record: number) => boolean {
  const records = new Set(db.prepare(SPOKEN_OF).pluck().all() as number[]);
  return (record) => records.has(record);
}

/** The same of those that `noteAffected` noted. */
export function notedSpokenOf({ db }: Archive): (record: number) => boolean {
  const noted = db.prepare('SELECT 1 FROM spoken_of WHERE record_id = ?');
  return (record) => noted.get(record) !== undefined;
}
