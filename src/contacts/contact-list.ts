/** Who of those chosen is on a list: past the gate, one to a household, the first by priority, less whoever is held out. Pure. */
import { shareOf } from '../segments/share-of.ts';
import type { GateReason, Kind } from './gate.ts';
import { gate, type Person } from './people.ts';

export type LeftOutReason = GateReason | 'same_household' | 'beyond_limit';
export type Standing = 'listed' | 'held_out';

export interface ListRules {
  readonly kind: Kind;
  /** What those of one household have in common; undefined where nothing is known. Without it everybody is on the list. */
  readonly householdOf?: ((customer: number) => string | undefined) | undefined;
  /** Whoever has more comes first where there is a limit, and of a household. */
  readonly priorityOf: (customer: number) => number;
  readonly limit?: number | undefined;
  readonly holdout?: Holdout | undefined;
}

export interface Holdout {
  /** Of those who could be on the list, from 0 to 1. */
  readonly share: number;
  readonly seed: string;
  /** What became of somebody in an earlier list of the same series: that stays, else no difference could be told from chance. */
  readonly earlier: ReadonlyMap<number, Standing>;
}

export interface ContactList {
  readonly listed: readonly Person[];
  readonly heldOut: readonly Person[];
  readonly leftOut: readonly { readonly person: Person; readonly reason: LeftOutReason }[];
}

/** In the order of `people`. */
export function contactList(people: readonly Person[], rules: ListRules): ContactList {
  const { allowed, leftOut } = gate(people, rules.kind);
  const first = rules.householdOf ? firstOfEach(allowed, rules.householdOf, rules.priorityOf) : new Set(allowed);
  const ofHouseholds = allowed.filter((person) => first.has(person));
  const within = withinLimit(ofHouseholds, rules);
  const held = new Set(ofHouseholds.filter((person) => within.has(person) && isHeldOut(person, rules.holdout)));
  return {
    listed: ofHouseholds.filter((person) => within.has(person) && !held.has(person)),
    heldOut: [...held],
    leftOut: [
      ...leftOut,
      ...allowed.flatMap((person) => (first.has(person) ? [] : [{ person, reason: 'same_household' as const }])),
      ...ofHouseholds.flatMap((person) => (within.has(person) ? [] : [{ person, reason: 'beyond_limit' as const }])),
    ],
  };
}

type PriorityOf = ListRules['priorityOf'];

function firstOfEach(
  people: readonly Person[],
  householdOf: (customer: number) => string | undefined,
  priorityOf: PriorityOf,
): ReadonlySet<Person> {
  const best = new Map<string | Person, Person>();
  for (const person of people) {
    const household = householdOf(person.customer) ?? person;
    const known = best.get(household);
    if (!known || comesBefore(person, known, priorityOf)) best.set(household, person);
  }
  return new Set(best.values());
}

/** Between equals whoever has the lower number. */
const comesBefore = (a: Person, b: Person, priorityOf: PriorityOf): boolean =>
  (priorityOf(b.customer) - priorityOf(a.customer) || a.customer - b.customer) < 0;

function withinLimit(people: readonly Person[], { limit, priorityOf }: ListRules): ReadonlySet<Person> {
  if (limit === undefined || people.length <= limit) return new Set(people);
  const placed = people.map((person) => ({ person, priority: priorityOf(person.customer) }));
  placed.sort((a, b) => b.priority - a.priority || a.person.customer - b.person.customer);
  return new Set(placed.slice(0, limit).map(({ person }) => person));
}

function isHeldOut({ customer }: Person, holdout: Holdout | undefined): boolean {
  if (!holdout) return false;
  const earlier = holdout.earlier.get(customer);
  return earlier === undefined ? shareOf(customer, holdout.seed) < holdout.share : earlier === 'held_out';
}
