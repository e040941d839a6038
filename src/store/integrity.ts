/** Whether the file is a sound database, and the tables are those this program made. */
import type Database from 'better-sqlite3';
import { loadDriver } from './driver.ts';
import type { Archive } from './open.ts';
import { MIGRATIONS } from './schema.ts';

/** In SQLite's words, at most so many. */
export function pageFaults({ db }: Archive): string[] {
  const rows = db.pragma('integrity_check(100)') as { integrity_check: string }[];
  return rows.flatMap(({ integrity_check: said }) => (said === 'ok' ? [] : [said]));
}

/** Rows that refer to no row: `order_versions 12 -> records`. */
export function* brokenReferences({ db }: Archive): Generator<string> {
  const rows = db.prepare('PRAGMA foreign_key_check').iterate() as IterableIterator<{
    table: string;
    rowid: number | null;
    parent: string;
  }>;
  for (const { table, rowid, parent } of rows) yield `${table} ${rowid ?? ''} -> ${parent}`;
}

/** Everything read until the function given back is called is as it stands now, whoever writes meanwhile. */
export function atOneMoment({ db }: Archive): () => void {
  db.exec('BEGIN');
  return () => {
    // An interruption may have closed it.
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
  };
}

/** Tables, indexes and views that are others than the archive's version makes, missing or added. */
export async function schemaDifferences({ db }: Archive): Promise<string[]> {
  const driver = await loadDriver('better-sqlite3');
  if ('problem' in driver) return [];
  const fresh = new driver(':memory:');
  try {
    const version = Number(db.pragma('user_version', { simple: true }));
    for (const migration of MIGRATIONS.slice(0, version)) fresh.exec(migration);
    const [is, should] = [schemaOf(db), schemaOf(fresh)];
    const names = [...new Set([...is.keys(), ...should.keys()])].toSorted();
    return names.filter((name) => is.get(name) !== should.get(name));
  } finally {
    fresh.close();
  }
}

/** Tables of SQLite's own, such as its statistics, are nobody's business. */
function schemaOf(db: Database.Database): Map<string, string> {
  const rows = db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").raw().all();
  return new Map(rows as [string, string][]);
}
