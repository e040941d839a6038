/** Follow-ups as items of a calendar. */
import type { Context } from '../context.ts';
import type { CalendarEntry } from '../followups/workday/calendar-queries.ts';
import type { Words } from '../messages/words.ts';
import type { CalendarEvent, CalendarTodo } from '../output/icalendar.ts';
import { addDays } from '../values/days.ts';
import { toInstant } from '../values/zones.ts';
import { sheetLines } from './call-sheet.ts';
import type { WorkItem } from './work-list.ts';

export interface CalendarForm {
  readonly kind: 'event' | 'todo';
  /** UTC seconds at which it is written. */
  readonly at: number;
  readonly shopZone: string;
}

type Item = CalendarEvent | CalendarTodo;

/** Minutes after midnight at which somebody is reminded of what keeps no hours. */
const MORNING = 9 * 60;

export function plannedItem(context: Context, item: WorkItem, form: CalendarForm): Item {
  const { planned, who } = item;
  const { day, window, play } = planned;
  const summary = context.words.followupDay.calendar.summary(who, play.name);
  const facts = {
    ...marks(item.id, form),
    summary,
    description: sheetLines(context, item, form.shopZone),
    categories: [play.name],
    priority: Math.max(1, 9 - Math.round((play.priority * 8) / 100)),
  };
  if (form.kind === 'event') {
    const midnight = toInstant({ wall: `${day}T00:00:00`, offset: null, dateOnly: false }, form.shopZone).at;
    const minutes = window ? Math.round((window.notBefore - midnight) / 60) : MORNING;
    return { kind: 'event', ...facts, ...wholeDay(day), status: 'CONFIRMED', alarm: { minutes, text: summary } };
  }
  const minutes = window ? Math.round((window.notBefore - window.notAfter) / 60) : MORNING;
  const due = window ? { at: window.notAfter } : { day };
  return { kind: 'todo', ...facts, due, status: 'NEEDS-ACTION', alarm: { minutes, text: summary } };
}

/** Says nothing of anybody: they may have asked to be forgotten. */
export function cancelledItem(words: Words, { id, play, day }: CalendarEntry, form: CalendarForm): Item {
  const facts = {
    ...marks(id, form),
    summary: words.followupDay.calendar.cancelled(play),
    status: 'CANCELLED' as const,
  };
  return form.kind === 'event'
    ? { kind: 'event', ...facts, ...wholeDay(day) }
    : { kind: 'todo', ...facts, due: { day } };
}

const wholeDay = (day: string) => ({ start: { day }, end: { day: addDays(day, 1) } });

/** Minutes since 2020: a file that is written later outweighs one before, and nothing has to be kept for it. */
const sequenceAt = (at: number): number => Math.floor((at - Date.UTC(2020, 0, 1) / 1000) / 60);

const marks = (id: string, { at }: CalendarForm) => ({
  uid: `${id}@followups.regulars`,
  stamp: at,
  sequence: Math.max(0, sequenceAt(at)),
});
