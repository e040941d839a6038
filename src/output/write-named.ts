/** A file of the name somebody gave, or why there cannot be one; with a dry run nothing but that. */
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { assertWritable, FileExists, writePrivately, writeUnnamed } from './private-file.ts';
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
  /** Nothing goes to stdout instead. */
  readonly always?: boolean;
}

/** Whole under its name or not there at all. Throws DataError where what has that name must stay, UsageError for "-". */
export async function writeNamed(
  context: Context,
  named: Named,
  write: (append: Append) => Promise<void> | void,
): Promise<void> {
  const full = fullName(context, named);
  const settings = { replace: named.replace, spare: context.archivePath.path };
  try {
    assertWritable(full, settings);
    if (context.dryRun) await write(() => undefined);
    else await writePrivately(full, settings, write);
  } catch (error) {
    throw inWords(context, named, error);
  }
}

export interface WithoutName {
  /** In full, as both are. */
  readonly path: string;
  /** What it is called until it has its name. */
  readonly beside: string;
  readonly replace: boolean;
}

/** Whole, for `nameFile`; with a dry run nothing. `by` tells it from others that wait for a name. Throws as writeNamed does. */
export function writeWithoutName(context: Context, named: Named, by: string, bytes: Uint8Array): WithoutName {
  const { replace } = named;
  const path = fullName(context, named);
  const beside = `${path}.${by}.partial-${process.pid}`;
  const settings = { replace, spare: context.archivePath.path };
  try {
    if (context.dryRun) assertWritable(path, settings);
    else writeUnnamed(path, beside, bytes, settings);
    return { path, beside, replace };
  } catch (error) {
    throw inWords(context, named, error);
  }
}

function fullName({ folder, words }: Context, { path, option, always, example }: Named): string {
  const { emptyName, noFileName, noNameAtAll } = words.common;
  const hint = shellLine([option, example]);
  if (path === '') throw new UsageError(emptyName(option), { code: 'no_file_name', hint });
  if (path === '-' && always) throw new UsageError(noNameAtAll, { code: 'no_file_name', hint });
  if (path === '-') throw new UsageError(noFileName(option), { code: 'no_file_name' });
  return resolve(folder, path);
}

/** Of what has the name already; any other error as it is. */
function inWords(context: Context, named: Named, error: unknown): unknown {
  if (!(error instanceof FileExists)) return error;
  const { path, option, always } = named;
  const { inTheWay, noOrdinaryFile } = context.words.common;
  const hint = hintFor(error.what, fullName(context, named), named);
  const sentence = error.what === 'device' && always ? noOrdinaryFile(path) : inTheWay[error.what](path, option);
  return new DataError(sentence, { code: 'file_exists', file: path, hint }, error);
}

/** Something else to type that is not refused for the same reason; undefined where the sentence says it. */
function hintFor(what: FileExists['what'], full: string, { path, option, example, always }: Named): string | undefined {
  if (what === 'file') return '--force';
  if (what === 'device' && always) return shellLine([option, example]);
  if (what === 'folder') return shellLine([option, join(path, example)]);
  if (what !== 'link') return undefined;
  const target = resolve(dirname(full), readlinkSync(full));
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory()) return shellLine([option, join(target, example)]);
  return shellLine([option, target, ...(there ? ['--force'] : [])]);
}
