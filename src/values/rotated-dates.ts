/**
 * Dates that a spreadsheet turned round: it read 11/02/20, the 2nd of November 2020, year first and
 * wrote 2011-02-20. All such dates fall on one day, the last two digits of the true year, and those
 * whose day was no month stay right, or stay the text they were.
 */
import type { ColumnExample } from './column-example.ts';

interface Seen extends ColumnExample {
  /** A bit for each day of the month. */
  days: number;
  count: number;
}

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const BLANK = 0x20;
/** Fewer may be chance. */
const ENOUGH = 5;

export class RotatedDates {
  readonly #years = new Map<number, Seen>();
  readonly #shortYears = new Set<number>();
  /** The last day in ten places, which most rows share with the one above. */
  #day = '';
  #seen: Seen | undefined;

  /** True where the date has its year first, so that there is nothing more to learn of its order. */
  add(text: string, line: number, sheet?: string): boolean {
    const first = text.charCodeAt(0);
    // No year of an order begins with another digit.
    if (first !== 0x31 && first !== 0x32) return false;
    if (this.#seen && text.charCodeAt(10) === BLANK && text.startsWith(this.#day)) {
      this.#seen.count++;
      return true;
    }
    const match = YEAR_FIRST.exec(text);
    if (!match) return false;
    const year = Number(match[1]);
    const day = 1 << Number(match[3]);
    let seen = this.#years.get(year);
    if (!seen) this.#years.set(year, (seen = { days: 0, count: 0, example: text, line, sheet }));
    seen.days |= day;
    seen.count++;
    if (match[0].length === 10) [this.#day, this.#seen] = [match[0], seen];
    return true;
  }

  /** The year of a date that stayed text: 11/25/20. */
  addShortYear(year: number): void {
    this.#shortYears.add(year);
  }

  find(): ColumnExample | undefined {
    for (let year = 2013; year <= 2031; year++) {
      const found = this.#turned(year);
      if (found) return found;
    }
    return undefined;
  }

  /** The first date turned round, if all that is no date of `year` falls on its last two digits. */
  #turned(year: number): ColumnExample | undefined {
    const day = 1 << (year - 2000);
    const others = [...this.#years].filter(([other]) => other !== year);
    if (others.length < 3 || !others.every(([, { days }]) => days === day)) return undefined;
    if (others.reduce((sum, [, { count }]) => sum + count, 0) < ENOUGH) return undefined;
    const right = this.#years.get(year);
    // What could be turned round was: the days that are left are no months. Bits 1 to 12.
    const whole = ((right?.days ?? 0) & ~day & 0x1ffe) === 0;
    const stayed = this.#shortYears.has(year) || (right !== undefined && (right.days & ~day) !== 0);
    // A whole column on one day of the month, through years before there was such a shop.
    const allTurned = !stayed && others.length >= 6 && others.some(([other]) => other < 2007);
    if (!whole || !(stayed || allTurned)) return undefined;
    const first = others.map(([, seen]) => seen).toSorted((a, b) => a.line - b.line)[0];
    return first && { example: first.example, line: first.line, sheet: first.sheet };
  }
}
