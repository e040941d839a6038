/** Days of every year, as MM-DD. Whoever was born on 29 February has their day on the 28th in a year without. */
import { addDays, daysBetween, isDay } from '../values/days.ts';
import type { Operator } from './expression.ts';
import type { Scalar } from './scalar.ts';

const LEAP_DAY = '02-29';

/** Every day of the year that a test names: of `= day`, `!= day` and `BETWEEN day AND day`. */
export function yearlyDays(operator: Operator, values: readonly Scalar[]): string[] {
  const [from = '', to = from] = values.map(String);
  const length = operator === 'BETWEEN' ? daysBetween(from, to) : 0;
  const days = new Set<string>();
  for (let n = 0; n <= Math.min(length, 366); n++) {
    const day = addDays(from, n);
    days.add(day.slice(5));
    if (day.endsWith('-02-28') && !addDays(day, 1).endsWith(LEAP_DAY)) days.add(LEAP_DAY);
  }
  return [...days];
}

/** Whether the day of every year that `day` is (its own year aside) is one that a test names, year by year. */
export function fallsOn(day: string, operator: Operator, values: readonly Scalar[]): boolean {
  const [from = '', to = from] = values.map(String);
  const last = operator === 'BETWEEN' ? to : from;
  for (let year = Number(from.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const own = `${String(year).padStart(4, '0')}-${day.slice(5)}`;
    const falls = isDay(own) ? own : `${own.slice(0, 5)}02-28`;
    if (from <= falls && falls <= last) return true;
  }
  return false;
}
