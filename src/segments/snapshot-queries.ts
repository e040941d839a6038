/** SQL of snapshots: who was in a segment, kept as the stretch from the snapshot that found them to the one that did not. */
import { recordOf } from '../customers/anchor-queries.ts';
import type { Archive } from '../store/open.ts';
import type { Definition } from './definitions.ts';

export interface Snapshot {
  readonly id: number;
  readonly name: string;
  readonly version: number | null;
  readonly rules: string;
  readonly asOf: string;
  /** UTC seconds. */
  readonly takenAt: number;
  readonly lastImport: number;
  readonly members: number;
  readonly net: number;
  readonly currency: string;
  readonly joined: number;
  readonly left: number;
}

/** A saved segment is the same under another name. */
type Whose = Pick<Definition, 'name' | 'segment'>;

const OF = '(s.segment_id = :segment OR (:segment IS NULL AND s.segment_id IS NULL AND s.name = :name))';
const whose = ({ name, segment }: Whose) => ({ segment: segment ?? null, name });
const SNAPSHOT = `SELECT snapshot_id AS id, name, version, rules, as_of AS asOf, taken_at AS takenAt, last_import AS lastImport, members, net, currency,
    (SELECT count(*) FROM segment_members WHERE from_snapshot = snapshot_id) AS joined,
    (SELECT count(*) FROM segment_members WHERE until_snapshot = snapshot_id) AS left
  FROM segment_snapshots s`;

/** The first first; of every segment where none is named. */
export function snapshots({ db }: Archive, of?: Whose): Snapshot[] {
  if (!of) return db.prepare(`${SNAPSHOT} ORDER BY snapshot_id`).all() as Snapshot[];
  return db.prepare(`${SNAPSHOT} WHERE ${OF} ORDER BY snapshot_id`).all(whose(of)) as Snapshot[];
}

/** What came later is not known; 0 where nothing came. */
export function lastImport({ db }: Archive): number {
  return Number(db.prepare('SELECT coalesce(max(import_id), 0) FROM imports').pluck().get());
}

/** The last of a day no later than that. */
export function lastSnapshot({ db }: Archive, of: Whose, asOf = '9999-12-31'): Snapshot | undefined {
  return db
    .prepare(`${SNAPSHOT} WHERE ${OF} AND as_of <= :asOf ORDER BY snapshot_id DESC LIMIT 1`)
    .get({ ...whose(of), asOf }) as Snapshot | undefined;
}

/** How many there are, and the day of the last; '' where there is none. */
export const snapshotsTaken = ({ db }: Archive, of: Whose) =>
  db
    .prepare(`SELECT count(*) AS count, coalesce(max(as_of), '') AS last FROM segment_snapshots s WHERE ${OF}`)
    .get(whose(of)) as {
    readonly count: number;
    readonly last: string;
  };

/** How long somebody was in a segment without a break, by snapshots; `until` is the first that did not find them. */
export interface Stretch {
  readonly customer: number;
  readonly from: number;
  readonly until: number | null;
}

/** One customer after another, as they are numbered now; of everybody or of one. */
export function stretchesIn({ db }: Archive, of: Whose, customer?: number): Stretch[] {
  return db
    .prepare(
      `SELECT k.customer_id AS customer, m.from_snapshot AS "from", m.until_snapshot AS until
       FROM segment_members m JOIN segment_snapshots s ON s.snapshot_id = m.from_snapshot JOIN record_customers k USING (record_id)
       WHERE ${OF} ${customer === undefined ? '' : 'AND k.customer_id = :customer'} ORDER BY 1, 2, 3`,
    )
    .all({ ...whose(of), customer }) as Stretch[];
}

export interface KeptMember {
  readonly member: number;
  /** Whose number it was. */
  readonly former: number;
  /** Who they are now; null where nothing is left of them, as when the file that told of them was taken back. */
  readonly customer: number | null;
}

/** Whom a snapshot found. */
export function membersAt({ db }: Archive, of: Whose, snapshot: number): KeptMember[] {
  return db
    .prepare(
      `SELECT m.segment_member_id AS member, m.customer_id AS former, k.customer_id AS customer
       FROM segment_members m JOIN segment_snapshots s ON s.snapshot_id = m.from_snapshot LEFT JOIN record_customers k USING (record_id)
       WHERE ${OF} AND m.from_snapshot <= :snapshot AND (m.until_snapshot IS NULL OR m.until_snapshot > :snapshot) ORDER BY 1`,
    )
    .all({ ...whose(of), snapshot }) as KeptMember[];
}

export interface Found extends Pick<Snapshot, 'rules' | 'asOf' | 'lastImport' | 'net' | 'currency'> {
  readonly customers: readonly number[];
  /** UTC seconds. */
  readonly at: number;
}

/** `isNew` is false where the last one of that day says the same. No snapshot may be of an earlier day than the last. */
export function takeSnapshot(
  archive: Archive,
  definition: Definition,
  { customers, rules, asOf, at, lastImport: known, net, currency }: Found,
): { readonly isNew: boolean; readonly joined: number; readonly left: number } {
  return archive.write(() => {
    const { db } = archive;
    const last = lastSnapshot(archive, definition);
    const before = last ? membersAt(archive, definition, last.id) : [];
    const there = new Set(before.map(({ customer }) => customer));
    const now = new Set<number | null>(customers);
    const joined = customers.filter((customer) => !there.has(customer));
    const left = before.filter(({ customer }) => !now.has(customer));
    const figures = { isNew: true, joined: joined.length, left: left.length };
    if (last?.asOf === asOf && last.rules === rules && last.net === net && joined.length + left.length === 0)
      return { ...figures, isNew: false };
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO segment_snapshots (segment_id, name, version, rules, as_of, taken_at, last_import, members, net, currency)
         VALUES (:segment, :name, :version, :rules, :asOf, :at, :known, :members, :net, :currency)`,
      )
      .run({
        ...whose(definition),
        version: definition.version ?? null,
        rules,
        asOf,
        at,
        known,
        members: customers.length,
        net,
        currency,
      });
    const end = db.prepare('UPDATE segment_members SET until_snapshot = ? WHERE segment_member_id = ?');
    for (const { member } of left) end.run(lastInsertRowid, member);
    const begin = db.prepare('INSERT INTO segment_members (record_id, customer_id, from_snapshot) VALUES (?, ?, ?)');
    const record = recordOf(archive);
    for (const customer of joined) begin.run(record(customer), customer, lastInsertRowid);
    return figures;
  });
}
