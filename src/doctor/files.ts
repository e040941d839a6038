/** The archive's files: who may read them, what was left half-done, and how old the newest copy is. */
import { type Copy, copiesOf, isSameFile, leftovers } from '../store/copies.ts';
import type { Key } from '../store/database.ts';
import { folderWritableByOthers, isLinked, readableByOthers } from '../store/file-modes.ts';
import { kindIfReadable, looksWhole } from '../store/header.ts';
import { recodingDriver } from '../store/recode.ts';
import { relatedFiles } from '../store/related.ts';
import { tryKey } from '../store/try-key.ts';
import type { Sighting } from './finding.ts';

/** A shop that loses more than a month of what was said by hand loses what no export brings back. */
const BACKUP_DAYS = 30;

export function* checkFiles(archivePath: string): Generator<Sighting> {
  for (const { path, mode } of readableByOthers(archivePath))
    yield { name: 'readable_by_others', example: `${path} (${mode})`, subject: path };
  const folder = folderWritableByOthers(archivePath);
  if (folder)
    yield { name: 'folder_writable_by_others', example: `${folder.path} (${folder.mode})`, subject: folder.path };
  for (const path of leftovers(archivePath)) yield { name: 'copy_left_half_done', example: path, subject: path };
  if (isLinked(archivePath)) yield { name: 'file_linked', example: archivePath, subject: archivePath };
  for (const { path, size, damaged } of copiesOf(archivePath)) {
    if (size === null) continue;
    if (isLinked(path)) yield { name: 'file_linked', example: path, subject: path };
    if (damaged || looksWhole(path)) continue;
    const name = kindIfReadable(path) ? 'backup_damaged' : 'backup_unreadable';
    yield { name, example: path, subject: path };
  }
}

/** Copies of an encrypted archive that are none, and those whose damage, or other key, only its key shows. */
export async function* checkEncryptedCopies(archivePath: string, key: Key): AsyncGenerator<Sighting> {
  const driver = await recodingDriver();
  if ('problem' in driver) return;
  for (const { path, damaged } of relatedFiles(archivePath).files) {
    const kind = kindIfReadable(path);
    if (kind === 'ours') yield { name: 'backup_not_encrypted', example: path, subject: path };
    if (kind !== 'encrypted' || damaged || !looksWhole(path)) continue;
    const name = FAULTS[tryKey(driver, path, key)];
    if (name) yield { name, example: path, subject: path };
  }
}

const FAULTS = { opens: undefined, damaged: 'backup_damaged', other_key: 'backup_has_other_key' } as const;

/** A clock may be wrong by a time zone. */
const AHEAD = 36 * 3600;

/** `since` is when the archive took its first file, UTC seconds; undefined for an empty one. */
export function* checkBackups(archivePath: string, since: number | undefined, now: number): Generator<Sighting> {
  const isOld = (at: number) => now - at > BACKUP_DAYS * 86_400;
  if (since === undefined || !isOld(since)) return;
  const copies = copiesToRestore(archivePath);
  const newest = copies.at(-1);
  if (!newest) yield { name: 'backup_missing', example: archivePath };
  // One from the future says nothing of when it was made.
  else if (copies.every(({ at }) => isOld(at) || at > now + AHEAD)) yield { name: 'backup_old', example: newest.path };
}

/** The newest copy that may be put back. */
export const newestCopy = (archivePath: string): string | undefined => copiesToRestore(archivePath).at(-1)?.path;

/** A second name of the archive is no copy of it. */
function copiesToRestore(archivePath: string): Copy[] {
  return copiesOf(archivePath).filter(
    ({ path, size, damaged }) => size !== null && !damaged && looksWhole(path) && !isSameFile(path, archivePath),
  );
}
