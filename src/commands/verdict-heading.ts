/** Who is, or is not, in which segment on which day. */
import type { Context } from '../context.ts';
import { namedTerm } from '../output/term.ts';
import { visible } from '../output/visible.ts';
import type { AskedSegment } from './asked-segment.ts';

export function verdictHeading(
  { io, words }: Context,
  { called, customer, name, population, verdict }: AskedSegment,
): string {
  const { verdicts, customers } = words;
  const segment = name === undefined ? verdicts.condition : namedTerm(words, name);
  return io.out.style.bold(
    visible(verdicts.heading(called ?? customers.card.nameless, customer, segment, verdict.holds, population.asOf)),
  );
}
