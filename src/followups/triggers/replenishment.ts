import { dayNumber, dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { productMatcher } from '../plays/product-pattern.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';

/** What was bought of a product will be used up; once it is bought again, that was over the day before. What ends it counts from the purchase. */
export function* replenishmentOccurrences(
  play: Play,
  { product: pattern, lead_days: lead }: TriggerOf<'replenishment'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, -lead);
  const isMeant = pattern === undefined ? () => true : productMatcher(pattern);
  const refills = [...sources.refills()(isMeant, (usedUp) => timing.has(usedUp))];
  const keyOf = sources.keysOf(refills.map(({ order }) => order));
  for (const { customer, key, title, order: id, day, usedUp, boughtNext } of refills) {
    const order = keyOf(id);
    const { due, until } = timing.daysOf(usedUp);
    yield {
      customer,
      occurrence: `${order} ${key}`,
      order,
      about: title,
      due,
      until: dayText(Math.min(dayNumber(until), boughtNext - 1)),
      on: dayText(day),
      ordered: nextOrder(sources, customer, day),
    };
  }
}
