/** The Chinese calendar, by lunar-typescript: the one of Intl has New Year a day late in 2027 and others. */
import { createRequire } from 'node:module';
import type * as Lunar from 'lunar-typescript';
import { addDays } from '../values/days.ts';

// It takes as long to load as a small command does altogether.
let loaded: typeof Lunar | undefined;
const library = (): typeof Lunar => (loaded ??= createRequire(import.meta.url)('lunar-typescript') as typeof Lunar);

/**
 * The ISO day of a month and day in the lunar year whose first day falls into `year`. The day 30 of a month that has
 * only 29 is its last, and no leap month is meant: so birthdays are kept.
 */
export function lunarDay(year: number, month: number, day: number): string {
  const { Lunar, LunarMonth } = library();
  const days = LunarMonth.fromYm(year, month)?.getDayCount() ?? day;
  return Lunar.fromYmd(year, month, Math.min(day, days)).getSolar().toYmd();
}

/** The day before the Spring Festival of `year`. */
export const lunarNewYearsEve = (year: number): string => addDays(lunarDay(year, 1, 1), -1);

/** The keys of lunar-typescript; it calls the solstice at the end of a year, not the one before it, by capitals. */
const TERMS = { qingming: '清明', dongzhi: 'DONG_ZHI' } as const;
export type SolarTerm = keyof typeof TERMS;

export function solarTerm(year: number, term: SolarTerm): string {
  const found = library().Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()[TERMS[term]];
  if (!found) throw new Error(`no ${term} in ${year}`);
  return found.toYmd();
}

export interface DecreedDay {
  readonly day: string;
  readonly name: string;
  /** A day of the weekend that is worked on in exchange. */
  readonly works: boolean;
}

/** Days off and made up in mainland China, as decreed each November for the year to come; none of a year not known yet. */
export const decreedDays = (year: number): readonly DecreedDay[] =>
  library()
    .HolidayUtil.getHolidays(year)
    .map((holiday) => ({ day: holiday.getDay(), name: holiday.getName(), works: holiday.isWork() }));
