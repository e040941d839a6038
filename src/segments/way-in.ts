/** What would have to become otherwise for a condition to hold, or no longer to hold. Pure. */
import type { Leaf } from './condition.ts';
import type { Verdict } from './evaluate.ts';

export interface Step {
  readonly verdict: Verdict & { readonly condition: Leaf };
  /** Whether the clause has to hold, or must not. */
  readonly wanted: boolean;
}

/** The fewest clauses that have to change together; none where it is so already. Of several ways that are as short, the first as written. */
export function wayTo(verdict: Verdict, wanted: boolean): Step[] {
  const { condition, holds, parts } = verdict;
  if (holds === wanted) return [];
  switch (condition.kind) {
    case 'and':
    case 'or': {
      // An AND comes to hold by all of its parts, and stops by any; an OR the other way round.
      const ways = parts.map((part) => wayTo(part, wanted));
      if ((condition.kind === 'and') === wanted) return ways.flat();
      return ways.reduce((shortest, way) => (way.length < shortest.length ? way : shortest));
    }
    case 'not':
    case 'segment':
      return parts.flatMap((part) => wayTo(part, condition.kind === 'not' ? !wanted : wanted));
    default:
      return [{ verdict: { ...verdict, condition }, wanted }];
  }
}
