/**
 * SQL around the people whose data is asked for or erased. Temporary tables carry the work: `subject_records` (records
 * that hold them), `subject_orders` (orders that are wholly theirs), `subject_versions` (versions of orders that show
 * them) and `subject_receivers` (records of others, who sent them a parcel).
 */
import type { KnownBy } from '../archive/erasures.ts';
import { RECORD_FACTS, type RecordFacts } from '../customers/affected-queries.ts';
import { BLANK_PRINT } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';

export const SUBJECT_TABLES = `
  CREATE TEMP TABLE IF NOT EXISTS subject_records (record_id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE IF NOT EXISTS subject_orders (shop_id INTEGER, order_number TEXT, PRIMARY KEY (shop_id, order_number)) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS subject_versions (version_id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE IF NOT EXISTS subject_receivers (record_id INTEGER PRIMARY KEY);
  DELETE FROM subject_records; DELETE FROM subject_orders; DELETE FROM subject_versions; DELETE FROM subject_receivers;`;

/** Also makes the tables, and notes the orders that stand on the records. */
export function beginSubject({ db }: Archive, records: readonly number[]): void {
  db.exec(SUBJECT_TABLES);
  const these = JSON.stringify(records);
  db.prepare('INSERT INTO subject_records SELECT value FROM json_each(?)').run(these);
  db.prepare(
    'INSERT INTO subject_orders SELECT shop_id, order_number FROM orders WHERE record_id IN (SELECT value FROM json_each(?))',
  ).run(these);
}

export function noteRecords({ db }: Archive, records: Iterable<number>): void {
  const note = db.prepare('INSERT OR IGNORE INTO subject_records VALUES (?)');
  for (const record of records) note.run(record);
}

export function noteReceivers({ db }: Archive, records: Iterable<number>): void {
  const note = db.prepare(
    'INSERT OR IGNORE INTO subject_receivers SELECT :record WHERE :record NOT IN (SELECT record_id FROM subject_records)',
  );
  for (const record of records) note.run({ record });
}

/** What the noted records prove about whoever buys, where nobody else buys by it. */
export function exclusiveValues({ db }: Archive): KnownBy[] {
  return db
    .prepare(
      `SELECT DISTINCT i.kind, i.scope, i.value FROM subject_records r JOIN identifiers i USING (record_id)
       WHERE i.role = 'buyer' AND i.state IN ('usable', 'relay') AND ${USED_BY_NOBODY_ELSE} ORDER BY 1, 2, 3`,
    )
    .all() as KnownBy[];
}

const USED_BY_NOBODY_ELSE = `NOT EXISTS (SELECT 1 FROM identifiers o JOIN record_customers USING (record_id) WHERE o.kind = i.kind AND o.value = i.value AND o.scope = i.scope
    AND o.role = 'buyer' AND o.record_id NOT IN (SELECT record_id FROM subject_records))`;

/** Whether a value is nobody else's. */
export function isExclusive({ db }: Archive): (known: KnownBy) => boolean {
  const find = db.prepare(
    `SELECT 1 FROM (SELECT :kind AS kind, :scope AS scope, :value AS value) i WHERE ${USED_BY_NOBODY_ELSE}`,
  );
  return ({ kind, scope, value }) => find.get({ kind, scope, value }) !== undefined;
}

/** Records by which nobody is found: of orders that were taken back, or stand with other details now. */
export function unidentifiedRecords({ db }: Archive): IterableIterator<RecordFacts> {
  return db
    .prepare(
      `SELECT ${RECORD_FACTS} FROM records r WHERE NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = r.record_id)
         AND NOT EXISTS (SELECT 1 FROM record_customers k WHERE k.record_id = r.record_id) ORDER BY r.record_id`,
    )
    .iterate() as IterableIterator<RecordFacts>;
}

/** Records of others to which parcels went under a phone. */
export function recordsReceivingAt({ db }: Archive): (phone: string) => number[] {
  const find = db
    .prepare(
      "SELECT record_id FROM identifiers WHERE kind = 'phone' AND scope = '' AND value = ? AND role = 'receiver'",
    )
    .pluck();
  return (phone) => find.all(phone) as number[];
}

