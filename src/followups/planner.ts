/** The plan of an archive for a range of days: plays, gate and budgets brought together. */
import type { Channel, GateReason } from '../contacts/gate.ts';
import { decide } from '../contacts/gate.ts';
import { peopleFor, type PeopleOf } from '../contacts/people.ts';
import { reachedTogether } from '../contacts/queries.ts';
import { wishesOf } from '../customers/edit-queries.ts';
import type { Population } from '../measures/population.ts';
import type { MeasuresRow } from '../measures/queries.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { BUDGET, type DayRange, type Plan, plan, type Reach } from './plan.ts';
import { plays } from './plays.ts';
import { customerOrders, orderEnds, outcomeOf, type OutcomeRow, outcomes, touchesSince } from './queries.ts';

/** Everything plays call for and nobody has dealt with yet, expired ones included; temp.measures must stand for the population. */
export function openCandidates(archive: Archive, population: Population): Candidate[] {
  const settled = outcomes(archive, population.asOf);
  return allCandidates(archive, population).filter((candidate) => !settled.has(candidate.occurrence));
}

export function allCandidates(archive: Archive, population: Population): Candidate[] {
  const customers = customerOrders(archive, population.asOf);
  return plays.flatMap((play) => customers.flatMap((customer) => candidateOf(play, customer) ?? []));
}

export function planFor(archive: Archive, population: Population, range: DayRange): Plan {
  const wishes = wishesOf(archive, population.until);
  const touches = touchesSince(archive, lookBack(range, wishes), population.asOf);
  return plan(openCandidates(archive, population), reachThrough(archive, population, wishes), touches, range);
}

/**
 * The same for one customer with these measures, from their own history alone: a message to somebody else at the
 * same address may still move it by a day.
 */
export function planOf(
  archive: Archive,
  { asOf, until }: Pick<Population, 'asOf' | 'until'>,
  measures: Pick<MeasuresRow, 'customer_id' | 'number_of_orders' | 'rhythm_days' | 'amount_spent'>,
  range: DayRange,
): Plan {
  const { customer_id: customer, number_of_orders: orders, rhythm_days: rhythmDays, amount_spent: value } = measures;
  const ends = orderEnds(archive, asOf, customer).get(customer);
  const open = plays.flatMap((play) => {
    const candidate =
      ends && rhythmDays !== null && candidateOf(play, { customer, orders, rhythmDays, value, ...ends });
    return candidate && !outcomeOf(archive, play.name, candidate.occurrence, asOf) ? [candidate] : [];
  });
  const wishes = wishesOf(archive, until, customer);
  const together = reachedTogether(archive, customer);
  const touches = touchesSince(archive, lookBack(range, wishes), asOf, customer);
  return plan(open, reachThrough(archive, { until }, wishes, together), touches, range);
}

export function settledOutcome(archive: Archive, population: Population, candidate: Candidate): OutcomeRow | undefined {
  return outcomeOf(archive, candidate.play.name, candidate.occurrence, population.asOf);
}

type Wishes = ReturnType<typeof wishesOf>;

/** The day from which contacts count, for the budget and for whoever wants the fewest. */
function lookBack(range: DayRange, wishes: Wishes): string {
  const longest = Math.max(BUDGET.days, ...[...wishes.values()].map(({ everyDays }) => everyDays ?? 0));
  return addDays(range.from, -longest);
}

/**
 * The first of a play's channels that is open to the customer, the one they prefer before the others; the reason is
 * the one nearest to being open. `among` are all who are reached where those asked for are.
 */
export function reachThrough(
  archive: Archive,
  { until }: Pick<Population, 'until'>,
  wishes: Wishes = wishesOf(archive, until),
  among?: readonly number[],
): (candidate: Candidate) => Reach {
  const people = new Map<Channel, PeopleOf>();
  const peopleOn = (channel: Channel): PeopleOf => {
    let found = people.get(channel);
    if (!found) people.set(channel, (found = peopleFor(archive, channel, until, among)));
    return found;
  };
  return ({ play, customer }) => {
    const { channel: preferred, everyDays } = wishes.get(customer) ?? {};
    let reason: GateReason = 'no_address';
    for (const channel of play.channels.toSorted((a, b) => Number(b === preferred) - Number(a === preferred))) {
      const person = peopleOn(channel)(customer);
      const decision = decide(person, play.kind);
      if (decision.allowed && person.address !== null) return { channel, address: person.address, everyDays };
      if (!decision.allowed && decision.reason !== 'no_address' && reason === 'no_address') reason = decision.reason;
    }
    return { reason };
  };
}
