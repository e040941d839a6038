/** Days that come every year by a rule of the Gregorian calendar. */
import { addDays } from '../values/days.ts';
import { easterOf } from './easter.ts';

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type YearlyDay =
  /** MM-DD */
  | { readonly on: string }
  /** The nth such weekday of a month, -1 the last; and so many days after it. */
  | { readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: Weekday; readonly month: number; readonly plus?: number }
  /** So many days after Easter Sunday. */
  | { readonly easter: number };

export function yearlyDay(rule: YearlyDay, year: number): string {
  if ('on' in rule) return `${year}-${rule.on}`;
  if ('easter' in rule) return addDays(easterOf(year), rule.easter);
  const { nth, weekday, month, plus = 0 } = rule;
  // The first such day of the month after, less a week, is the last of this one.
  const first = isoDay(year, nth === -1 ? month + 1 : month, 1);
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, ahead + (nth === -1 ? -7 : (nth - 1) * 7) + plus);
}

export const weekdayOf = (day: string): Weekday => new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
