/** Customers who are reached at one address, and so share what it can bear. Pure. */
import { foldGmail } from '../values/mailbox.ts';
import type { Open, Siftable } from './sift.ts';

/** Numbers the addresses at which several of them are reached. */
export function sharedAddresses(found: readonly Siftable[]): readonly Siftable[] {
  const owners = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const { candidate, open } of found) {
    if (!open) continue;
    const place = placeOf(open);
    const owner = owners.get(place);
    if (owner === undefined) owners.set(place, candidate.customer);
    else if (owner !== candidate.customer && !shared.has(place)) shared.set(place, shared.size);
  }
  if (shared.size === 0) return found;
  return found.map((one) => {
    const place = one.open && shared.get(placeOf(one.open));
    return one.open && place !== undefined ? { ...one, open: { ...one.open, shared: place } } : one;
  });
}

/** A number is one for text messages and for calls. */
const placeOf = ({ channel, address }: Open): string => (channel === 'email' ? foldGmail(address) : address);
