/** Many rows as columns side by side. SQLite gives each as JSON: value by value they take twice as long to read. */
import type { Query } from './ahead/messages.ts';
import type { Archive } from './open.ts';

type Params = Query['params'];

/** `rest` of a query comes after its FROM. */
export const columnsSql = (columns: readonly string[], rest: string): string =>
  `SELECT ${columns.map((column) => `json_group_array(${column})`).join(', ')} FROM ${rest}`;

export function columnsFrom<Columns extends readonly unknown[]>(
  { db, ahead }: Pick<Archive, 'db' | 'ahead'>,
  columns: { readonly [at in keyof Columns]: string },
  rest: string,
): (params: Params) => Columns {
  const sql = columnsSql(columns, rest);
  const read = db.prepare(sql).raw();
  return (params) => {
    const known = ahead?.take({ sql, params });
    const columns = known ?? (read.get(params) as string[]).map((text) => JSON.parse(text) as unknown);
    return columns as unknown as Columns;
  };
}
