/** When a customer comes into a segment, or falls out of it, by waiting alone. */
import { gatherOf } from '../measures/gather.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { type Leaf, leavesOf } from './condition.ts';
import { conditionOf } from './scope.ts';
import { tell } from './told.ts';

/** Days that are looked ahead. */
const HORIZON = 400;

export type Waiting =
  | { readonly falls: 'in' | 'out'; readonly day: string }
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
    const { holds } = tell(archive, source, gatherOf(archive, day, [customer]), customer);
    if (holds !== member) return { falls: member ? 'out' : 'in', day };
  }
  return { falls: 'never', within: HORIZON };
}

const dependsOnOthers = (leaf: Leaf): boolean =>
  leaf.kind === 'rank' || leaf.kind === 'members' || (leaf.kind === 'test' && leaf.percentile === true);
