/** A segment or a condition told of one customer: `<segment> <who>`, or `--where CONDITION <who>`. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Population } from '../measures/population.ts';
import type { Verdict } from '../segments/evaluate.ts';
import type { Archive } from '../store/open.ts';
import { requireCustomer } from './who.ts';
import { wordingSegmentErrors } from './choosing.ts';
import type { VerdictWords } from './verdict-words.ts';

export interface AskedSegment {
  /** Undefined of a condition that has no name. */
  readonly name: string | undefined;
  /** The query. */
  readonly source: string;
  readonly customer: number;
  /** The customer's name. */
  readonly called: string | null;
  readonly population: Population;
  readonly verdict: Verdict;
  readonly said: VerdictWords;
}

/** Throws UsageError where one of both is missing, or the segment is none. */
export async function askedSegment(
  context: Context,
  archive: Archive,
  args: readonly string[],
  where: string | undefined,
  verb: string,
): Promise<AskedSegment> {
  const { gather } = await import('../measures/gather.ts');
  const { customerRow } = await import('../customers/queries.ts');
  const { inSegment } = await import('../segments/choose.ts');
  const { tell } = await import('../segments/told.ts');
  const { VerdictWords: Said } = await import('./verdict-words.ts');
  const population = gather(archive, context.today(archive));
  const [name, who] = where === undefined ? args : [undefined, ...args];
  if (who === undefined || (where !== undefined && args.length > 1))
    throw new UsageError(context.words.verdicts.whoNeeded, {
      code: 'no_choice',
      hint: `regulars segment ${verb} at_risk 淘小茶`,
    });
  const source = where ?? (await wordingSegmentErrors(context, () => inSegment(archive, name ?? '')));
  const retry = (number: string) => `regulars segment ${verb} ${name ?? '--where …'} ${number}`;
  const customer = await requireCustomer(context, archive, who, retry);
  const verdict = await wordingSegmentErrors(context, () => tell(archive, source, population, customer));
  const called = customerRow(archive, customer)?.name ?? null;
  return { name, source, customer, called, population, verdict, said: new Said(context.words, population.currency) };
}

/** What a document says of it before it says why. */
export function askedDocument({ name, customer, called, population, verdict }: AskedSegment) {
  return {
    segment: name ?? null,
    customer_id: customer,
    name: called,
    as_of: population.asOf,
    member: verdict.holds,
    currency: population.currency,
  };
}
