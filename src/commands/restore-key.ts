/** The key that an archive has after a restore. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Key } from '../store/database.ts';

/** What the archive will be encrypted with: as the copy, the archive that stands there, or the command line says. */
export async function keyFor(context: Context, file: string, copy: string): Promise<Key | undefined> {
  const { kindIfReadable } = await import('../store/header.ts');
  const { path } = context.archivePath;
  const [of, there] = [copy, path].map(kindIfReadable);
  if (there === 'encrypted') {
    const key = await context.keys.of(of === 'encrypted' ? copy : path);
    // A slip of the fingers must not become the key of what is restored, and what has another key is not damaged.
    const { recodingDriver } = await import('../store/recode.ts');
    const { tryKey } = await import('../store/try-key.ts');
    const driver = await recodingDriver();
    if ('problem' in driver) throw context.unusable(driver, path);
    if (tryKey(driver, path, key) !== 'other_key') return key;
    if (of !== 'encrypted' || tryKey(driver, copy, key) === 'other_key')
      throw context.unusable({ problem: 'wrong_key' }, of === 'encrypted' ? copy : path);
    const { keys } = context.words;
    throw new DataError(keys.otherThanCopy(path, file), { code: 'other_key', hint: keys.otherThanCopyHint });
  }
  if (of === 'encrypted') return await context.keys.of(copy);
  const key = await context.keys.given();
  if (key && there === 'ours') throw context.unusable({ problem: 'not_encrypted' }, path);
  return key;
}
