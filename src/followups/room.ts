/** Whether there is room for a contact on a day, and what takes it: everything that moves one to a later day. Pure. */
import { dayNumber, dayText } from '../values/day-numbers.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import { Capacity, CAPACITY_REASONS } from './capacity.ts';
import { type Block, BUDGET_REASONS, Ledger, type Way } from './ledger.ts';
import type { Planning, Window } from './planning.ts';
import { isHeldOut } from './sieve.ts';

export const PAUSE_REASONS = ['refund_pause', 'complaint_pause'] as const;

export const DEFER_REASONS = [
  ...BUDGET_REASONS,
  ...CAPACITY_REASONS,
  ...PAUSE_REASONS,
  'repeat',
  'closed',
  'no_parcel',
] as const;
export type DeferReason = (typeof DEFER_REASONS)[number];

export type Found = { readonly block: Block<DeferReason> } | { readonly window: Window | undefined };

export class Room {
  readonly #planning: Pick<Planning, 'pauseOf' | 'carriedOut' | 'cameSince' | 'windowOf'>;
  readonly #ledger: Ledger;
  readonly #capacity: Capacity;
  readonly #planned = new Map<PlannedPlay, Map<number, number>>();

  constructor(planning: Planning) {
    this.#planning = planning;
    this.#ledger = new Ledger(planning.policy, planning.touches);
    const touches = planning.touches.filter(({ day }) => day >= planning.range.from);
    this.#capacity = new Capacity(planning.policy, [...touches, ...(planning.heldOut ?? [])]);
  }

  /** Whether the play comes once, and has come to the customer. */
  isOver({ play, customer }: Candidate): boolean {
    return play.repeat === 'once' && (this.#planned.get(play)?.has(customer) ?? false);
  }

  on(day: number, candidate: Candidate, way: Way | undefined): Found {
    if (!way) return { block: { reason: 'no_parcel', by: null, again: Infinity } };
    const { play, customer } = candidate;
    const touch = { customer, day, kind: play.kind, channel: way.channel };
    const block =
      this.#repeated(candidate, day) ??
      (play.kind === 'promotion' ? this.#paused(customer, day) : undefined) ??
      this.#ledger.blocks(touch, way) ??
      this.#capacity.blocks(play, touch);
    if (block) return { block };
    const window = this.#planning.windowOf?.(candidate, way.channel, dayText(day));
    if (!window || !('closed' in window)) return { window };
    // A plan of the day's evening gives nobody the place of one whom the morning's gave it to.
    if (window.closed.reason === 'hours_over') this.#capacity.note({ ...touch, play: play.name });
    return { block: { reason: 'closed', by: null, again: day + 1, closed: window.closed } };
  }

  /** On that day number or later. */
  readonly isTouchedSince: Ledger['isTouchedSince'] = (day, customer, shared) =>
    this.#ledger.isTouchedSince(day, customer, shared);

  /** Whoever is held out takes the place of a contact, so that they compare with those who are not, and has none. */
  take(day: number, { play, customer }: Candidate, { channel, shared }: Way): void {
    const touch = { customer, day, kind: play.kind, channel, play: play.name };
    if (!isHeldOut(play, customer)) this.#ledger.note(touch, shared);
    this.#capacity.note(touch);
    if (play.repeat === 'every') return;
    const days = this.#planned.get(play) ?? new Map<number, number>();
    this.#planned.set(play, days.set(customer, day));
  }

  #repeated(candidate: Candidate, day: number): Block<'repeat'> | undefined {
    const { play } = candidate;
    const came = this.#planning.cameSince?.(candidate);
    const again = Math.max(
      this.#againAfter(candidate),
      // As long as it might have come then: another would be of the same absence.
      came === undefined ? -Infinity : dayNumber(came) + play.expires_after_days,
    );
    return day < again ? { reason: 'repeat', by: play.name, again } : undefined;
  }

  #againAfter(candidate: Candidate): number {
    const { play, customer } = candidate;
    if (typeof play.repeat === 'string') return -Infinity;
    const before = this.#planning.carriedOut(candidate);
    const last = this.#planned.get(play)?.get(customer) ?? (before === undefined ? undefined : dayNumber(before));
    return (last ?? -Infinity) + play.repeat.after_days;
  }

  #paused(customer: number, day: number): Block<(typeof PAUSE_REASONS)[number]> | undefined {
    const pause = this.#planning.pauseOf(customer);
    return pause && day < pause.again ? pause : undefined;
  }
}
