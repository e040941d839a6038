/** What sets a play off, once: whom, on which day, and until when it makes sense to do something about it. */
import { dayText } from '../../values/day-numbers.ts';
import type { Play } from '../plays/play.ts';

export interface Occurrence {
  readonly customer: number;
  /** In natural keys, that a rebuild leaves as they are: an order as shop/number, a day, a year, a name. */
  readonly occurrence: string;
  /** shop/number of the order that set it off; `occurrence` tells it too. */
  readonly order: string | null;
  /** The product, segment or festival that did, where one did. */
  readonly about: string | null;
  /** The day on which it happens: what comes after it may end the follow-up. */
  readonly on: string;
  readonly due: string;
  /** The last day on which it is still worth doing. */
  readonly until: string;
  /** The day on which the customer ordered next; null while they have not. */
  readonly ordered: string | null;
}

/** Whether what an order sets off is left alone before anything else is asked of it: of very many. `due` is a day number. */
export type PassOver = (order: number, due: number) => boolean;

/** Day numbers, both inclusive: what is due by `to`, and still worth doing on `from` or later. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When something of a play is due: `after` days after it happens, or before it where that is negative. */
export class Timing {
  /** The day numbers on which it may happen to be within the span. */
  readonly from: number;
  readonly to: number;
  readonly #after: number;
  readonly #lasts: number;

  constructor({ expires_after_days: lasts }: Pick<Play, 'expires_after_days'>, span: Span, after: number) {
    this.from = span.from - lasts - after;
    this.to = span.to - after;
    this.#after = after;
    this.#lasts = lasts;
  }

  has(on: number): boolean {
    return on >= this.from && on <= this.to;
  }

  /** Day number, of what happens on one. */
  dueOf(on: number): number {
    return on + this.#after;
  }

  /** Of what happens on a day number. */
  daysOf(on: number): Pick<Occurrence, 'on' | 'due' | 'until'> {
    const due = this.dueOf(on);
    return { on: dayText(on), due: dayText(due), until: dayText(due + this.#lasts) };
  }
}
