/** Who may not be written to any more of those on a list that was made before. */
import type { Archive } from '../store/open.ts';
import { type Channel, CHANNELS, type ListChannel } from './channels.ts';
import { peopleFor } from './people.ts';
import { customersOn, type WaitingList } from './waiting-queries.ts';

/** A message by hand is to the number they are known there by. */
const ASKED: Readonly<Record<ListChannel, readonly Channel[]>> = {
  sms: ['sms'],
  email: ['email'],
  phone: ['phone'],
  wechat: ['phone'],
  parcel: CHANNELS,
};

/** Customers. Whoever is on a list passed the gate: refusals and suppressions are of since. `until` in UTC seconds. */
export function closedSince(archive: Archive, { list, channel, kind }: WaitingList, until: number): number[] {
  const asked = ASKED[channel].map((one) => peopleFor(archive, one, until));
  // What is put to an order asks whether promotions are refused.
  const isHeard = channel !== 'parcel' || kind === 'promotion';
  return customersOn(archive, list).filter((customer) =>
    asked.some((personOf) => {
      const { suppressed, consent } = personOf(customer);
      return suppressed || (isHeard && consent === 'refused');
    }),
  );
}
