/** SQL of what calendars were written with. */
import type { Archive } from '../../store/open.ts';
import { addDays } from '../../values/days.ts';
import type { DayRange } from '../planning.ts';

export interface CalendarEntry {
  readonly id: string;
  readonly play: string;
  /** On which calendars have it. */
  readonly day: string;
}

/** How far a calendar that is kept up to date may lag: so long is what is no more cancelled again and again. */
const BACK = 30;

/**
 * Puts down what a calendar is written with, and gives what earlier ones have in its days, or in the thirty before, that
 * is no more: done, bought since, refused, expired, no room, or of a rule that is no more.
 */
export function keepEntries(
  { db }: Archive,
  { from, to }: DayRange,
  written: readonly CalendarEntry[],
): CalendarEntry[] {
  const put = db.prepare(
    'INSERT INTO calendar_entries VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET play = excluded.play, day = excluded.day',
  );
  for (const { id, play, day } of written) put.run(id, play, day);
  const stands = new Set(written.map(({ id }) => id));
  const all = db
    .prepare(
      'SELECT followup_id AS id, play, day FROM calendar_entries WHERE day BETWEEN ? AND ? ORDER BY day, followup_id',
    )
    .all(addDays(from, -BACK), to) as CalendarEntry[];
  return all.filter(({ id }) => !stands.has(id));
}

/** Those that no calendar of `from` or later cancels any more. */
export function dropEntries({ db }: Archive, from: string): void {
  db.prepare('DELETE FROM calendar_entries WHERE day < ?').run(addDays(from, -BACK));
}
