/** Bare numbers in the place of dates: a spreadsheet's day numbers, and seconds or milliseconds since 1970. */
import type { WallTime } from './wall-time.ts';

const EPOCH = /^(?:\d{10}|\d{13})(?:\.\d+)?$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

export interface NumberReading {
  /** The workbook counts its days from 1904, as old Macs did. */
  readonly date1904?: boolean | undefined;
  /** The whole column is seconds since 1970; one such number alone may be anything. */
  readonly epochDates?: boolean | undefined;
}

export function isNumberForDate(text: string): 'unix_time' | 'serial' | undefined {
  if (text.length > 32) return undefined;
  const plain = text.normalize('NFKC');
  if (EPOCH.test(plain)) return 'unix_time';
  return SERIAL.test(plain) ? 'serial' : undefined;
}

/** Undefined for what is no such number, or one that nothing says is a date. */
export function readDateNumber(text: string, reading: NumberReading): WallTime | undefined {
  const kind = isNumberForDate(text);
  const plain = text.normalize('NFKC').replace(',', '.');
  if (kind === 'serial') return { ...serialToWall(Number(plain), reading.date1904 ?? false), from: 'serial' };
  return kind === 'unix_time' && reading.epochDates === true ? epochToWall(plain) : undefined;
}

/** Thirteen digits are milliseconds: so many seconds are 30,000 years. */
function epochToWall(text: string): WallTime {
  const [whole = ''] = text.split('.');
  const seconds = whole.length === 13 ? Math.floor(Number(whole) / 1000) : Number(whole);
  return { wall: isoSeconds(seconds * 1000), offset: 0, dateOnly: false, from: 'epoch' };
}

/** The 1900 system counts a 29 February 1900 that never was. Rounded to the second; takes 0 to 99999. */
export function serialToWall(serial: number, date1904: boolean): WallTime {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const wall = isoSeconds(epoch + Math.round(serial * 86_400) * 1000);
  return { wall, offset: null, dateOnly: Number.isInteger(serial) };
}

const isoSeconds = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19);
