/** What a plan is made of. */
import type { Closed, Uncovered } from '../calendar/window.ts';
import type { GateReason } from '../contacts/gate.ts';
import type { Candidate } from './candidate.ts';
import type { Place } from './capacity.ts';
import type { Block, PastTouch, PlanPolicy } from './ledger.ts';
import type { PlayChannel } from './plays/play.ts';
import type { PAUSE_REASONS } from './room.ts';
import type { SieveReason } from './sieve.ts';

/** How a candidate may be reached, or why not. */
export type Reach =
  | {
      readonly channel: PlayChannel;
      /** Of a parcel the order it goes with. */
      readonly address: string;
      /** The customer wants at most one contact in so many days. */
      readonly everyDays?: number | undefined;
    }
  /** There is no order it could go with yet. */
  | { readonly waits: 'no_parcel' }
  | { readonly reason: GateReason };

export interface DayRange {
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

/** UTC seconds between which somebody may be contacted on a day. */
export interface Window {
  readonly notBefore: number;
  readonly notAfter: number;
  /** Places and years whose holidays would close it, were they known. */
  readonly uncovered?: readonly Uncovered[] | undefined;
}

/** Undefined where any time of the day is as good. */
export type WindowOf = (
  candidate: Candidate,
  channel: PlayChannel,
  day: string,
) => Window | { readonly closed: Closed } | undefined;

/** What is asked of each candidate by itself. */
export interface Sifting {
  readonly candidates: readonly Candidate[];
  readonly range: DayRange;
  /** What a play's own rules keep out. */
  readonly keptOut: (candidate: Candidate) => SieveReason | undefined;
  readonly reachOf: (candidate: Candidate) => Reach;
  /** What was sent to others may have come to the same address. */
  readonly touches?: readonly PastTouch[] | undefined;
}

/** What is asked of them all together. */
export interface Planning {
  readonly range: DayRange;
  readonly policy: PlanPolicy;
  /** What was sent, no later than the day on which the range begins but for what was handed over then for the day after. */
  readonly touches: readonly PastTouch[];
  /** Those held out on the day on which the range begins had their places on it. */
  readonly heldOut?: readonly Place[] | undefined;
  /** What keeps promotions from a customer for a time. */
  readonly pauseOf: (customer: number) => Block<(typeof PAUSE_REASONS)[number]> | undefined;
  /** The last day on which the play was carried out for the customer for something else. */
  readonly carriedOut: (candidate: Candidate) => string | undefined;
  /** The last day on which it came to a merged customer within the absence that sets it off. */
  readonly cameSince?: ((candidate: Candidate) => string | undefined) | undefined;
  /** At any time of any day where absent. */
  readonly windowOf?: WindowOf | undefined;
}
