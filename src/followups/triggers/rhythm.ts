/** The last order is so many times the customer's own rhythm ago, as the rhythm is known now. */
import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import type { Occurrence, Span } from './occurrence.ts';
import { rhythms } from './order-queries.ts';
import type { Sources } from './sources.ts';

/** Also of orders before the last, where the next one came only after that: then it ended the day before. */
export function* rhythmOccurrences(
  play: Play,
  trigger: TriggerOf<'rhythm'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const { ids, customers, days } = sources.book();
  const found = [...absences(play, trigger, sources, span)];
  const keyOf = sources.keysOf(found.map(({ at }) => ids[at] as number));
  for (const { at, next, due, until } of found) {
    const order = keyOf(ids[at] as number);
    yield {
      customer: customers[at] as number,
      occurrence: order,
      order,
      about: null,
      on: dayText(days[at] as number),
      due: dayText(due),
      until: dayText(until),
      ordered: next === undefined ? null : dayText(next),
    };
  }
}

/** Days are day numbers. */
interface Absence {
  /** Where the order stands in the book after which it began. */
  readonly at: number;
  /** Of the order after that. */
  readonly next: number | undefined;
  readonly due: number;
  readonly until: number;
}

function* absences(
  play: Play,
  { multiple, minimum_orders: minimum }: TriggerOf<'rhythm'>,
  sources: Sources,
  span: Span,
): Generator<Absence> {
  const book = sources.book();
  const [customers, rhythm] = rhythms(sources.archive, sources.customer);
  for (const [row, customer] of customers.entries()) {
    const [start, end] = book.of(customer);
    const after = wholeDays(multiple * (rhythm[row] as number));
    for (let at = end - 1; at >= start + minimum - 1; at--) {
      const due = (book.days[at] as number) + after;
      const lasts = due + play.expires_after_days;
      if (lasts < span.from) break;
      const next = at + 1 < end ? (book.days[at + 1] as number) : undefined;
      const until = next === undefined ? lasts : Math.min(lasts, next - 1);
      if (due <= span.to && until >= Math.max(due, span.from)) yield { at, next, due, until };
    }
  }
}

/** Rounded up; a rhythm of thirty days comes out of its logarithms as 30.000000000000004. */
const wholeDays = (days: number): number => Math.ceil(days - 1e-6);
