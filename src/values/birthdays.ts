/** Birthdays as people write them, with or without a year. */
import type { DateOrder } from './instant-parts.ts';
import { exists } from './wall-time.ts';
import { writtenDate } from './written-date.ts';

/** 03-07, 3/7, --03-07, 3月7日, 07.03. */
const YEARLESS = /^(--)?(\d{1,2})\s*([-/.月])\s*(\d{1,2})\s*[日号.]?$/;
/** Every day there is of it. */
const LEAP_YEAR = 2000;
const OLDEST = 1900;

/** YYYY-MM-DD, 0000-MM-DD where no year is told; undefined for no day, or one after `latest` (YYYY-MM-DD). */
export function readBirthday(text: string, order: DateOrder, latest: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const yearless = YEARLESS.exec(plain);
  if (yearless) return withoutYear(yearless, order);
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
  const dayFirst = dashes === undefined && sign !== '月' && (sign === '.' || order === 'dmy');
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (!exists({ year: LEAP_YEAR, month: Number(month), day: Number(day) })) return undefined;
  return `0000-${two(Number(month))}-${two(Number(day))}`;
}

function dayText(year: number, month: number, day: number, latest: string): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  return year >= OLDEST && exists({ year, month, day }) && text <= latest ? text : undefined;
}

const two = (value: number) => String(value).padStart(2, '0');
