/** A person's own SELECT on the archive: one statement, reading only, on a connection that cannot write. */
import { type Archive, sqliteCode } from './open.ts';

export type QueryResult =
  | { readonly columns: readonly string[]; readonly rows: Iterable<(string | number | bigint | null)[]> }
  | { readonly problem: 'writes' }
  | { readonly problem: 'not_understood'; readonly message: string; readonly views: readonly string[] };

/**
 * Statements that count as reading and do more, some of them as soon as they are understood: they would make a
 * file, or change the key. Before the word there may be blanks, comments and what asks for an explanation.
 */
const MORE =
  /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/|explain\b|query\b|plan\b)*(?:attach|detach|pragma|vacuum)\b/i;

export function runQuery(archive: Archive, sql: string): QueryResult {
  const { db } = archive;
  if (MORE.test(sql)) return { problem: 'writes' };
  try {
    const statement = db.prepare(sql);
    if (!statement.reader || !statement.readonly) return { problem: 'writes' };
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
