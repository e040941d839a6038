/**
 * Puts a copy in the archive's place, after it was fetched beside the archive and checked there. The
 * archive that stands is kept as a copy of its own; then one rename takes the new one into its place, so
 * that at every moment there is the old archive or the new one.
 */
import { chmodSync, constants, copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { keepCopy, putInPlace } from './backup.ts';
import { keptName } from './copies.ts';
import { isDamage } from './damage.ts';
import { databaseOpener, type Key, type OpenDatabase } from './database.ts';
import { kindIfReadable } from './header.ts';
import { holdAlone, type Patience } from './hold.ts';
import { foreignTo, makeFolder, type OpenProblem, sqliteCode } from './open.ts';

export interface Replaced {
  /** Where the archive that stood there is kept; undefined where there was none. */
  readonly kept: string | undefined;
  /** It could not be read as a database any more, or not with this key, and is kept byte by byte. */
  readonly wasDamaged: boolean;
}

export interface ReplaceOptions extends Patience {
  readonly now: Date;
  /** Of the archive that stands there, where it is encrypted. */
  readonly key: Key | undefined;
  /** What `fetched` was brought from, which stays. */
  readonly copy: string;
  /** Handed the archive that stands there, while nobody else may write to it, to save what must not be lost. */
  readonly save: (before: Database.Database) => void;
}

/** `fetched` is what `fetchCopy` brought, in the same folder as the archive. */
export async function replaceArchive(
  path: string,
  fetched: string,
  options: ReplaceOptions,
): Promise<Replaced | OpenProblem> {
  const kind = kindIfReadable(path);
  const key = kind === 'encrypted' ? options.key : undefined;
  const open = await databaseOpener(key);
  if ('problem' in open) return open;
  // Decided before it is opened, which would already take in what lies beside it.
  if (kind === 'foreign') return { problem: 'not_ours' };
  const place = lstatSync(path, { throwIfNoEntry: false });
  if (place?.isSymbolicLink()) return { problem: 'is_link' };
  if (place && !place.isFile()) return { problem: 'is_directory' };
  const db = place && openSound(open, path);
  try {
    if (db) {
      await holdAlone(db, { schema: 'main', path }, options);
      const foreign = foreignTo(db, key)?.problem;
      if (foreign === 'not_ours') return { problem: foreign };
      const { now, signal, copy } = options;
      const { path: kept } = await keepCopy(db, path, 'restore', { now, signal, inUse: copy });
      if (foreign === undefined) options.save(db);
      // Windows renames nothing over an open file.
      if (process.platform === 'win32') db.close();
      // Whoever waits for the lock finds another file under the name afterwards, and says so.
      putInPlace(fetched, path);
      return { kept, wasDamaged: false };
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  } finally {
    db?.close();
  }
  options.signal.throwIfAborted();
  const kept = setAside(path, options.now);
  putInPlace(fetched, path);
  return { kept, wasDamaged: kept !== undefined };
}

/** Undefined where the file is no database any more, or another key's. */
function openSound(open: OpenDatabase, path: string): Database.Database | undefined {
  const db = open(path, { timeout: 0 });
  try {
    // Also takes in, or back, what a killed run left beside it.
    db.pragma('schema_version');
    if (Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) > 0) return db;
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return db;
    if (!isDamage(error)) {
      db.close();
      throw error;
    }
  }
  db.close();
  return undefined;
}

/** Keeps a file that is no sound archive, with what lies beside it. Its name is free afterwards, or about to be taken. */
function setAside(path: string, now: Date): string | undefined {
  makeFolder(dirname(path));
  const there = ['', '-wal', '-journal'].filter((suffix) => lstatSync(path + suffix, { throwIfNoEntry: false }));
  rmSync(`${path}-shm`, { force: true });
  if (there.length === 0) return undefined;
  const aside = keptName(path, 'restore', now, 'damaged');
  if (there.includes('')) {
    keepUnder(path, aside);
    chmodSync(aside, 0o600);
  }
  for (const suffix of there) if (suffix !== '') renameSync(path + suffix, aside + suffix);
  return aside;
}

/** Under a second name, so that the first is never without a file. */
function keepUnder(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems know no second names.
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test(String(code))) throw error;
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
