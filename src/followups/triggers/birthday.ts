import { dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { birthdaysOf } from './event-queries.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import type { Sources } from './sources.ts';
import { yearlyDays, yearlyOccurrences } from './yearly.ts';

/** Of every year; on 28 February for whoever was born on the 29th, in a year without one. */
export function* birthdayOccurrences(
  play: Play,
  { lead_days: lead }: TriggerOf<'birthday'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, -lead);
  const days = yearlyDays(timing);
  const { archive, moment } = sources;
  for (const [customer, birthday] of birthdaysOf(archive, moment.until, sources.customer)) {
    // Nobody's birthday is before they were born.
    const lived = (days.get(birthday.slice(5)) ?? []).filter((on) => dayText(on) >= birthday);
    yield* yearlyOccurrences(lived, { customer, timing, sources }, lead);
  }
}
