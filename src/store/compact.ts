/** Brings everything into the one file and writes that anew, so that nothing is left in it, or beside it, of what was deleted. */
import type Database from 'better-sqlite3';
import { sqliteCode } from './open.ts';

/** Somebody who still reads what it was keeps the log; there is no room to write it anew; the disk does not let it. */
export type CompactProblem = 'busy' | 'full' | 'failed';

export function compact(db: Database.Database, encrypted: boolean): CompactProblem | undefined {
  // Nothing encrypts what would be spilt.
  if (!encrypted) db.pragma('temp_store = FILE');
  try {
    if (!emptyLog(db)) return 'busy';
    removeStatistics(db);
    db.exec('VACUUM');
    return emptyLog(db) ? undefined : 'busy';
  } catch (error) {
    const code = sqliteCode(error);
    if (code === undefined) throw error;
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
    if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(code))
      return code.startsWith('SQLITE_FULL') ? 'full' : 'failed';
    throw error;
  } finally {
    if (!encrypted) db.pragma('temp_store = MEMORY');
  }
}

/** False while a reader holds on to a part of it. Without a log there is nothing to empty. */
function emptyLog(db: Database.Database): boolean {
  const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
  return done.busy === 0;
}

/** Samples of values that somebody's ANALYZE took. */
function removeStatistics(db: Database.Database): void {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'sqlite_stat[1-4]'")
    .pluck()
    .all() as string[];
  // Names are SQLite's own.
  for (const table of tables) db.exec(`DELETE FROM ${table}`);
}
