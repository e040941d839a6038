/** SQL of people who were forgotten, as far as they might be in the archive again. */
import type { KnownBy } from '../archive/erasures.ts';
import type { Archive } from '../store/open.ts';

/** Days of erasures that are not finished, in UTC. */
export const unfinishedDays = ({ db }: Archive): string[] =>
  db
    .prepare("SELECT date(erased_at, 'unixepoch') FROM erasures WHERE finished_at IS NULL ORDER BY erasure_id")
    .pluck()
    .all() as string[];

export interface BuyerByValue extends KnownBy {
  readonly record: number;
  readonly customer: number | null;
  /** UTC seconds of the first order on the record, and of the customer's last; null where there is none. */
  readonly first: number | null;
  readonly latest: number | null;
}

export function buyersByValue({ db }: Archive): IterableIterator<BuyerByValue> {
  return db
    .prepare(
      `SELECT i.record_id AS record, k.customer_id AS customer, i.kind, i.scope, i.value,
              (SELECT min(o.placed_at) FROM orders o WHERE o.record_id = i.record_id) AS first,
              (SELECT max(o.placed_at) FROM orders o WHERE o.customer_id = k.customer_id) AS latest
       FROM identifiers i LEFT JOIN record_customers k USING (record_id)
       WHERE i.role = 'buyer' AND i.state IN ('usable', 'relay') ORDER BY i.record_id, i.kind, i.scope, i.value`,
    )
    .iterate() as IterableIterator<BuyerByValue>;
}
