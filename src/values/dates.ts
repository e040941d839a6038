/** Dates as exports write them: wall times with the offset, if any, that stood beside them. */
import { offsetMinutes } from './offsets.ts';
import type { Parsed } from './parsed.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export interface WallTime {
  /** YYYY-MM-DDTHH:MM:SS */
  readonly wall: string;
  /** Minutes east of UTC, null where none was written. */
  readonly offset: number | null;
  readonly dateOnly: boolean;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/;
const TIME =
  /(?:^|,\s*|[T\s日])(?:(上午|下午|晚上|凌晨|AM|PM)\s*)?(\d{1,2})[:.时点](\d{1,2})(?:[:.分](\d{1,2})?(?:\.\d+)?秒?)?分?\s*(AM|PM|a\.m\.|p\.m\.)?/i;
const ZONE = /\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Reasons: not_a_date, impossible, too_old, unix_time, serial. */
export function parseInstantParts(text: string, order: DateOrder): Parsed<WallTime> {
  const iso = ISO.exec(text);
  if (iso)
    return build(
      { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) },
      iso[4] === undefined ? undefined : [Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0)],
      offsetOf(iso[7]),
    );
  const plain = text.normalize('NFKC').trim();
  if (/^\d{10}$|^\d{13}$/.test(plain)) return { ok: false, reason: 'unix_time' };
  if (/^\d{5}(\.\d+)?$/.test(plain)) return { ok: false, reason: 'serial' };
  const found = dateParts(plain, order);
  if (!found) return { ok: false, reason: 'not_a_date' };
  const rest = plain.slice(found.length);
  if (rest.trim() === '') return build(found, undefined, null);
  const zone = ZONE.exec(rest);
  const clock = clockOf(zone ? rest.slice(0, zone.index) : rest);
  return clock ? build(found, clock, offsetOf(zone?.[1])) : { ok: false, reason: 'not_a_date' };
}

type Clock = readonly [hour: number, minute: number, second: number];

function clockOf(text: string): Clock | undefined {
  const match = TIME.exec(text);
  if (!match || text.replace(match[0], '').trim() !== '') return undefined;
  const half = (match[1] ?? match[5] ?? '').toLowerCase().replaceAll('.', '');
  return [hourOf(Number(match[2]), half), Number(match[3]), Number(match[4] ?? 0)];
}

/** NaN for an hour that its half of the day does not have; 14:05 PM only says it twice. */
function hourOf(hour: number, half: string): number {
  if (/^(pm|下午|晚上)$/.test(half)) return hour < 12 ? hour + 12 : hour;
  if (/^(am|上午|凌晨)$/.test(half)) return hour > 12 ? Number.NaN : hour % 12;
  return hour;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `length` is how much of the text it takes. */
interface Parts extends Day {
  readonly length: number;
}

function dateParts(text: string, order: DateOrder): Parts | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (compact) return { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]), length: 8 };
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/.exec(text);
  if (yearFirst)
    return {
      year: Number(yearFirst[1]),
      month: Number(yearFirst[2]),
      day: Number(yearFirst[3]),
      length: yearFirst[0].length,
    };
  const named =
    /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))/i.exec(
      text,
    );
  if (named) {
    const month = monthOf((named[2] ?? named[4] ?? '').toLowerCase());
    return month === 0
      ? undefined
      : { year: Number(named[3] ?? named[6]), month, day: Number(named[1] ?? named[5]), length: named[0].length };
  }
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (!yearLast || order === 'ymd') return undefined;
  const [a, b] = [Number(yearLast[1]), Number(yearLast[2])];
  return {
    year: Number(yearLast[3]),
    month: order === 'dmy' ? b : a,
    day: order === 'dmy' ? a : b,
    length: yearLast[0].length,
  };
}

/** Whole or in three letters, since Julius and Marie begin like months too; 0 for any other word. */
function monthOf(word: string): number {
  const name = word === 'sept' ? 'sep' : word;
  return MONTHS.findIndex((month) => name === month || name === month.slice(0, 3)) + 1;
}

/** Null where none was written, undefined for one that no place has. */
function offsetOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^[+-]/.test(text) ? offsetMinutes(text) : 0;
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

function build(date: Day, clock: Clock | undefined, offset: number | null | undefined): Parsed<WallTime> {
  const { year, month, day } = date;
  const [hour, minute, second] = clock ?? [0, 0, 0];
  if (!exists(date) || !(hour <= 23 && minute <= 59 && second <= 59) || offset === undefined)
    return { ok: false, reason: year < 1990 ? 'too_old' : 'impossible' };
  if (year < 1990) return { ok: false, reason: 'too_old' };
  return {
    ok: true,
    value: {
      wall: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`,
      offset,
      dateOnly: clock === undefined,
    },
  };
}

function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `same` where day and month are one number. */
export type DateEvidence = 'ymd' | 'dmy' | 'mdy' | 'either' | 'same' | 'none' | 'bad';

/** What one date says of the order of day and month. */
export function dateEvidence(text: string): DateEvidence {
  if (text === '') return 'none';
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text.normalize('NFKC').trim());
  if (!match) return parseInstantParts(text, 'ymd').ok ? 'ymd' : 'bad';
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const dmy = exists({ year, month: b, day: a });
  const mdy = exists({ year, month: a, day: b });
  if (dmy && mdy) return a === b ? 'same' : 'either';
  return dmy ? 'dmy' : mdy ? 'mdy' : 'bad';
}

interface Example {
  readonly example: string;
  readonly line: number;
}

/** Gathers the evidence of a whole column. */
export class DateColumn {
  readonly #seen = new Map<DateEvidence, Example>();

  add(text: string, line: number): void {
    const evidence = dateEvidence(text);
    if (!this.#seen.has(evidence)) this.#seen.set(evidence, { example: text, line });
  }

  decide(): { order: DateOrder } | { ambiguous: Example } | { mixed: Example } {
    const dmy = this.#seen.get('dmy');
    const mdy = this.#seen.get('mdy');
    if (dmy && mdy) return { mixed: dmy.line > mdy.line ? dmy : mdy };
    if (dmy) return { order: 'dmy' };
    if (mdy) return { order: 'mdy' };
    const either = this.#seen.get('either');
    if (either) return { ambiguous: either };
    return { order: this.#seen.has('same') ? 'dmy' : 'ymd' };
  }
}

/** A spreadsheet's day number; the 1900 system counts a 29 February 1900 that never was. Rounded to the second. */
export function serialToWall(serial: number, date1904: boolean): WallTime {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(epoch + Math.round(serial * 86_400) * 1000);
  return { wall: at.toISOString().slice(0, 19), offset: null, dateOnly: Number.isInteger(serial) };
}