/** After the records: their versions, all versions of the orders that are theirs, and the records that show nothing else. */
export function noteVersions(archive: Archive): void {
  const { db } = archive;
  db.prepare(
    `INSERT INTO subject_versions SELECT version_id FROM order_versions
     WHERE record_id IN (SELECT record_id FROM subject_records) AND record_id NOT IN ${BLANK_RECORD}`,
  ).run(BLANK_PRINT);
  // An order that does not stand is theirs where a version of it is.
  db.exec(
    `INSERT OR IGNORE INTO subject_orders SELECT v.shop_id, v.order_number FROM subject_versions JOIN order_versions v USING (version_id)
     WHERE v.shop_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = v.shop_id AND o.order_number = v.order_number);
     INSERT OR IGNORE INTO subject_versions SELECT v.version_id FROM subject_orders JOIN order_versions v USING (shop_id, order_number);
     INSERT OR IGNORE INTO subject_versions SELECT v.version_id FROM subject_orders o JOIN shops p USING (shop_id)
       JOIN order_versions v ON v.shop_id IS NULL AND v.platform = p.platform AND v.order_number = o.order_number`,
  );
  db.prepare(
    `INSERT OR IGNORE INTO subject_records
     SELECT v.record_id FROM order_versions v
     WHERE v.record_id IN (SELECT record_id FROM subject_versions JOIN order_versions USING (version_id)) AND v.record_id NOT IN ${BLANK_RECORD}
       AND NOT EXISTS (SELECT 1 FROM profiles p WHERE p.record_id = v.record_id)
     GROUP BY v.record_id HAVING sum(v.version_id NOT IN (SELECT version_id FROM subject_versions)) = 0`,
  ).run(BLANK_PRINT);
}

const BLANK_RECORD = '(SELECT record_id FROM records WHERE fingerprint = ?)';

/** What files said of them, as it is written there. */
export interface SubjectFacts {
  readonly record: number;
  readonly fingerprint: string;
  readonly account: string | null;
  readonly account_scope: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly receiver_name: string | null;
  readonly receiver_phone: string | null;
  readonly phone_country: string | null;
  readonly address: string | null;
}

export function subjectFacts({ db }: Archive): SubjectFacts[] {
  return db
    .prepare(
      `SELECT record_id AS record, fingerprint, account, account_scope, name, email, phone, receiver_name, receiver_phone, phone_country, address
       FROM subject_records JOIN records USING (record_id) ORDER BY record_id`,
    )
    .all() as SubjectFacts[];
}

export function subjectOrderNumbers({ db }: Archive): string[] {
  return db.prepare('SELECT DISTINCT order_number FROM subject_orders ORDER BY 1').pluck().all() as string[];
}

/** What was written about them by hand, and by files of customers: free text, each as it stands. */
export function subjectTexts({ db }: Archive): string[] {
  return db
    .prepare(
      `SELECT text FROM (
         SELECT nickname AS text FROM subject_records JOIN profiles USING (record_id)
         UNION SELECT note FROM subject_records JOIN profiles USING (record_id)
         UNION SELECT value FROM subject_records JOIN edits USING (record_id)
         UNION SELECT text FROM subject_records JOIN notes USING (record_id)
         UNION SELECT reason FROM subject_records JOIN tag_facts USING (record_id)
         UNION SELECT removed_reason FROM subject_records JOIN tag_facts USING (record_id) WHERE removed_origin = 'hand'
         UNION SELECT reason FROM subject_records JOIN point_entries USING (record_id)
         UNION SELECT note FROM subject_records JOIN consents USING (record_id)
         UNION SELECT proof FROM subject_records JOIN consents USING (record_id)
         UNION SELECT note FROM subject_records JOIN touches USING (record_id)
         UNION SELECT note FROM subject_records JOIN followup_outcomes USING (record_id)
         UNION SELECT reason FROM subject_records JOIN suppressions USING (record_id)
         UNION SELECT reason FROM subject_records JOIN override_records USING (record_id) JOIN overrides USING (override_id)
       ) WHERE text IS NOT NULL AND text <> '' ORDER BY text`,
    )
    .pluck()
    .all() as string[];
}

/** Names that were given them by hand. */
export const editedNames = ({ db }: Archive): string[] =>
  db
    .prepare(
      "SELECT DISTINCT value FROM subject_records JOIN edits USING (record_id) WHERE field = 'name' AND value IS NOT NULL ORDER BY 1",
    )
    .pluck()
    .all() as string[];

/** What files of customers call them and nobody else. */
export const ownNicknames = ({ db }: Archive): string[] =>
  db
    .prepare(
      `SELECT DISTINCT nickname FROM subject_records JOIN profiles USING (record_id) WHERE nickname IS NOT NULL
         AND nickname NOT IN (SELECT nickname FROM profiles WHERE nickname IS NOT NULL AND record_id NOT IN (SELECT record_id FROM subject_records)) ORDER BY 1`,
    )
    .pluck()
    .all() as string[];

/** Nicknames under which files of customers show those whose records tell nothing. */
export function nicknamesOfBlanks({ db }: Archive): string[] {
  return db
    .prepare(
      `SELECT DISTINCT p.nickname FROM subject_records JOIN profiles p USING (record_id)
       WHERE p.nickname IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = p.record_id) ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
}
