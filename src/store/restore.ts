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
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { CopyFailed, keepCopy, putInPlace } from './backup.ts';
import { keptName, removeDatabase } from './copies.ts';
import { type Driver, loadDriver } from './driver.ts';
import { emptiness, foreignTo, makeFolder, type OpenProblem, sqliteCode } from './open.ts';

/** Why a file is no copy that could be restored. */
export type CopyProblem =
  | OpenProblem
  /** Something beside it, that a finished copy never has, holds a part of it, or of another database. */
  | { readonly problem: 'unfinished'; readonly companion: string }
  | { readonly problem: 'damaged'; readonly detail: string };

/** Brings a copy to `place`, for its owner alone, and proves that it opens and is sound. `place` must be new. */
export async function fetchCopy(copy: string, place: string): Promise<CopyProblem | undefined> {
  const found = statSync(copy, { throwIfNoEntry: false });
  if (!found) return { problem: 'missing' };
  if (!found.isFile()) return { problem: 'is_directory' };
  if (found.size === 0) return { problem: 'not_a_database' };
  for (const suffix of ['-wal', '-journal']) {
    const companion = copy + suffix;
    if ((statSync(companion, { throwIfNoEntry: false })?.size ?? 0) > 0) return { problem: 'unfinished', companion };
  }
  const driver = await loadDriver();
  if ('problem' in driver) return driver;
  try {
    copyPrivately(copy, place);
    const problem = examine(driver, place);
    if (problem) removeDatabase(place);
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

function examine(driver: Driver, path: string): CopyProblem | undefined {
  const db = new driver(path, { fileMustExist: true });
  try {
    const foreign = foreignTo(db) ?? emptiness(db);
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

function isDamage(error: unknown): boolean {
  return error instanceof CopyFailed || /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error) ?? '');
}

export interface Replaced {
  /** Where the archive that stood there is kept; undefined where there was none. */
  readonly kept: string | undefined;
  /** It could not be read as a database any more, and is kept byte by byte. */
  readonly wasDamaged: boolean;
}

export interface ReplaceOptions {
  /** Seconds to wait for others who use the archive. */
  readonly wait: number;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** `fetched` is what `fetchCopy` brought, in the same folder as the archive. */
export async function replaceArchive(
  path: string,
  fetched: string,
  options: ReplaceOptions,
): Promise<Replaced | OpenProblem> {
  const driver = await loadDriver();
  if ('problem' in driver) return driver;
  const place = lstatSync(path, { throwIfNoEntry: false });
  if (place?.isSymbolicLink()) return { problem: 'is_link' };
  if (place && !place.isFile()) return { problem: 'is_directory' };
  const db = place && openSound(driver, path);
  try {
    if (db) {
      await holdAlone(db, options);
      if (foreignTo(db)?.problem === 'not_ours') return { problem: 'not_ours' };
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

/** Undefined where the file is no database any more. */
function openSound(driver: Driver, path: string): Database.Database | undefined {
  const db = new driver(path, { timeout: 0, fileMustExist: true });
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

/**
 * Brings everything into the one file and keeps all others out until the end. Nothing may lie beside
 * it afterwards: a log of the old archive would be read as one of the new.
 */
async function holdAlone(db: Database.Database, { wait, signal }: ReplaceOptions): Promise<void> {
  const until = Date.now() + wait * 1000;
  while (!holds(db, { orThrow: Date.now() >= until })) await pause(100, undefined, { signal });
  signal.throwIfAborted();
}

function holds(db: Database.Database, { orThrow }: { readonly orThrow: boolean }): boolean {
  try {
    // Before the lock is kept for good, because a journal would be kept with it.
    db.pragma('journal_mode = DELETE');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    // Somebody may have come in between.
    if (db.pragma('journal_mode', { simple: true }) === 'delete') {
      rmSync(`${db.name}-shm`, { force: true });
      return true;
    }
  } catch (error) {
    if (orThrow || !sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
  }
  db.pragma('locking_mode = NORMAL');
  return false;
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
