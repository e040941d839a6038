/** Segments by their names, or every saved one where none is named. */
import type { Context } from '../context.ts';
import type { Definition } from '../segments/definitions.ts';
import type { Archive } from '../store/open.ts';
import { segmentNamed } from './segment-named.ts';

/** None where nothing was saved yet, which is said. Throws UsageError for a name no segment has. */
export async function segmentsChosen(
  context: Context,
  archive: Archive,
  names: readonly string[],
): Promise<readonly Definition[]> {
  if (names.length === 0) {
    const { definitions } = await import('../segments/definitions.ts');
    const saved = definitions(archive).filter(({ kind }) => kind === 'saved');
    if (saved.length === 0) context.io.say(context.words.savedSegments.noneSaved);
    return saved;
  }
  const chosen = new Map<string, Definition>();
  for (const name of names) {
    const found = await segmentNamed(context, archive, name);
    chosen.set(found.name, found);
  }
  return [...chosen.values()];
}
