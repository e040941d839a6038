/** A person's own SELECT on the archive: one statement, reading only, on a connection that cannot write. */
import { type Archive, sqliteCode } from './open.ts';

export type QueryResult =
  | { readonly columns: readonly string[]; readonly rows: Iterable<(string | number | bigint | null)[]> }
  | { readonly problem: 'writes' };

export interface QueryFault {
  readonly message: string;
  readonly views: readonly string[];
}

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
    throw error;
  }
}

/** What SQLite says against a query, before its rows or on the way; undefined for what is no fault of its words. */
export function faultOf({ db }: Archive, error: unknown): QueryFault | undefined {
  const isOfWords =
    /^SQLITE_(ERROR|TOOBIG|MISMATCH|AUTH)$/.test(sqliteCode(error) ?? '') ||
    error instanceof RangeError ||
    // A place for a value, which nothing fills.
    (error instanceof TypeError && error.message === 'Missing named parameters');
  if (!isOfWords) return undefined;
  const views = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    .pluck()
    .all() as string[];
  return { message: (error as Error).message, views };
}
