import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { productMatcher } from '../plays/product-pattern.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';

/** What was bought last of a product will be used up. What ends it counts from the purchase. */
export function* replenishmentOccurrences(
  play: Play,
  { product: pattern, lead_days: lead }: TriggerOf<'replenishment'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, -lead);
  const isMeant = pattern === undefined ? () => true : productMatcher(pattern);
  for (const { customer, key, title, order: id, day, usedUp } of sources.refills()(isMeant)) {
    if (!timing.has(usedUp)) continue;
    const order = sources.keyOf(id);
    yield {
      customer,
      occurrence: `${order} ${key}`,
      order,
      about: title,
      ...timing.daysOf(usedUp),
      on: dayText(day),
      ordered: nextOrder(sources, customer, day),
    };
  }
}
