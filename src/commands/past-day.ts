/** A day as typed after a flag, which has come. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Archive } from '../store/open.ts';

/** Throws UsageError. */
export function pastDay(context: Context, archive: Archive, flag: string, day: string | undefined): string | undefined {
  const { touches } = context.words;
  if (day === undefined) return undefined;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day))
    throw new UsageError(touches.badDay(flag, day), { code: 'bad_day' });
  if (day > context.today(archive)) throw new UsageError(touches.notYet(flag, day), { code: 'day_to_come' });
  return day;
}
