/** Reads a date in any of the shapes exports have, as far as the text alone tells. */
import { type ClockTime, clockTime, hourOf } from './clock-time.ts';
import { monthNamed } from './month-names.ts';
import type { Clock, Day } from './wall-time.ts';

/** Two numbers before a year: which of them is the month the whole column decides. */
export interface OpenDay {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Two digits of a year, which may as well be a day. */
  readonly short: boolean;
}

export interface WrittenDate {
  readonly day: Day | OpenDay;
  readonly clock: Clock | undefined;
  readonly offset: number | null | undefined;
}

const ASCII = /^[ -~]*$/;

/** `Wednesday, 30 de septiembre de 2025 19:29:00 GMT+0800 (China Standard Time)` is shorter. */
const LONGEST = 90;

export function writtenDate(text: string): WrittenDate | undefined {
  if (text.length > LONGEST) return undefined;
  const digits = DIGITS.exec(text);
  if (digits) return digitsDate(digits);
  const named = NAMED.exec(text);
  if (named) return namedDate(named);
  const plain = plainText(text);
  const compact = COMPACT.exec(plain);
  if (compact) return compactDate(compact);
  const time = clockTime(plain);
  const day = dayOf(time ? withoutTime(plain, time) : plain);
  return day && { day, clock: time?.clock, offset: time ? time.offset : null };
}

/** The usual shapes in digits alone: 2026/5/4 9:07, 04.05.2026, 5/4/26 09:15:07 PM. */
const DIGITS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i;

function digitsDate(match: RegExpExecArray): WrittenDate | undefined {
  const [, one = '', , two = '', three = '', hour, minute, second, half] = match;
  const clock = clockOf(hour, minute, second, half);
  if (one.length === 4 && three.length <= 2)
    return { day: { year: Number(one), month: Number(two), day: Number(three) }, clock, offset: null };
  if (one.length > 2 || (three.length !== 2 && three.length !== 4)) return undefined;
  const short = three.length === 2;
  return { day: { first: Number(one), second: Number(two), year: yearOf(three), short }, clock, offset: null };
}

/** The usual shapes with an English month: 24 Feb 2022 05:09, Sep-07-26, Dec 8, 2024 9:15:51 AM. */
const NAMED =
  /^(?:(\d{1,2})[ -])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[ -](?:(\d{1,2})(?:, |-))?(\d{4}|\d{2})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i;

/** Undefined for two days, or none. */
function namedDate(match: RegExpExecArray): WrittenDate | undefined {
  const [, before, name = '', behind, year = '', hour, minute, second, half] = match;
  const month = monthNamed(name.toLowerCase());
  if (month === undefined || (before === undefined) === (behind === undefined)) return undefined;
  const day = { year: yearOf(year), month, day: Number(before ?? behind) };
  return { day, clock: clockOf(hour, minute, second, half), offset: null };
}

function clockOf(hour: string | undefined, minute = '0', second = '0', half = ''): Clock | undefined {
  return hour === undefined ? undefined : [hourOf(Number(hour), half.toLowerCase()), Number(minute), Number(second)];
}

/** Full-width digits, blanks of all kinds, accents, capitals, minus signs and weekdays in brackets are of no matter. */
function plainText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[‐‑–−]/g, '-')
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?|\([日月火水木金土]\)/g, ' ')
    .trim();
}

function withoutTime(text: string, { start, end }: ClockTime): string {
  return `${text.slice(0, start).replace(/(?<=\d)t$/, '')} ${text.slice(end)}`;
}

/** 20260504, 20260504091507, 20260504T0915 */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?)?z?$/;

function compactDate([whole, year, month, day, hour, minute, second]: readonly (string | undefined)[]): WrittenDate {
  const clock: Clock | undefined = hour === undefined ? undefined : [Number(hour), Number(minute), Number(second ?? 0)];
  return {
    day: { year: Number(year), month: Number(month), day: Number(day) },
    clock,
    offset: whole?.endsWith('z') ? 0 : null,
  };
}

const YEAR_FIRST = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号.]?$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;

function dayOf(text: string): Day | OpenDay | undefined {
  const date = text.replace(/^[\s,]+|[\s,]+$/g, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const [, year, month, day] = compact ?? YEAR_FIRST.exec(date) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  const last = YEAR_LAST.exec(date);
  if (last) {
    const written = last[4] ?? '';
    return { first: Number(last[1]), second: Number(last[3]), year: yearOf(written), short: written.length === 2 };
  }
  return namedDay(date);
}

const FILLERS = new Set('de del di of the den der le el um kl a as at om alle vom il am'.split(' '));
const WEEKDAYS = new Set(
  (
    'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
    'lun mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim ' +
    'seg ter qua qui sex segunda terca quarta quinta sexta feira ' +
    'lunedi martedi mercoledi giovedi venerdi sabato domenica gio ' +
    'senin selasa rabu kamis jumat sabtu minggu'
  ).split(' '),
);
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|o|a)?$/;

/** `May 4, 2026`, `4 May 2026`, `10-Dez-25`, `Sep-07-26`, `30 de septiembre de 2025`, `2026-Mar-05`. */
function namedDay(text: string): Day | undefined {
  const words = text.split(/[\s\-/.,]+/).filter((word) => word !== '' && !FILLERS.has(word) && !WEEKDAYS.has(word));
  if (words.length !== 3) return undefined;
  const at = words.findIndex((word) => monthNamed(word) !== undefined);
  const [one = '', other = ''] = words.filter((_, index) => index !== at);
  const yearFirst = /^\d{4}$/.test(one);
  const day = ORDINAL.exec(yearFirst ? other : one)?.[1];
  const year = yearFirst ? one : other;
  const month = monthNamed(words[at] ?? '');
  if (month === undefined || day === undefined || !/^(?:\d{4}|\d{2})$/.test(year) || (yearFirst && at !== 1))
    return undefined;
  return { year: yearOf(year), month, day: Number(day) };
}

/** Two digits up to 69 are of this century. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
