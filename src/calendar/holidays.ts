/** Public holidays of a place, and whether a day is worked on there. Of what is not known that is said, and nothing guessed. */
import { addDays } from '../values/days.ts';
import { HOLIDAY_TABLES, type HolidayTable } from './holiday-tables.ts';
import { decreedDays } from './lunar.ts';
import { weekdayOf, yearlyDay } from './yearly-day.ts';

export type HolidayAnswer =
  /** The place, or that year of it, is not known. */
  | { readonly covered: false }
  | {
      readonly covered: true;
      /** As it is called there; null for a common day. */
      readonly holiday: string | null;
      /** No weekend and no holiday, or a weekend's day that is made up. */
      readonly works: boolean;
    };

/** Known: CN for the years decreed, AU, FR, US. The place is a country, or a part of one by ISO 3166-2. */
export function holidayOn(place: string, day: string): HolidayAnswer {
  if (place === 'CN') return inChina(day);
  const table = HOLIDAY_TABLES.get(place);
  const year = Number(day.slice(0, 4));
  if (!table || year < table.from) return { covered: false };
  const holiday = namesByDay(table, year).get(day) ?? null;
  return { covered: true, holiday, works: holiday === null && !isWeekend(day) };
}

function inChina(day: string): HolidayAnswer {
  const decreed = decreedDays(Number(day.slice(0, 4)));
  // A year is there once its first of May is: before, only days that the year before borrowed from it.
  if (!decreed.some((one) => one.day.slice(5) === '05-01')) return { covered: false };
  const found = decreed.find((one) => one.day === day);
  if (found) return { covered: true, holiday: found.works ? null : found.name, works: found.works };
  return { covered: true, holiday: null, works: !isWeekend(day) };
}

function namesByDay(table: HolidayTable, year: number): Map<string, string> {
  const names = new Map<string, string>();
  // New Year's Day on a Saturday is observed in the year before.
  for (const one of [year, year + 1]) {
    const rules = table.days.filter(({ from = table.from }) => one >= from);
    const dated = rules.map((rule) => ({ ...rule, on: yearlyDay(rule.day, one) }));
    for (const { on, name } of dated) names.set(on, name);
    for (const { on, name, instead } of dated)
      if (instead && isWeekend(on)) names.set(instead === 'nearest' ? nearestTo(on) : freeAfter(on, names), name);
  }
  return names;
}

const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;

const nearestTo = (day: string): string => addDays(day, weekdayOf(day) === 6 ? -1 : 1);

function freeAfter(day: string, taken: ReadonlyMap<string, string>): string {
  let next = addDays(day, 1);
  while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
  return next;
}
