/** SQL of merges and splits: what was said, and whom merges hold together. */
import type { Archive } from '../store/open.ts';
import { PROFILED } from './affected-queries.ts';
import { NOTHING_SAID, type Part, type SaidOverrides } from './heed-overrides.ts';
import { agreeing, type Override } from './overrides.ts';

/** Those in force; of the affected records alone where a refresh is under way. */
function overridesInForce({ db }: Archive, whose: 'everybody' | 'affected'): Override[] {
  const among =
    whose === 'everybody'
      ? ''
      : 'AND o.override_id IN (SELECT override_id FROM override_records JOIN affected USING (record_id))';
  const rows = db
    .prepare(`SELECT o.override_id, o.kind, r.record_id, r.side FROM overrides o JOIN override_records r USING (override_id)
              WHERE o.undone_at IS NULL ${among} ORDER BY o.override_id, r.record_id`)
    .raw()
    .all() as [id: number, kind: Override['kind'], record: number, side: 0 | 1][];
  const found = new Map<number, Override & { readonly sides: [number[], number[]] }>();
  for (const [id, kind, record, side] of rows) {
    let override = found.get(id);
    if (!override) found.set(id, (override = { id, kind, sides: [[], []] }));
    override.sides[side].push(record);
  }
  return [...found.values()];
}

/** `heirs` are the records in the place of others. */
export function saidOverrides(
  archive: Archive,
  whose: 'everybody' | 'affected',
  heirs: ReadonlyMap<number, readonly number[]>,
): SaidOverrides {
  const all = overridesInForce(archive, whose);
  if (all.length === 0) return NOTHING_SAID;
  const print = archive.db.prepare('SELECT fingerprint FROM records WHERE record_id = ?').pluck();
  return {
    ...agreeing(all),
    heirsOf: (record) => heirs.get(record) ?? [],
    fingerprintOf: (record) => print.get(record) as string,
  };
}

/** Keeps whom merges hold together. */
export function mergedWriters({ db }: Archive) {
  const put = db.prepare(
    'INSERT INTO merged_records VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET part_id = excluded.part_id, merge_id = excluded.merge_id',
  );
  const remove = db.prepare('DELETE FROM merged_records WHERE record_id = ?');
  const any = db.prepare('SELECT 1 FROM merged_records LIMIT 1').get() !== undefined;
  return {
    write(record: number, part: Part | undefined): void {
      if (part) put.run(record, part.part, part.merge);
      else if (any) remove.run(record);
    },
  };
}

/** Of a customer's records that show who they are the one that is first whatever came first. */
export function anchorOf({ db }: Archive, customer: number): number {
  const found = db
    .prepare(
      `SELECT record_id FROM record_customers k JOIN records USING (record_id)
       WHERE customer_id = ? AND (EXISTS (SELECT 1 FROM orders o WHERE o.record_id = k.record_id) OR record_id IN (${PROFILED}))
       ORDER BY fingerprint LIMIT 1`,
    )
    .pluck()
    .get(customer) as number | undefined;
  return found ?? customer;
}

