/** Who may not be written to any more of those on a list that was made before. */
import type { Archive } from '../store/open.ts';
import { CHANNELS, GATE_CHANNEL } from './channels.ts';
import { peopleFor } from './people.ts';
import { customersOn, type WaitingList } from './waiting-queries.ts';

/** Customers. Whoever is on a list passed the gate: refusals and suppressions are of since. `until` in UTC seconds. */
export function closedSince(archive: Archive, { list, channel, kind }: WaitingList, until: number): number[] {
  const own = GATE_CHANNEL[channel];
  const asked = (own ? [own] : CHANNELS).map((one) => peopleFor(archive, one, until));
  // What is put to an order asks whether promotions are refused.
  const isHeard = channel !== 'parcel' || kind === 'promotion';
  return customersOn(archive, list).filter((customer) =>
    asked.some((personOf) => {
      const { suppressed, consent } = personOf(customer);
      return suppressed || (isHeard && consent === 'refused');
    }),
  );
}
