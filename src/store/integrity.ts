/** Whether the file is a sound database, and the tables are those this program made. */
import type Database from 'better-sqlite3';
import { loadDriver } from './driver.ts';
import type { Archive } from './open.ts';
import { MIGRATIONS } from './schema.ts';

/** Something in a database that contradicts itself, in SQLite's words; a value names its table. */
export interface Fault {
  /** A page, or what it says of itself; a value its table does not allow; a row that refers to no row. */
  readonly kind: 'page' | 'value' | 'reference';
  readonly said: string;
}

/** Of a database by the name it is attached under. Where pages are at fault nothing else is asked of them. */
export function* soundness(db: Database.Database, schema = 'main'): Generator<Fault> {
  let whole = true;
  // Looked at below: where the connection may write, they would fill the hundred.
  db.pragma('ignore_check_constraints = ON');
  const rows = db.pragma(`${schema}.integrity_check(100)`) as { integrity_check: string }[];
  db.pragma('ignore_check_constraints = OFF');
  for (const { integrity_check: said } of rows) {
    if (said === 'ok') continue;
    whole = false;
    yield { kind: 'page', said };
  }
  if (!whole) return;
  for (const table of tablesAgainstChecks(db, schema)) yield { kind: 'value', said: NOT_ALLOWED + table };
  for (const said of brokenReferences(db, schema)) yield { kind: 'reference', said };
}

const NOT_ALLOWED = 'CHECK constraint failed in ';
const CHECKS = /\bCHECK \(((?:[^()]|\([^()]*\))*)\)/g;

/** On a connection that only reads SQLite drops every CHECK, so that its own examination finds all of them kept. */
function* tablesAgainstChecks(db: Database.Database, schema: string): Generator<string> {
  const tables = db.prepare(`SELECT name, sql FROM ${schema}.sqlite_schema WHERE type = 'table'`).raw().all();
  for (const [table, sql] of tables as [string, string][]) {
    const checks = Array.from(sql.matchAll(CHECKS), ([, check]) => `NOT (${check})`);
    if (checks.length === 0) continue;
    const name = table.replaceAll('"', '""');
    if (db.prepare(`SELECT 1 FROM ${schema}."${name}" WHERE ${checks.join(' OR ')} LIMIT 1`).get()) yield table;
  }
}

/** Rows that refer to no row: `order_versions 12 -> records`. */
function* brokenReferences(db: Database.Database, schema: string): Generator<string> {
  const rows = db.prepare(`PRAGMA ${schema}.foreign_key_check`).iterate() as IterableIterator<{
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
