/** SQL of merges and splits: what was said, and whom merges hold together. */
import type { Archive } from '../store/open.ts';
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

/** False where there is none, or it was taken back before. */
export function endOverride({ db }: Archive, id: number, at: number): boolean {
  return (
    db.prepare('UPDATE overrides SET undone_at = ? WHERE override_id = ? AND undone_at IS NULL').run(at, id).changes > 0
  );
}
