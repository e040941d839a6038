/** The hours that hold in a place. To add one: an entry in the table of its country. */
import type { SendingHours, TimedChannel } from './hours/sending-hours.ts';
import { elsewhere, otherCountries } from './hours/other-countries.ts';
import { unitedStates } from './hours/united-states.ts';

export const SENDING_HOURS: readonly SendingHours[] = [...unitedStates, ...otherCountries, ...elsewhere];

/**
 * All that hold at once: of the country, and of its part where that is known (ISO 3166-2). Where it is not, those of
 * every part, so that none is broken.
 */
export function hoursIn(country: string | null, part: string | null, channel: TimedChannel): readonly SendingHours[] {
  const hours = SENDING_HOURS.filter(({ channels }) => channels.includes(channel));
  const found = hours.filter(
    ({ place }) =>
      place === country || (part === null ? country !== null && place.startsWith(`${country}-`) : place === part),
  );
  return found.some(({ place }) => place === country) ? found : hours.filter(({ place }) => place === '');
}
