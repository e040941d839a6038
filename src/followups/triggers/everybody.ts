/** Days that are everybody's: a festival, a day of the year. Who is meant, the condition of the play says. */
import { dayOf, festivalNamed } from '../../calendar/festivals.ts';
import { dayNumber, dayText } from '../../values/day-numbers.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';
import { dayOfYears, yearsOf } from './yearly.ts';

/** Nothing of a festival the calendar does not know. */
export function* festivalOccurrences(
  play: Play,
  { festival, lead_days: lead }: TriggerOf<'festival'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, -lead);
  const id = festivalNamed(festival);
  if (id === undefined) return;
  // What leads to a Spring Festival belongs to its year, and may come in the one before.
  for (const year of yearsOf({ from: timing.from, to: timing.to + 31 })) {
    const day = dayNumber(dayOf(id, year));
    if (timing.has(day)) yield* ofEverybody(sources, `${id} ${year}`, id, timing.daysOf(day));
  }
}

export function* dateOccurrences(
  play: Play,
  { month, day }: TriggerOf<'date'>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const timing = new Timing(play, span, 0);
  for (const on of dayOfYears(timing, month, day))
    if (timing.has(on)) yield* ofEverybody(sources, dayText(on), null, timing.daysOf(on));
}

function* ofEverybody(
  sources: Sources,
  occurrence: string,
  about: string | null,
  days: Pick<Occurrence, 'on' | 'due' | 'until'>,
): Generator<Occurrence> {
  const since = Math.min(dayNumber(days.on), dayNumber(days.due));
  for (const customer of sources.everybody())
    yield { customer, occurrence, order: null, about, ...days, ordered: nextOrder(sources, customer, since) };
}
