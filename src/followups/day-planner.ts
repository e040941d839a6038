/** The planner of everybody's follow-ups on a day. What it asks late of a large archive is read meanwhile. */
import { readingAhead } from '../store/ahead/reading-ahead.ts';
import type { Archive } from '../store/open.ts';
import type { Planner } from './planner.ts';

/** For one plan. `moment` as plannerOf has it; nothing was read in a transaction before. */
export async function dayPlanner(archive: Archive, asOf: string, moment: number | undefined): Promise<Planner> {
  // The thread begins while the planner is loaded.
  const [ahead, { plannerAhead }] = await Promise.all([readingAhead(archive), import('./plan-ahead.ts')]);
  return plannerAhead(archive, ahead, asOf, moment);
}
