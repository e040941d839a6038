/** At which moment of a day something was said of which only the day is known. */
import { addDays } from '../../values/days.ts';
import { toInstant } from '../../values/zones.ts';
import type { ConsentStatus } from '../gate.ts';

/** UTC seconds: a no at the end of the day, or `now` where it is not over, all else when it begins, so that of one day the no holds. */
export function saidOn(day: string, status: ConsentStatus, zone: string, now: number): number {
  const midnight = (of: string) => toInstant({ wall: `${of}T00:00:00`, offset: null, dateOnly: false }, zone).at;
  return status === 'refused' ? Math.min(midnight(addDays(day, 1)) - 1, now) : midnight(day);
}
