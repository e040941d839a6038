/**
 * Opens the archive file: the right modes before SQLite sees it, the pragmas every connection
 * needs, the checks that it is ours, and one way to write. Knows nothing of what is stored.
 */
import { chmodSync, closeSync, constants, existsSync, lstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Afterwards } from './afterwards.ts';
import type { ReadingAhead } from './ahead/reading-ahead.ts';
import { keepCopy } from './backup.ts';
import { removeDatabase } from './copies.ts';
import { type Key, type OpenDatabase, opener } from './database.ts';
import { type DriverProblem, loadDriver } from './driver.ts';
import { type Kind, kindOf } from './header.ts';
import { migrate, type Migrated } from './migrate.ts';
import { octal } from './octal.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { ArchiveReplaced, USUAL, switchToWal, type Writer, writer } from './transaction.ts';

/** `write` runs its work in one immediate transaction: all of it or nothing. */
export interface Archive extends Writer {
  readonly db: Database.Database;
  readonly path: string;
  readonly encrypted: boolean;
  /** By what another connection to the same file is opened. */
  readonly opened?: Reopening | undefined;
  /** Where much of what will be asked is read meanwhile. */
  readonly ahead?: Pick<ReadingAhead, 'take' | 'close'> | undefined;
  /** Has something written once this is closed, of an archive opened for reading alone and only where it can be done at once: nobody must miss it. */
  afterwards(work: (db: Database.Database) => void): void;
  close(): void;
}

export interface Reopening {
  readonly key: Key | undefined;
  readonly ino: number;
}

export interface OpenOptions {
  readonly mode: 'read' | 'write' | 'create';
  /** Seconds to wait for another writer. */
  readonly wait: number;
  readonly dryRun: boolean;
  /** Reads one of an earlier version as well, to copy it as it is. */
  readonly ofAnyVersion?: boolean;
  /** Of an encrypted archive; a new one is encrypted with it from its first byte. */
  readonly key?: Key | undefined;
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
  /** And would have to be changed before it can be used, for which it is not opened. */
  | { readonly problem: 'older'; readonly version: number; readonly known: number }
  | { readonly problem: 'readable_by_others'; readonly mode: string }
  | { readonly problem: 'folder'; readonly folder: string; readonly reason: string }
  /** And no key is given. */
  | { readonly problem: 'encrypted' }
  | { readonly problem: 'wrong_key' }
  /** And a key is given: its owner takes it for encrypted. */
  | { readonly problem: 'not_encrypted' }
  | DriverProblem;

export interface Opened {
  readonly archive: Archive;
  readonly created: boolean;
  readonly migrated: Migrated | undefined;
}

/** Bytes; half as many pages as SQLite's own choice make a first load a tenth quicker. */
const PAGE = 8192;

export async function openArchive(path: string, options: OpenOptions): Promise<Opened | OpenProblem> {
  const { mode, key } = options;
  let found = inspect(path, mode);
  if ('problem' in found && !(found.problem === 'missing' && mode === 'create')) return found;
  const encrypted = key !== undefined || ('kind' in found && found.kind === 'encrypted');
  const driver = await loadDriver(encrypted ? 'better-sqlite3-multiple-ciphers' : 'better-sqlite3');
  if ('problem' in driver) return driver;
  let created = 'problem' in found;
  if (created) {
    const made = createFile(path);
    if (typeof made === 'object') return made;
    created = made === 'made';
    // Another process made it in the meantime.
    if (!created) found = inspect(path, mode);
  }
  const unfit = 'kind' in found ? keyProblem(found.kind, key) : undefined;
  if (unfit) return unfit;
  const open = opener(driver, key);
  const stuck = mode === 'read' ? finishRollback(open, path, options) : undefined;
  if (stuck) return stuck;
  const { ino } = 'ino' in found ? found : statSync(path);
  // Restored, or encrypted, meanwhile: what was opened is another file than was looked at, or than stands there now.
  const assertSame = () => {
    if (statSync(path).ino !== ino) throw new ArchiveReplaced();
  };
  const again = () => {
    assertSame();
    return open(path, { timeout: 0 });
  };
  const db = open(path, { readonly: mode === 'read', timeout: options.wait * 1000 });
  try {
    assertSame();
    const foreign = 'problem' in found ? undefined : (foreignTo(db, key) ?? unready(db, options));
    // Reading may have waited for whoever replaces it; a log must not be begun beside the new one.
    assertSame();
    if (foreign) {
      db.close();
      return foreign;
    }
    if (created) db.pragma(`page_size = ${PAGE}`);
    if (mode !== 'read') prepare(db, { fresh: created });
    for (const usual of USUAL) db.pragma(usual);
    const keep = () => keepCopy(db, path, 'migration', { now: options.now ?? new Date() });
    const migrated = mode === 'read' ? undefined : await migrate(db, async () => (await keep()).path);
    const mayWrite = mode === 'read' && !options.dryRun && !options.ofAnyVersion;
    const afterwards = new Afterwards(mayWrite ? again : undefined);
    return { archive: { ...archiveOf(db, path, options, afterwards), opened: { key, ino } }, created, migrated };
  } catch (error) {
    db.close();
    // Unless somebody else has filled it meanwhile.
    if (created && statSync(path, { throwIfNoEntry: false })?.size === 0) removeDatabase(path);
    throw error;
  }
}

/** Why it cannot be used without being changed first. */
function unready(db: Database.Database, { mode, dryRun, ofAnyVersion }: OpenOptions): OpenProblem | undefined {
  const empty = mode === 'read' ? emptiness(db) : undefined;
  if (empty || (mode !== 'read' && !dryRun) || ofAnyVersion) return empty;
  const [version, known] = [Number(db.pragma('user_version', { simple: true })), MIGRATIONS.length];
  return version > 0 && version < known ? { problem: 'older', version, known } : undefined;
}

/** What a killed run had begun is taken back by the next one that opens the file, which a reader may not do itself. */
function finishRollback(open: OpenDatabase, path: string, { wait, key }: OpenOptions): OpenProblem | undefined {
  if (!existsSync(`${path}-journal`)) return undefined;
  const db = open(path, { timeout: wait * 1000 });
  try {
    db.pragma('schema_version');
    return undefined;
  } catch (error) {
    if (key && isLocked(error, path)) return { problem: 'wrong_key' };
    throw error;
  } finally {
    db.close();
  }
}

type Found = { readonly kind: Kind; readonly ino: number };

function inspect(path: string, mode: OpenOptions['mode']): Found | OpenProblem {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return { problem: 'missing' };
  if (stat.isSymbolicLink()) return { problem: 'is_link' };
  if (!stat.isFile()) return { problem: 'is_directory' };
  const kind = kindOf(path);
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    // Another program's file is better told by what it is than by its mode.
    if (kind === 'ours' || kind === 'encrypted') return { problem: 'readable_by_others', mode: octal(stat.mode) };
    return { problem: kind === 'foreign' ? 'not_ours' : 'not_a_database' };
  }
  // Writing fills an empty file; for reading there is no archive in it.
  if (kind === 'empty' && mode === 'read') return { problem: 'not_a_database' };
  return { kind, ino: stat.ino };
}

