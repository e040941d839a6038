/** Who has which level, for what shows people; a rule that cannot be asked is told of and no reason to show nobody. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Standing } from '../levels/standing.ts';
import type { BrokenLevel } from '../levels/rule-of-level.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';

/** temp.measures must stand for the population, or for some of it: it may stand for all of it afterwards. */
export async function levelsOf(
  context: Context,
  archive: Archive,
  population: Population,
): Promise<ReadonlyMap<number, Standing>> {
  const { standings } = await import('../levels/standing.ts');
  const { BrokenLevel } = await import('../levels/rule-of-level.ts');
  const { isRelative, sourcesOf } = await import('../levels/rule-of-level.ts');
  const { levels } = await import('../levels/queries.ts');
  // What is for the best of all cannot be asked of some alone.
  if (isRelative(levels(archive).flatMap((level) => sourcesOf(archive, level)))) {
    const { gather } = await import('../measures/gather.ts');
    gather(archive, population.asOf);
  }
  try {
    return standings(archive, population);
  } catch (error) {
    if (!(error instanceof BrokenLevel)) throw error;
    context.io.warn((await brokenInWords(context, error)).message);
    return new Map();
  }
}

export async function brokenInWords({ words }: Context, { level, error }: BrokenLevel): Promise<DataError> {
  const { segmentErrorInWords } = await import('./segment-error-words.ts');
  const { message, details } = segmentErrorInWords(error, words);
  return new DataError(words.levels.broken(level, message), details);
}

/** Runs `work`, and says which rule cannot be asked as a DataError. */
export async function wordingBrokenLevels<T>(context: Context, work: () => T | Promise<T>): Promise<T> {
  const { BrokenLevel } = await import('../levels/rule-of-level.ts');
  try {
    return await work();
  } catch (error) {
    throw error instanceof BrokenLevel ? await brokenInWords(context, error) : error;
  }
}
