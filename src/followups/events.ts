/** Refunds and complaints of customers by day, and how long promotions rest after them. Pure. */
import type { Block } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { PAUSE_REASONS } from './room.ts';
import type { CustomerEvent } from './triggers/event-queries.ts';

/** Day numbers, ascending. */
export type DaysOf = (customer: number) => readonly number[];

const NONE: readonly number[] = [];

export function daysByCustomer(events: readonly CustomerEvent[]): DaysOf {
  const found = new Map<number, number[]>();
  for (const { customer, day } of events.toSorted((a, b) => a.day - b.day)) {
    const known = found.get(customer);
    if (known) known.push(day);
    else found.set(customer, [day]);
  }
  return (customer) => found.get(customer) ?? NONE;
}

/** The one that lasts longer, of the latest of both. */
export function pausesAfter(
  { refund, complaint }: Policy['pause_days'],
  { refunds, complaints }: { readonly refunds: DaysOf; readonly complaints: DaysOf },
): (customer: number) => Block<(typeof PAUSE_REASONS)[number]> | undefined {
  return (customer) => {
    const refunded = (refunds(customer).at(-1) ?? -Infinity) + refund;
    const complained = (complaints(customer).at(-1) ?? -Infinity) + complaint;
    if (refunded === -Infinity && complained === -Infinity) return undefined;
    return complained >= refunded
      ? { reason: 'complaint_pause', by: null, again: complained }
      : { reason: 'refund_pause', by: null, again: refunded };
  };
}
