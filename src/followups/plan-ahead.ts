/** The planner of everybody's follow-ups on a day. What it asks late of a large archive is read meanwhile. */
import { consentsAhead } from '../contacts/queries.ts';
import { gather } from '../measures/gather.ts';
import { purchasesAhead } from '../segments/purchase-queries.ts';
import { readingAhead } from '../store/ahead/reading-ahead.ts';
import type { Query } from '../store/ahead/messages.ts';
import type { Archive } from '../store/open.ts';
import { type Planner, plannerOf } from './planner.ts';

/** For one plan. `moment` as plannerOf has it; nothing was read in a transaction before. */
export async function dayPlanner(archive: Archive, asOf: string, moment: number | undefined): Promise<Planner> {
  const ahead = await readingAhead(archive);
  const planner = plannerOf({ ...archive, ahead }, gather(archive, asOf), { moment });
  ahead?.ask(askedLate(planner));
  return planner;
}

/** In the order in which a plan comes to it. */
export function askedLate({ archive, population, plays }: Planner): Query[] {
  const isOfProducts = plays.some(({ trigger }) => trigger.on === 'replenishment');
  return [...(isOfProducts ? purchasesAhead(archive) : []), consentsAhead(archive, population.until)];
}
