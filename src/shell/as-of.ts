/** The day or moment a question is asked for, as typed after --as-of. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';

export interface AsOf {
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM:SS where a time was given. */
  readonly time: string | undefined;
  /** Minutes east of UTC where the text says so; otherwise the archive's zone decides. */
  readonly offset: number | undefined;
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads a day or a time of day; throws UsageError for anything else, impossible days included. */
export function readAsOf(text: string, words: Words): AsOf {
  const [whole, day, hour, minute, second = '00', zone] = SHAPE.exec(text.trim()) ?? [];
  if (whole === undefined || day === undefined || !exists(day)) throw unusable(text, words);
  if (hour === undefined || minute === undefined) return { day, time: undefined, offset: undefined };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw unusable(text, words);
  return { day, time: `${hour}:${minute}:${second}`, offset: zone === undefined ? undefined : offsetOf(zone) };
}

function exists(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) && day >= '1990-01-01';
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function unusable(text: string, words: Words): UsageError {
  return new UsageError(words.shell.badAsOf(text), {
    code: 'bad_as_of',
    hint: words.shell.forExample('--as-of 2026-06-30, --as-of 2026-06-30T09:00'),
  });
}
