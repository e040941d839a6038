/** What went wrong for a customer on a day. */
import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';

/** One for each order that was paid back, wholly or partly. */
export function* refundOccurrences(
  play: Play,
  { delay_days: delay }: TriggerOf<'refund'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, delay);
  const refunds = sources.refunds().filter(({ day }) => timing.has(day));
  const keyOf = sources.keysOf(refunds.map(({ order }) => order));
  for (const { customer, day, order: id } of refunds) {
    const order = keyOf(id);
    const ordered = nextOrder(sources, customer, day);
    yield { customer, occurrence: order, order, about: null, ...timing.daysOf(day), ordered };
  }
}

/** One for a day, however many were noted on it. */
export function* complaintOccurrences(
  play: Play,
  { delay_days: delay }: TriggerOf<'complaint'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, delay);
  for (const { customer, day } of sources.complaints()) {
    if (!timing.has(day)) continue;
    const ordered = nextOrder(sources, customer, day);
    yield { customer, occurrence: dayText(day), order: null, about: null, ...timing.daysOf(day), ordered };
  }
}
