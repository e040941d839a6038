/** The planned follow-ups of a day with all that a person wants at hand. */
import type { Context } from '../context.ts';
import { idOf } from '../followups/candidate.ts';
import type { Planned } from '../followups/plan.ts';
import { playsOf } from '../followups/plays/play-queries.ts';
import { policyOf } from '../followups/policy-queries.ts';
import { type WorkFacts, workFacts } from '../followups/workday/facts-queries.ts';
import { sayer } from '../followups/writing/say.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { verifiedBy } from './play-words.ts';
import { whyNow } from './why-now.ts';

export interface WorkItem {
  readonly id: string;
  readonly planned: Planned;
  readonly facts: WorkFacts;
  readonly who: string;
  readonly why: string;
  /** What to say; undefined where the play has no words for it. */
  readonly say: string | undefined;
  /** What to make sure of. */
  readonly verify: readonly string[];
}

/** `why` and what to make sure of are in the words of rows. temp.measures must stand for the population. */
export async function workList(
  context: Pick<Context, 'rowWords'>,
  archive: Archive,
  population: Population,
  planned: readonly Planned[],
): Promise<WorkItem[]> {
  const words = context.rowWords;
  const verifyOf = verifiedBy(words, playsOf(archive, population.asOf));
  const factsOf = workFacts(archive, population.asOf);
  const say = sayer(archive, population, policyOf(archive), words.calendar.festivalsIn);
  const items: WorkItem[] = [];
  for (const one of planned) {
    // Of what is put to a parcel the order it goes with matters, whatever set it off.
    const occasion = one.channel === 'parcel' ? { ...one, order: one.address } : one;
    const facts = factsOf(occasion);
    items.push({
      id: idOf(one),
      planned: one,
      facts,
      who: facts.name ?? facts.account ?? `#${one.customer}`,
      why: whyNow(words, one),
      say: await say(occasion),
      verify: verifyOf(one.play.name),
    });
  }
  return items;
}
