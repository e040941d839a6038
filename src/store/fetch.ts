/** Brings a copy to where it is to be used, and proves it there. The copy itself is only read. */
import { closeSync, constants, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { isFlawed } from './backup.ts';
import { removeDatabase } from './copies.ts';
import { isDamage } from './damage.ts';
import { databaseOpener, type Key, type OpenDatabase } from './database.ts';
import { kindOf, unfinishedBy } from './header.ts';
import { hear } from './hear.ts';
import { migrate, type Migrated } from './migrate.ts';
import { emptiness, foreignTo, type OpenProblem } from './open.ts';
import { encryptTo, recodingDriver } from './recode.ts';
import { writingTo } from './writing-to.ts';

/** Why a file is no copy that could be restored. */
export type CopyProblem =
  | OpenProblem
  /** Something beside it, that a finished copy never has, holds a part of it, or of another database. */
  | { readonly problem: 'unfinished'; readonly companion: string }
  | { readonly problem: 'damaged'; readonly detail: string };

export interface Fetched {
  /** Whether it holds what `doctor` finds wrong. */
  readonly flawed: boolean;
  /** Where it is of an earlier version, and was brought to this one. */
  readonly migrated: Migrated | undefined;
}

export interface Fetching {
  /** Opens a copy that is encrypted, and encrypts one that is not. */
  readonly key: Key | undefined;
  readonly signal: AbortSignal;
}

/**
 * Brings a copy to `place`, for its owner alone, and proves that it opens and is sound. What a killed run left
 * at `place` is lost. Where a key is given, nothing touches the disk that is not encrypted.
 */
export async function fetchCopy(
  copy: string,
  place: string,
  { key, signal }: Fetching,
): Promise<Fetched | CopyProblem> {
  const found = statSync(copy, { throwIfNoEntry: false });
  if (!found) return { problem: 'missing' };
  if (!found.isFile()) return { problem: 'is_directory' };
  const kind = kindOf(copy);
  if (kind === 'foreign') return { problem: 'not_ours' };
  if (kind === 'empty' || kind === 'other') return { problem: 'not_a_database' };
  const companion = unfinishedBy(copy);
  if (companion !== undefined) return { problem: 'unfinished', companion };
  const encrypted = kind === 'encrypted';
  // Both libraries are asked for before anything is copied.
  const recoding = encrypted || key ? await recodingDriver() : undefined;
  if (recoding && 'problem' in recoding) return recoding;
  if (encrypted && !key) return { problem: 'encrypted' };
  const open = await databaseOpener(key);
  if ('problem' in open) return open;
  let proved = false;
  try {
    removeDatabase(place);
    if (recoding && key && !encrypted) writingTo(place, () => encryptTo(recoding, copy, place, key));
    else await copyPrivately(copy, place, signal);
    await hear(signal);
    const examined = await examine(open, place, key);
    await hear(signal);
    proved = !('problem' in examined);
    return examined;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { problem: 'damaged', detail: (error as Error).message };
  } finally {
    if (!proved) removeDatabase(place);
  }
}

/** Copying by the system would give the new file the modes of the old one for a moment. */
async function copyPrivately(from: string, to: string, signal: AbortSignal): Promise<void> {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    try {
      const piece = Buffer.allocUnsafe(1 << 20);
      for (let read = 1; read > 0; await hear(signal)) {
        read = readSync(source, piece, 0, piece.length, null);
        writingTo(to, () => {
          for (let written = 0; written < read; ) written += writeSync(target, piece, written, read - written);
        });
      }
      writingTo(to, () => fsyncSync(target));
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

async function examine(open: OpenDatabase, path: string, key: Key | undefined): Promise<Fetched | CopyProblem> {
  const db = open(path);
  try {
    const foreign = foreignTo(db, key) ?? emptiness(db);
    if (foreign) return foreign;
    // All of it in the one file, whatever it was copied from.
    db.pragma('journal_mode = DELETE');
    return { flawed: isFlawed(db), migrated: await migrate(db, undefined) };
  } finally {
    db.close();
  }
}
