/** Brings an archive to the version this program knows, with a verified copy made before. */
import type Database from 'better-sqlite3';
import { copyArchive } from './backup.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly backup: string | undefined;
}

export function migrate(
  db: Database.Database,
  path: string,
  migrations: readonly string[] = MIGRATIONS,
): Migrated | undefined {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from >= migrations.length) return undefined;
  // Named after the first step, so that what goes on from a half-way version does not replace the copy of the first.
  const backup = from === 0 ? undefined : `${path}.before-version-${from + 1}.backup`;
  if (backup) copyArchive(db, backup, { replace: true });
  for (let version = from; version < migrations.length; version++) {
    db.transaction(() => {
      // Another process may have migrated while this one waited for the lock.
      if (Number(db.pragma('user_version', { simple: true })) !== version) return;
      db.exec(migrations[version] ?? '');
      db.pragma(`user_version = ${version + 1}`);
      if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
    }).immediate();
  }
  return from === 0 ? undefined : { from, to: migrations.length, backup };
}
