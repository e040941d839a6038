import type Database from 'better-sqlite3';

/** Runs `work` in the transaction there is, else in one of its own: what is read in it is of one moment, and what is put into temporary tables goes there at once. */
export function inOne<T>(db: Database.Database, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).deferred();
}
