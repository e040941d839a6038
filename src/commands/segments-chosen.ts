/** Segments by their names, or every saved one where none is named, and those of them whose rules hold. */
import type { Context } from '../context.ts';
import type { Definition } from '../segments/definitions.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { orTold } from './or-told.ts';
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

/** Without those whose rules hold no more, which are warned of. temp.measures need not stand for the population. */
export async function soundSegments(
  context: Context,
  archive: Archive,
  segments: readonly Definition[],
  population: Population,
): Promise<readonly Definition[]> {
  const { compileSegment } = await import('../segments/choose.ts');
  const sound: Definition[] = [];
  for (const segment of segments)
    if (await orTold(context, segment, () => compileSegment(archive, segment.name, population))) sound.push(segment);
  return sound;
}
