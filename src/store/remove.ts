/** Takes back an archive that was made for something which then stored nothing. */
import { removeDatabase } from './copies.ts';
import { type Archive, sqliteCode } from './open.ts';

/** Closes the archive, and removes its files where neither an import nor a shop is in it and nobody else is writing one. Tells whether it stayed. */
export function closeOrRemove(archive: Archive): boolean {
  const { db, path } = archive;
  let stays = true;
  try {
    db.pragma('busy_timeout = 0');
    // An interruption may come while something is being stored.
    if (db.inTransaction) db.exec('ROLLBACK');
    // Under the lock: whoever comes after it finds another file, or none, and says so.
    db.transaction(() => {
      if (db.prepare('SELECT 1 FROM imports UNION ALL SELECT 1 FROM shops LIMIT 1').get() !== undefined) return;
      removeDatabase(path);
      stays = false;
    }).immediate();
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  } finally {
    archive.close();
  }
  return stays;
}
