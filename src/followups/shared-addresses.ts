/** Customers who are reached at one address, and so share what it can bear. Pure. */
import { placeOf } from '../values/mailbox.ts';
import type { PastTouch } from './ledger.ts';
import type { Siftable } from './sift.ts';

interface Told {
  readonly found: readonly Siftable[];
  readonly touches: readonly PastTouch[];
}

/** Numbers the addresses at which several of them are reached, or were. */
export function sharedAddresses({ found, touches }: Told): Told {
  const owners = new Map<string, number>();
  const shared = new Map<string, number>();
  const note = (place: string, customer: number) => {
    const owner = owners.get(place);
    if (owner === undefined) owners.set(place, customer);
    else if (owner !== customer && !shared.has(place)) shared.set(place, shared.size);
  };
  for (const touch of touches) {
    const place = pastPlaceOf(touch);
    if (place !== undefined) note(place, touch.customer);
  }
  for (const { candidate, open } of found) if (open) note(placeOf(open.channel, open.address), candidate.customer);
  if (shared.size === 0) return { found, touches };
  return {
    found: found.map((one) => {
      const number = one.open && shared.get(placeOf(one.open.channel, one.open.address));
      return one.open && number !== undefined ? { ...one, open: { ...one.open, shared: number } } : one;
    }),
    touches: touches.map((touch) => {
      const place = pastPlaceOf(touch);
      const number = place === undefined ? undefined : shared.get(place);
      return number === undefined ? touch : { ...touch, shared: number };
    }),
  };
}

const pastPlaceOf = ({ channel, address }: PastTouch): string | undefined =>
  address === undefined ? undefined : placeOf(channel, address);
