/** A segment or a condition, and of whom it is asked: `<segment> <who>`, or `--where CONDITION <who>`. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Archive } from '../store/open.ts';
import { requireCustomer } from './who.ts';
import { wordingSegmentErrors } from './choosing.ts';

export interface AskedSegment {
  /** Undefined of a condition that has no name. */
  readonly name: string | undefined;
  /** The query. */
  readonly source: string;
  readonly customer: number;
}

/** Throws UsageError where one of both is missing, or the segment is none. */
export async function askedSegment(
  context: Context,
  archive: Archive,
  args: readonly string[],
  where: string | undefined,
  verb: string,
): Promise<AskedSegment> {
  const [segment, who] = where === undefined ? args : [undefined, ...args];
  if (who === undefined || (where !== undefined && args.length > 1))
    throw new UsageError(context.words.verdicts.whoNeeded, {
      code: 'no_choice',
      hint: `regulars segment ${verb} at_risk 淘小茶`,
    });
  const { inSegment } = await import('../segments/choose.ts');
  const source = where ?? (await wordingSegmentErrors(context, () => inSegment(archive, segment ?? '')));
  const retry = (number: string) => `regulars segment ${verb} ${segment ?? '--where …'} ${number}`;
  return { name: segment, source, customer: await requireCustomer(context, archive, who, retry) };
}
