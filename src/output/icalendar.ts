/** A calendar file by RFC 5545: days and UTC instants alone, so that it needs no rules of zones. */
import { isoInstant } from '../values/iso-instant.ts';
import { escape, fold } from '../values/content-lines.ts';

/** A whole day, YYYY-MM-DD, or an instant in UTC seconds. */
export type CalendarTime = { readonly day: string } | { readonly at: number };

interface CalendarItem {
  /** The same for the same thing whenever it is written: that is how a calendar finds it again. */
  readonly uid: string;
  /** UTC seconds at which it was last put together. */
  readonly stamp: number;
  /** Higher whenever it has changed. */
  readonly sequence?: number | undefined;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** 1 is the highest, 9 the lowest. */
  readonly priority?: number | undefined;
  /** Minutes after its time at which it is called to mind, negative before; of a to-do that is due, after that. */
  readonly alarm?: { readonly minutes: number; readonly text: string } | undefined;
}

export interface CalendarEvent extends CalendarItem {
  readonly kind: 'event';
  readonly start: CalendarTime;
  /** No longer in it. */
  readonly end?: CalendarTime | undefined;
  readonly status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED' | undefined;
}

export interface CalendarTodo extends CalendarItem {
  readonly kind: 'todo';
  readonly due: CalendarTime;
  readonly status?: 'NEEDS-ACTION' | 'IN-PROCESS' | 'COMPLETED' | 'CANCELLED' | undefined;
  /** UTC seconds. */
  readonly completed?: number | undefined;
}

export interface Calendar {
  readonly product: string;
  readonly method?: 'PUBLISH' | 'REQUEST' | 'CANCEL' | undefined;
  readonly items: readonly (CalendarEvent | CalendarTodo)[];
}

type Line = readonly [property: string, value: string | undefined];

export function icalendar({ product, method, items }: Calendar): string {
  return written([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', escape(product)],
    ['METHOD', method],
    ...items.flatMap(component),
    ['END', 'VCALENDAR'],
  ]);
}

/** Of lines without a value none is left. */
const written = (lines: readonly Line[]): string =>
  lines.map(([property, value]) => (value === undefined ? '' : fold(`${property}:${value}`))).join('');

function component(item: CalendarEvent | CalendarTodo): Line[] {
  const name = item.kind === 'event' ? 'VEVENT' : 'VTODO';
  return [
    ['BEGIN', name],
    ['UID', escape(item.uid)],
    ['DTSTAMP', instant(item.stamp)],
    ['SEQUENCE', item.sequence?.toString()],
    ...(item.kind === 'event' ? eventTimes(item) : todoTimes(item)),
    ['STATUS', item.status],
    ['SUMMARY', escape(item.summary)],
    ['DESCRIPTION', optional(item.description)],
    ['LOCATION', optional(item.location)],
    ['URL', item.url?.replace(/[\s\u0000-\u001f\u007f-\u009f]/g, encodeURIComponent)],
    ['CATEGORIES', item.categories?.length ? item.categories.map(escape).join(',') : undefined],
    ['PRIORITY', item.priority?.toString()],
    ...alarm(item),
    ['END', name],
  ];
}

const optional = (text: string | undefined): string | undefined => (text === undefined ? undefined : escape(text));

const eventTimes = ({ start, end }: CalendarEvent): Line[] => [
  time('DTSTART', start),
  ...(end === undefined ? [] : [time('DTEND', end)]),
];

const todoTimes = ({ due, completed }: CalendarTodo): Line[] => [
  time('DUE', due),
  ['COMPLETED', completed === undefined ? undefined : instant(completed)],
];

const time = (property: string, when: CalendarTime): Line =>
  'day' in when ? [`${property};VALUE=DATE`, when.day.replaceAll('-', '')] : [property, instant(when.at)];

/** 20260504T091500Z */
const instant = (at: number): string => isoInstant(at).replace(/[-:]/g, '');

/** A to-do has no start to count from. */
function alarm({ kind, alarm }: CalendarEvent | CalendarTodo): Line[] {
  if (!alarm) return [];
  const trigger = kind === 'event' ? 'TRIGGER' : 'TRIGGER;RELATED=END';
  return [
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    [trigger, `${alarm.minutes < 0 ? '-' : ''}PT${Math.abs(alarm.minutes)}M`],
    ['DESCRIPTION', escape(alarm.text)],
    ['END', 'VALARM'],
  ];
}
