/** The time of day inside a written date, with the zone behind it. */
import { offsetMinutes } from './offsets.ts';
import type { Clock } from './wall-time.ts';
import { offsetNamed } from './zone-names.ts';

export interface ClockTime {
  readonly clock: Clock;
  /** Minutes east of UTC; null where none was written, undefined for one that no place has. */
  readonly offset: number | null | undefined;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const HALF = '上午|下午|晚上|中午|凌晨|早上|清晨|傍晚|午前|午後|午后|am|pm|a\\.\\s?m\\.?|p\\.\\s?m\\.?';
const BEFORE = `(?:(?<before>${HALF})\\s*|(?<=^|[\\s,t日号)]))`;
const BEHIND = `(?:\\s*(?<behind>${HALF})(?!\\p{L}))?`;

const SHAPES: readonly RegExp[] = [
  // 9:15, 09:15:07.123, 2:05 p.m.
  new RegExp(
    `${BEFORE}(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d+)?)?(?![\\d:])${BEHIND}(?:\\s*(?:hs\\.?|hrs\\.?|uhr)(?!\\p{L}))?`,
    'u',
  ),
  // 14时05分09秒, 9点, 9点半
  new RegExp(
    `${BEFORE}(?<hour>\\d{1,2})\\s*[时時点點](?:\\s*(?<minute>\\d{1,2}|半)\\s*分?(?:\\s*(?<second>\\d{1,2})秒?)?)?`,
    'u',
  ),
  // 14h05
  /(?<=[\s,])(?<hour>\d{1,2})h(?<minute>\d{2})(?![\d:])/u,
  // 09.15, as Germans, Italians and Indonesians write it
  new RegExp(
    `(?<=[\\s,日])(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?:\\.(?<second>\\d{2}))?(?![\\d.])${BEHIND}(?:\\s*uhr(?!\\p{L}))?`,
    'u',
  ),
  // 2 pm
  /(?<=[\s,])(?<hour>\d{1,2})\s*(?<behind>[ap]m|[ap]\.m\.)(?!\p{L})/u,
];

const OFFSET = /^\s*\(?(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)\)?/;
const NAME = /^\s*([a-z]{1,5})(?!\p{L})/u;
/** (China Standard Time), [Asia/Shanghai] */
const EXPLAINED = /^\s*(?:\([^()]*\)|\[[^[\]]*\])/;

/** The end of a window: 11:00-12:00. Behind a `T`, or with seconds, it is an offset from UTC. */
const UNTIL = /^-(\d{2}):(\d{2})(?!\d)/;

/** Takes compatibility forms in lower case. Undefined for a window of time, too. */
export function clockTime(text: string): ClockTime | undefined {
  for (const shape of SHAPES) {
    const match = shape.exec(text);
    if (!match?.groups) continue;
    const { hour, minute = '0', second, before, behind } = match.groups;
    const half = (before ?? behind ?? '').replace(/[.\s]/g, '');
    const clock: Clock = [hourOf(Number(hour), half), minute === '半' ? 30 : Number(minute), Number(second ?? 0)];
    const end = match.index + match[0].length;
    if (second === undefined && text[match.index - 1] !== 't' && isWindow(clock, text.slice(end))) return undefined;
    const zone = zoneAt(text.slice(end));
    return { clock, offset: zone.offset, start: match.index, end: end + zone.length };
  }
  return undefined;
}

function isWindow([hour, minute]: Clock, rest: string): boolean {
  const [, untilHour, untilMinute] = UNTIL.exec(rest) ?? [];
  return Number(untilHour) * 60 + Number(untilMinute) > hour * 60 + minute;
}

/** NaN for an hour that its half of the day does not have; 14:05 PM only says it twice. */
export function hourOf(hour: number, half: string): number {
  switch (half) {
    case 'pm':
    case '下午':
    case '午後':
    case '午后':
    case '傍晚':
      return hour < 12 ? hour + 12 : hour;
    case 'am':
    case '上午':
    case '午前':
    case '凌晨':
    case '早上':
    case '清晨':
      return hour > 12 ? Number.NaN : hour % 12;
    // Twelve at night is midnight; one at night belongs to no one day.
    case '晚上':
      if (hour === 12) return 0;
      return hour >= 5 ? (hour < 12 ? hour + 12 : hour) : Number.NaN;
    case '中午':
      if (hour >= 10) return hour <= 14 ? hour : Number.NaN;
      return hour >= 1 && hour <= 2 ? hour + 12 : Number.NaN;
    default:
      return hour;
  }
}

function zoneAt(rest: string): { readonly offset: number | null | undefined; readonly length: number } {
  const offset = OFFSET.exec(rest);
  if (offset) {
    const [whole, sign = '', hours = '', minutes = '00'] = offset;
    const length = whole.length + (EXPLAINED.exec(rest.slice(whole.length))?.[0].length ?? 0);
    return { offset: offsetMinutes(`${sign}${hours.padStart(2, '0')}${minutes}`), length };
  }
  const name = NAME.exec(rest);
  const named = name?.[1] === undefined ? undefined : offsetNamed(name[1]);
  if (!name || named === undefined) return { offset: null, length: 0 };
  const length = name[0].length + (EXPLAINED.exec(rest.slice(name[0].length))?.[0].length ?? 0);
  return { offset: named, length };
}
