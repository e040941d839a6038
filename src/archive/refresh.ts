/**
 * The one pipeline from facts to what follows from them: orders whose versions changed, the records
 * they stand on, the customers those records make. Runs inside the caller's transaction and touches
 * only what the changed orders reach.
 */
import { refreshCustomers, type SharedUse } from '../customers/refresh-customers.ts';
import type { Archive } from '../store/open.ts';
import { type DirtyOrder, standingOrders } from './standing-orders.ts';
import type { OrderKey } from './standing-queries.ts';

export interface Refreshed {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Orders whose newest arrival says less than what already stood: the further state was kept. */
  readonly regressions: readonly OrderKey[];
  /** Orders that lost or gained lines between two exports that say nothing of their time. */
  readonly decidedByArrival: readonly OrderKey[];
  readonly customersAdded: number;
  readonly customersRemoved: number;
  /** Values found to be used by several people. */
  readonly severalUsers: readonly SharedUse[];
}

export function refresh(archive: Archive, dirty: readonly DirtyOrder[]): Refreshed {
  return archive.write(() => {
    const orders = standingOrders(archive, dirty);
    const customers = refreshCustomers(archive, orders.touchedRecords);
    return {
      ...orders.counts,
      regressions: orders.regressions,
      decidedByArrival: orders.decidedByArrival,
      ...customers,
    };
  });
}
