/** SQL that takes people out of an archive; whom, the temporary tables of subject-queries say. */
import { type ErasedHash, greatestRecord, type KnownBy, ownName, ownText, sharedBy } from '../archive/erasures.ts';
import type { OrderKey } from '../archive/standing-queries.ts';
import { BLANK_PRINT } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import { foldWords } from '../values/personal-values.ts';
import { nicknamesOfBlanks } from './subject-queries.ts';
import type { Subject } from './subject.ts';
import { refusedBySubject } from './suppression-queries.ts';

/** Tables of what was said of a record by hand, or noted of it. */
export const SPEAKING_OF = [
  'tag_facts',
  'consents',
  'edits',
  'notes',
  'touches',
  'contact_list_people',
  'contact_results',
  'followup_outcomes',
  'point_entries',
  'segment_members',
] as const;

const THEIRS = 'record_id IN (SELECT record_id FROM subject_records)';

/** What an erasure takes, in rows. */
export type Figure =
  | 'customers'
  | 'orders'
  | 'order_versions'
  | 'records'
  | 'identifiers'
  | 'profiles'
  | (typeof SPEAKING_OF)[number]
  | 'suppressions'
  | 'refusals'
  | 'override_records'
  | 'receivers'
  | 'referrals'
  | 'refused_rows'
  | 'own_words';
export type Figures = Readonly<Record<Figure, number>>;

/** How much there is of those noted, before anything is done. */
export function countSubject(archive: Archive): Omit<Figures, 'refused_rows' | 'own_words'> {
  const { db } = archive;
  const count = (from: string) => Number(db.prepare(`SELECT count(*) FROM ${from}`).pluck().get());
  const of = (table: string) => count(`${table} WHERE ${THEIRS}`);
  return {
    customers: count(`(SELECT DISTINCT customer_id FROM record_customers WHERE ${THEIRS})`),
    orders: count('subject_orders'),
    order_versions: count('subject_versions'),
    records: of('records'),
    identifiers: of('identifiers'),
    profiles: of('profiles'),
    tag_facts: of('tag_facts'),
    // A refusal hangs on each of their records.
    consents: count(
      `(SELECT DISTINCT channel, status, source, note, proof, stated_at, undated, file_name FROM consents WHERE ${THEIRS})`,
    ),
    edits: of('edits'),
    notes: of('notes'),
    touches: of('touches'),
    contact_list_people: of('contact_list_people'),
    contact_results: of('contact_results'),
    followup_outcomes: of('followup_outcomes'),
    point_entries: of('point_entries'),
    segment_members: of('segment_members'),
    suppressions: count(
      `(SELECT DISTINCT kind, hash, channel, reason, added_at, lifted_at FROM suppressions WHERE ${THEIRS})`,
    ),
    refusals: refusedBySubject(archive).length,
    override_records: of('override_records'),
    receivers: count('subject_receivers WHERE record_id NOT IN (SELECT record_id FROM subject_records)'),
    referrals: count(`notes WHERE referred_${THEIRS} AND NOT ${THEIRS}`),
  };
}

/** What keeps them out from now on. */
export function tombstones(archive: Archive, hash: ErasedHash, erasure: number) {
  const { db } = archive;
  const value = db.prepare('INSERT OR IGNORE INTO erased_values (hash, kind, erasure_id) VALUES (?, ?, ?)');
  const write = (known: KnownBy) => value.run(hash(known), known.kind, erasure);
  return {
    people({ known, facts }: Subject): void {
      for (const one of known) write(one);
      for (const { fingerprint, account, name, email, phone, receiver_name, receiver_phone, address } of facts) {
        const told = [account, name, email, phone, receiver_name, receiver_phone, address];
        if (told.some((fact) => fact !== null)) write({ kind: 'record', scope: '', value: fingerprint });
      }
      const shared = db
        .prepare(
          `SELECT DISTINCT kind, scope, value FROM identifiers JOIN shared_values USING (kind, scope, value) WHERE ${THEIRS}`,
        )
        .raw()
        .all() as [kind: string, scope: string, value: string][];
      for (const use of shared) write(sharedBy(...use));
      for (const nickname of nicknamesOfBlanks(archive)) write({ kind: 'nickname', scope: '', value: nickname });
      db.exec(
        `INSERT OR IGNORE INTO erased_orders SELECT s.platform, o.order_number, s.name FROM subject_orders o JOIN shops s USING (shop_id)`,
      );
      db.prepare(
        'INSERT OR IGNORE INTO erased_records SELECT record_id, ? FROM subject_records JOIN records USING (record_id) WHERE fingerprint <> ?',
      ).run(erasure, BLANK_PRINT);
    },
    /** What was cut of their orders, and their names: not by which order, which would make one of them again. */
    words(texts: readonly string[], names: readonly string[]): void {
      for (const text of texts) write(ownText(foldWords(text)));
      for (const name of names) write(ownName(name));
    },
  };
}

