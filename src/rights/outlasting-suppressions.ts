/**
 * Whoever must never be contacted, or refused a channel, must not be contacted when they are forgotten either: a hash of
 * their addresses stays.
 */
import { suppressionHash } from '../values/suppression-key.ts';
import type { Archive } from '../store/open.ts';
import { suppressionKey } from '../store/settings.ts';
import type { Subject } from './subject.ts';
import { refusedBySubject, suppressionQueries } from './suppression-queries.ts';

/** Before their identifiers go. */
export function keepSuppressions(archive: Archive, { known }: Subject): void {
  const key = suppressionKey(archive);
  const queries = suppressionQueries(archive);
  for (const { kind, value } of known)
    if (kind === 'email' || kind === 'phone') queries.silence(suppressionHash(key, kind, value));
  for (const { record, added_at: at, lifted_at: lifted } of queries.ofSubject()) {
    if (lifted !== null) continue;
    for (const address of queries.addressesOf(record))
      queries.add(address, suppressionHash(key, address.kind, address.value), null, at);
  }
  for (const { customer, channel, at } of refusedBySubject(archive))
    for (const address of queries.addressesOf(customer))
      if ((address.kind === 'email') === (channel === 'email'))
        queries.add(address, suppressionHash(key, address.kind, address.value), channel, at);
}
