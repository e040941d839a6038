/** Follow-ups that an earlier calendar may have, and that are no more: done, bought since, refused, expired, no room, or of a rule that is no more. */
import { addDays } from '../../values/days.ts';
import { type Candidate, idOf, type PlannedPlay } from '../candidate.ts';
import type { Plan } from '../plan.ts';
import type { DayRange } from '../planning.ts';
import { type Planner, siftedFor } from '../planner.ts';
import { playsOnSince } from '../plays/play-queries.ts';
import { isHeldOut } from '../sieve.ts';
import type { LeftOutReason } from '../sift.ts';

/** How far a calendar that is kept up to date may lag. */
const BACK = 30;

/** Whoever these keep out was in no calendar before. */
const NEVER_IN: ReadonlySet<LeftOutReason> = new Set(['before_on', 'held_out']);

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
      ...all.open.map(({ candidate }) => candidate).filter(({ play, customer }) => !isHeldOut(play, customer)),
      ...all.leftOut.filter(({ reason }) => !NEVER_IN.has(reason)).map(({ candidate }) => candidate),
    ].map((candidate) => [idOf(candidate), candidate]),
  );
  return [...ended].flatMap(([id, candidate]) => (isStill.has(id) ? [] : [candidate]));
}

/** Plays as they were then, removed ones too; one that makes the same follow-ups once. Whoever is not meant any more was before. */
function recentlyOn({ archive, population }: Planner, since: string): PlannedPlay[] {
  const plays = playsOnSince(archive, since, population.asOf).map((play) => ({ ...play, where: undefined }));
  const makes = ({ name, trigger, expires_after_days, holdout, backfill, onSince }: PlannedPlay): string =>
    JSON.stringify([name, trigger, expires_after_days, holdout, backfill, onSince]);
  return [...new Map(plays.map((play) => [makes(play), play])).values()];
}
