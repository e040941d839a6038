/** A condition told of one customer: of a segment or of what somebody wrote, on the day of the population. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { resolve } from './compile.ts';
import { collectionNamed } from './collections.ts';
import { askedOf, type Leaf, leavesOf } from './condition.ts';
import { factsOf } from './customer-facts.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import type { Row } from './facts-queries.ts';
import { fieldNamed } from './fields.ts';
import { conditionOf } from './scope.ts';
import type { Figures } from './takes.ts';

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

/** temp.measures must stand for the population. */
export function figuresOf(archive: Archive, population: Population, customer: number): Figures {
  const facts = factsOf(archive, population, customer);
  const figure = (name: string): number | null => {
    const seen = facts.value({ field: fieldNamed(name, name, { start: 0, end: name.length }) });
    return typeof seen === 'number' ? seen : null;
  };
  return {
    number_of_orders: figure('number_of_orders') ?? 0,
    amount_spent: figure('amount_spent') ?? 0,
    recency_days: figure('recency_days'),
    rhythm_days: figure('rhythm_days'),
  };
}

function isAboutOrders(leaf: Leaf): boolean {
  const asked = leaf.kind === 'matches' ? [leaf.collection] : askedOf(leaf).map(({ field }) => field);
  return asked.some(({ about }) => about.includes('orders'));
}
