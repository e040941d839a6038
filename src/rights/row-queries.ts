/** SQL that looks for a text in every column of every table. */
import type { Archive } from '../store/open.ts';

export function standsInRows({ db }: Archive): (text: string) => boolean {
  const columns = db
    .prepare(
      `SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT' ORDER BY 1, 2`,
    )
    .raw()
    .all() as [table: string, column: string][];
  const byTable = new Map<string, string[]>();
  for (const [table, column] of columns) byTable.set(table, [...(byTable.get(table) ?? []), column]);
  // Names are the schema's own.
  const queries = [...byTable].map(([table, names]) =>
    db.prepare(
      `SELECT 1 FROM "${table}" WHERE ${names.map((name) => `instr("${name}", :text) > 0`).join(' OR ')} LIMIT 1`,
    ),
  );
  return (text) => queries.some((query) => query.get({ text }) !== undefined);
}
