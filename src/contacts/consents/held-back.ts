/** Why what was said of a channel just now is not what decides, where it is not. */
import { consentsOf } from '../../customers/card-queries.ts';
import type { Archive } from '../../store/open.ts';
import { FOREVER } from '../forever.ts';
import type { Channel, ConsentStatus } from '../gate.ts';
import { neverOf } from '../never.ts';
import { peopleFor } from '../people.ts';
import { reachedTogether, type SuppressionRow } from '../queries.ts';

export type HeldBack =
  /** Another statement holds, of then or later. `at` as consentsOf has it. */
  | { readonly by: 'word'; readonly status: string; readonly source: string; readonly at: string }
  /** Of those who were merged into the customer not all have agreed. */
  | { readonly by: 'part' }
  /** Somebody who is reached at the same address has refused. */
  | { readonly by: 'neighbour' }
  | { readonly by: 'suppression'; readonly row: SuppressionRow | undefined };

/** All there is against it; of a refusal only another word is. Throws SuppressionKeyLost. */
export function heldBack(archive: Archive, customer: number, channel: Channel, said: ConsentStatus): HeldBack[] {
  const found: HeldBack[] = [];
  const holds = consentsOf(archive, customer, FOREVER).find((row) => row.channel === channel);
  if (holds && holds.status !== said)
    found.push(
      holds.source === 'merge'
        ? { by: 'part' }
        : { by: 'word', status: holds.status, source: holds.source, at: holds.stated_at },
    );
  if (said === 'refused') return found;
  const { consent, suppressed } = peopleFor(archive, channel, FOREVER, reachedTogether(archive, customer))(customer);
  if (consent === 'refused' && holds?.status !== 'refused') found.push({ by: 'neighbour' });
  if (suppressed) {
    const { suppressions } = neverOf(archive, customer, FOREVER);
    const row = suppressions.find((one) => one.channel === null || one.channel === channel);
    found.push({ by: 'suppression', row });
  }
  return found;
}
