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
  /** Whoever has more comes first of a household, and where there is a limit; between equals whoever has the lower number. */
  readonly priorityOf?: ((customer: number) => number | undefined) | undefined;
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

/** In the order of `people`, which is that of their numbers. */
export function contactList(people: readonly Person[], rules: ListRules): ContactList {
  const { allowed, leftOut } = gate(people, rules.kind);
  const { householdOf, limit = Infinity, holdout, priorityOf = () => 0 } = rules;
  const isWhole = !householdOf && allowed.length <= limit;
  const worth = new Float64Array(isWhole ? 0 : allowed.length).map(
    (_, at) => priorityOf(allowed[at]?.customer ?? 0) ?? 0,
  );
  const first = householdOf && firstOfEach(allowed, worth, householdOf);
  const isWithin = firstByWorth(first ? worth.filter((_, at) => first.has(at)) : worth, limit);
  const listed: Person[] = [];
  const heldOut: Person[] = [];
  const out: { person: Person; reason: LeftOutReason }[] = [...leftOut];
  allowed.forEach((person, at) => {
    if (first && !first.has(at)) out.push({ person, reason: 'same_household' });
    else if (!isWhole && !isWithin(worth[at] ?? 0)) out.push({ person, reason: 'beyond_limit' });
    else (isHeldOut(person, holdout) ? heldOut : listed).push(person);
  });
  return { listed, heldOut, leftOut: out };
}

/** The places of those who come first in their household. */
function firstOfEach(
  people: readonly Person[],
  worth: Float64Array,
  householdOf: (customer: number) => string | undefined,
): ReadonlySet<number> {
  const best = new Map<string | number, number>();
  for (const [at, { customer }] of people.entries()) {
    const household = householdOf(customer) ?? customer;
    const known = best.get(household);
    if (known === undefined || (worth[at] ?? 0) > (worth[known] ?? 0)) best.set(household, at);
  }
  return new Set(best.values());
}

/** Asked of each in their order, whether they are among the first `limit`. */
function firstByWorth(worth: Float64Array, limit: number): (worth: number) => boolean {
  if (worth.length <= limit) return () => true;
  const sorted = worth.toSorted();
  const least = sorted[worth.length - limit] ?? Infinity;
  let equals = limit - worth.length + upTo(sorted, least);
  return (one) => one > least || (one === least && equals-- > 0);
}

/** How many are at most so much. */
function upTo(sorted: Float64Array, most: number): number {
  let count = sorted.length;
  while (count > 0 && (sorted[count - 1] ?? 0) > most) count -= 1;
  return count;
}

function isHeldOut({ customer }: Person, holdout: Holdout | undefined): boolean {
  if (!holdout) return false;
  const earlier = holdout.earlier.get(customer);
  if (earlier !== undefined) return earlier === 'held_out';
  return holdout.share > 0 && shareOf(customer, holdout.seed) < holdout.share;
}
