/** Follow-ups that an earlier calendar may have, and that are no more: done, bought since, refused, expired, no room. */
import { addDays } from '../../values/days.ts';
import { type Candidate, idOf } from '../candidate.ts';
import type { Plan } from '../plan.ts';
import type { DayRange } from '../planning.ts';
import { type Planner, siftedFor } from '../planner.ts';
import { allPlayActs, playKey, playsOf } from '../plays/play-queries.ts';
import type { LeftOutReason } from '../sift.ts';

/** How far a calendar that is kept up to date may lag. */
const BACK = 30;

/** What may have come up since: of the other reasons there was nothing in a calendar before. */
const ENDING: ReadonlySet<LeftOutReason> = new Set([
  'ordered_since',
  'refunded_since',
  'complained_since',
  'not_in_segment',
  'once',
  'suppressed',
  'refused',
]);

/** Of those due in the thirty days before `range`, or in it, all that `plan` does not have. By what is known today, more than there were. */
export function endedSince(planner: Planner, range: DayRange, { planned }: Pick<Plan, 'planned'>): Candidate[] {
  const since = addDays(range.from, -BACK);
  const wide = { from: since, to: range.to };
  const asker = { ...planner, plays: recentlyOn(planner, since) };
  const all = siftedFor(asker, wide);
  const isStill = new Set(planned.map(idOf));
  const ended = new Map(
    [
      ...all.settled.map(({ candidate }) => candidate),
      ...all.open.map(({ candidate }) => candidate),
      ...all.leftOut.filter(({ reason }) => ENDING.has(reason)).map(({ candidate }) => candidate),
    ].map((candidate) => [idOf(candidate), candidate]),
  );
  return [...ended].flatMap(([id, candidate]) => (isStill.has(id) ? [] : [candidate]));
}

/** Plays that are on, and those that were switched off since. */
function recentlyOn({ archive, population }: Planner, since: string) {
  const switched = new Set(
    allPlayActs(archive)
      .filter(({ act, day }) => act === 'off' && day >= since)
      .map(({ name }) => playKey(name)),
  );
  return playsOf(archive, population.asOf).filter(({ on, name }) => on || switched.has(playKey(name)));
}
