/** The comparisons of the language on values in memory, as comparison-sql.ts has them in SQL. Pure. */
import type { Operator } from './expression.ts';
import type { Scalar } from './scalar.ts';

export type Seen = Scalar | null;

/** True or false, also for a missing value, which negations keep. Texts are given in lower case. */
export function compare(seen: Seen, operator: Operator, values: readonly Seen[]): boolean {
  switch (operator) {
    case '!=':
      return !compare(seen, '=', values);
    case 'NOT IN':
      return !compare(seen, 'IN', values);
    case 'NOT CONTAINS':
      return !compare(seen, 'CONTAINS', values);
    case 'IS NULL':
      return seen === null;
    case 'IS NOT NULL':
      return seen !== null;
    default:
      return seen !== null && holds(seen, operator, values);
  }
}

function holds(seen: Scalar, operator: Operator, values: readonly Seen[]): boolean {
  const [first = null, second = null] = values;
  if (operator === 'IN') return values.some((value) => value === seen);
  if (first === null) return false;
  switch (operator) {
    case 'BETWEEN':
      return second !== null && order(seen, first) >= 0 && order(seen, second) <= 0;
    case 'CONTAINS':
      return String(seen).includes(String(first));
    case 'STARTS WITH':
      return String(seen).startsWith(String(first));
    case 'ENDS WITH':
      return String(seen).endsWith(String(first));
    default:
      return signHolds(order(seen, first), operator);
  }
}

export function signHolds(order: number, operator: Operator): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return false;
  }
}

/** Numbers by size; days are ISO, which sort as they are. */
export function order(one: Scalar, other: Scalar): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
