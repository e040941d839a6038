/** Who is, or is not, in which segment on which day. */
import type { Context } from '../context.ts';
import { namedTerm } from '../output/term.ts';
import { visible } from '../output/visible.ts';

interface Headed {
  readonly called: string | null;
  readonly customer: number;
  readonly name: string | undefined;
  readonly member: boolean;
  readonly day: string;
}

export function verdictHeading({ io, words }: Context, { called, customer, name, member, day }: Headed): string {
  const { verdicts, customers } = words;
  const segment = name === undefined ? verdicts.condition : namedTerm(words, name);
  return io.out.style.bold(
    visible(verdicts.heading(called ?? customers.card.nameless, customer, segment, member, day)),
  );
}