/** Why the file and the key, or that there is none, do not go together. */
function keyProblem(kind: Kind, key: Key | undefined): OpenProblem | undefined {
  if (kind === 'encrypted') return key ? undefined : { problem: 'encrypted' };
  if (!key || kind === 'empty') return undefined;
  if (kind === 'ours') return { problem: 'not_encrypted' };
  return { problem: kind === 'foreign' ? 'not_ours' : 'not_a_database' };
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
export function foreignTo(db: Database.Database, key: Key | undefined): OpenProblem | undefined {
  try {
    const id = Number(db.pragma('application_id', { simple: true }));
    const version = Number(db.pragma('user_version', { simple: true }));
    const empty = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0;
    if (id === 0 && version === 0 && empty) return undefined;
    if (id !== APPLICATION_ID) return { problem: 'not_ours' };
    if (version === 0) return { problem: 'not_a_database' };
    if (version > MIGRATIONS.length) return { problem: 'newer', version, known: MIGRATIONS.length };
    return undefined;
  } catch (error) {
    if (key && isLocked(error, db.name)) return { problem: 'wrong_key' };
    if (sqliteCode(error) === 'SQLITE_NOTADB') return { problem: 'not_a_database' };
    throw error;
  }
}

/** Whether a key may be the wrong one. What a killed run left beside the file is read first, and looks damaged then. */
function isLocked(error: unknown, path: string): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_NOTADB' || (code === 'SQLITE_CORRUPT' && existsSync(`${path}-journal`));
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

function archiveOf(db: Database.Database, path: string, { key, dryRun }: OpenOptions, afterwards: Afterwards): Archive {
  const encrypted = key !== undefined;
  return {
    db,
    path,
    encrypted,
    ...writer(db, path, { dryRun, encrypted }),
    afterwards: (work) => afterwards.add(work),
    close() {
      db.close();
      afterwards.run();
    },
  };
}
