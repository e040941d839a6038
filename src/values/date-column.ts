/** What a whole column of dates decides: the order of day and month, and whether its numbers are times. */
import type { ColumnExample } from './column-example.ts';
import { isNumberForDate } from './date-numbers.ts';
import type { DateOrder } from './instant-parts.ts';
import { RotatedDates } from './rotated-dates.ts';
import { exists } from './wall-time.ts';
import { type OpenDay, writtenDate } from './written-date.ts';

/** `same` where day and month are one number. */
export type DateEvidence = 'ymd' | 'dmy' | 'mdy' | 'either' | 'same' | 'none' | 'bad';

/** What one date says of the order of day and month. */
export function dateEvidence(text: string): DateEvidence {
  if (text === '') return 'none';
  const day = writtenDate(text)?.day;
  if (!day) return 'bad';
  if ('month' in day) return exists(day) ? 'ymd' : 'bad';
  return evidenceOf(day);
}

function evidenceOf({ first, second, year }: OpenDay): DateEvidence {
  const dmy = exists({ year, month: second, day: first });
  const mdy = exists({ year, month: first, day: second });
  if (dmy && mdy) return first === second ? 'same' : 'either';
  return dmy ? 'dmy' : mdy ? 'mdy' : 'bad';
}

export type DatesDecided =
  | { readonly order: DateOrder }
  | { readonly ambiguous: ColumnExample }
  | { readonly mixed: ColumnExample }
  | { readonly rotated: ColumnExample };

/** Gathers the evidence of a whole column. */
export class DateColumn {
  readonly #seen = new Map<DateEvidence, ColumnExample>();
  readonly #rotated = new RotatedDates();
  readonly #short = {
    first: new Span(),
    last: new Span(),
    yearFirst: true,
    example: undefined as ColumnExample | undefined,
  };
  #filled = 0;
  #epochs = 0;

  add(text: string, line: number, sheet?: string): void {
    if (text === '') return;
    this.#filled++;
    if (this.#rotated.add(text, line, sheet)) return;
    if (isNumberForDate(text) === 'unix_time') {
      this.#epochs++;
      return;
    }
    // Where the month has a name there is nothing to decide.
    if (/[a-z]{3}/i.test(text) && !/\d[-/.]\d/.test(text)) return;
    const day = writtenDate(text)?.day;
    if (!day || 'month' in day) return;
    const evidence = evidenceOf(day);
    if (!this.#seen.has(evidence)) this.#seen.set(evidence, { example: text, line, sheet });
    if (day.short) this.#addShort(day, { example: text, line, sheet });
  }

  /** Every date of the column is a count of seconds or milliseconds. */
  get epochDates(): boolean {
    return this.#filled > 0 && this.#epochs === this.#filled;
  }

  /** The first date that says so; none where no date leaves it open. */
  example(order: DateOrder): ColumnExample | undefined {
    return this.#seen.get(order);
  }

  decide(): DatesDecided {
    const rotated = this.#rotated.find();
    if (rotated) return { rotated };
    const dmy = this.#seen.get('dmy');
    const mdy = this.#seen.get('mdy');
    if (dmy && mdy) return { mixed: dmy.line > mdy.line ? dmy : mdy };
    const unclear = this.#yearMayStandFirst();
    if (unclear) return { ambiguous: unclear };
    if (dmy) return { order: 'dmy' };
    if (mdy) return { order: 'mdy' };
    const either = this.#seen.get('either');
    if (either) return { ambiguous: either };
    return { order: this.#seen.has('same') ? 'dmy' : 'ymd' };
  }

  #addShort({ first, second, year }: OpenDay, example: ColumnExample): void {
    const short = this.#short;
    short.example ??= example;
    short.first.add(first);
    short.last.add(year % 100);
    short.yearFirst &&= exists({ year: 2000 + first, month: second, day: year % 100 });
    this.#rotated.addShortYear(year);
  }

  /** 26/05/13, 26/06/01, 26/07/29: the years of a shop lie closer together than its days. */
  #yearMayStandFirst(): ColumnExample | undefined {
    const { first, last, yearFirst, example } = this.#short;
    return yearFirst && first.width < last.width ? example : undefined;
  }
}

class Span {
  #least = Infinity;
  #most = -Infinity;

  add(value: number): void {
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
  }

  get width(): number {
    return Math.max(0, this.#most - this.#least);
  }
}
