/** A contact list that is handed over: written whole under its name, and kept who was on it, all at once or not at all. */
import { createHash } from 'node:crypto';
import type { ListedPerson } from '../contacts/list-queries.ts';
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Archive } from '../store/open.ts';
import type { MadeList } from './made-list.ts';

interface What {
  readonly made: MadeList;
  /** Everybody who is on the list or held out of it, in the file or not. */
  readonly people: readonly ListedPerson[];
  readonly bytes: Uint8Array;
  readonly form: string;
  /** Customers who are written to with it. */
  readonly writtenTo: readonly number[];
}

interface Where {
  /** Undefined for stdout. */
  readonly out: string | undefined;
  readonly replace: boolean;
  readonly only: 'new' | 'changed' | 'removed' | undefined;
  readonly recipient: string | undefined;
  /** The last day on which it is to be used. */
  readonly expires: string;
}

/** Gives the number of the list. Throws DataError where a file of that name must stay. */
export async function handOver(
  context: Context,
  archive: Archive,
  { made, people, bytes, form, writtenTo }: What,
  { out, replace, only, recipient, expires }: Where,
): Promise<{ readonly list: number; readonly known: boolean }> {
  const { recordHandOver } = await import('../contacts/list-queries.ts');
  const { way, population, series, leftOut } = made;
  const reasons: Record<string, number> = {};
  for (const { reason } of leftOut) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const recorded = recordHandOver(archive, {
    at: Math.floor(context.now().getTime() / 1000),
    day: population.asOf,
    ...way,
    format: form,
    series,
    only: only ?? null,
    recipient: recipient ?? null,
    leftOut: reasons,
    hash: createHash('sha256').update(bytes).digest('hex'),
    expires,
    people,
    written: writtenTo,
  });
  // Last: what cannot be kept is not handed over.
  if (out !== undefined) await writeFile(context, bytes, out, replace);
  return recorded;
}

async function writeFile(context: Context, bytes: Uint8Array, path: string, replace: boolean): Promise<void> {
  const { resolve } = await import('node:path');
  const { assertWritable, FileExists, writePrivateFile } = await import('../output/private-file.ts');
  const full = resolve(context.folder, path);
  const settings = { replace, spare: context.archivePath.path };
  try {
    assertWritable(full, settings);
    if (!context.dryRun) writePrivateFile(full, bytes, settings);
  } catch (error) {
    if (!(error instanceof FileExists)) throw error;
    throw new DataError(context.words.common.fileExists(path), { code: 'file_exists', file: path, hint: '--force' });
  }
}
