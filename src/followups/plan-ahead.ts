/** What a plan of everybody asks late, so that another thread can read it meanwhile. */
import { consentsAhead } from '../contacts/queries.ts';
import { gather } from '../measures/gather.ts';
import { purchasesAhead } from '../segments/purchase-queries.ts';
import type { ReadingAhead } from '../store/ahead/reading-ahead.ts';
import type { Query } from '../store/ahead/messages.ts';
import type { Archive } from '../store/open.ts';
import { type Planner, plannerOf } from './planner.ts';

export function plannerAhead(
  archive: Archive,
  ahead: ReadingAhead | undefined,
  asOf: string,
  moment: number | undefined,
): Planner {
  const planner = plannerOf({ ...archive, ahead }, gather(archive, asOf), { moment });
  ahead?.ask(askedLate(planner));
  return planner;
}

/** In the order in which a plan comes to it. */
export function askedLate({ archive, population, plays }: Planner): Query[] {
  const isOfProducts = plays.some(({ trigger }) => trigger.on === 'replenishment');
  return [...(isOfProducts ? purchasesAhead(archive) : []), consentsAhead(archive, population.until)];
}
