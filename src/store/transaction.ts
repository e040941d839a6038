/** The one way to write: immediate transactions, all or nothing, that tell others who holds the lock. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** The file was moved or replaced while it was open: what would be written to it now would be lost. */
export class ArchiveReplaced extends Error {}

export interface Writer {
  /** Nested calls join the outer transaction; with a dry run the outermost one is rolled back at the end. */
  write<T>(work: () => T): T;
  /**
   * The same for work that waits in between. Nobody else may use the connection meanwhile. What
   * rows refer to is looked up for each of them, but not for `many`, which the caller has at hand; `first`
   * are very many into an empty archive.
   */
  writeWaiting<T>(work: () => Promise<T>, how?: Load): Promise<T>;
}

export type Load = 'few' | 'many' | 'first';

const MANY = [['foreign_keys = OFF', 'foreign_keys = ON']] as const;
/** What indexes are sorted with goes to nameless files of the owner's. */
const SPILLING = ['temp_store = FILE', 'temp_store = MEMORY'] as const;
/**
 * Settings for a load, and the usual ones. In a first load rows are added at the ends of tables, so that
 * few pages need to be at hand.
 */
const LOADING = {
  few: [],
  many: MANY,
  first: [...MANY, ['cache_size = -16384', 'cache_size = -65536'], SPILLING],
} as const satisfies Record<Load, readonly (readonly [string, string])[]>;

export const USUAL: readonly string[] = LOADING.first.map(([, usual]) => usual);

export interface WriterOptions {
  readonly dryRun: boolean;
  readonly encrypted: boolean;
}

export function writer(db: Database.Database, path: string, { dryRun, encrypted }: WriterOptions): Writer {
  // Nothing encrypts what is spilt; memory then holds it all.
  const settings = (how: Load) => LOADING[how].filter((setting) => !(encrypted && setting === SPILLING));
  const { ino } = statSync(path);
  const moved = () => statSync(path, { throwIfNoEntry: false })?.ino !== ino;
  let isWal = db.pragma('journal_mode', { simple: true }) === 'wal' || db.readonly;
  let holding = false;

  const begin = () => {
    db.exec('BEGIN IMMEDIATE');
    if (moved()) throw new ArchiveReplaced();
    holding = true;
    noteWriter(path);
  };
  const end = () => {
    // The next one may have written its own by now.
    if (holding && currentWriter(path)?.pid === process.pid) rmSync(notePath(path), { force: true });
    holding = false;
  };
  const commit = () => {
    db.exec(dryRun ? 'ROLLBACK' : 'COMMIT');
    end();
    // What is written stands, whatever becomes of this.
    if (!dryRun) isWal ||= switchToWal(db);
  };
  const fail = (error: unknown): never => {
    // A full disk has rolled back by itself, and an interruption may have closed everything.
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    // SQLite may notice first, as a failure of the disk.
    throw moved() ? new ArchiveReplaced() : error;
  };
  return {
    write(work) {
      if (db.inTransaction) return work();
      try {
        begin();
        const done = work();
        commit();
        return done;
      } catch (error) {
        return fail(error);
      } finally {
        end();
      }
    },
    async writeWaiting(work, how = 'few') {
      if (db.inTransaction) return await work();
      try {
        for (const [pragma] of settings(how)) db.pragma(pragma);
        begin();
        const done = await work();
        commit();
        return done;
      } catch (error) {
        return fail(error);
      } finally {
        end();
        // An interruption may have closed it meanwhile.
        if (db.open) for (const [, pragma] of settings(how)) db.pragma(pragma);
      }
    },
  };
}

/** False while somebody else uses the file, or the disk is full: what is written is safe either way, and the next one tries again. */
export function switchToWal(db: Database.Database): boolean {
  try {
    return db.pragma('journal_mode = WAL', { simple: true }) === 'wal';
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_')) throw error;
    return false;
  }
}

export interface LockHolder {
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

const notePath = (path: string) => `${path}-writer`;

/** Where the disk is too full for it nobody is told; what is written says so itself, and is none the worse. */
function noteWriter(path: string): void {
  const note: LockHolder = { pid: process.pid, since: `${new Date().toISOString().slice(0, 19)}Z` };
  try {
    writeFileSync(notePath(path), JSON.stringify(note), { mode: 0o600 });
  } catch {
    rmSync(notePath(path), { force: true });
  }
}

/** Who holds the write lock; undefined where nobody said so, or the one who did has ended. */
export function currentWriter(path: string): LockHolder | undefined {
  const note = notePath(path);
  if (!existsSync(note)) return undefined;
  try {
    const writer = JSON.parse(readFileSync(note, 'utf8')) as LockHolder;
    return isAlive(writer.pid) ? writer : undefined;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    // Removed or half-written at this moment, or another user's.
    if (code === 'ENOENT' || code === 'EACCES' || name === 'SyntaxError') return undefined;
    throw error;
  }
}

/** A process that was killed leaves its note behind; one of another user may not be signalled, and lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
