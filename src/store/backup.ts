/**
 * A verified copy of the archive: written beside its destination, checked, then renamed, so that a
 * copy under its final name is always whole. `VACUUM INTO` sees one consistent state and, unlike the
 * backup API, never replaces a file by itself.
 */
import { accessSync, chmodSync, closeSync, constants, fsyncSync, lstatSync, openSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import {
  type CopyReason,
  halfOf,
  isNameOfArchive,
  isSameFile,
  keptName,
  removeDatabase,
  removeLeftovers,
  removeLogs,
  removeOldCopies,
} from './copies.ts';
import { hear } from './hear.ts';
import { soundness } from './integrity.ts';
import { writingTo } from './writing-to.ts';

export interface Copied {
  readonly path: string;
  readonly orders: number;
  /** Whether it holds, as the archive does, what `doctor` finds wrong and no copy can mend. */
  readonly flawed: boolean;
}

export class CopyExists extends Error {}

/** A file of that name would not stay: it is one the archive's own have. */
export class CopyNameOfArchive extends Error {}

/** What was copied does not read back: the archive, or the disk, is damaged. */
export class CopyFailed extends Error {}

export interface Keeping {
  readonly now: Date;
  readonly signal?: AbortSignal;
  /** A copy that is being put back, and is not removed however old. */
  readonly inUse?: string;
}

/** A copy beside the archive, under a name that says when and why; older ones that were made by themselves go. */
export async function keepCopy(
  db: Database.Database,
  archivePath: string,
  reason: CopyReason,
  { now, signal, inUse }: Keeping,
): Promise<Copied> {
  const copied = await copyArchive(db, keptName(archivePath, reason, now), { replace: false, signal });
  // Only now, when there is another one.
  removeOldCopies(archivePath, now, inUse);
  removeLeftovers(archivePath);
  return copied;
}

export async function copyArchive(
  db: Database.Database,
  destination: string,
  { replace, signal }: { readonly replace: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Copied> {
  const path = resolve(destination);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (isNameOfArchive(db.name, path)) throw new CopyNameOfArchive(path);
  // Over the archive itself it would take the file away from under those who use it; in the place of a link, which is
  // never written through, it would not be on the disk the link leads to. A pipe or a device is no older copy.
  if (there && (!replace || !there.isFile() || isSameFile(path, db.name))) throw new CopyExists(path);
  // Says so under its name where the folder is missing, or not to be written to.
  accessSync(dirname(path), constants.W_OK);
  const half = halfOf(path);
  removeDatabase(half);
  try {
    writingTo(path, () => db.prepare('VACUUM INTO ?').run(half));
    chmodSync(half, 0o600);
    await hear(signal);
    const verified = verify(db, half);
    await hear(signal);
    // A log of what is replaced would be read as one of the copy.
    removeLogs(path);
    putInPlace(half, path);
    return { path, ...verified };
  } finally {
    removeDatabase(half);
  }
}

/** Gives a finished file its name, in such a way that a power cut leaves the one before or this one. */
export function putInPlace(half: string, path: string): void {
  writingTo(path, () => sync(half, 'r+'));
  renameSync(half, path);
  // A folder cannot be opened on Windows, where a rename is written through by itself.
  if (process.platform === 'win32') return;
  try {
    writingTo(dirname(path), () => sync(dirname(path), 'r'));
  } catch (error) {
    // Disks of the network know no such thing for folders, and a folder may be closed to readers.
    if (!/^(EINVAL|ENOTSUP|EOPNOTSUPP|EPERM|EACCES)$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function verify(db: Database.Database, copy: string): { readonly orders: number; readonly flawed: boolean } {
  db.prepare('ATTACH ? AS copy').run(copy);
  try {
    const flawed = isFlawed(db, 'copy');
    // Not compared with the archive, which others may have written to since.
    return { orders: Number(db.prepare('SELECT count(*) FROM copy.orders').pluck().get()), flawed };
  } finally {
    db.prepare('DETACH copy').run();
  }
}

/**
 * Whether a copy is worth keeping, or putting back: throws CopyFailed where it is damaged. Rows that refer to nothing,
 * or hold what their table does not allow, are a flaw of it and no reason to lose the others.
 */
export function isFlawed(db: Database.Database, schema?: string): boolean {
  for (const { kind, said } of soundness(db, schema)) {
    if (kind === 'page') throw new CopyFailed(said);
    return true;
  }
  return false;
}
