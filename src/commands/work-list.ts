/** The planned follow-ups of a day with all that a person wants at hand. */
import type { Context } from '../context.ts';
import { idOf } from '../followups/candidate.ts';
import type { Ready } from '../followups/handover.ts';
import type { Planned } from '../followups/plan.ts';
import { playsOf } from '../followups/plays/play-queries.ts';
import { type WorkFacts, workFacts } from '../followups/workday/facts-queries.ts';
import type { Write, Written } from '../followups/writing/written.ts';
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
  /** Of an e-mail. */
  readonly subject: string | undefined;
  /** What to say, as it is handed over; undefined where the play has no words for it. */
  readonly say: string | undefined;
  /** What to make sure of. */
  readonly verify: readonly string[];
}

/** `why` and what to make sure of are in the words of rows. temp.measures must stand for the population. */
export async function workList(
  context: Pick<Context, 'rowWords'>,
  archive: Archive,
  population: Population,
  rows: readonly (Pick<Ready, 'planned'> & Partial<Ready>)[],
  write: Write,
): Promise<WorkItem[]> {
  const words = context.rowWords;
  const verifyOf = verifiedBy(words, playsOf(archive, population.asOf));
  const factsOf = workFacts(archive, population.asOf);
  const items: WorkItem[] = [];
  for (const { planned: one, written: known } of rows) {
    // Of what is put to a parcel the order it goes with matters, whatever set it off.
    const occasion = one.channel === 'parcel' && one.order !== one.address ? { ...one, order: one.address } : one;
    const facts = factsOf(occasion);
    const written = (occasion === one ? known : undefined) ?? (await write(occasion));
    items.push({
      id: idOf(one),
      planned: one,
      facts,
      who: facts.name ?? facts.account ?? `#${one.customer}`,
      why: whyNow(words, one),
      subject: subjectOf(one, written),
      say: wordsOf(written),
      verify: verifyOf(one.play.name),
    });
  }
  return items;
}

/** Messages by other channels may have one that is not told. */
const subjectOf = ({ channel }: Planned, written: Written): string | undefined =>
  channel === 'email' && written.state === 'text' ? (written.writing.subject ?? undefined) : undefined;

/** Whoever calls can read a template that went wrong; `play check` tells what is wrong with it. */
function wordsOf(written: Written): string | undefined {
  if (written.state === 'no_template') return written.template;
  return written.state === 'text' ? written.writing.handed : undefined;
}
