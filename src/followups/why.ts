/** Of every play what it has for one customer: when, or what keeps it away. */
import type { SegmentError } from '../segments/segment-error.ts';
import { addDays } from '../values/days.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import type { Said } from './outcome.ts';
import type { Deferral, Plan, Waiting } from './plan.ts';
import type { LeftOutReason } from './sift.ts';
import { candidatesFor, planFor, type Planner } from './planner.ts';

type WithCandidate = { readonly candidate: Candidate } & (
  | { readonly state: 'planned' | 'later'; readonly day: string }
  | { readonly state: 'deferred'; readonly day: string; readonly deferral: Deferral }
  /** `again` is when there may be room; null where that is not known. */
  | { readonly state: 'waiting' | 'expiring'; readonly again: string | null; readonly deferral: Deferral }
  | { readonly state: 'left_out'; readonly reason: LeftOutReason }
  | { readonly state: 'settled'; readonly said: Said }
  | { readonly state: 'expired' }
);

export type Why =
  | WithCandidate
  | { readonly state: 'off' | 'not_applicable' }
  | { readonly state: 'broken'; readonly error: SegmentError };

export interface WhyRow {
  readonly play: PlannedPlay;
  readonly why: Why;
}

/** How far is looked ahead, and back for what is over. */
const DAYS = { ahead: 60, back: 400 } as const;

/**
 * `planner` is of everybody, since there may be no room for all, and has the plays that are on; `plays` are all there
 * are. Of a play with nothing for them now the last that is over.
 */
export function whyOf(planner: Planner, plays: readonly PlannedPlay[], customer: number): WhyRow[] {
  const { asOf } = planner.population;
  const to = addDays(asOf, DAYS.ahead);
  const plan = planFor(planner, { from: asOf, to });
  const now = [...ofPlan(plan, asOf)].filter(({ candidate }) => candidate.customer === customer);
  const past = candidatesFor({ ...planner, customer }, { from: addDays(asOf, -DAYS.back), to });
  const over: WithCandidate[] = [
    ...past.settled.map(({ candidate, said }) => ({ state: 'settled' as const, candidate, said })),
    ...past.open.filter(({ until }) => until < asOf).map((candidate) => ({ state: 'expired' as const, candidate })),
  ].toSorted((a, b) => (a.candidate.due < b.candidate.due ? 1 : -1));
  return plays.flatMap((play): WhyRow[] => {
    const isOf = ({ candidate }: WithCandidate) => candidate.play.name === play.name;
    const broken = plan.broken.find((one) => one.play.name === play.name);
    if (!play.on) return [{ play, why: { state: 'off' } }];
    if (broken) return [{ play, why: { state: 'broken', error: broken.error } }];
    const open = now.filter(isOf);
    if (open.length > 0) return open.map((why) => ({ play, why }));
    return [{ play, why: over.find(isOf) ?? { state: 'not_applicable' } }];
  });
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
