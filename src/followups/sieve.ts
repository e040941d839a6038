/** What a play's own rules keep out, before anybody is asked whether they may be contacted. Pure. */
import { shareOf } from '../segments/share-of.ts';
import { dayNumber } from '../values/day-numbers.ts';
import type { Candidate } from './candidate.ts';

export const SIEVE_REASONS = [
  'before_on',
  'not_in_segment',
  'ordered_since',
  'refunded_since',
  'complained_since',
  'once',
  'same_absence',
] as const;
export type SieveReason = (typeof SIEVE_REASONS)[number];

export interface SieveFacts {
  /** Whether the condition of the play holds for the customer. */
  readonly isMeant: (candidate: Candidate) => boolean;
  /** Ascending day numbers. */
  readonly refunds: (customer: number) => readonly number[];
  readonly complaints: (customer: number) => readonly number[];
  /** The last day on which the play was carried out for the customer for something else; undefined where it never was. */
  readonly carriedOut: (candidate: Candidate) => string | undefined;
  /** The last day on which it came to a merged customer within the absence that sets it off, as one of those they were. */
  readonly cameSince: (candidate: Candidate) => string | undefined;
}

/** Why it is none of the play's business; undefined where it is. What happens after `by`, a day, ends nothing. */
export function sieve(candidate: Candidate, facts: SieveFacts, by: string): SieveReason | undefined {
  const { play, due } = candidate;
  if (isBeforeOn(play, due)) return 'before_on';
  if (!facts.isMeant(candidate)) return 'not_in_segment';
  const stopped = stoppedBy(candidate, facts, by);
  if (stopped) return stopped;
  if (play.repeat === 'once' && facts.carriedOut(candidate) !== undefined) return 'once';
  const came = facts.cameSince(candidate);
  return came !== undefined && came >= due ? 'same_absence' : undefined;
}

/** What was due before a play was on is none of its business, unless it is to catch up. */
export const isBeforeOn = ({ backfill, onSince }: Candidate['play'], due: string): boolean =>
  !backfill && onSince !== null && due < onSince;

/** The same of a customer in every plan, and of whom it is less than of fewer. */
export const isHeldOut = ({ name, holdout }: Pick<Candidate['play'], 'name' | 'holdout'>, customer: number): boolean =>
  holdout > 0 && shareOf(customer, `holdout of ${name}`) < holdout;

function stoppedBy(candidate: Candidate, facts: SieveFacts, by: string): SieveReason | undefined {
  const { play, customer, ordered } = candidate;
  const { stops, trigger } = play;
  if (stops.includes('order') && ordered !== null && ordered <= by) return 'ordered_since';
  const last = dayNumber(by);
  const first = dayNumber(candidate.on < candidate.due ? candidate.on : candidate.due);
  // What sets it off does not end it.
  const isWithin = (own: boolean) => (day: number) => day <= last && (own ? day > first : day >= first);
  if (stops.includes('refund') && facts.refunds(customer).some(isWithin(trigger.on === 'refund')))
    return 'refunded_since';
  if (stops.includes('complaint') && facts.complaints(customer).some(isWithin(trigger.on === 'complaint')))
    return 'complained_since';
  return undefined;
}
