/** What a cell shows, as text: numbers in full, dates as the sheet's wall clock has them. */
import type { DateKind } from './number-formats.ts';

/** A spreadsheet keeps 15 significant digits; what is longer has lost its end. */
const EXACT_BELOW = 1e15;
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?$/;

/** Of a number as the file spells it. From 1e15 on in a form that no identifier may have. */
export function numberText(raw: string): string {
  if (raw.length <= 16 && PLAIN.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (Math.abs(value) >= EXACT_BELOW) return value.toExponential();
  // More than 15 digits are the noise of binary fractions.
  const exact = Number(value.toPrecision(15));
  const text = String(exact);
  return text.includes('e') ? exact.toFixed(20).replace(/0+$/, '') : text;
}

const DAY_SECONDS = 86_400;
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_466;
const days = new Map<number, string>();

/** Of a day number under a date format; text that is no such number is given back as a number. */
export function dateText(raw: string, kind: DateKind, date1904: boolean): string {
  const serial = Number(raw);
  if (raw === '' || !(serial >= 0 && serial < LAST_SERIAL)) return numberText(raw);
  const total = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(total / DAY_SECONDS);
  const clock = clockText(total - day * DAY_SECONDS);
  if (kind === 'time' && day === 0) return clock;
  // The 1900 system counts a 29 February that never was.
  const since1970 = date1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569;
  return `${dayText(since1970)} ${clock}`;
}

function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
    if (days.size < 100_000) days.set(day, text);
  }
  return text;
}

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function clockText(seconds: number): string {
  return `${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?Z?$/;

/** Of a cell that holds its date as ISO text. */
export function isoText(raw: string): string {
  const [, day, minutes, seconds = '00', fraction] = ISO.exec(raw.trim()) ?? [];
  if (day === undefined) return raw.trim();
  if (minutes === undefined) return `${day} 00:00:00`;
  const at = Date.parse(`${day}T${minutes}:${seconds}Z`) + (Number(`0.${fraction ?? '0'}`) >= 0.5 ? 1000 : 0);
  return Number.isNaN(at) ? raw.trim() : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** #REF! and its like; a cell that says so holds no value. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && /^#(?:N\/A|[A-Z_]+[!?]|DIV\/0!|GETTING_DATA)$/.test(text);
}
