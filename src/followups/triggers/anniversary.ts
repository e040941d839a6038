import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import type { Sources } from './sources.ts';
import { yearlyDays, yearlyOccurrences } from './yearly.ts';

/** Of the first counting order, in every year after it. */
export function* anniversaryOccurrences(
  play: Play,
  { lead_days: lead }: TriggerOf<'anniversary'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, -lead);
  const days = yearlyDays(timing);
  const book = sources.book();
  for (const customer of book.everybody()) {
    const first = book.days[book.of(customer)[0]] as number;
    const began = dayText(first);
    const later = (days.get(began.slice(5)) ?? []).filter((on) => dayText(on).slice(0, 4) > began.slice(0, 4));
    yield* yearlyOccurrences(later, { customer, timing, sources }, lead);
  }
}
