/** SQL that reads every text of every table. */
import type { Archive } from '../store/open.ts';

export function* textsOfRows({ db }: Archive): Generator<string> {
  const columns = db
    .prepare(
      `SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT' ORDER BY 1, 2`,
    )
    .raw()
    .all() as [table: string, column: string][];
  // Names are the schema's own.
  for (const [table, column] of columns)
    yield* db
      .prepare(`SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`)
      .pluck()
      .iterate() as IterableIterator<string>;
}
