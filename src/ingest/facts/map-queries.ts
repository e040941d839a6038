/** SQL of the saved maps: which column of a shop's own table is which. */
import type { Archive } from '../../store/open.ts';

export interface SavedMap {
  readonly name: string;
  /** Field to header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly holds: 'orders' | 'customers';
  /** Files that were read with it and stand. */
  readonly files: number;
}

export function savedMaps({ db }: Archive): SavedMap[] {
  const rows = db
    .prepare(
      `SELECT name, columns, holds, (SELECT count(*) FROM imports i WHERE i.platform = 'generic' AND i.layout = m.name AND i.undone_at IS NULL) AS files
       FROM column_maps m ORDER BY name`,
    )
    .all() as (Omit<SavedMap, 'columns'> & { columns: string })[];
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as SavedMap['columns'] }));
}

/** False where there is none of the name. */
export function removeMap(archive: Archive, name: string): boolean {
  return archive.write(() => archive.db.prepare('DELETE FROM column_maps WHERE name = ?').run(name).changes > 0);
}
