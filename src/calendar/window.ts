/** When, on a day, somebody may be written to or called: the law of the place and the shop's policy, as instants. */
import type { CalendarChannel, SendingHours } from './hours/sending-hours.ts';
import { holidayOn } from './holidays.ts';
import { localSpan } from './local-span.ts';
import { partZones, placeZone } from './place-zone.ts';
import { hoursIn } from './quiet-hours.ts';
import { intersection, longest, type Span } from './spans.ts';
import { weekdayOf } from './yearly-day.ts';

export interface Recipient {
  /** As the archive has them; null where it does not know. */
  readonly country: string | null;
  readonly province: string | null;
  readonly channel: CalendarChannel;
  /** Of the shop: theirs, where nothing better is known. */
  readonly shopZone: string;
  /** The shop's own hours, HH:MM of their clock; they narrow the law's and never widen them. */
  readonly policy?: { readonly from: string; readonly to: string } | undefined;
}

/** The holidays of a place in a year, which would close the window, are not known. */
export interface Uncovered {
  readonly place: string;
  readonly year: number;
}

export type Closed =
  | { readonly reason: 'saturday' | 'sunday' }
  | { readonly reason: 'holiday'; readonly place: string; readonly name: string }
  /** The zones they may live in, or the shop's policy and the law, have no hour in common. */
  | { readonly reason: 'no_common_hours' }
  /** Those of the day had passed at the moment it was asked for. */
  | { readonly reason: 'hours_over' };

export type SendingWindow = { readonly uncovered: readonly Uncovered[] } & (
  | {
      /** UTC seconds. */
      readonly notBefore: number;
      /** UTC seconds; at this one it is over. */
      readonly notAfter: number;
      /** Those that they may live in; it is right in each. */
      readonly zones: readonly string[];
    }
  | { readonly closed: Closed }
);

const ALL_DAY = '00:00-24:00';

/** Thousands live in one place, and a country of many zones takes a while. */
const found = new Map<string, SendingWindow>();

/** `day` is theirs, YYYY-MM-DD: where several zones are possible, the same date in each. */
export function sendingWindow(recipient: Recipient, day: string): SendingWindow {
  const { country, province, channel, shopZone, policy } = recipient;
  const key = JSON.stringify([country, province, channel, shopZone, policy?.from, policy?.to, day]);
  let window = found.get(key);
  if (!window) found.set(key, (window = work(recipient, day)));
  return window;
}

function work(recipient: Recipient, day: string): SendingWindow {
  const { channel, policy } = recipient;
  const { country, part, zones } = placeZone(recipient.country, recipient.province, recipient.shopZone);
  const rules = channel === 'email' ? [] : hoursIn(country, part, channel);
  const closing = rules.map((rule) => closings(rule, day));
  const uncovered = closing.flatMap((one) => one.uncovered);
  const closed = closing.flatMap((one) => one.closed)[0];
  if (closed) return { closed, uncovered };
  const own = policy ? `${policy.from}-${policy.to}` : ALL_DAY;
  let spans = inEach(day, own, zones);
  for (const rule of rules)
    spans = intersection(spans, inEach(day, hoursOn(rule, day) ?? '', partZones(rule.place) ?? zones));
  // Where there is a pause the longer stretch is all there is: whoever has two instants keeps no pause between them.
  const span = longest(spans);
  if (!span) return { closed: { reason: 'no_common_hours' }, uncovered };
  return { notBefore: span.from, notAfter: span.to, zones, uncovered };
}

function closings(rule: SendingHours, day: string) {
  const uncovered: Uncovered[] = [];
  const closed: Closed[] =
    hoursOn(rule, day) === null ? [{ reason: weekdayOf(day) === 0 ? 'sunday' : 'saturday' }] : [];
  for (const place of rule.holidays ?? []) {
    const answer = holidayOn(place, day);
    if (!answer.covered) uncovered.push({ place, year: Number(day.slice(0, 4)) });
    else if (answer.holiday !== null) closed.push({ reason: 'holiday', place, name: answer.holiday });
  }
  return { closed, uncovered };
}

function hoursOn(rule: SendingHours, day: string): string | null {
  const weekday = weekdayOf(day);
  return weekday === 0 ? rule.sunday : weekday === 6 ? rule.saturday : rule.weekdays;
}

/** Hours of the day that are in each of the zones within those hours. */
const inEach = (day: string, hours: string, zones: readonly string[]): Span[] =>
  zones
    .map((zone) => hours.split(' ').map((one) => localSpan(day, one, zone)))
    .reduce((spans, others) => intersection(spans, others));
