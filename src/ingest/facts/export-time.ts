/** When a platform wrote a file, where the file's name says so. */
import type { Platform } from '../../platforms/layout.ts';
import { toInstant } from '../../values/zones.ts';

/** UTC seconds; null where it does not say. */
export function exportTime({ exportedAt, timeZone = 'UTC' }: Platform, fileName: string): number | null {
  const digits = exportedAt?.name.exec(fileName)?.[1];
  if (exportedAt === undefined || digits === undefined) return null;
  if (exportedAt.as === 'seconds') return Number(digits);
  if (exportedAt.as === 'milliseconds') return Math.floor(Number(digits) / 1000);
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(digits) ?? [];
  const wall = `${year}-${month}-${day}T${hour}:${minute}:00`;
  return Number.isNaN(Date.parse(`${wall}Z`)) ? null : toInstant({ wall, offset: null, dateOnly: false }, timeZone).at;
}
