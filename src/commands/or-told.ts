/** A rule that holds no more, as after another reporting currency, keeps none of the others from being worked out. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Definition } from '../segments/definitions.ts';
import { wordingSegmentErrors } from './choosing.ts';

/** Undefined where the rule has a mistake, of which it warns. */
export async function orTold<T>(context: Context, { name }: Definition, work: () => T): Promise<T | undefined> {
  try {
    return await wordingSegmentErrors(context, work);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.io.warn(context.words.savedSegments.broken(name, error.message));
    return undefined;
  }
}
