/** What another program reads out of a file. */
import { DuckDBInstance, type Json } from '@duckdb/node-api';

/** Rows by the names of their columns, on a database of their own in memory. */
export async function duckdb(sql: string): Promise<readonly Readonly<Record<string, Json>>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
