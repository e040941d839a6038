/** Keeps everybody else out of a database that is about to be replaced. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { sqliteCode } from './open.ts';

export interface Patience {
  /** Seconds to wait for others who use the archive. */
  readonly wait: number;
  readonly signal: AbortSignal;
}

/** Which of a connection's databases, and where its file is. */
export interface Held {
  readonly schema: 'main' | 'source';
  readonly path: string;
}

/**
 * Brings everything into the one file and keeps all others out until the end. Nothing may lie beside
 * it afterwards: a log of the old archive would be read as one of the new.
 */
export async function holdAlone(db: Database.Database, held: Held, { wait, signal }: Patience): Promise<void> {
  const until = Date.now() + wait * 1000;
  while (!holds(db, held, { orThrow: Date.now() >= until })) await pause(100, undefined, { signal });
  signal.throwIfAborted();
}

function holds(db: Database.Database, { schema, path }: Held, { orThrow }: { readonly orThrow: boolean }): boolean {
  try {
    // Before the lock is kept for good, because a journal would be kept with it.
    db.pragma(`${schema}.journal_mode = DELETE`);
    db.pragma(`${schema}.locking_mode = EXCLUSIVE`);
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    // Somebody may have come in between.
    if (db.pragma(`${schema}.journal_mode`, { simple: true }) === 'delete') {
      rmSync(`${path}-shm`, { force: true });
      return true;
    }
  } catch (error) {
    if (orThrow || !sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw error;
  }
  db.pragma(`${schema}.locking_mode = NORMAL`);
  return false;
}
