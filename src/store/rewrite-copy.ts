/** Changes a copy of the archive: another one is written beside it, changed and proved there, and takes its place. */
import type Database from 'better-sqlite3';
import { putInPlace } from './backup.ts';
import { compact } from './compact.ts';
import { halfOf, removeDatabase, removeLogs } from './copies.ts';
import { databaseOpener, type Key } from './database.ts';
import { type CopyProblem, fetchCopy } from './fetch.ts';
import { kindIfReadable } from './header.ts';
import type { Archive } from './open.ts';

export interface Rewriting {
  /** Of copies that are encrypted. */
  readonly key: Key | undefined;
  readonly signal: AbortSignal;
}

export interface Change<T> {
  /** False where nothing has to be changed; then the copy stays as it is, and its version too. */
  readonly change: (copy: Archive) => boolean;
  /** Looks at what is about to take the copy's place. */
  readonly prove: (copy: Archive) => T;
}

/** Gives what was proved of it; undefined where it stays as it is. */
export async function rewriteCopy<T>(
  path: string,
  { key, signal }: Rewriting,
  { change, prove }: Change<T>,
): Promise<{ readonly proved: T | undefined } | CopyProblem> {
  const half = halfOf(path);
  const encrypted = kindIfReadable(path) === 'encrypted';
  const fetched = await fetchCopy(path, half, { key: encrypted ? key : undefined, signal });
  if ('problem' in fetched) return fetched;
  try {
    const open = await databaseOpener(encrypted ? key : undefined);
    if ('problem' in open) return open;
    const db = open(half);
    let proved: T;
    try {
      const copy = copyAsArchive(db, half, encrypted);
      if (!change(copy)) return { proved: undefined };
      const problem = compact(db, encrypted);
      if (problem !== undefined)
        throw Object.assign(new Error(`${half} cannot be written anew`), { code: PROBLEMS[problem] });
      proved = prove(copy);
    } finally {
      db.close();
    }
    // A log of what is replaced would be read as one of the copy.
    removeLogs(path);
    putInPlace(half, path);
    return { proved };
  } finally {
    removeDatabase(half);
  }
}

const PROBLEMS = { busy: 'EBUSY', full: 'ENOSPC', failed: 'EIO' } as const;

/** A copy that nobody else uses, so that nobody has to be told who writes to it; what is deleted leaves no trace. */
export function copyAsArchive(db: Database.Database, path: string, encrypted: boolean): Archive {
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  // Of every record that goes it would be looked up, from end to end, whether an order still stands on it.
  db.pragma('foreign_keys = OFF');
  const write = <T>(work: () => T): T => (db.inTransaction ? work() : db.transaction(work).immediate());
  return {
    db,
    path,
    encrypted,
    write,
    writeWaiting() {
      throw new Error('a copy is changed at once');
    },
    // A copy keeps nothing but what it is a copy of.
    afterwards: () => undefined,
    close: () => db.close(),
  };
}
