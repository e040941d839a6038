/** What the orders of an import come to as they stand. */
import { NumberSet } from '../../values/number-set.ts';
import type { ByCurrency } from './summary.ts';

/** Minor units of `currency`; `net` is 0 for an order that does not count. */
export interface CountedOrder {
  readonly record_id: number;
  readonly customer_id: number | null;
  readonly currency: string;
  readonly total: number;
  readonly refunded: number;
  readonly net: number;
}

export class ImportTotals {
  readonly records = new NumberSet();
  anonymousOrders = 0;
  readonly #money = new Map<string, { total: number; net: number; refunded: number }>();

  add(order: CountedOrder): void {
    this.records.add(order.record_id);
    if (order.customer_id === null) this.anonymousOrders++;
    let sums = this.#money.get(order.currency);
    if (!sums) this.#money.set(order.currency, (sums = { total: 0, net: 0, refunded: 0 }));
    sums.total += order.total;
    sums.net += order.net;
    sums.refunded += order.refunded;
  }

  by(key: 'total' | 'net' | 'refunded'): ByCurrency {
    return Object.fromEntries(
      [...this.#money].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([c, sums]) => [c, sums[key]]),
    );
  }
}
