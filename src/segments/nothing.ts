/** Whether what is asked of all that match together holds of nothing: counts and sums of nothing are 0, gaps are missing. */
import { compare } from './compare.ts';
import { isAggregate, type RowTest } from './condition.ts';

/** Not where nothing is asked of them together: then something has to match. */
export function meetsNothing(aggregates: readonly RowTest[]): boolean {
  return (
    aggregates.length > 0 &&
    aggregates.every(({ of, operator, values }) =>
      compare(isAggregate(of) && of.how.endsWith('gap') ? null : 0, operator, values),
    )
  );
}
