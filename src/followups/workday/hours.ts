/** The hours at which a planned follow-up may be carried out, by the clocks of both ends. */
import { placeZone } from '../../calendar/place-zone.ts';
import { offsetAt } from '../../values/zones.ts';
import type { Window } from '../planning.ts';

export interface ClockHours {
  /** HH:MM. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

/** Where the customer lives; of a country of several zones, and where nobody knows, by the clock of the shop. */
export function hoursThere(
  window: Window,
  place: { readonly country: string | null; readonly province: string | null },
  shopZone: string,
): ClockHours {
  const { zones } = placeZone(place.country, place.province, shopZone);
  const [zone = shopZone, ...others] = zones;
  return hoursIn(window, others.length > 0 ? shopZone : zone);
}

export const hoursIn = ({ notBefore, notAfter }: Window, zone: string): ClockHours => ({
  from: clockTime(notBefore, zone),
  to: clockTime(notAfter, zone),
  zone,
});

/** Minutes since midnight there. */
export const minuteOfDay = (at: number, zone: string): number => (Math.floor(at / 60) + offsetAt(at, zone)) % 1440;

function clockTime(at: number, zone: string): string {
  const minute = minuteOfDay(at, zone);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
