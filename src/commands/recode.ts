/** What encrypting, decrypting and giving another key have in common: the archive written anew, and what is said of copies. */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Converted } from '../store/convert.ts';
import type { Key } from '../store/database.ts';
import type { Kind } from '../store/header.ts';
import { archiveFlag } from './archive-flag.ts';

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
  if (to && to.length < WEAK) io.warn(words.keys.weak);
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

/** Also with --quiet, what is still open to everybody. `keyFile` holds the archive's key from now on. */
export function tellCopies(context: Context, { copies, plain, otherwise }: Converted, keyFile?: string): void {
  const { io, words, archivePath } = context;
  if (copies > 0) io.say(words.keys.copies(copies));
  for (const path of plain) {
    const isOurs = path.startsWith(`${archivePath.path}.`);
    const line = isOurs ? ['rm', path] : ['regulars', 'backup', path, '--force', ...archiveFlag(context, keyFile)];
    io.insist(words.keys.copyPlain(path, shellLine(line)));
  }
  for (const path of otherwise) io.say(words.keys.copyOtherwise(path));
}
