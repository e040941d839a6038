/** An order came, was shipped, or was completed. */
import { dayEnd } from '../../measures/gather.ts';
import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { productMatcher } from '../plays/product-pattern.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import type { OrderBook } from '../../measures/order-book.ts';
import { linesOfOrder } from './order-queries.ts';
import { observedDays } from './observed-queries.ts';
import type { Sources } from './sources.ts';

const STAGES = { placed: 0, shipped: 1, completed: 2 } as const;

export function* orderOccurrences(
  play: Play,
  trigger: TriggerOf<'order'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const { nth, state, product, delay_days: delay } = trigger;
  const timing = new Timing(play, span, delay);
  const book = sources.book();
  const dayOf = daysIn(book, state, sources, timing);
  const about = product === undefined ? () => null : titleOf(product, sources);
  const isWithin = (at: number) => timing.has(dayOf(at) ?? NaN);
  const places = [...placesOf(book, nth, isWithin)];
  sources.readKeys(places.map((at) => book.ids[at] as number));
  for (const at of places) {
    const [customer, id] = [book.customers[at] as number, book.ids[at] as number];
    const title = about(id);
    if (title === undefined) continue;
    const order = sources.keyOf(id);
    yield {
      customer,
      occurrence: order,
      order,
      about: title,
      ...timing.daysOf(dayOf(at) as number),
      ordered: book.customers[at + 1] === customer ? dayText(book.days[at + 1] as number) : null,
    };
  }
}

/** In the book: of every order, or of each customer's nth. */
function* placesOf(book: OrderBook, nth: number | undefined, isWithin: (at: number) => boolean): Generator<number> {
  for (const customer of book.everybody()) {
    const [start, end] = book.of(customer);
    const [first, last] = nth === undefined ? [start, end - 1] : [start + nth - 1, Math.min(start + nth, end) - 1];
    for (let at = first; at <= last; at++) if (isWithin(at)) yield at;
  }
}

/** By the place in the book; undefined where an order is not in the state. */
function daysIn(book: OrderBook, state: keyof typeof STAGES, { archive }: Sources, timing: Timing) {
  if (state === 'placed') return (at: number) => book.days[at];
  const wanted = STAGES[state];
  // What was placed after the last day that matters was shipped after it too.
  const orders: number[] = [];
  for (let at = 0; at < book.size; at++)
    if ((book.stages[at] as number) >= wanted && (book.days[at] as number) <= timing.to)
      orders.push(book.ids[at] as number);
  const observed = observedDays(archive, state, orders, dayEnd(archive, dayText(timing.from - 1)));
  return (at: number) =>
    (book.stages[at] as number) < wanted ? undefined : (observed.get(book.ids[at] as number) ?? book.days[at]);
}

/** The first title of an order that is meant; undefined where none is. */
function titleOf(pattern: string, { archive }: Sources) {
  const lines = linesOfOrder(archive);
  const isMeant = productMatcher(pattern);
  return (id: number) => lines(id).find(isMeant)?.title;
}
