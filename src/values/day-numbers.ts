/** Days as whole numbers, counted from 1970-01-01, for what goes through very many of them. */
import { addDays, daysBetween } from './days.ts';

const FIRST = '1970-01-01';
/** An archive knows some thousands of days; each is worked out once. */
const numbers = new Map<string, number>();
const texts = new Map<number, string>();

export function dayNumber(day: string): number {
  let number = numbers.get(day);
  if (number === undefined) numbers.set(day, (number = daysBetween(FIRST, day)));
  return number;
}

export function dayText(number: number): string {
  let text = texts.get(number);
  if (text === undefined) texts.set(number, (text = addDays(FIRST, number)));
  return text;
}
