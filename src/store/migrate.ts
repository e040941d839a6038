/** Brings an archive to the version this program knows. */
import type Database from 'better-sqlite3';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly backup: string | undefined;
}

/** `keep` makes a copy before anything is changed, and says where; there is none of a new archive, or of a copy. */
export async function migrate(
  db: Database.Database,
  keep: (() => Promise<string>) | undefined,
  migrations: readonly string[] = MIGRATIONS,
): Promise<Migrated | undefined> {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from >= migrations.length) return undefined;
  const backup = from === 0 ? undefined : await keep?.();
  // A table that is written anew would take along all that refers to it.
  db.pragma('foreign_keys = OFF');
  try {
    for (let version = from; version < migrations.length; version++) {
      db.transaction(() => {
        // Another process may have migrated while this one waited for the lock.
        if (Number(db.pragma('user_version', { simple: true })) !== version) return;
        const broken = version === 0 ? 0 : brokenReferences(db);
        db.exec(migrations[version] ?? '');
        if (brokenReferences(db) > broken) throw new Error(`version ${version + 1} would refer to rows that are gone`);
        db.pragma(`user_version = ${version + 1}`);
        if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
      }).immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return from === 0 ? undefined : { from, to: migrations.length, backup };
}

/** Those that were broken before are the doctor's part. */
function brokenReferences(db: Database.Database): number {
  return Number(db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get());
}
