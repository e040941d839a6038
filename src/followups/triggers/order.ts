/** An order came, was shipped, or was completed. */
import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { productMatcher } from '../plays/product-pattern.ts';
import { type Occurrence, type PassOver, type Span, Timing } from './occurrence.ts';
import type { OrderBook } from '../../measures/order-book.ts';
import { linesOfOrder } from './order-queries.ts';
import type { Sources } from './sources.ts';

const STAGES = { placed: 0, shipped: 1, completed: 2 } as const;

export function* orderOccurrences(
  play: Play,
  trigger: TriggerOf<'order'>,
  sources: Sources,
  span: Span,
  passOver: PassOver = () => false,
): Generator<Occurrence> {
  const { nth, state, product, delay_days: delay } = trigger;
  const timing = new Timing(play, span, delay);
  const book = sources.book();
  const dayOf = daysIn(book, state, sources, timing);
  const about = product === undefined ? () => null : titleOf(product, sources);
  const isWithin = (at: number) => timing.has(dayOf(at) ?? NaN);
  const found: { readonly at: number; readonly title: string | null }[] = [];
  for (const at of placesOf(book, nth, isWithin)) {
    const id = book.ids[at] as number;
    const title = about(id);
    if (title !== undefined && !passOver(id, timing.dueOf(dayOf(at) as number))) found.push({ at, title });
  }
  const keyOf = sources.keysOf(found.map(({ at }) => book.ids[at] as number));
  for (const { at, title } of found) {
    const customer = book.customers[at] as number;
    const order = keyOf(book.ids[at] as number);
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

/** The earliest day, as a number, from which on any of these plays asks what was observed of orders. */
export const observedFrom = (plays: readonly Play[], span: Span): number =>
  plays.reduce((earliest, play) => {
    const { trigger } = play;
    if (trigger.on !== 'order' || trigger.state === 'placed') return earliest;
    return Math.min(earliest, new Timing(play, span, trigger.delay_days).from);
  }, Infinity);

/** In the book: of every order, or of each customer's nth. */
function* placesOf(book: OrderBook, nth: number | undefined, isWithin: (at: number) => boolean): Generator<number> {
  for (const customer of book.everybody()) {
    const [start, end] = book.of(customer);
    const [first, last] = nth === undefined ? [start, end - 1] : [start + nth - 1, Math.min(start + nth, end) - 1];
    for (let at = first; at <= last; at++) if (isWithin(at)) yield at;
  }
}

/** By the place in the book; undefined where an order is not in the state. */
function daysIn(book: OrderBook, state: keyof typeof STAGES, sources: Sources, timing: Timing) {
  if (state === 'placed') return (at: number) => book.days[at];
  const wanted = STAGES[state];
  const observed = sources.observed(timing.from)[state];
  return (at: number) =>
    (book.stages[at] as number) < wanted ? undefined : (observed.get(book.ids[at] as number) ?? book.days[at]);
}

/** The first title of an order that is meant; undefined where none is. */
function titleOf(pattern: string, { archive }: Sources) {
  const lines = linesOfOrder(archive);
  const isMeant = productMatcher(pattern);
  return (id: number) => lines(id).find(isMeant)?.title;
}
