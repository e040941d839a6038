/**
 * Opens the archive file: the right modes before SQLite sees it, the pragmas every connection
 * needs, the checks that it is ours, and one way to write. Knows nothing of what is stored.
 */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { removeDatabase } from './copies.ts';
import { type Driver, type DriverProblem, loadDriver } from './driver.ts';
import { migrate, type Migrated } from './migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { ArchiveReplaced, USUAL, switchToWal, type Writer, writer } from './transaction.ts';

/** `write` runs its work in one immediate transaction: all of it or nothing. */
export interface Archive extends Writer {
  readonly db: Database.Database;
  readonly path: string;
  close(): void;
}

export interface OpenOptions {
  readonly mode: 'read' | 'write' | 'create';
  /** Seconds to wait for another writer. */
  readonly wait: number;
  readonly dryRun: boolean;
  /** What a copy made on the way is named after; the clock's where absent. */
  readonly now?: Date;
}

/** Why an archive cannot be opened; `context` turns it into a sentence. */
export type OpenProblem =
  | { readonly problem: 'missing' }
  | { readonly problem: 'not_ours' }
  | { readonly problem: 'not_a_database' }
  | { readonly problem: 'is_directory' }
  | { readonly problem: 'is_link' }
  | { readonly problem: 'newer'; readonly version: number; readonly known: number }
  | { readonly problem: 'readable_by_others'; readonly mode: string }
  | { readonly problem: 'folder'; readonly folder: string; readonly reason: string }
  | DriverProblem;

export interface Opened {
  readonly archive: Archive;
  readonly created: boolean;
  readonly migrated: Migrated | undefined;
}

/** Bytes; half as many pages as SQLite's own choice make a first load a tenth quicker. */
const PAGE = 8192;

export async function openArchive(path: string, options: OpenOptions): Promise<Opened | OpenProblem> {
  let found = inspect(path, options.mode);
  if ('problem' in found && !(found.problem === 'missing' && options.mode === 'create')) return found;
  const driver = await loadDriver();
  if ('problem' in driver) return driver;
  let created = 'problem' in found;
  if (created) {
    const made = createFile(path);
    if (typeof made === 'object') return made;
    created = made === 'made';
    // Another process made it in the meantime.
    if (!created) found = inspect(path, options.mode);
  }
  if (options.mode === 'read') finishRollback(driver, path, options.wait);
  const { ino } = statSync(path);
  const db = new driver(path, { readonly: options.mode === 'read', timeout: options.wait * 1000, fileMustExist: true });
  try {
    // Restored between the two: what was opened is the archive that stood there before.
    if (statSync(path).ino !== ino) throw new ArchiveReplaced();
    const foreign =
      'problem' in found ? undefined : (foreignTo(db) ?? (options.mode === 'read' ? emptiness(db) : undefined));
    if (foreign) {
      db.close();
      return foreign;
    }
    if (created) db.pragma(`page_size = ${PAGE}`);
    if (options.mode !== 'read') prepare(db, { fresh: created });
    for (const usual of USUAL) db.pragma(usual);
    const migrated = options.mode === 'read' ? undefined : migrate(db, path, options.now ?? new Date());
    return { archive: archiveOf(db, path, options.dryRun), created, migrated };
  } catch (error) {
    db.close();
    if (created) removeDatabase(path);
    throw error;
  }
}

/** What a killed run had begun is taken back by the next one that opens the file, which a reader may not do itself. */
function finishRollback(driver: Driver, path: string, wait: number): void {
  if (!existsSync(`${path}-journal`)) return;
  const db = new driver(path, { timeout: wait * 1000, fileMustExist: true });
  try {
    db.pragma('schema_version');
  } finally {
    db.close();
  }
}

type Found = { readonly size: number };

function inspect(path: string, mode: OpenOptions['mode']): Found | OpenProblem {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return { problem: 'missing' };
  if (stat.isSymbolicLink()) return { problem: 'is_link' };
  if (!stat.isFile()) return { problem: 'is_directory' };
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    // Another program's file is better told by what it is than by its mode.
    const kind = signature(path);
    if (kind === 'other') return { problem: 'not_a_database' };
    if (kind === 'ours')
      return { problem: 'readable_by_others', mode: (stat.mode & 0o777).toString(8).padStart(4, '0') };
    return { problem: 'not_ours' };
  }
  // Writing fills an empty file; for reading there is no archive in it.
  if (stat.size === 0 && mode === 'read') return { problem: 'not_a_database' };
  return { size: stat.size };
}

/** Reads the SQLite header without opening the file as a database. */
function signature(path: string): 'ours' | 'foreign' | 'other' {
  const header = Buffer.alloc(100);
  const file = openSync(path, constants.O_RDONLY);
  try {
    const read = readSync(file, header, 0, 100, 0);
    if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'other';
    return header.readUInt32BE(68) === APPLICATION_ID ? 'ours' : 'foreign';
  } finally {
    closeSync(file);
  }
}

function createFile(path: string): OpenProblem | 'made' | 'there' {
  const folder = dirname(path);
  try {
    makeFolder(folder);
    closeSync(openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600));
    chmodSync(path, 0o600);
    return 'made';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another place on the same disk would do no better.
    if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
    return code === 'EEXIST' ? 'there' : { problem: 'folder', folder, reason: code ?? String(error) };
  }
}

/** mkdir's own recursion never ends where a file system says of every folder that it is not there. */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** SQLite takes a file of a few bytes for an empty database; to be read, or restored, it is none. */
export function emptiness(db: Database.Database): OpenProblem | undefined {
  return Number(db.pragma('user_version', { simple: true })) === 0 ? { problem: 'not_a_database' } : undefined;
}

/** Why what was opened is no archive this program may use; an empty file may become one. */
export function foreignTo(db: Database.Database): OpenProblem | undefined {
  try {
    const id = Number(db.pragma('application_id', { simple: true }));
    const version = Number(db.pragma('user_version', { simple: true }));
    const empty = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0;
    if (id === 0 && version === 0 && empty) return undefined;
    if (id !== APPLICATION_ID) return { problem: 'not_ours' };
    if (version > MIGRATIONS.length) return { problem: 'newer', version, known: MIGRATIONS.length };
    return undefined;
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') return { problem: 'not_a_database' };
    throw error;
  }
}

function prepare(db: Database.Database, { fresh }: { readonly fresh: boolean }): void {
  // The first transaction of a file only adds pages, which a rollback journal does not copy; WAL would write each twice.
  if (!fresh) switchToWal(db);
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
}

/** The SQLite result code of a driver error, or undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

function archiveOf(db: Database.Database, path: string, dryRun: boolean): Archive {
  return { db, path, ...writer(db, path, dryRun), close: () => db.close() };
}
