/** The one way to write: immediate transactions, all or nothing, that tell others who holds the lock. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** The file was moved or replaced while it was open: what would be written to it now would be lost. */
export class ArchiveReplaced extends Error {}

class DryRunRollback extends Error {}

/** Nested calls join the outer transaction; with a dry run the outermost one is rolled back at the end. */
export function writer(db: Database.Database, path: string, dryRun: boolean): <T>(work: () => T) => T {
  const { ino } = statSync(path);
  const moved = () => statSync(path, { throwIfNoEntry: false })?.ino !== ino;
  let isWal = db.pragma('journal_mode', { simple: true }) === 'wal' || db.readonly;
  return <T>(work: () => T): T => {
    if (db.inTransaction) return work();
    const done: { value: T }[] = [];
    let holding = false;
    try {
      db.transaction(() => {
        if (moved()) throw new ArchiveReplaced();
        holding = true;
        noteWriter(path);
        done.push({ value: work() });
        if (dryRun) throw new DryRunRollback();
      }).immediate();
    } catch (error) {
      // SQLite may notice first, as a failure of the disk.
      if (!(error instanceof DryRunRollback)) throw moved() ? new ArchiveReplaced() : error;
    } finally {
      if (holding) rmSync(notePath(path), { force: true });
    }
    isWal ||= switchToWal(db);
    return (done[0] as { value: T }).value;
  };
}

/** False while somebody else uses the file: what is written is safe either way, and the next one tries again. */
export function switchToWal(db: Database.Database): boolean {
  try {
    return db.pragma('journal_mode = WAL', { simple: true }) === 'wal';
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return false;
  }
}

export interface Writer {
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

const notePath = (path: string) => `${path}-writer`;

function noteWriter(path: string): void {
  const note: Writer = { pid: process.pid, since: `${new Date().toISOString().slice(0, 19)}Z` };
  writeFileSync(notePath(path), JSON.stringify(note), { mode: 0o600 });
}

/** Who holds the write lock; undefined where nobody said so, or the one who did has ended. */
export function currentWriter(path: string): Writer | undefined {
  const note = notePath(path);
  if (!existsSync(note)) return undefined;
  try {
    const writer = JSON.parse(readFileSync(note, 'utf8')) as Writer;
    return isAlive(writer.pid) ? writer : undefined;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    // Removed or half-written at this moment, or another user's.
    if (code === 'ENOENT' || code === 'EACCES' || name === 'SyntaxError') return undefined;
    throw error;
  }
}

/** A process that was killed leaves its note behind; one of another user may not be signalled, and lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
