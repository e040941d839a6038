/** Why, and by which channels, one customer must never be contacted; nobody else is looked at. */
import type { Archive } from '../store/open.ts';
import { type Channel, CHANNELS } from './gate.ts';
import { peopleFor } from './people.ts';
import { suppressionKey } from '../store/settings.ts';
import { mailDomainsOf } from '../values/mail-domain.ts';
import { suppressionHash } from '../values/suppression-key.ts';
import { addresses, reachedTogether, type SuppressionRow, suppressions } from './queries.ts';

export interface Never {
  readonly channels: readonly Channel[];
  /** Those in force for the customer, an address of theirs, or somebody who is reached at one. */
  readonly suppressions: readonly SuppressionRow[];
}

/** `until` in UTC seconds. Throws SuppressionKeyLost. */
export function neverOf(archive: Archive, customer: number, until: number): Never {
  const inForce = suppressions(archive);
  if (inForce.length === 0) return { channels: [], suppressions: [] };
  const together = reachedTogether(archive, customer);
  const key = inForce.some(({ hash }) => hash !== null) ? suppressionKey(archive) : undefined;
  const hashes = new Set<string>();
  if (key !== undefined)
    for (const channel of ['email', 'phone'] as const)
      for (const [, value] of addresses(archive, channel, [customer])) {
        hashes.add(suppressionHash(key, channel, value));
        if (channel === 'email')
          for (const domain of mailDomainsOf(value)) hashes.add(suppressionHash(key, 'domain', domain));
      }
  return {
    channels: CHANNELS.filter((channel) => peopleFor(archive, channel, until, together)(customer).suppressed),
    suppressions: inForce.filter(
      ({ hash, customer_id: whose }) =>
        (whose !== null && together.includes(whose)) || (hash !== null && hashes.has(hash)),
    ),
  };
}
