/** Hours of a day in a zone as instants, on the days too when the clocks are changed. */
import { addDays } from '../values/days.ts';
import { offsetAt, toInstant } from '../values/zones.ts';
import type { Span } from './spans.ts';

const DAY = 86_400;

/** `hours` as `09:00-20:00`, until `24:00`. Of a time that comes twice or not at all the stricter reading is taken. */
export function localSpan(day: string, hours: string, zone: string): Span {
  const [from = '', to = ''] = hours.split('-');
  return { from: instant(day, from, zone, 'later'), to: instant(day, to, zone, 'earlier') };
}

function instant(day: string, time: string, zone: string, reading: 'earlier' | 'later'): number {
  const wall = time === '24:00' ? `${addDays(day, 1)}T00:00:00` : `${day}T${time}:00`;
  const { at, note } = toInstant({ wall, offset: null, dateOnly: false }, zone);
  // Taken as the earlier of two, and moved forward where there is none.
  if (note === undefined || (note === 'overlap') === (reading === 'earlier')) return at;
  const change = Math.abs(offsetAt(at + DAY, zone) - offsetAt(at - DAY, zone)) * 60;
  return reading === 'later' ? at + change : at - change;
}
