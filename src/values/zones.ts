/** Wall times and instants in IANA zones or fixed offsets, by Intl, cached by the day. */
import type { WallTime } from './dates.ts';
import { offsetMinutes } from './offsets.ts';
import { offsetByProcess } from './process-zone.ts';

const FIXED = /^([+-])(\d{2}):(\d{2})$/;
const formats = new Map<string, Intl.DateTimeFormat>();
/** ISO days by days since 1970. */
const days = new Map<number, string>();
const offsets = new Map<string, Map<number, number>>();
/** Seconds since 1970 by the date written as a number: 20260504. */
const dates = new Map<number, number>();
const quiet = new Map<string, Map<number, number | undefined>>();
const DAY = 86_400;

export function isZone(text: string): boolean {
  if (FIXED.test(text)) return offsetMinutes(text) !== undefined;
  try {
    return (
      Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone !== '' && /[/]|^(UTC|GMT)$/.test(text)
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Minutes east of UTC at an instant. */
export function offsetAt(at: number, zone: string): number {
  const fixed = FIXED.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  if (zone === 'UTC') return 0;
  const day = Math.floor(at / DAY) * DAY;
  const offset = cachedOffset(day, zone);
  if (offset === cachedOffset(day + DAY, zone)) return offset;
  // On a day that changes the offset it is looked up to the quarter of an hour; no zone changes in between.
  return cachedOffset(Math.floor(at / 900) * 900, zone);
}

function cachedOffset(at: number, zone: string): number {
  let cache = offsets.get(zone);
  if (!cache) offsets.set(zone, (cache = new Map<number, number>()));
  let offset = cache.get(at);
  if (offset === undefined) cache.set(at, (offset = offsetByProcess(at, zone) ?? lookUp(at, zone)));
  return offset;
}

function lookUp(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(at * 1000)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at) / 60);
}

/**
 * UTC seconds of a wall time. A written offset wins. A time that a clock change skips moves forward
 * (`gap`); one that exists twice is taken as the earlier (`overlap`).
 */
export function toInstant(time: WallTime, zone: string): { readonly at: number; readonly note?: 'gap' | 'overlap' } {
  const wall = wallSeconds(time.wall);
  if (time.offset !== null) return { at: wall - time.offset * 60 };
  const quiet = quietOffset(Math.floor(wall / DAY), zone);
  if (quiet !== undefined) return { at: wall - quiet * 60 };
  const before = offsetAt(wall - DAY, zone) * 60;
  const after = offsetAt(wall + DAY, zone) * 60;
  if (before === after) return { at: wall - before };
  const early = wall - before;
  const late = wall - after;
  const earlyHolds = offsetAt(early, zone) * 60 === before;
  const lateHolds = offsetAt(late, zone) * 60 === after;
  if (earlyHolds && lateHolds && early !== late) return { at: Math.min(early, late), note: 'overlap' };
  if (earlyHolds) return { at: early };
  if (lateHolds) return { at: late };
  return { at: early, note: 'gap' };
}

/** YYYY-MM-DDTHH:MM:SS as seconds, as if it were in UTC. */
function wallSeconds(wall: string): number {
  const two = (at: number) => (wall.charCodeAt(at) - 48) * 10 + wall.charCodeAt(at + 1) - 48;
  const date = (two(0) * 100 + two(2)) * 10_000 + two(5) * 100 + two(8);
  let day = dates.get(date);
  if (day === undefined) dates.set(date, (day = Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) / 1000));
  return day + two(11) * 3600 + two(14) * 60 + two(17);
}

/** Minutes east of UTC all through a day of the wall clock; undefined for one with a clock change on it or beside it. */
function quietOffset(day: number, zone: string): number | undefined {
  let cache = quiet.get(zone);
  if (!cache) quiet.set(zone, (cache = new Map<number, number | undefined>()));
  if (cache.has(day)) return cache.get(day);
  const offset = offsetAt((day - 1) * DAY, zone);
  const changes = [0, 1, 2].some((days) => offsetAt((day + days) * DAY, zone) !== offset);
  cache.set(day, changes ? undefined : offset);
  return changes ? undefined : offset;
}

/** The day of an instant in a zone. */
export function dayIn(at: number, zone: string): string {
  const day = Math.floor((at + offsetAt(at, zone) * 60) / DAY);
  let text = days.get(day);
  if (text === undefined) days.set(day, (text = new Date(day * 86_400_000).toISOString().slice(0, 10)));
  return text;
}

const MAIN_ZONES = [
  'UTC',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Toronto',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Paris',
  'Europe/Athens',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Asia/Dhaka',
  'Asia/Jakarta',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Pacific/Auckland',
  'Asia/Kathmandu',
];

/** The first main zone whose offsets are the ones written; else the commonest offset itself. */
export function zoneFromOffsets(samples: readonly { readonly wall: string; readonly offset: number }[]): string {
  const instants = samples.map(({ wall, offset }) => ({ at: Date.parse(`${wall}Z`) / 1000 - offset * 60, offset }));
  const zone = MAIN_ZONES.find((candidate) => instants.every(({ at, offset }) => offsetAt(at, candidate) === offset));
  if (zone !== undefined) return zone;
  const counts = new Map<number, number>();
  for (const { offset } of samples) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const commonest = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
  const minutes = Math.abs(commonest);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${commonest < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
