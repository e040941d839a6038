/**
 * A verified copy of the archive: written beside its destination, checked, then renamed, so that a
 * copy under its final name is always whole. `VACUUM INTO` sees one consistent state and, unlike the
 * backup API, never replaces a file by itself.
 */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type Database from 'better-sqlite3';

export interface Copied {
  readonly path: string;
  readonly orders: number;
}

export class CopyExists extends Error {}

export function copyArchive(
  db: Database.Database,
  destination: string,
  options: { readonly replace: boolean },
): Copied {
  const path = resolve(destination);
  if (existsSync(path) && (!options.replace || isSameFile(path, db.name))) throw new CopyExists(path);
  const beside = `${path}.${process.pid}.partial`;
  rmSync(beside, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(beside);
    chmodSync(beside, 0o600);
    const orders = verify(db, beside);
    const file = openSync(beside, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
    return { path, orders };
  } finally {
    rmSync(beside, { force: true });
  }
}

/** A copy over the archive itself would take the file away from under those who use it. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}

function verify(db: Database.Database, copy: string): number {
  db.prepare('ATTACH ? AS copy').run(copy);
  try {
    const integrity = db.pragma('copy.integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`the copy failed its integrity check: ${String(integrity)}`);
    // Not compared with the archive, which others may have written to since.
    return Number(db.prepare('SELECT count(*) FROM copy.orders').pluck().get());
  } finally {
    db.prepare('DETACH copy').run();
  }
}
