/** A condition told of one customer: of a segment or of what somebody wrote, on the day of the population. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { resolve } from './compile.ts';
import { collectionNamed } from './collections.ts';
import { askedOf, type Leaf, leavesOf } from './condition.ts';
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
  const asked = leaf.kind === 'matches' ? [leaf.collection] : askedOf(leaf).map(({ field }) => field);
  return asked.some(({ about }) => about.includes('orders'));
}