/** Orders that a version noted, or one of these, is of. */
export function ordersOfVersions({ db }: Archive, versions: readonly number[]): OrderKey[] {
  return db
    .prepare(
      `SELECT DISTINCT p.shop_id AS shop, v.order_number AS number
       FROM (SELECT version_id FROM subject_versions UNION SELECT value FROM json_each(?)) JOIN order_versions v USING (version_id)
         JOIN shops p ON p.shop_id = v.shop_id OR (v.shop_id IS NULL AND p.platform = v.platform) ORDER BY 1, 2`,
    )
    .all(JSON.stringify(versions)) as OrderKey[];
}

export const subjectVersions = ({ db }: Archive): number[] =>
  db.prepare('SELECT version_id FROM subject_versions ORDER BY 1').pluck().all() as number[];

/** Records of others that share a value, or a customer, with those noted: who is who around them may be another then. */
export function neighbours({ db }: Archive): number[] {
  return db
    .prepare(
      `SELECT o.record_id FROM identifiers i JOIN identifiers o ON o.kind = i.kind AND o.value = i.value AND o.scope = i.scope
       WHERE i.${THEIRS} AND o.record_id NOT IN (SELECT record_id FROM subject_records)
       UNION SELECT o.record_id FROM record_customers k JOIN record_customers o USING (customer_id)
       WHERE k.${THEIRS} AND o.record_id NOT IN (SELECT record_id FROM subject_records)`,
    )
    .pluck()
    .all() as number[];
}

/** The noted versions name nobody from now on. */
export function blankVersions(archive: Archive): void {
  const { db } = archive;
  if (db.prepare('SELECT 1 FROM subject_versions LIMIT 1').get() === undefined) return;
  db.prepare('INSERT INTO records (record_id, fingerprint) VALUES (?, ?) ON CONFLICT (fingerprint) DO NOTHING').run(
    greatestRecord(archive) + 1,
    BLANK_PRINT,
  );
  db.prepare(
    `UPDATE order_versions SET record_id = (SELECT record_id FROM records WHERE fingerprint = ?)
     WHERE version_id IN (SELECT version_id FROM subject_versions)`,
  ).run(BLANK_PRINT);
}

/** Everything that hangs on the noted records, and they themselves. */
export function removeRecords({ db }: Archive, at: number): void {
  db.prepare(
    `UPDATE overrides SET reason = NULL, erased_at = coalesce(erased_at, ?) WHERE override_id IN (
       SELECT override_id FROM override_records WHERE ${THEIRS} UNION SELECT override_id FROM pinned_orders WHERE ${THEIRS})`,
  ).run(at);
  db.exec(
    `UPDATE suppressions SET copy_of = NULL WHERE copy_of IN (SELECT suppression_id FROM suppressions WHERE ${THEIRS})`,
  );
  for (const table of [...SPEAKING_OF, 'suppressions', 'override_records', 'pinned_orders', 'profiles'])
    db.exec(`DELETE FROM ${table} WHERE ${THEIRS}`);
  db.exec(`UPDATE notes SET referred_record_id = NULL WHERE referred_${THEIRS}`);
  const customers = db
    .prepare(`SELECT DISTINCT customer_id FROM record_customers WHERE ${THEIRS}`)
    .pluck()
    .all() as number[];
  for (const table of ['identifiers', 'record_customers', 'merged_records'])
    db.exec(`DELETE FROM ${table} WHERE ${THEIRS}`);
  const removeCustomer = db.prepare(
    'DELETE FROM customers WHERE customer_id = :customer AND NOT EXISTS (SELECT 1 FROM record_customers k WHERE k.customer_id = :customer)',
  );
  const removeSpells = db.prepare('DELETE FROM level_spells WHERE customer_id = ?');
  for (const customer of customers) {
    removeCustomer.run({ customer });
    removeSpells.run(customer);
  }
  // Orders are worked out anew; until then none may stand on a record that is gone.
  db.prepare(
    `UPDATE orders SET record_id = (SELECT record_id FROM records WHERE fingerprint = ?), customer_id = NULL WHERE ${THEIRS}`,
  ).run(BLANK_PRINT);
  db.prepare(`DELETE FROM records WHERE ${THEIRS} AND fingerprint <> ?`).run(BLANK_PRINT);
  db.prepare(
    `DELETE FROM records WHERE fingerprint = ? AND NOT EXISTS (SELECT 1 FROM order_versions v WHERE v.record_id = records.record_id)
       AND NOT EXISTS (SELECT 1 FROM profiles p WHERE p.record_id = records.record_id)`,
  ).run(BLANK_PRINT);
  db.exec(
    `DELETE FROM shared_values WHERE NOT EXISTS (SELECT 1 FROM identifiers i
       WHERE i.kind = shared_values.kind AND i.value = shared_values.value AND i.scope = shared_values.scope)`,
  );
}
