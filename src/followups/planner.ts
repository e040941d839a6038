/** The plan of an archive for a range of days: plays, history, gate and policy brought together. Nothing is written. */
import { reachedTogether } from '../contacts/queries.ts';
import { type Wishes, wishesOf } from '../customers/edit-queries.ts';
import type { Population } from '../measures/population.ts';
import { littleMemory } from '../store/little-memory.ts';
import type { Archive } from '../store/open.ts';
import { dayNumber } from '../values/day-numbers.ts';
import { addDays } from '../values/days.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import { type Candidates, candidatesIn } from './candidates.ts';
import { conditionsOf } from './conditions.ts';
import { daysByCustomer, pausesAfter } from './events.ts';
import { historiesOf } from './histories.ts';
import type { PlanPolicy } from './ledger.ts';
import { heldOutOn, outcomes } from './outcome-queries.ts';
import { allTaken, type Plan, type Steps, stepsOf } from './plan.ts';
import type { DayRange, Reach, WindowOf } from './planning.ts';
import { playsOf } from './plays/play-queries.ts';
import { policyOf } from './policy-queries.ts';
import { mergedCustomers, touchesSince, valuesOf } from './queries.ts';
import { reachThrough, waysThrough } from './reach.ts';
import { sieve, type SieveFacts } from './sieve.ts';
import { sift } from './sift.ts';
import { observedFrom } from './triggers/order.ts';
import { sourcesOf } from './triggers/sources.ts';
import { windowsBy } from './windows.ts';

/** What a plan is asked of. temp.measures must stand for the population. */
export interface Planner {
  readonly archive: Archive;
  readonly population: Population;
  readonly plays: readonly PlannedPlay[];
  readonly policy: PlanPolicy;
  readonly windowOf?: WindowOf | undefined;
  /** Of them alone, from their own history: a message to somebody else at the same address may still move it by a day. */
  readonly customer?: number | undefined;
}

export interface ArchivePlan extends Plan, Pick<Candidates, 'settled' | 'broken' | 'beforeOn'> {}

/** `moment`: from when on people can be contacted, in UTC seconds; without it the first day is whole. */
type Asked = Pick<Planner, 'customer'> & { readonly moment?: number | undefined };

/** Of the plays that are on, and the policy that holds. */
export function plannerOf(archive: Archive, population: Population, { customer, moment }: Asked = {}): Planner {
  const policy = policyOf(archive);
  return {
    archive,
    population,
    plays: playsOf(archive, population.asOf).filter(({ on }) => on),
    policy,
    windowOf: windowsBy(archive, policy, { customer, moment }),
    customer,
  };
}

export const planFor = (planner: Planner, range: DayRange): ArchivePlan => allTaken(stepsFor(planner, range));

/** The same as it is made, for whoever has a say in who has a place. */
export function* stepsFor(planner: Planner, range: DayRange): Steps<ArchivePlan> {
  const { archive, policy, windowOf, customer } = planner;
  const { candidates, ...known } = gatherCandidates(planner, range);
  const { carriedOut, cameSince } = known;
  const sifted = siftFor(planner, range, candidates.open, known);
  archive.ahead?.close();
  const { touches } = sifted;
  const pauseOf = pausesAfter(policy.pause_days, known);
  const { settled, broken, beforeOn } = candidates;
  const heldOut = heldOutOn(archive, range.from, customer);
  const made = yield* stepsOf(sifted, { range, policy, touches, heldOut, carriedOut, cameSince, windowOf, pauseOf });
  return { ...made, settled, broken, beforeOn };
}

type Known = Omit<ReturnType<typeof gatherCandidates>, 'candidates'>;

/** Who may be written to is let go of with it. */
function siftFor(
  { archive, population, policy, customer }: Planner,
  range: DayRange,
  candidates: readonly Candidate[],
  known: Known,
) {
  const facts = sieveFacts(known);
  const among = customer === undefined ? undefined : reachedTogether(archive, customer);
  const { reachOf, addressOf } = waysThrough(archive, population, { wishes: known.wishes, among });
  const since = lookBack(range.from, policy, known.wishes);
  return sift({
    candidates,
    range,
    keptOut: (candidate) => sieve(candidate, facts, population.asOf),
    reachOf,
    touches: known.touches.map((touch) =>
      touch.day < since ? touch : { ...touch, address: addressOf(touch.customer, touch.channel) },
    ),
  });
}

/** Everything the plays call for within a range, or did until the same was bought again, whatever keeps it out. */
export const candidatesFor = (planner: Planner, range: DayRange): Candidates =>
  gatherCandidates(planner, range, true).candidates;

/** With what was known to find them; all that triggers read is let go of, which is much. */
function gatherCandidates(
  { archive, population, plays, policy, customer }: Planner,
  { from, to }: DayRange,
  withOver = false,
) {
  const { asOf, until } = population;
  if (customer === undefined) littleMemory(archive);
  const wishes = wishesOf(archive, until, customer);
  const touches = touchesSince(archive, lookBack(from, policy, wishes), asOf, customer);
  const seenFrom = observedFrom(plays, { from: dayNumber(from), to: dayNumber(to) });
  const sources = sourcesOf(archive, population, { customer, withOver, seenFrom });
  const valueOf = valuesOf(archive, customer);
  const isMeant = conditionsOf(archive, population, customer);
  const histories = historiesOf(outcomes(archive, asOf, customer), touches, mergedCustomers(archive));
  const candidates = candidatesIn(
    { sources, plays, histories, conditions: isMeant, valueOf },
    { from: dayNumber(from), to: dayNumber(to) },
  );
  const refunds = daysByCustomer(sources.refunds());
  const complaints = daysByCustomer(sources.complaints());
  const { carriedOut, cameSince } = histories;
  return { candidates, wishes, touches, isMeant, refunds, complaints, carriedOut, cameSince };
}

const sieveFacts = ({ isMeant, refunds, complaints, carriedOut, cameSince }: Known): SieveFacts => ({
  isMeant: ({ play: { where }, customer }) => where === undefined || isMeant(where)(customer),
  refunds,
  complaints,
  carriedOut,
  cameSince,
});

/** The day from which contacts count, for the budgets and for whoever wants the fewest. */
function lookBack(
  from: string,
  { promotions, all, channels }: PlanPolicy,
  wishes: ReadonlyMap<number, Wishes>,
): string {
  const longest = Math.max(
    promotions.days,
    all.days,
    ...Object.values(channels).flatMap(({ days, gap_days: gap }) => [days, gap]),
    [...wishes.values()].reduce((most, { everyDays = 0 }) => Math.max(most, everyDays), 0),
  );
  return addDays(from, -longest);
}

/** How a candidate may be reached, or why not. */
export function reachOf({ archive, population }: Planner, candidate: Candidate): Reach {
  const { customer } = candidate;
  const asked = { wishes: wishesOf(archive, population.until, customer), among: reachedTogether(archive, customer) };
  return reachThrough(archive, population, asked)(candidate);
}
