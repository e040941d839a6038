/** A cell to a wall time: the usual shape by its places, any other by its words. */
import { FURTHEST, offsetMinutes } from './offsets.ts';
import type { Parsed } from './parsed.ts';
import { isNumberForDate } from './date-numbers.ts';
import { type Day, exists, type WallTime, wallTime } from './wall-time.ts';
import { type OpenDay, writtenDate } from './written-date.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** Reasons: not_a_date, impossible, too_old, unix_time, serial. */
export function parseInstantParts(text: string, order: DateOrder): Parsed<WallTime> {
  return isoTime(text) ?? anyTime(text, order);
}

const DIGITS = /^[\d０-９]{5}/;

function anyTime(text: string, order: DateOrder): Parsed<WallTime> {
  if (DIGITS.test(text)) {
    const number = isNumberForDate(text);
    if (number) return { ok: false, reason: number };
  }
  const written = writtenDate(text);
  const day = written && ('month' in written.day ? written.day : settle(written.day, order));
  return day ? wallTime(day, written.clock, written.offset) : { ok: false, reason: 'not_a_date' };
}

function settle({ first, second, year }: OpenDay, order: DateOrder): Day | undefined {
  if (order === 'ymd') return undefined;
  return order === 'dmy' ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** 2026-05-04 09:15:07 and what may follow; undefined for any other shape. */
function isoTime(text: string): Parsed<WallTime> | undefined {
  const { length } = text;
  if (length < 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const century = twoDigits(text, 0);
  const years = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || years < 0 || month < 0 || day < 0) return undefined;
  const date = { year: century * 100 + years, month, day };
  if (length === 10) return wallTime(date, undefined, null);
  const between = text.charCodeAt(10);
  if ((between !== BLANK && between !== LETTER_T) || length < 19) return undefined;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return undefined;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (hour < 0 || minute < 0 || second < 0) return undefined;
  const offset = length === 19 ? null : offsetAt(text);
  if (offset === undefined) return undefined;
  if (date.year < 1990 || !exists(date) || hour > 23 || minute > 59 || second > 59)
    return wallTime(date, [hour, minute, second], offset);
  return { ok: true, value: { wall: `${text.slice(0, 10)}T${text.slice(11, 19)}`, offset, dateOnly: false } };
}

const DASH = 45;
const COLON = 58;
const BLANK = 32;
const LETTER_T = 84;

/** -1 where there are not two digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

/** -0500, with or without a blank in front and a colon inside; undefined for any other shape. */
function plainOffset(text: string): number | undefined {
  const start = text.charCodeAt(19) === BLANK ? 20 : 19;
  const sign = text.charCodeAt(start);
  const colon = text.charCodeAt(start + 3) === COLON ? 1 : 0;
  if ((sign !== PLUS && sign !== DASH) || text.length !== start + 5 + colon) return undefined;
  const hours = twoDigits(text, start + 1);
  const minutes = twoDigits(text, start + 3 + colon);
  const total = hours * 60 + minutes;
  if (hours < 0 || minutes < 0 || minutes > 59 || total > FURTHEST) return undefined;
  return sign === DASH && total > 0 ? -total : total;
}

const PLUS = 43;

const OFFSET = /^(?:\.\d{1,9})? ?(?:Z|([+-]\d{2}:?\d{2}))?$/;

/** Undefined for anything but an offset that some place has. */
function offsetAt(text: string): number | null | undefined {
  const usual = plainOffset(text);
  if (usual !== undefined) return usual;
  const match = OFFSET.exec(text.slice(19, 40));
  if (!match || text.length > 40) return undefined;
  if (match[1] !== undefined) return offsetMinutes(match[1]);
  return text.endsWith('Z') ? 0 : null;
}
