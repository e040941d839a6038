/** A file of the name somebody gave, or why there cannot be one; with a dry run nothing but that. */
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { assertWritable, FileExists, writePrivately } from './private-file.ts';
import { shellLine } from './shell-word.ts';

export type Append = (bytes: Uint8Array) => void;

export interface Named {
  /** As typed. */
  readonly path: string;
  /** What it was typed behind. */
  readonly option: '--out' | '--to';
  readonly replace: boolean;
  /** What such a file may be called. */
  readonly example: string;
}

/** Whole under its name or not there at all. Throws DataError where what has that name must stay, UsageError for "-". */
export async function writeNamed(
  context: Context,
  named: Named,
  write: (append: Append) => Promise<void> | void,
): Promise<void> {
  const { path, option, replace } = named;
  const { noFileName, inTheWay } = context.words.common;
  if (path === '-') throw new UsageError(noFileName(option), { code: 'no_file_name' });
  const full = resolve(context.folder, path);
  const settings = { replace, spare: context.archivePath.path };
  try {
    assertWritable(full, settings);
    if (context.dryRun) await write(() => undefined);
    else await writePrivately(full, settings, write);
  } catch (error) {
    if (!(error instanceof FileExists)) throw error;
    const { what } = error;
    const hint = hintFor(what, full, named);
    throw new DataError(inTheWay[what](path, option), { code: 'file_exists', file: path, hint }, error);
  }
}

/** Something else to type that is not refused for the same reason; undefined where the sentence says it. */
function hintFor(what: FileExists['what'], full: string, { path, option, example }: Named): string | undefined {
  if (what === 'file') return '--force';
  if (what === 'folder') return shellLine([option, join(path, example)]);
  if (what !== 'link') return undefined;
  const target = resolve(dirname(full), readlinkSync(full));
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory()) return shellLine([option, join(target, example)]);
  return shellLine([option, target, ...(there ? ['--force'] : [])]);
}
