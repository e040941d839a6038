/** A contact list that is handed over: it is kept who was on it, and the file is given as the last of it. */
import { fileHash } from '../contacts/list-hash.ts';
import type { ListedPerson, Part } from '../contacts/list-parts.ts';
import type { Context } from '../context.ts';
import type { Archive } from '../store/open.ts';
import type { Give } from './handing-over.ts';
import type { ListForm } from './list-form.ts';
import type { MadeList } from './made-list.ts';

interface What {
  readonly made: MadeList;
  /** Everybody the tool knows then, and who is held out. */
  readonly people: readonly ListedPerson[];
  readonly bytes: Uint8Array;
  readonly key: string;
  readonly form: Pick<ListForm, 'name' | 'extension'>;
  /** Customers who are written to with it. */
  readonly writtenTo: readonly number[];
  readonly give: Give;
}

interface Where {
  /** Undefined for stdout. */
  readonly out: string | undefined;
  readonly replace: boolean;
  readonly only: Part | undefined;
  readonly recipient: string | undefined;
  /** The last day on which it is to be used. */
  readonly expires: string;
}

/** Gives the number of the list. Throws DataError where a file of that name must stay. */
export async function handOver(
  context: Context,
  archive: Archive,
  { made, people, bytes, key, form, writtenTo, give }: What,
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
    format: form.name,
    series,
    only: only ?? null,
    recipient: recipient ?? null,
    leftOut: reasons,
    hash: fileHash(key, bytes),
    expires,
    people,
    written: writtenTo,
  });
  // Last: what cannot be kept is not handed over.
  if (out !== undefined)
    give(
      recorded.list,
      { path: out, option: '--out', replace, example: `contacts.${form.extension}` },
      bytes,
      recorded.known,
    );
  return recorded;
}
