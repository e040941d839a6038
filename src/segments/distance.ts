/** How far a value lies from the border of a condition. Pure. */
import { daysBetween } from '../values/days.ts';
import type { Seen } from './compare.ts';
import type { Operator } from './expression.ts';
import type { Scalar } from './scalar.ts';

export interface Distance {
  readonly border: Scalar;
  /** Above the border positive, below it negative; of days later and earlier, in days. */
  readonly by: number;
}

/** Undefined where there is no value, or the condition has no border: of a list, of texts. */
export function distanceOf(seen: Seen, operator: Operator, values: readonly Seen[]): Distance | undefined {
  const [first = null, second = null] = values;
  if (seen === null || first === null) return undefined;
  switch (operator) {
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return between(seen, first);
    case 'BETWEEN': {
      const [low, high] = [between(seen, first), second === null ? undefined : between(seen, second)];
      if (!low || !high) return low ?? high;
      if (low.by < 0) return low;
      if (high.by > 0) return high;
      return low.by <= -high.by ? low : high;
    }
    default:
      return undefined;
  }
}

function between(seen: Scalar, border: Scalar): Distance | undefined {
  if (typeof seen === 'number' && typeof border === 'number') return { border, by: seen - border };
  if (typeof seen !== 'string' || typeof border !== 'string') return undefined;
  return isIsoDay(seen) && isIsoDay(border) ? { border, by: daysBetween(border, seen) } : undefined;
}

const isIsoDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
