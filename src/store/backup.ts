/**
 * A verified copy of the archive: written beside its destination, checked, then renamed, so that a
 * copy under its final name is always whole. `VACUUM INTO` sees one consistent state and, unlike the
 * backup API, never replaces a file by itself.
 */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { type CopyReason, keptName, leftovers, removeLogs, removeOldCopies } from './copies.ts';

export interface Copied {
  readonly path: string;
  readonly orders: number;
}

export class CopyExists extends Error {}

/** What was copied does not read back: the archive, or the disk, is damaged. */
export class CopyFailed extends Error {}

/** A copy beside the archive, under a name that says when and why; older ones that were made by themselves go. */
export function keepCopy(db: Database.Database, archivePath: string, reason: CopyReason, now: Date): Copied {
  const copied = copyArchive(db, keptName(archivePath, reason, now), { replace: false });
  // Only now, when there is another one.
  removeOldCopies(archivePath, now);
  for (const path of leftovers(archivePath)) rmSync(path, { force: true });
  return copied;
}

export function copyArchive(
  db: Database.Database,
  destination: string,
  options: { readonly replace: boolean },
): Copied {
  const path = resolve(destination);
  if (existsSync(path) && (!options.replace || isSameFile(path, db.name))) throw new CopyExists(path);
  const half = `${path}.${process.pid}.partial`;
  rmSync(half, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(half);
    chmodSync(half, 0o600);
    const orders = verify(db, half);
    // A log of what is replaced would be read as one of the copy.
    removeLogs(path);
    putInPlace(half, path);
    return { path, orders };
  } finally {
    rmSync(half, { force: true });
  }
}

/** Gives a finished file its name, in such a way that a power cut leaves the one before or this one. */
export function putInPlace(half: string, path: string): void {
  sync(half, 'r+');
  renameSync(half, path);
  // A folder cannot be opened on Windows, where a rename is written through by itself.
  if (process.platform !== 'win32') sync(dirname(path), 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  fsyncSync(file);
  closeSync(file);
}

/** A copy over the archive itself would take the file away from under those who use it. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

function verify(db: Database.Database, copy: string): number {
  db.prepare('ATTACH ? AS copy').run(copy);
  try {
    const integrity = db.pragma('copy.integrity_check', { simple: true });
    if (integrity !== 'ok') throw new CopyFailed(String(integrity));
    // Not compared with the archive, which others may have written to since.
    return Number(db.prepare('SELECT count(*) FROM copy.orders').pluck().get());
  } finally {
    db.prepare('DETACH copy').run();
  }
}
