/** Wall times: what a clock in the shop showed, with the offset, if any, that stood beside it. */
import type { Parsed } from './parsed.ts';

export interface WallTime {
  /** YYYY-MM-DDTHH:MM:SS */
  readonly wall: string;
  /** Minutes east of UTC, null where none was written. */
  readonly offset: number | null;
  readonly dateOnly: boolean;
  /** Set where a bare number stood in the place of a date. */
  readonly from?: 'serial' | 'epoch';
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** NaN for an hour that its half of the day does not have. */
export type Clock = readonly [hour: number, minute: number, second: number];

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** No shop's export is older; a blank cell shown as a date is. */
const OLDEST_YEAR = 1990;

/** An `offset` of undefined is one that no place has. Reasons: impossible, too_old. */
export function wallTime(date: Day, clock: Clock | undefined, offset: number | null | undefined): Parsed<WallTime> {
  const { year, month, day } = date;
  if (year < OLDEST_YEAR) return { ok: false, reason: 'too_old' };
  const [hour, minute, second] = clock ?? [0, 0, 0];
  if (!exists(date) || !(hour <= 23 && minute <= 59 && second <= 59) || offset === undefined)
    return { ok: false, reason: 'impossible' };
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  return { ok: true, value: { wall, offset, dateOnly: clock === undefined } };
}

export function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
