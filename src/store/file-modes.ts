/** Who else may read the archive's files, or put others in their place. */
import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { beside } from './copies.ts';
import { octal } from './octal.ts';

/** The archive, what SQLite keeps beside it, and the program's own copies and notes. */
const OURS =
  /^$|^-(?:wal|shm|journal|writer)$|^\.copies$|^(?:\..*)?\.(?:backup|damaged|partial-\d+)(?:-wal|-journal)?$/;

/** Empty on Windows, where modes say nothing. */
export function readableByOthers(archivePath: string): { readonly path: string; readonly mode: string }[] {
  if (process.platform === 'win32') return [];
  return beside(archivePath).flatMap(({ path, rest }) => {
    // A link has no mode of its own.
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    return OURS.test(rest) && (mode & 0o077) !== 0 ? [{ path, mode: octal(mode) }] : [];
  });
}

/** A folder others may write to, unless each may only remove what is theirs, as in /tmp. */
export function folderWritableByOthers(
  archivePath: string,
): { readonly path: string; readonly mode: string } | undefined {
  if (process.platform === 'win32') return undefined;
  const path = dirname(archivePath);
  const { mode } = statSync(path);
  return (mode & 0o022) !== 0 && (mode & 0o1000) === 0 ? { path, mode: octal(mode) } : undefined;
}

/** A link, or a file with a second name: another change of it is one of this. */
export function isLinked(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat !== undefined && (stat.isSymbolicLink() || (stat.isFile() && stat.nlink > 1));
}
