/**
 * Of an AND the parts that are told of a customer's row alone: where they leave few, only the orders of these have to be
 * gone through for the others.
 */
import { type Condition, askedOf, type Leaf, leavesOf } from './condition.ts';

/** Undefined where there is no such part, or none that goes through orders. */
export function rowParts(condition: Condition): Condition | undefined {
  if (condition.kind === 'segment') return rowParts(condition.inner);
  if (condition.kind !== 'and') return undefined;
  const told = condition.parts.filter((part) => leavesOf(part).every(isOfTheRow));
  const others = condition.parts.filter((part) => !told.includes(part));
  if (told.length === 0 || !others.flatMap(leavesOf).some(goesThroughOrders)) return undefined;
  return { ...condition, parts: told };
}

function isOfTheRow(leaf: Leaf): boolean {
  if (leaf.kind !== 'contrast' && (leaf.kind !== 'test' || leaf.percentile)) return false;
  return askedOf(leaf).every(
    ({ field, during }) => during === undefined && field.rows === undefined && !field.supplied,
  );
}

/** Of whoever has no row there is none. */
export const goesThroughOrders = (leaf: Leaf): boolean =>
  leaf.kind === 'matches' && leaf.collection.about.includes('orders');
