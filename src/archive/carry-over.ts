/**
 * What was said in an archive since a copy was taken that is now put in its place. Nobody who objected may be
 * written to again because of that: objections come along; of everything else it is told that it does not.
 */
import type Database from 'better-sqlite3';
import { sqliteCode } from '../store/open.ts';
import { isSuppressionKey, readSetting, SuppressionKeyLost } from '../store/settings.ts';
import { carryRefusals, carryRefused } from './carry-refusals.ts';
import { type SpokenKind, spokenFacts } from './dump.ts';

export interface CarriedOver {
  /** Who was forgotten, and is to be taken out of the new one again. */
  readonly erasures: number;
  readonly suppressions: number;
  readonly refusals: number;
  /** How much else was said that is not in the new one, by what it is; nothing for what is all there. */
  readonly left: readonly (readonly [kind: SpokenKind, count: number])[];
  /** Whether all of it could be read: a table may be missing, for which a copy is put back. */
  readonly complete: boolean;
}

/** Both of the version this program knows, or `before` of an earlier one. */
export function carryOver(before: Database.Database, after: Database.Database): CarriedOver {
  let complete = true;
  const read = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      if (sqliteCode(error) !== 'SQLITE_ERROR' && !(error instanceof SuppressionKeyLost)) throw error;
      complete = false;
      return otherwise;
    }
  };
  // Each by itself: where a table of the one is missing, those of the others are not lost for it.
  const carry = (what: typeof carryErasures) => read(() => after.transaction(() => what(before, after)).immediate(), 0);
  const [erasures, suppressions] = [carry(carryErasures), carry(carrySuppressions)];
  // By hand first: what files said is only missing where that is not enough.
  const refusals = carry(carryRefusals) + carry(carryRefused);
  const left = read(() => leftBehind(before, after), []);
  return { erasures, suppressions, refusals, left, complete };
}

/** Gives how many erasures the one did not know. Nothing where it hashes with another key: nobody would be told by them. */
export function carryErasures(before: Database.Database, after: Database.Database): number {
  const [key, keyAfter] = [before, after].map((db) => readSetting({ db }, 'suppression_key'));
  if (key !== keyAfter) return 0;
  const known = after
    .prepare('SELECT erasure_id FROM erasures WHERE erased_at = ? AND why = ? AND figures = ?')
    .pluck();
  const add = after.prepare('INSERT INTO erasures (erased_at, why, figures, finished_at) VALUES (?, ?, ?, ?)');
  const value = after.prepare('INSERT OR IGNORE INTO erased_values (hash, kind, erasure_id) VALUES (?, ?, ?)');
  const record = after.prepare(
    'INSERT OR IGNORE INTO erased_records (record_id, erasure_id) VALUES (:record, :erasure)',
  );
  const order = after.prepare('INSERT OR IGNORE INTO erased_orders (platform, order_number, shop) VALUES (?, ?, ?)');
  const rows = (sql: string, ...bound: number[]) =>
    before
      .prepare(sql)
      .raw()
      .all(...bound) as (string | number)[][];
  let carried = 0;
  for (const [id, at, why, figures, finished] of rows(
    'SELECT erasure_id, erased_at, why, figures, finished_at FROM erasures ORDER BY erasure_id',
  )) {
    let erasure = known.get(at, why, figures) as number | bigint | undefined;
    if (erasure === undefined) {
      erasure = add.run(at, why, figures, finished).lastInsertRowid;
      carried++;
    }
    for (const [hash, kind] of rows('SELECT hash, kind FROM erased_values WHERE erasure_id = ?', Number(id)))
      value.run(hash, kind, erasure);
    for (const [number] of rows('SELECT record_id FROM erased_records WHERE erasure_id = ?', Number(id)))
      record.run({ record: number, erasure });
  }
  for (const row of rows('SELECT platform, order_number, shop FROM erased_orders')) order.run(...row);
  return carried;
}

/**
 * Of addresses, where both hash with the same key, or the one before has lost its own, for which a copy is put back;
 * of customers, where both know them.
 */
function carrySuppressions(before: Database.Database, after: Database.Database): number {
  const [key, keyAfter] = [before, after].map((db) => readSetting({ db }, 'suppression_key'));
  const sameKey = key === keyAfter || key === undefined || !isSuppressionKey(key);
  const inForce = before
    .prepare(`SELECT s.kind, s.hash, s.channel, r.fingerprint, s.hint, s.reason, s.added_at
              FROM suppressions s LEFT JOIN records r USING (record_id) WHERE s.lifted_at IS NULL ORDER BY s.suppression_id`)
    .all() as { readonly hash: string | null }[];
  // One that was lifted there afterwards stays so.
  const insert = after.prepare(`
    INSERT INTO suppressions (kind, hash, channel, record_id, hint, reason, added_at)
    SELECT :kind, :hash, :channel, r.record_id, :hint, :reason, :added_at
    FROM (SELECT (SELECT record_id FROM records WHERE fingerprint = :fingerprint) AS record_id) r
    WHERE coalesce(:hash, r.record_id) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.kind = :kind AND s.hash IS :hash AND s.channel IS :channel AND s.record_id IS r.record_id
                        AND (s.lifted_at IS NULL OR s.added_at = :added_at))`);
  return inForce.reduce((sum, row) => sum + (row.hash === null || sameKey ? insert.run(row).changes : 0), 0);
}

function leftBehind(before: Database.Database, after: Database.Database): CarriedOver['left'] {
  const known = spokenFacts({ db: after });
  return [...spokenFacts({ db: before })].flatMap(([kind, said]) => {
    const there = new Set(known.get(kind));
    const count = said.filter((line) => !there.has(line)).length;
    return count > 0 ? [[kind, count] as const] : [];
  });
}
