/** Birthdays as people write them, with or without a year. */
import type { DateOrder } from './instant-parts.ts';
import { exists } from './wall-time.ts';
import { writtenDate } from './written-date.ts';

/** 03-07, 3/7, --03-07, 3月7日, 07.03. */
const YEARLESS = /^(--)?(\d{1,2})\s*([-/.月])\s*(\d{1,2})\s*[日号.]?$/;
/** 0520: the month first, as ISO 8601 has it. */
const COMPACT = /^(--)?(\d{2})(\d{2})$/;
/** 99/5/20: no month and no day. */
const SHORT_YEAR_FIRST = /^(3[2-9]|[4-9]\d)\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
/** Every day there is of it. */
const LEAP_YEAR = 2000;
const OLDEST = 1900;

/** YYYY-MM-DD, 0000-MM-DD where no year is told; undefined for no day, or one after `latest` (YYYY-MM-DD). */
export function readBirthday(text: string, order: DateOrder, latest: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const yearless = YEARLESS.exec(plain);
  if (yearless) return withoutYear(yearless, order);
  const compact = COMPACT.exec(plain);
  if (compact) return withoutSign(compact, order);
  const short = SHORT_YEAR_FIRST.exec(plain);
  if (short) return dayText(1900 + Number(short[1]), Number(short[3]), Number(short[4]), latest);
  const day = writtenDate(plain)?.day;
  if (!day) return undefined;
  if ('month' in day) return dayText(day.year, day.month, day.day, latest);
  if (order === 'ymd') return undefined;
  const [month, date] = order === 'dmy' ? [day.second, day.first] : [day.first, day.second];
  // Nobody is born in the years to come.
  const year = day.short && day.year > Number(latest.slice(0, 4)) ? day.year - 100 : day.year;
  return dayText(year, month, date, latest);
}

function withoutYear([, dashes, first, sign, second]: RegExpExecArray, order: DateOrder): string | undefined {
  if (dashes !== undefined || sign === '月') return yearlessDay(first, second);
  const dayFirst = sign === '.' || order === 'dmy';
  // 5.20 and 20/5 can be read one way alone.
  return dayFirst
    ? (yearlessDay(second, first) ?? yearlessDay(first, second))
    : (yearlessDay(first, second) ?? yearlessDay(second, first));
}

function withoutSign([, dashes, first, second]: RegExpExecArray, order: DateOrder): string | undefined {
  const unclear = dashes === undefined && order === 'dmy' && yearlessDay(second, first) !== undefined;
  return unclear ? undefined : yearlessDay(first, second);
}

function yearlessDay(month: string | undefined, day: string | undefined): string | undefined {
  if (!exists({ year: LEAP_YEAR, month: Number(month), day: Number(day) })) return undefined;
  return `0000-${two(Number(month))}-${two(Number(day))}`;
}

/** Whether it stands for one day in whatever order day and month are written elsewhere. */
export const isYearFirst = (text: string): boolean => SHORT_YEAR_FIRST.test(text.normalize('NFKC').trim());

function dayText(year: number, month: number, day: number, latest: string): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  return year >= OLDEST && exists({ year, month, day }) && text <= latest ? text : undefined;
}

const two = (value: number) => String(value).padStart(2, '0');
