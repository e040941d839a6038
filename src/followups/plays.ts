/**
 * The plays that are shipped, as data: what sets one off, how long after, whom it is for, how it
 * goes out and until when it still makes sense.
 */
import type { Channel, Kind } from '../contacts/gate.ts';

export type Trigger =
  /** The first counting order, once; with `only`, while no further order has come. */
  | { readonly on: 'first_order'; readonly only: boolean; readonly delayDays: number }
  /** The last counting order, when the own rhythm is exceeded so many times. */
  | { readonly on: 'rhythm'; readonly multiple: number; readonly minimumOrders: number };

export interface Play {
  readonly name: string;
  readonly trigger: Trigger;
  readonly kind: Kind;
  /** In order of preference; the first one open to the customer is taken. */
  readonly channels: readonly Channel[];
  /** Days after it was due until which it is still worth doing. */
  readonly expiresAfterDays: number;
}

/** Timings from the field's practice: thanks within two days, a nudge in the third week, win-back past the own rhythm. */
export const plays: readonly Play[] = [
  {
    name: 'thank_you',
    trigger: { on: 'first_order', only: false, delayDays: 2 },
    kind: 'care',
    channels: ['sms', 'email', 'phone'],
    expiresAfterDays: 7,
  },
  {
    name: 'second_order',
    trigger: { on: 'first_order', only: true, delayDays: 21 },
    kind: 'promotion',
    channels: ['sms', 'email'],
    expiresAfterDays: 30,
  },
  {
    name: 'win_back',
    trigger: { on: 'rhythm', multiple: 1.5, minimumOrders: 2 },
    kind: 'promotion',
    channels: ['sms', 'email'],
    expiresAfterDays: 45,
  },
];
