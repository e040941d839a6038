/** Lengths of time as people type them: 3y, 18m, 26w, 900d. */
import { addDays, addMonths, addYears } from './days.ts';

const AGE = /^([1-9]\d{0,4})([ymwd])$/;

export const isAge = (text: string): boolean => AGE.test(text);

/** The day so long before another. Throws RangeError where `age` is none. */
export function dayBefore(day: string, age: string): string {
  const [, digits, unit] = AGE.exec(age) ?? [];
  const count = -Number(digits);
  if (unit === 'y') return addYears(day, count);
  if (unit === 'm') return addMonths(day, count);
  if (unit === 'w') return addDays(day, 7 * count);
  if (unit === 'd') return addDays(day, count);
  throw new RangeError(`${age} is no age`);
}
