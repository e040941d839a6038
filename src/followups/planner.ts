/** The plan of an archive for a range of days: plays, gate and budgets brought together. */
import type { Channel, GateReason } from '../contacts/gate.ts';
import { decide } from '../contacts/gate.ts';
import { peopleFor, type PeopleOf } from '../contacts/people.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { BUDGET, type DayRange, type Plan, plan, type Reach } from './plan.ts';
import { plays } from './plays.ts';
import { customerOrders, type OutcomeRow, outcomes, touchesSince } from './queries.ts';

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
  const touches = touchesSince(archive, addDays(range.from, -BUDGET.days), population.asOf);
  return plan(openCandidates(archive, population), reachThrough(archive, population), touches, range);
}

export function settledOutcome(archive: Archive, population: Population, candidate: Candidate): OutcomeRow | undefined {
  return outcomes(archive, population.asOf).get(candidate.occurrence);
}

/** The first of a play's channels that is open to the customer; the reason is the one nearest to being open. */
export function reachThrough(archive: Archive, { until }: Pick<Population, 'until'>): (candidate: Candidate) => Reach {
  const people = new Map<Channel, PeopleOf>();
  const peopleOn = (channel: Channel): PeopleOf => {
    let found = people.get(channel);
    if (!found) people.set(channel, (found = peopleFor(archive, channel, until)));
    return found;
  };
  return ({ play, customer }) => {
    let reason: GateReason = 'no_address';
    for (const channel of play.channels) {
      const person = peopleOn(channel)(customer);
      const decision = decide(person, play.kind);
      if (decision.allowed && person.address !== null) return { channel, address: person.address };
      if (!decision.allowed && decision.reason !== 'no_address' && reason === 'no_address') reason = decision.reason;
    }
    return { reason };
  };
}
