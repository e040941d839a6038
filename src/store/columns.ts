/** Many rows as columns side by side. SQLite gives each as JSON: value by value they take twice as long to read. */
import type { Archive } from './open.ts';

/** `rest` of a query comes after its FROM. */
export function columnsFrom<Columns extends readonly unknown[]>(
  { db }: Pick<Archive, 'db'>,
  columns: { readonly [at in keyof Columns]: string },
  rest: string,
): (params: Readonly<Record<string, unknown>>) => Columns {
  const read = db
    .prepare(`SELECT ${columns.map((column) => `json_group_array(${column})`).join(', ')} FROM ${rest}`)
    .raw();
  return (params) => (read.get(params) as string[]).map((text) => JSON.parse(text) as unknown) as unknown as Columns;
}
