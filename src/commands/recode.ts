/** What encrypting, decrypting and giving another key have in common: the archive written anew, and what is said of copies. */
import { isUtf8 } from 'node:buffer';
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Converted } from '../store/convert.ts';
import type { Key } from '../store/database.ts';
import type { Kind } from '../store/header.ts';
import type { Keys } from '../store/recode.ts';
import { keyFlag } from './archive-flag.ts';
import { removalLine } from './removal-line.ts';

/** Characters. */
const WEAK = 12;

/** What stands in the archive's place; refuses what no command could open, and a machine without the library. */
export async function archiveKind(context: Context): Promise<Kind> {
  const { path } = context.archivePath;
  const { kindIfReadable } = await import('../store/header.ts');
  const { recodingDriver } = await import('../store/recode.ts');
  const driver = await recodingDriver();
  if ('problem' in driver) throw context.unusable(driver, path);
  const kind = kindIfReadable(path);
  if (kind !== 'encrypted') await check(context, undefined);
  return kind ?? 'other';
}

/** Opens the archive to see that it is one, and the key its own. */
export async function check({ archivePath, wait, unusable }: Context, key: Key | undefined): Promise<void> {
  const { openArchive } = await import('../store/open.ts');
  const opened = await openArchive(archivePath.path, { mode: 'read', wait, dryRun: false, key });
  if ('problem' in opened) throw unusable(opened, archivePath.path);
  opened.archive.close();
}

/** Writes it anew under `to`; undefined in a dry run. */
export async function recode(
  context: Context,
  from: Key | undefined,
  to: Key | undefined,
): Promise<Converted | undefined> {
  const { io, words, archivePath, wait, signal } = context;
  if (to && lengthOf(to) < WEAK) io.warn(words.keys.weak);
  if (context.dryRun) {
    io.say(words.common.nothingChanged);
    return undefined;
  }
  const { convertArchive } = await import('../store/convert.ts');
  const progress = io.progress(words.keys.working);
  const converted = await convertArchive(archivePath.path, { from, to }, { wait, signal }).finally(() =>
    progress.stop(),
  );
  if ('problem' in converted) throw context.unusable(converted, archivePath.path);
  return converted;
}

/** The copies alone, of an archive that is already as it is to be. `files` as for `tellCopies`. */
export async function recodeCopies(context: Context, keys: Keys, files?: KeyFiles): Promise<void> {
  const { path } = context.archivePath;
  const { convertCopies } = await import('../store/convert.ts');
  const converted = await convertCopies(path, keys, context.signal);
  if ('problem' in converted) throw context.unusable(converted, path);
  tellCopies(context, converted, files);
}

/** In characters; in bytes where it is no text. */
function lengthOf(key: Key): number {
  return isUtf8(key) ? [...key.toString()].length : key.length;
}

/** The files that hold the keys of before and from now on, as far as options named them. */
export interface KeyFiles {
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/**
 * Also with --quiet, what is still open to everybody or to another key, and what to do. `files` is undefined where
 * the archive has no key from now on.
 */
export function tellCopies(context: Context, { copies, left, absent, otherNames }: Converted, files?: KeyFiles): void {
  const { keys } = context.words;
  const { io } = context;
  if (copies > 0) io.say(keys.copies(copies));
  for (const file of left) {
    const words = file.encrypted ? keys.copyOtherwise : keys.copyPlain;
    io.insist(words(file.path, mendingLine(context, file, files)));
  }
  for (const { path, inode } of otherNames)
    io.insist(keys.otherName(path, shellLine(['find', '/', '-inum', String(inode)])));
  for (const path of absent) io.say(keys.copyAbsent(path));
}

function mendingLine(context: Context, file: Converted['left'][number], files: KeyFiles | undefined): string {
  const { path, encrypted, damaged } = file;
  if (damaged) return removalLine(path);
  const regulars = (verb: string, ...flags: string[]) => shellLine(['regulars', verb, '--db', path, ...flags]);
  if (!files) return regulars('decrypt', ...keyFlag(context.keys.file));
  if (!encrypted) return regulars('encrypt', ...keyFlag(files.now));
  return regulars('rekey', '--key-file', files.before ?? 'OLD.key', '--new-key-file', files.now ?? 'NEW.key');
}
