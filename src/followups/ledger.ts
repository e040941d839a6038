/** Who was contacted when, and whether the policy leaves room for one more. Pure. */
import { byText } from '../values/by-text.ts';
import type { Closed } from '../calendar/window.ts';
import type { Kind } from '../contacts/gate.ts';
import { dayNumber } from '../values/day-numbers.ts';
import type { PlayChannel } from './plays/play.ts';
import type { Policy } from './policy.ts';

/** What the planner goes by. */
export type PlanPolicy = Pick<Policy, 'per_day' | 'promotions' | 'all' | 'pause_days'> & {
  readonly channels: Readonly<
    Record<PlayChannel, Pick<Policy['channels']['sms'], 'most' | 'days' | 'gap_days' | 'capacity'>>
  >;
};

export interface PastTouch {
  readonly customer: number;
  readonly day: string;
  readonly kind: Kind;
  readonly channel: PlayChannel;
  /** Null where no play asked for it. */
  readonly play: string | null;
  /** Where they are reached on the channel; undefined where that is not known, or of no matter. */
  readonly address?: string | undefined;
  /** The number of the address, where several are reached or were. */
  readonly shared?: number | undefined;
}

/** `day` is a day number. */
export type Touch = Omit<PastTouch, 'day' | 'address' | 'shared'> & { readonly day: number };

export const BUDGET_REASONS = [
  'same_day',
  'wish',
  'channel_gap',
  'channel_budget',
  'all_budget',
  'promotion_budget',
] as const;
export type BudgetReason = (typeof BUDGET_REASONS)[number];

export interface Block<Reason = BudgetReason> {
  readonly reason: Reason;
  /** The play that took the place; null where no play did. */
  readonly by: string | null;
  /** The first day number on which it may be otherwise. */
  readonly again: number;
  /** Why nobody may be contacted there that day. */
  readonly closed?: Closed | undefined;
}

/** How somebody is reached, and what they said of how often. */
export interface Way {
  readonly channel: PlayChannel;
  /** A number by which several customers are reached; undefined where only they are. */
  readonly shared?: number | undefined;
  /** The customer wants at most one contact in so many days. */
  readonly everyDays?: number | undefined;
}

/** A touch, how many were noted before it, and the one before it. */
interface Noted {
  readonly touch: Touch;
  readonly nth: number;
  readonly before: Noted | undefined;
}

interface Limit {
  readonly most: number;
  readonly days: number;
}

export class Ledger {
  readonly #policy: PlanPolicy;
  /** The latest of each customer, and at each shared address. */
  readonly #ofCustomer = new Map<number, Noted>();
  readonly #ofShared = new Map<number, Noted>();
  #noted = 0;

  constructor(policy: PlanPolicy, touches: readonly PastTouch[]) {
    this.#policy = policy;
    const past = touches.map((touch) => ({ ...touch, day: dayNumber(touch.day) }));
    for (const touch of past.toSorted(inTime)) this.note(touch, touch.shared);
  }

  /** No earlier than any before it. */
  note(touch: Touch, shared?: number): void {
    const { customer } = touch;
    const nth = this.#noted++;
    this.#ofCustomer.set(customer, { touch, nth, before: this.#ofCustomer.get(customer) });
    if (shared !== undefined) this.#ofShared.set(shared, { touch, nth, before: this.#ofShared.get(shared) });
  }

  /** On that day number or later. */
  isTouchedSince(day: number, customer: number, shared: number | undefined): boolean {
    const [own, others] = [
      this.#ofCustomer.get(customer),
      shared === undefined ? undefined : this.#ofShared.get(shared),
    ];
    return (own?.touch.day ?? -Infinity) >= day || (others?.touch.day ?? -Infinity) >= day;
  }

  /** What keeps a contact from being made; undefined where nothing does. A service message waits for no budget. */
  blocks({ customer, day, kind, channel }: Omit<Touch, 'play'>, { shared, everyDays }: Way): Block | undefined {
    const own = this.#ofCustomer.get(customer);
    const known = shared === undefined ? own : together(own, this.#ofShared.get(shared));
    const { per_day: perDay, promotions, all, channels } = this.#policy;
    const today = full(known, day, { most: perDay, days: 1 }, ANY);
    if (today) return { reason: 'same_day', ...today };
    if (kind === 'service') return undefined;
    const limits = channels[channel];
    const onChannel = (touch: Touch) => isWanted(touch) && touch.channel === channel;
    return (
      blocked('wish', full(own, day, { most: 1, days: everyDays ?? 0 }, isWanted)) ??
      blocked('channel_gap', full(known, day, { most: 1, days: limits.gap_days }, onChannel)) ??
      blocked('channel_budget', full(known, day, limits, onChannel)) ??
      blocked('all_budget', full(known, day, all, isWanted)) ??
      (kind === 'promotion' ? blocked('promotion_budget', full(known, day, promotions, isPromotion)) : undefined)
    );
  }
}

type Full = Omit<Block, 'reason'>;

const blocked = (reason: BudgetReason, full: Full | undefined): Block | undefined => full && { reason, ...full };

const ANY = () => true;
const isWanted = ({ kind }: Touch): boolean => kind !== 'service';
const isPromotion = ({ kind }: Touch): boolean => kind === 'promotion';

/** Whether as many as there may be lie within so many days before; it is the earliest of these that makes room. */
function full(
  latest: Noted | undefined,
  day: number,
  { most, days }: Limit,
  counts: (touch: Touch) => boolean,
): Full | undefined {
  if (days === 0) return undefined;
  if (most === 0) return { by: null, again: Infinity };
  let count = 0;
  let last: Touch | undefined;
  for (let noted = latest; noted && noted.touch.day > day - days; noted = noted.before) {
    const { touch } = noted;
    if (!counts(touch)) continue;
    last ??= touch;
    count++;
    if (count === most) return { by: last.play, again: touch.day + days };
  }
  return undefined;
}

/** Each touch once, as they were noted: who else is reached there changes nothing of one's own. */
function together(own: Noted | undefined, others: Noted | undefined): Noted | undefined {
  if (!others) return own;
  const all = new Map([...chain(own), ...chain(others)].map((noted) => [noted.nth, noted]));
  let latest: Noted | undefined;
  for (const { touch, nth } of [...all.values()].toSorted((a, b) => a.nth - b.nth))
    latest = { touch, nth, before: latest };
  return latest;
}

function* chain(latest: Noted | undefined): Generator<Noted> {
  for (let noted = latest; noted; noted = noted.before) yield noted;
}

/** A total order of what differs. */
function inTime(a: Touch, b: Touch): number {
  return (
    a.day - b.day ||
    a.customer - b.customer ||
    byText(a.play ?? '', b.play ?? '') ||
    byText(a.channel, b.channel) ||
    byText(a.kind, b.kind)
  );
}