/** Records of the two customers that a split in force keeps apart. */
export function keptApart({ db }: Archive, one: number, other: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT x.record_id FROM overrides o JOIN override_records x USING (override_id) JOIN record_customers kx ON kx.record_id = x.record_id
         JOIN override_records y ON y.override_id = x.override_id AND y.side <> x.side JOIN record_customers ky ON ky.record_id = y.record_id
       WHERE o.kind = 'split' AND o.undone_at IS NULL AND kx.customer_id IN (:one, :other) AND ky.customer_id IN (:one, :other)
         AND kx.customer_id <> ky.customer_id ORDER BY 1`,
    )
    .pluck()
    .all({ one, other }) as number[];
}

/** The customer that a split in force took this off one, where it did. */
export function splitFrom(
  { db }: Archive,
  customer: number,
  { order, values }: { readonly order?: string; readonly values?: readonly string[] },
): number | undefined {
  return db
    .prepare(
      `SELECT k.customer_id FROM overrides o JOIN override_records stay ON stay.override_id = o.override_id AND stay.side = 0
         JOIN record_customers s ON s.record_id = stay.record_id JOIN override_records leave ON leave.override_id = o.override_id AND leave.side = 1
         JOIN record_customers k ON k.record_id = leave.record_id
       WHERE o.kind = 'split' AND o.undone_at IS NULL AND s.customer_id = :customer AND k.customer_id <> :customer
         AND (EXISTS (SELECT 1 FROM orders r WHERE r.customer_id = k.customer_id AND r.order_number = :order)
           OR EXISTS (SELECT 1 FROM identifiers i JOIN record_customers t USING (record_id)
                      WHERE t.customer_id = k.customer_id AND i.value IN (SELECT value FROM json_each(:values))))
       ORDER BY 1 LIMIT 1`,
    )
    .pluck()
    .get({ customer, order: order ?? null, values: JSON.stringify(values ?? []) }) as number | undefined;
}

export interface NewOverride extends Pick<Override, 'kind' | 'sides'> {
  readonly reason: string | null;
  /** UTC seconds. */
  readonly at: number;
}

export function addOverride({ db }: Archive, { kind, sides, reason, at }: NewOverride): number {
  const id = Number(
    db.prepare('INSERT INTO overrides (kind, reason, said_at) VALUES (?, ?, ?)').run(kind, reason, at).lastInsertRowid,
  );
  const add = db.prepare('INSERT INTO override_records VALUES (?, ?, ?)');
  for (const [side, records] of sides.entries()) for (const record of records) add.run(id, record, side);
  return id;
}

export interface OverrideRow {
  readonly override_id: number;
  readonly kind: 'merge' | 'split';
  readonly reason: string | null;
  readonly said_at: number;
  /** `waiting`: a split keeps them apart still; `overruled`: merged again since; `forgotten`: somebody of it was. */
  readonly state: 'in_force' | 'taken_back' | 'waiting' | 'overruled' | 'forgotten';
  /** Those the records are of now, ascending. */
  readonly customers: readonly number[];
  readonly records: readonly number[];
}

/** In the order in which they were said. */
export function overrideRows(
  { db }: Archive,
  only?: { readonly override?: number; readonly customer?: number },
): OverrideRow[] {
  const rows = db
    .prepare(
      `SELECT o.override_id, o.kind, o.reason, o.said_at, o.undone_at, o.erased_at,
         json_group_array(json_array(r.record_id, r.side, k.customer_id)) AS records
       FROM overrides o LEFT JOIN override_records r USING (override_id) LEFT JOIN record_customers k USING (record_id)
       WHERE (:override IS NULL OR o.override_id = :override)
         AND (:customer IS NULL OR o.override_id IN (SELECT override_id FROM override_records JOIN record_customers USING (record_id) WHERE customer_id = :customer))
       GROUP BY o.override_id ORDER BY o.override_id`,
    )
    .all({ override: only?.override ?? null, customer: only?.customer ?? null }) as StoredOverride[];
  return rows.map(({ records, undone_at, erased_at, ...row }) => {
    const held = JSON.parse(records) as [record: number | null, side: number, customer: number | null][];
    return {
      ...row,
      state: erased_at !== null ? 'forgotten' : undone_at !== null ? 'taken_back' : stateOf(row.kind, held),
      customers: [...new Set(held.flatMap(([, , customer]) => customer ?? []))].toSorted((a, b) => a - b),
      records: held.flatMap(([record]) => record ?? []),
    };
  });
}

type StoredOverride = Omit<OverrideRow, 'state' | 'customers' | 'records'> & {
  readonly undone_at: number | null;
  readonly erased_at: number | null;
  readonly records: string;
};

function stateOf(
  kind: OverrideRow['kind'],
  held: readonly (readonly [record: number | null, side: number, customer: number | null])[],
): OverrideRow['state'] {
  const of = (side: number) => new Set(held.flatMap((one) => (one[1] === side && one[2] !== null ? [one[2]] : [])));
  const [stay, leave] = [of(0), of(1)];
  if (kind === 'merge') return new Set([...stay, ...leave]).size > 1 ? 'waiting' : 'in_force';
  return [...leave].some((customer) => stay.has(customer)) ? 'overruled' : 'in_force';
}

/** False where there is none, or it was taken back before. */
export function endOverride({ db }: Archive, id: number, at: number): boolean {
  return (
    db.prepare('UPDATE overrides SET undone_at = ? WHERE override_id = ? AND undone_at IS NULL').run(at, id).changes > 0
  );
}
