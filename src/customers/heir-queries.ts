/**
 * SQL of records on which no order stands any more because a later export shows their order with other contact
 * details, and of the records that stand there now, their heirs: what was said of them by hand stays with the one
 * who ordered. `affected` is that of affected-queries.ts.
 */
import type { Archive } from '../store/open.ts';
import { versionStands } from '../store/standing-version.ts';
import { notedSpokenOf } from './affected-queries.ts';

/** Of orders on affected records. */
export function supersededRecords(archive: Archive): Map<number, number[]> {
  const { db } = archive;
  const count = (table: 'orders' | 'order_versions') =>
    Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const from = 'affected a JOIN orders o USING (record_id)';
  // Where every order has one version none can have followed another.
  const followed = count('order_versions') === count('orders') ? [] : heirRows(archive, FOLLOWED_BY(from));
  return heirsIn([...followed, ...heirRows(archive, REJOINED(from))]);
}

/** The same of the whole archive. */
export const supersededBy = (archive: Archive): Map<number, number[]> =>
  heirsIn([...heirRows(archive, FOLLOWED_BY('orders o')), ...heirRows(archive, REJOINED('orders o'))]);

export function alsoAffected({ db }: Archive, records: Iterable<number>): void {
  const note = db.prepare('INSERT OR IGNORE INTO affected VALUES (?, 0)');
  for (const record of records) note.run(record);
}

/**
 * Of a record of which something was said all heirs are affected, or it would go with whichever changed last. False
 * where they were before.
 */
export function reachHeirs(archive: Archive): boolean {
  const { db } = archive;
  if (db.prepare('SELECT 1 FROM spoken_of LIMIT 1').get() === undefined) return false;
  const superseded = [...supersededRecords(archive).keys()].filter(notedSpokenOf(archive));
  if (superseded.length === 0) return false;
  const of = 'IN (SELECT value FROM json_each(?))';
  const count = () => Number(db.prepare('SELECT count(*) FROM affected').pluck().get());
  const before = count();
  alsoAffected(archive, superseded);
  for (const sql of [
    `${FOLLOWED_BY('orders o')} AND v.record_id ${of}`,
    `${REJOINED('orders o')} AND p.record_id ${of}`,
  ])
    alsoAffected(
      archive,
      heirRows(archive, sql, JSON.stringify(superseded)).map(([, heir]) => heir),
    );
  return count() > before;
}

/** Of a file taken back the number of the order may by now be another shop's, and somebody else's. */
const SHARES = `EXISTS (SELECT 1 FROM identifiers a JOIN identifiers b USING (kind, scope, value)
      WHERE a.record_id = v.record_id AND b.record_id = o.record_id)`;

const FOLLOWED_BY = (from: string) => `
  SELECT DISTINCT v.record_id, o.record_id FROM ${from}
    JOIN order_versions v ON v.shop_id = o.shop_id AND v.order_number = o.order_number
  WHERE v.record_id <> o.record_id AND NOT EXISTS (SELECT 1 FROM orders p WHERE p.record_id = v.record_id)
    AND NOT EXISTS (SELECT 1 FROM records r WHERE r.record_id = o.record_id AND r.pin IS NOT NULL)
    AND (${versionStands('v')} OR ${SHARES})`;

/** Records that were made for orders split off, once that is taken back: the orders stand where their export says. */
const REJOINED = (from: string) => `
  SELECT DISTINCT p.record_id, o.record_id FROM ${from}
    JOIN pinned_orders p ON p.shop_id = o.shop_id AND p.order_number = o.order_number JOIN overrides x USING (override_id)
  WHERE x.undone_at IS NOT NULL AND p.record_id <> o.record_id
    AND NOT EXISTS (SELECT 1 FROM orders q WHERE q.record_id = p.record_id)`;

type Heir = [superseded: number, heir: number];

const heirRows = ({ db }: Archive, sql: string, ...bound: readonly string[]) =>
  db
    .prepare(sql)
    .raw()
    .all(...bound) as Heir[];

function heirsIn(rows: readonly Heir[]): Map<number, number[]> {
  const heirs = new Map<number, number[]>();
  for (const [superseded, heir] of rows) {
    const known = heirs.get(superseded);
    if (known) known.push(heir);
    else heirs.set(superseded, [heir]);
  }
  return heirs;
}
