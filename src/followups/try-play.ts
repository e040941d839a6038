/** Whom a play would have come to in the days before one, had it been on; what is known on that day is taken for known all along. */
import { wishesOf } from '../customers/edit-queries.ts';
import { dayNumber } from '../values/day-numbers.ts';
import { daysBetween } from '../values/days.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import { candidatesIn } from './candidates.ts';
import { conditionsOf } from './conditions.ts';
import { daysByCustomer } from './events.ts';
import { historiesOf } from './histories.ts';
import type { Planner } from './planner.ts';
import type { DayRange } from './planning.ts';
import { valuesOf } from './queries.ts';
import { reachThrough } from './reach.ts';
import { isHeldOut, sieve } from './sieve.ts';
import { type LeftOut, type Open, sift, type Siftable } from './sift.ts';
import { sourcesOf } from './triggers/sources.ts';

export interface TriedPlay {
  /** By the day on which each was due. */
  readonly touched: readonly { readonly candidate: Candidate; readonly open: Open | undefined }[];
  readonly leftOut: readonly LeftOut[];
}

/** Neither budgets nor what was done about it are asked. Throws SegmentError. */
export function tryPlay({ archive, population }: Planner, play: PlannedPlay, range: DayRange): TriedPlay {
  const { asOf, until } = population;
  const sources = sourcesOf(archive, population);
  const isMeant = conditionsOf(archive, population);
  const { open, broken } = candidatesIn(
    {
      sources,
      plays: [{ ...play, onSince: null }],
      histories: historiesOf([], [], new Set()),
      conditions: isMeant,
      valueOf: valuesOf(archive),
    },
    { from: dayNumber(range.from), to: dayNumber(range.to) },
  );
  const [problem] = broken;
  if (problem) throw problem.error;
  const facts = {
    isMeant: ({ customer }: Candidate) => play.where === undefined || isMeant(play.where)(customer),
    refunds: daysByCustomer(sources.refunds()),
    complaints: daysByCustomer(sources.complaints()),
    carriedOut: () => undefined,
    cameSince: () => undefined,
  };
  const found = sift({
    candidates: open.filter(({ due }) => due >= range.from),
    range,
    // What happened later did not end it then.
    keptOut: (candidate) => sieve(candidate, facts, candidate.due < asOf ? candidate.due : asOf),
    reachOf: reachThrough(archive, population, { wishes: wishesOf(archive, until) }),
  });
  const isOut = ({ candidate }: Siftable) => isHeldOut(play, candidate.customer);
  const byDay = found.open
    .filter((one) => !isOut(one))
    .toSorted((a, b) => daysBetween(b.candidate.due, a.candidate.due));
  const repeats = repeated(byDay.map(({ candidate }) => candidate));
  return {
    touched: byDay.filter(({ candidate }) => !repeats.has(candidate)),
    leftOut: [
      ...found.leftOut,
      ...found.open.filter(isOut).map(({ candidate }) => ({ candidate, reason: 'held_out' as const })),
      ...Array.from(repeats, (candidate) => ({ candidate, reason: 'once' as const })),
    ],
  };
}

/** Those that come too soon after the one before, the first first. */
function repeated(candidates: readonly Candidate[]): Set<Candidate> {
  const last = new Map<number, string>();
  return new Set(
    candidates.filter(({ play: { repeat }, customer, due }) => {
      const before = last.get(customer);
      const days = repeat === 'every' ? 0 : repeat === 'once' ? Infinity : repeat.after_days;
      if (before !== undefined && daysBetween(before, due) < days) return true;
      last.set(customer, due);
      return false;
    }),
  );
}
