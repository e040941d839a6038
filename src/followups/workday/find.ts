/** Follow-ups by their ids, also those that are over, or of a play that was switched off since. */
import { addDays } from '../../values/days.ts';
import { type Candidate, idOf } from '../candidate.ts';
import { candidatesFor, type Planner } from '../planner.ts';
import { playsOf } from '../plays/play-queries.ts';

/** Days around today in which an id is looked for: those of most plans, then all. */
const REACHES = [31, 366] as const;

/** By the ids as given; several where they are alike, which hardly comes to pass. */
export function followupsWith(planner: Planner, ids: readonly string[]): Map<string, readonly Candidate[]> {
  const { archive, population } = planner;
  const { asOf } = population;
  const wanted = { ...planner, plays: playsOf(archive, asOf) };
  const found = new Map<string, readonly Candidate[]>();
  for (const days of REACHES) {
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) break;
    const { open, settled } = candidatesFor(wanted, { from: addDays(asOf, -days), to: addDays(asOf, days) });
    const byId = new Map<string, Candidate[]>(missing.map((id) => [normal(id), []]));
    for (const candidate of [...open, ...settled.map((one) => one.candidate)])
      byId.get(idOf(candidate))?.push(candidate);
    for (const id of missing) {
      const all = byId.get(normal(id)) ?? [];
      if (all.length > 0) found.set(id, all);
    }
  }
  return found;
}

/** As it may have been typed, or cut out of a table. */
const normal = (id: string): string => id.normalize('NFKC').trim().toLowerCase();
