/** A person's own SELECT on the archive: one statement, reading only, on a connection that cannot write. */
import { type Archive, sqliteCode } from './open.ts';

export type QueryResult =
  | { readonly columns: readonly string[]; readonly rows: Iterable<(string | number | bigint | null)[]> }
  | { readonly problem: 'writes' }
  | { readonly problem: 'not_understood'; readonly message: string; readonly views: readonly string[] };

export function runQuery(archive: Archive, sql: string): QueryResult {
  const { db } = archive;
  try {
    const statement = db.prepare(sql);
    // ATTACH counts as reading, and would make a file.
    if (!statement.reader || !statement.readonly || /^\s*(attach|detach|pragma|vacuum)\b/i.test(sql))
      return { problem: 'writes' };
    const columns = statement.columns().map((column) => column.name);
    return { columns, rows: statement.raw().iterate() as Iterable<(string | number | null)[]> };
  } catch (error) {
    if (error instanceof Error && /does not return data|more than one statement/i.test(error.message))
      return { problem: 'writes' };
    if (!(error instanceof Error) || (sqliteCode(error) !== 'SQLITE_ERROR' && error.name !== 'RangeError')) throw error;
    const views = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
      .pluck()
      .all() as string[];
    return { problem: 'not_understood', message: error.message, views };
  }
}
