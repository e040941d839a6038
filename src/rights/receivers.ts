/** Parcels that others sent to somebody who is forgotten: the others' records lose whom and where to. */
import { fingerprint, withoutReceiver } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import { receiverQueries } from './receiver-queries.ts';

/** Gives the versions that stand on another record, or on one that says less, and the records that are others now. */
export function clearReceivers(archive: Archive): {
  readonly versions: number[];
  readonly records: number[];
  readonly cleared: number;
} {
  const queries = receiverQueries(archive);
  const versions: number[] = [];
  const records: number[] = [];
  let cleared = 0;
  for (const { record, facts } of queries.noted()) {
    const print = fingerprint(withoutReceiver(facts));
    const twin = queries.recordOf(print);
    versions.push(...queries.versionsOf(record));
    cleared++;
    if (twin === undefined) {
      queries.write(record, print);
      records.push(record);
      continue;
    }
    // The lower one stays: it may be somebody's number.
    const [stays, goes] = twin < record ? [twin, record] : [record, twin];
    if (goes === twin) versions.push(...queries.versionsOf(twin));
    queries.join(goes, stays);
    if (stays === record) queries.write(record, print);
    records.push(stays);
  }
  return { versions, records, cleared };
}
