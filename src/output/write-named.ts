/** A file of the name somebody gave, or why there cannot be one; with a dry run nothing but that. */
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import { assertWritable, FileExists, writePrivately } from './private-file.ts';

export type Append = (bytes: Uint8Array) => void;

/** Whole under its name or not there at all. Throws DataError where a file of that name must stay. */
export async function writeNamed(
  context: Context,
  path: string,
  replace: boolean,
  write: (append: Append) => Promise<void> | void,
): Promise<void> {
  const full = resolve(context.folder, path);
  const settings = { replace, spare: context.archivePath.path };
  try {
    assertWritable(full, settings);
    if (context.dryRun) await write(() => undefined);
    else await writePrivately(full, settings, write);
  } catch (error) {
    if (!(error instanceof FileExists)) throw error;
    const { fileExists } = context.words.common;
    throw new DataError(fileExists(path), { code: 'file_exists', file: path, hint: '--force' }, error);
  }
}
