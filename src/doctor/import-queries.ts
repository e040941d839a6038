/** SQL of what each import said it stored, and what is there of it. */
import type { Archive } from '../store/open.ts';

export interface StoredImport {
  readonly id: number;
  readonly file: string;
  /** JSON; null where it is none. */
  readonly summary: string | null;
  readonly orders: number;
  readonly lines: number;
  readonly refusedRows: number;
  /** Rows that say something of customers. */
  readonly profiles: number;
  /** Somebody was since, in any file. */
  readonly forgotten: boolean;
  readonly money: ReadonlyMap<string, number>;
}

/** Those that stand. */
export function storedImports({ db }: Archive): StoredImport[] {
  const imports = db
    .prepare(
      'SELECT import_id AS id, file_name AS file, iif(json_valid(summary), summary, NULL) AS summary FROM imports WHERE undone_at IS NULL ORDER BY import_id',
    )
    .all() as Pick<StoredImport, 'id' | 'file' | 'summary'>[];
  const sums = db
    .prepare(`SELECT s.import_id, v.currency, count(*), sum(v.total),
                     sum((SELECT count(*) FROM version_lines l WHERE l.version_id = v.version_id))
              FROM sightings s JOIN order_versions v USING (version_id) GROUP BY 1, 2`)
    .raw()
    .all() as [id: number, currency: string, orders: number, total: number, lines: number][];
  const refused = new Map(
    db
      .prepare('SELECT import_id, sum(iif(json_valid(rows), json_array_length(rows), 0)) FROM refusals GROUP BY 1')
      .raw()
      .all() as [number, number][],
  );
  const profiles = new Map(
    db.prepare('SELECT import_id, count(*) FROM profiles GROUP BY 1').raw().all() as [number, number][],
  );
  const forgotten = db.prepare('SELECT 1 FROM erasures LIMIT 1').get() !== undefined;
  return imports.map((row) => {
    const own = sums.filter(([id]) => id === row.id);
    return {
      ...row,
      orders: own.reduce((sum, [, , orders]) => sum + orders, 0),
      lines: own.reduce((sum, [, , , , lines]) => sum + lines, 0),
      refusedRows: refused.get(row.id) ?? 0,
      profiles: profiles.get(row.id) ?? 0,
      forgotten,
      money: new Map(own.map(([, currency, , total]) => [currency, total])),
    };
  });
}

/** When the first file came, UTC seconds. */
export function firstImport({ db }: Archive): number | undefined {
  const at: unknown = db.prepare('SELECT min(imported_at) FROM imports').pluck().get();
  return typeof at === 'number' ? at : undefined;
}
