/** What comes back every year: on which days of a span a day of every year falls. */
import { dayNumber, dayText } from '../../values/day-numbers.ts';
import { addDays, isDay } from '../../values/days.ts';
import type { Occurrence, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';

const LEAP_DAY = '02-29';

/** Day numbers by MM-DD; 29 February falls on the 28th in a year without. */
export function yearlyDays({ from, to }: Pick<Timing, 'from' | 'to'>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const add = (monthDay: string, number: number) => {
    const known = found.get(monthDay);
    if (known) known.push(number);
    else found.set(monthDay, [number]);
  };
  for (let number = from; number <= to; number++) {
    const day = dayText(number);
    add(day.slice(5), number);
    if (day.endsWith('-02-28') && !addDays(day, 1).endsWith(LEAP_DAY)) add(LEAP_DAY, number);
  }
  return found;
}

/** Of a customer whose day comes round every year, one for each day number. */
export function* yearlyOccurrences(
  on: readonly number[],
  { customer, timing, sources }: { readonly customer: number; readonly timing: Timing; readonly sources: Sources },
  lead: number,
): Generator<Occurrence> {
  for (const number of on)
    yield {
      customer,
      occurrence: dayText(number).slice(0, 4),
      order: null,
      about: null,
      ...timing.daysOf(number),
      ordered: nextOrder(sources, customer, number - lead),
    };
}

/** The day of a month in every year of a span, the month's last where it is shorter. */
export function dayOfYears({ from, to }: Pick<Timing, 'from' | 'to'>, month: number, day: number): number[] {
  return yearsOf({ from, to }).flatMap((year) => {
    for (let last = day; last > 27; last--) {
      const found = written(year, month, last);
      if (isDay(found)) return [dayNumber(found)];
    }
    return [dayNumber(written(year, month, day))];
  });
}

export function yearsOf({ from, to }: Pick<Timing, 'from' | 'to'>): number[] {
  const [first, last] = [from, to].map((number) => Number(dayText(number).slice(0, 4))) as [number, number];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, years) => first + years);
}

const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
