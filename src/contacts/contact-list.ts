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
  /** Who comes first of a household, and where there is a limit; whoever is missing comes last, by their number. */
  readonly order?: readonly number[] | undefined;
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
  const { householdOf, limit = Infinity, holdout } = rules;
  const isWhole = !householdOf && allowed.length <= limit;
  const placed = isWhole ? allowed : inOrder(allowed, rules.order ?? []);
  const first = householdOf ? firstOfEach(placed, householdOf) : placed;
  const isFirst = isIn(first, allowed);
  const isWithin = isIn(first.length <= limit ? first : first.slice(0, limit), allowed);
  const listed: Person[] = [];
  const heldOut: Person[] = [];
  const out: { person: Person; reason: LeftOutReason }[] = [...leftOut];
  for (const person of allowed) {
    if (!isFirst(person)) out.push({ person, reason: 'same_household' });
    else if (!isWithin(person)) out.push({ person, reason: 'beyond_limit' });
    else (isHeldOut(person, holdout) ? heldOut : listed).push(person);
  }
  return { listed, heldOut, leftOut: out };
}

/** Of some of `all`, or of all of them. */
function isIn(some: readonly Person[], all: readonly Person[]): (person: Person) => boolean {
  if (some.length === all.length) return () => true;
  const set = new Set(some);
  return (person) => set.has(person);
}

function inOrder(people: readonly Person[], order: readonly number[]): readonly Person[] {
  const waiting = new Map(people.map((person) => [person.customer, person]));
  const placed: Person[] = [];
  for (const customer of order) {
    const person = waiting.get(customer);
    if (person && waiting.delete(customer)) placed.push(person);
  }
  return [...placed, ...[...waiting.values()].toSorted((a, b) => a.customer - b.customer)];
}

function firstOfEach(
  placed: readonly Person[],
  householdOf: (customer: number) => string | undefined,
): readonly Person[] {
  const known = new Set<string>();
  return placed.filter(({ customer }) => {
    const household = householdOf(customer);
    if (household === undefined) return true;
    const isNew = !known.has(household);
    known.add(household);
    return isNew;
  });
}

function isHeldOut({ customer }: Person, holdout: Holdout | undefined): boolean {
  if (!holdout) return false;
  const earlier = holdout.earlier.get(customer);
  return earlier === undefined ? shareOf(customer, holdout.seed) < holdout.share : earlier === 'held_out';
}
