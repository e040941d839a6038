/** What files said, against the hashes made when they said it: no fact is ever edited. */
import { contentHash, fingerprint } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import { toInstant } from '../values/zones.ts';
import { storedRecords, storedVersions, strayFacts } from './fact-queries.ts';
import { BREATH, type Check } from './finding.ts';

const OFTEN = 5000;

export function* checkRecords(archive: Archive): Check {
  let seen = 0;
  for (const { record, fingerprint: print, facts, pin } of storedRecords(archive)) {
    if (fingerprint(facts, pin) !== print) yield { name: 'record_altered', example: `#${record}` };
    if (++seen % OFTEN === 0) yield BREATH;
  }
}

export function* checkVersions(archive: Archive): Check {
  let seen = 0;
  for (const { number, shop, zone, hash, platform, fingerprint: print, order } of storedVersions(archive)) {
    const example = orderText(shop, number);
    if (contentHash(order, platform, print) !== hash) yield { name: 'version_altered', example };
    // Not hashed, because it moves with the shop's zone.
    else if (order.part !== 'items' && toInstant({ ...order.placed, dateOnly: false }, zone).at !== order.placedAt)
      yield { name: 'order_time_wrong', example };
    if (++seen % OFTEN === 0) yield BREATH;
  }
}

export function* checkStrayFacts(archive: Archive): Check {
  for (const [kind, id] of strayFacts(archive))
    yield kind === 'record'
      ? { name: 'record_without_order', example: `#${id}` }
      : { name: 'version_without_import', example: String(id) };
}

/** An order as its owner knows it. */
export const orderText = (shop: string, number: string) => `${number} (${shop})`;
