/** One follow-up a play calls for: a customer, what set it off, when it is due and until when. Pure. */
import { createHash } from 'node:crypto';
import { addDays } from '../values/days.ts';
import type { Play } from './plays.ts';

/** What the triggers read of one customer. Order keys are natural: shop/number. */
export interface CustomerOrders {
  readonly customer: number;
  readonly orders: number;
  readonly firstDay: string;
  readonly firstKey: string;
  readonly lastDay: string;
  readonly lastKey: string;
  readonly rhythmDays: number;
  /** Minor units of the reporting currency: the customer's net so far; null where all of it is in another. */
  readonly value: number | null;
}

export interface Candidate {
  /** Stable from plan to plan: made of the play and what set it off. */
  readonly id: string;
  readonly play: Play;
  readonly occurrence: string;
  readonly customer: number;
  readonly due: string;
  /** The last day on which it is still worth doing. */
  readonly until: string;
  readonly value: number | null;
}

export function candidateOf(play: Play, customer: CustomerOrders): Candidate | undefined {
  const { trigger } = play;
  if (trigger.on === 'first_order') {
    if (trigger.only && customer.orders !== 1) return undefined;
    return candidate(play, customer, customer.firstKey, addDays(customer.firstDay, trigger.delayDays));
  }
  if (customer.orders < trigger.minimumOrders) return undefined;
  return candidate(
    play,
    customer,
    customer.lastKey,
    addDays(customer.lastDay, wholeDays(trigger.multiple * customer.rhythmDays)),
  );
}

/** Rounded up; a rhythm of thirty days comes out of its logarithms as 30.000000000000004. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-6);
}

function candidate(play: Play, customer: CustomerOrders, order: string, due: string): Candidate {
  const occurrence = `${play.name}:${order}`;
  return {
    id: shortId(occurrence),
    play,
    occurrence,
    customer: customer.customer,
    due,
    until: addDays(due, play.expiresAfterDays),
    value: customer.value,
  };
}

/** Eight letters and digits that are easy to read out: no 0, O, 1, l. */
export function shortId(occurrence: string): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const bytes = createHash('sha256').update(occurrence).digest();
  return Array.from({ length: 8 }, (_, index) => letters[(bytes[index] ?? 0) % 32]).join('');
}
