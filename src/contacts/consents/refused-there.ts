/** Who else has refused where a customer is reached: the gate heeds it, and it is nothing the customer said. */
import type { Archive } from '../../store/open.ts';
import { placeOf } from '../../values/mailbox.ts';
import { type Channel, CHANNELS } from '../channels.ts';
import { FOREVER } from '../forever.ts';
import { addressesHeld, bestAddresses, consentByCustomer, reachedTogether } from '../queries.ts';

/** By channel the numbers of others, ascending; a refusal holds whenever it was said. */
export function refusedThere(archive: Archive, customer: number): ReadonlyMap<Channel, readonly number[]> {
  const among = reachedTogether(archive, customer);
  return new Map(CHANNELS.map((channel) => [channel, refusedOn(archive, channel, { customer, among })]));
}

function refusedOn(
  archive: Archive,
  channel: Channel,
  { customer, among }: { readonly customer: number; readonly among: readonly number[] },
): number[] {
  const address = bestAddresses(archive, channel, [customer]).addressOf(customer);
  if (address === undefined) return [];
  const place = placeOf(channel, address);
  return [...consentByCustomer(archive, channel, FOREVER, among)]
    .filter(([other, status]) => status === 'refused' && other !== customer)
    .map(([other]) => other)
    .filter((other) => addressesHeld(archive, channel, [other]).some((held) => placeOf(channel, held) === place))
    .toSorted((a, b) => a - b);
}
