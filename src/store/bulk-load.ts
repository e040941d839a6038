/** A first, large load: indexes are built over the finished tables, which takes a fraction of keeping them up row by row. */
import type Database from 'better-sqlite3';

/** Drops every index that is not a table's own, inside the caller's transaction. Gives what builds them again. */
export function withoutIndexes(db: Database.Database): () => void {
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
    .all() as { name: string; sql: string }[];
  // Names and texts are the schema's own.
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}
