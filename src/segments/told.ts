/** A condition told of one customer: of a segment or of what somebody wrote, on the day of the population. */
import type { Population } from '../measures/population.ts';
import { gatherOf } from '../measures/gather.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { resolve } from './compile.ts';
import { collectionNamed } from './collections.ts';
import { type Condition, type Leaf, leavesOf } from './condition.ts';
import { factsOf } from './customer-facts.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import type { Row } from './facts-queries.ts';
import { conditionOf } from './scope.ts';

/** temp.measures must stand for the population, and have everybody. Throws SegmentError. */
export function tell(archive: Archive, source: string, population: Population, customer: number): Verdict {
  const condition = resolve(archive, population, conditionOf(archive, source, population), { of: 'one' });
  return evaluate(condition, factsOf(archive, population, customer));
}

/** The orders a verdict rests on: those that count, the latest first; none where it asks of no orders. */
export function ordersBehind(
  archive: Archive,
  population: Population,
  customer: number,
  { condition }: Verdict,
): Row[] {
  if (!leavesOf(condition).some(isAboutOrders)) return [];
  const place = { start: 0, end: 0 };
  const orders = factsOf(archive, population, customer).rows(
    collectionNamed('orders_placed', '', place),
    new Set(['number', 'shop', 'amount']),
  );
  return orders.toReversed();
}

function isAboutOrders(leaf: Leaf): boolean {
  if (leaf.kind === 'matches') return leaf.collection.about.includes('orders');
  if (leaf.kind === 'contrast') return [leaf.left, leaf.right].some(({ field }) => field.about.includes('orders'));
  return (leaf.kind === 'test' || leaf.kind === 'rank') && leaf.asked.field.about.includes('orders');
}

/** Days that are looked ahead. */
const HORIZON = 400;

export type Waiting =
  | { readonly falls: 'in' | 'out'; readonly day: string; readonly verdict: Verdict }
  | { readonly falls: 'never'; readonly within: number }
  /** It depends on everybody, whose values change as well. */
  | { readonly falls: 'unknown' };

/**
 * The first day on which it is otherwise for the customer when nothing else happens. temp.measures
 * stands for another day afterwards.
 */
export function waitFor(
  archive: Archive,
  source: string,
  population: Population,
  customer: number,
  member: boolean,
): Waiting {
  const { asOf } = population;
  if (leavesOf(conditionOf(archive, source, population)).some(dependsOnOthers)) return { falls: 'unknown' };
  for (let days = 1; days <= HORIZON; days++) {
    const day = addDays(asOf, days);
    const verdict = tell(archive, source, gatherOf(archive, day, [customer]), customer);
    if (verdict.holds !== member) return { falls: member ? 'out' : 'in', day, verdict };
  }
  return { falls: 'never', within: HORIZON };
}

const dependsOnOthers = (leaf: Condition): boolean =>
  leaf.kind === 'rank' || leaf.kind === 'members' || (leaf.kind === 'test' && leaf.percentile === true);
