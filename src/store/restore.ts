/**
 * Puts a copy in the archive's place. The copy is fetched beside the archive and checked there before
 * anything else happens; the archive that stands is kept as a copy of its own; then one rename takes
 * the new one into its place, so that at every moment there is the old archive or the new one.
 */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { keepCopy, putInPlace } from './backup.ts';
import { keptName, removeDatabase } from './copies.ts';
import { isDamage } from './damage.ts';
import { databaseOpener, type Key, type OpenDatabase } from './database.ts';
import { kindIfReadable, kindOf } from './header.ts';
import { holdAlone, type Patience } from './hold.ts';
import { emptiness, foreignTo, makeFolder, type OpenProblem, sqliteCode } from './open.ts';
import { encryptFile, recodingDriver } from './recode.ts';

/** Why a file is no copy that could be restored. */
export type CopyProblem =
  | OpenProblem
  /** Something beside it, that a finished copy never has, holds a part of it, or of another database. */
  | { readonly problem: 'unfinished'; readonly companion: string }
  | { readonly problem: 'damaged'; readonly detail: string };

/**
 * Brings a copy to `place`, for its owner alone, and proves that it opens and is sound. `place` must be new.
 * The key opens a copy that is encrypted, and encrypts one that is not.
 */
export async function fetchCopy(copy: string, place: string, key: Key | undefined): Promise<CopyProblem | undefined> {
  const found = statSync(copy, { throwIfNoEntry: false });
  if (!found) return { problem: 'missing' };
  if (!found.isFile()) return { problem: 'is_directory' };
  if (found.size === 0) return { problem: 'not_a_database' };
  for (const suffix of ['-wal', '-journal']) {
    const companion = copy + suffix;
    if ((statSync(companion, { throwIfNoEntry: false })?.size ?? 0) > 0) return { problem: 'unfinished', companion };
  }
  const encrypted = kindOf(copy) === 'encrypted';
  // Both libraries are asked for before anything is copied.
  const recoding = encrypted || key ? await recodingDriver() : undefined;
  if (recoding && 'problem' in recoding) return recoding;
  if (encrypted && !key) return { problem: 'encrypted' };
  const open = await databaseOpener(encrypted ? key : undefined);
  if ('problem' in open) return open;
  try {
    copyPrivately(copy, place);
    const problem = examine(open, place, encrypted ? key : undefined);
    if (problem) removeDatabase(place);
    else if (recoding && key && !encrypted) encryptFile(recoding, place, key);
    return problem;
  } catch (error) {
    removeDatabase(place);
    throw error;
  }
}

/** Copying by the system would give the new file the modes of the old one for a moment. */
function copyPrivately(from: string, to: string): void {
  const source = openSync(from, 'r');
  const target = openSync(to, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    const piece = Buffer.allocUnsafe(1 << 20);
    for (let read = 1; read > 0; ) {
      read = readSync(source, piece, 0, piece.length, null);
      for (let written = 0; written < read; ) written += writeSync(target, piece, written, read - written);
    }
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

function examine(open: OpenDatabase, path: string, key: Key | undefined): CopyProblem | undefined {
  const db = open(path);
  try {
    const foreign = foreignTo(db, key) ?? emptiness(db);
    if (foreign) return foreign;
    // All of it in the one file, whatever it was copied from.
    db.pragma('journal_mode = DELETE');
    const [fault] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (fault?.integrity_check !== 'ok') return { problem: 'damaged', detail: fault?.integrity_check ?? '' };
    const [broken] = db.pragma('foreign_key_check') as { table: string }[];
    return broken ? { problem: 'damaged', detail: broken.table } : undefined;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { problem: 'damaged', detail: (error as Error).message };
  } finally {
    db.close();
  }
}

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
}

/** `fetched` is what `fetchCopy` brought, in the same folder as the archive. */
export async function replaceArchive(
  path: string,
  fetched: string,
  options: ReplaceOptions,
): Promise<Replaced | OpenProblem> {
  const key = kindIfReadable(path) === 'encrypted' ? options.key : undefined;
  const open = await databaseOpener(key);
  if ('problem' in open) return open;
  const place = lstatSync(path, { throwIfNoEntry: false });
  if (place?.isSymbolicLink()) return { problem: 'is_link' };
  if (place && !place.isFile()) return { problem: 'is_directory' };
  const db = place && openSound(open, path);
  try {
    if (db) {
      await holdAlone(db, { schema: 'main', path }, options);
      if (foreignTo(db, key)?.problem === 'not_ours') return { problem: 'not_ours' };
      const { path: kept } = keepCopy(db, path, 'restore', options.now);
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
