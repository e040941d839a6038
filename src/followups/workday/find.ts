/** Follow-ups by their ids, also those that are over, or of a play that was switched off, changed or removed since. */
import { addDays } from '../../values/days.ts';
import { type Candidate, idOf } from '../candidate.ts';
import { candidatesFor, type Planner } from '../planner.ts';
import type { Outcome } from '../outcome.ts';
import { playsOf } from '../plays/play-queries.ts';
import { recalled } from './recall.ts';

/** Days around today in which an id is looked for: those of most plans, then all. */
const REACHES = [31, 366] as const;

interface Sought {
  readonly id: string;
  /** What is to be said of it. */
  readonly outcome: Outcome;
}

/** By the ids as given; several where they are alike, which hardly comes to pass. */
export function followupsWith(planner: Planner, sought: readonly Sought[]): Map<string, readonly Candidate[]> {
  const { archive, population } = planner;
  const { asOf } = population;
  const wanted = { ...planner, plays: playsOf(archive, asOf) };
  const found = new Map<string, readonly Candidate[]>();
  let missing = sought;
  let made: readonly Candidate[] = [];
  for (const days of REACHES) {
    if (missing.length === 0) break;
    const { open, settled } = candidatesFor(wanted, { from: addDays(asOf, -days), to: addDays(asOf, days) });
    made = [...open, ...settled.map((one) => one.candidate)];
    const byId = new Map<string, Candidate[]>(missing.map(({ id }) => [normal(id), []]));
    for (const candidate of made) byId.get(idOf(candidate))?.push(candidate);
    for (const { id } of missing) {
      const all = byId.get(normal(id)) ?? [];
      if (all.length > 0) found.set(id, all);
    }
    missing = missing.filter(({ id }) => !found.has(id));
  }
  if (missing.length === 0) return found;
  const said = recalled(archive, new Set(missing.map(({ id }) => normal(id))));
  for (const { id, outcome } of missing) {
    const one = said.get(normal(id));
    if (!one) continue;
    const standing = made.find((candidate) => isSame(candidate, one));
    const isPutOff = one.putOff !== undefined && one.putOff >= asOf;
    if (standing) found.set(id, [{ ...standing, before: one.before }]);
    // Nothing is to be put off, or dropped, that comes up no more.
    else if (outcome === 'done' || isPutOff) found.set(id, [one]);
  }
  return found;
}

/** The id of one that no order set off changes with the number of its customer. */
const isSame = (a: Candidate, b: Candidate): boolean =>
  a.play.name === b.play.name && a.occurrence === b.occurrence && (a.order !== null || a.customer === b.customer);

/** As it may have been typed, or cut out of a table. */
const normal = (id: string): string => id.normalize('NFKC').trim().toLowerCase();
