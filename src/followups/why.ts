/** Of every play what it has for one customer: when, or what keeps it away. */
import type { SegmentError } from '../segments/segment-error.ts';
import { addDays } from '../values/days.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import type { Said } from './outcome.ts';
import type { Candidates } from './candidates.ts';
import type { Deferral, Plan, Waiting } from './plan.ts';
import { candidatesFor, planFor, type Planner } from './planner.ts';
import { isBeforeOn } from './sieve.ts';
import type { LeftOutReason } from './sift.ts';

type WithCandidate = { readonly candidate: Candidate } & (
  | { readonly state: 'planned' | 'later'; readonly day: string }
  | { readonly state: 'deferred'; readonly day: string; readonly deferral: Deferral }
  /** `again` is when there may be room; null where that is not known. */
  | { readonly state: 'waiting' | 'expiring'; readonly again: string | null; readonly deferral: Deferral }
  | { readonly state: 'left_out'; readonly reason: LeftOutReason }
  | { readonly state: 'settled'; readonly said: Said }
  | { readonly state: 'expired' }
);

type Over = Extract<WithCandidate, { readonly state: 'settled' | 'expired' | 'left_out' }>;

export type Why =
  | WithCandidate
  | { readonly state: 'off' | 'not_applicable' }
  | { readonly state: 'broken'; readonly error: SegmentError };

export interface WhyRow {
  readonly play: PlannedPlay;
  readonly why: Why;
}

/** How far is looked ahead, and back for all that is over; where there is nothing else, for the last that is. */
const DAYS = { ahead: 60, over: 60, last: 400 } as const;

/**
 * `planner` is of everybody, since there may be no room for all, and has the plays that are on; `plays` are all there
 * are. Of each what is open, then what is over, the last first.
 */
export function whyOf(planner: Planner, plays: readonly PlannedPlay[], customer: number): WhyRow[] {
  const { asOf } = planner.population;
  const to = addDays(asOf, DAYS.ahead);
  const plan = planFor(planner, { from: asOf, to });
  const now = [...ofPlan(plan, asOf)].filter(({ candidate }) => candidate.customer === customer);
  const past = candidatesFor({ ...planner, customer }, { from: addDays(asOf, -DAYS.last), to });
  const over = [...ofPast(past, asOf)].toSorted(lastFirst);
  const since = addDays(asOf, -DAYS.over);
  return plays.flatMap((play): WhyRow[] => {
    const isOf = ({ candidate }: WithCandidate) => candidate.play.name === play.name;
    const broken = plan.broken.find((one) => one.play.name === play.name);
    if (!play.on) return [{ play, why: { state: 'off' } }];
    if (broken) return [{ play, why: { state: 'broken', error: broken.error } }];
    const told = [...now.filter(isOf), ...over.filter((one) => isOf(one) && wasOpen(one, since))];
    const last = over.find(isOf) ?? { state: 'not_applicable' };
    return (told.length > 0 ? told : [last]).map((why) => ({ play, why }));
  });
}

function* ofPast({ settled, open }: Candidates, asOf: string): Generator<Over> {
  for (const { candidate, said } of settled) yield { state: 'settled', candidate, said };
  for (const candidate of open)
    if (isBeforeOn(candidate.play, candidate.due)) yield { state: 'left_out', candidate, reason: 'before_on' };
    else if (candidate.until < asOf) yield { state: 'expired', candidate };
}

const lastFirst = (a: Over, b: Over): number =>
  a.candidate.due < b.candidate.due ? 1 : a.candidate.due > b.candidate.due ? -1 : 0;

/** On some day since. */
function wasOpen(one: Over, since: string): boolean {
  if (one.state === 'left_out') return false;
  return (one.state === 'settled' ? one.said.day : one.candidate.until) >= since;
}

function* ofPlan({ planned, deferred, expiring, leftOut }: Plan, asOf: string): Generator<WithCandidate> {
  for (const candidate of planned) {
    const { day, deferred: deferral, due } = candidate;
    if (deferral) yield { state: 'deferred', candidate, day, deferral };
    else yield { state: due > asOf ? 'later' : 'planned', candidate, day };
  }
  const waiting = (state: 'waiting' | 'expiring', { candidate, again, reason, by, closed }: Waiting) =>
    ({ state, candidate, again, deferral: { reason, by, closed } }) as const;
  for (const one of deferred) yield waiting('waiting', one);
  for (const one of expiring) yield waiting('expiring', one);
  for (const { candidate, reason } of leftOut) yield { state: 'left_out', candidate, reason };
}
