/**
 * Who is contacted on which day. Budgets first come to whoever is worth most; the loser is deferred,
 * not dropped, until its play no longer makes sense. A pure function: planning twice plans the same,
 * whatever the order of the candidates.
 */
import type { Channel, GateReason, Kind } from '../contacts/gate.ts';
import { addDays, daysBetween } from '../values/days.ts';
import type { Candidate } from './candidate.ts';

/** At most so many promotional messages to one customer in any so many days, and never two messages a day. */
export const BUDGET = { promotions: 3, days: 30 } as const;

/** How a candidate may be reached, or why not; with `everyDays` the customer wants at most one contact in so many days. */
export type Reach =
  | { readonly channel: Channel; readonly address: string; readonly everyDays?: number | undefined }
  | { readonly reason: GateReason };

export interface PastTouch {
  readonly customer: number;
  readonly day: string;
  readonly kind: Kind;
}

export interface DayRange {
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

export interface Planned extends Candidate {
  readonly day: string;
  readonly channel: Channel;
  readonly address: string;
  /** Set where a budget moved it past its first possible day. */
  readonly deferredBy: DeferReason | undefined;
}

export type DeferReason = 'same_day' | 'promotion_budget' | 'wish';

interface Waiting {
  readonly candidate: Candidate;
  readonly reason: DeferReason;
}

export interface Plan {
  readonly planned: readonly Planned[];
  /** No room for them within the range; they come up again after it. */
  readonly deferred: readonly Waiting[];
  /** No room for them while they made sense. */
  readonly expiring: readonly Waiting[];
  readonly leftOut: readonly { readonly candidate: Candidate; readonly reason: GateReason }[];
}

export function plan(
  candidates: readonly Candidate[],
  reachOf: (candidate: Candidate) => Reach,
  touches: readonly PastTouch[],
  range: DayRange,
): Plan {
  const ledger = new Ledger(touches);
  const planned: Planned[] = [];
  const leftOut: { candidate: Candidate; reason: GateReason }[] = [];
  const waiting = new Map<Candidate, Exclude<Reach, { reason: GateReason }> & { blockedBy: DeferReason | undefined }>();
  for (const candidate of candidates.toSorted(byWorth)) {
    if (candidate.until < range.from || candidate.due > range.to) continue;
    const reach = reachOf(candidate);
    if ('reason' in reach) leftOut.push({ candidate, reason: reach.reason });
    else waiting.set(candidate, { ...reach, blockedBy: undefined });
  }
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    for (const [candidate, way] of waiting) {
      if (candidate.due > day || candidate.until < day) continue;
      const touch = { customer: candidate.customer, day, kind: candidate.play.kind };
      const blocked = ledger.blocks(touch, way);
      if (blocked) {
        // Two messages on a day only ever cost a day; what keeps waiting is told by the budget or the wish.
        if (way.blockedBy === undefined || way.blockedBy === 'same_day') way.blockedBy = blocked;
        continue;
      }
      ledger.note(touch, way.address);
      planned.push({ ...candidate, day, channel: way.channel, address: way.address, deferredBy: way.blockedBy });
      waiting.delete(candidate);
    }
  }
  const left = [...waiting].flatMap(([candidate, { blockedBy }]): Waiting[] =>
    blockedBy ? [{ candidate, reason: blockedBy }] : [],
  );
  return {
    planned,
    deferred: left.filter(({ candidate }) => candidate.until > range.to),
    expiring: left.filter(({ candidate }) => candidate.until <= range.to),
    leftOut,
  };
}

/** Worth first, then urgency, then names: a total order. */
function byWorth(a: Candidate, b: Candidate): number {
  return (
    (b.value ?? 0) - (a.value ?? 0) ||
    (a.until < b.until ? -1 : a.until > b.until ? 1 : 0) ||
    a.customer - b.customer ||
    (a.occurrence < b.occurrence ? -1 : 1)
  );
}

class Ledger {
  /** By customer, and by address: two customers may be reached at one. */
  readonly #touches = new Map<number | string, PastTouch[]>();

  constructor(touches: readonly PastTouch[]) {
    for (const touch of touches) this.note(touch);
  }

  note(touch: PastTouch, address?: string): void {
    for (const key of address === undefined ? [touch.customer] : [touch.customer, address]) {
      const known = this.#touches.get(key);
      if (known) known.push(touch);
      else this.#touches.set(key, [touch]);
    }
  }

  blocks(
    { customer, day, kind }: PastTouch,
    { address, everyDays }: { readonly address: string; readonly everyDays?: number | undefined },
  ): DeferReason | undefined {
    const own = this.#touches.get(customer) ?? [];
    const known = [...new Set([...own, ...(this.#touches.get(address) ?? [])])];
    if (known.some((touch) => touch.day === day)) return 'same_day';
    if (kind === 'service') return undefined;
    const within = (touch: PastTouch, days: number) => Math.abs(daysBetween(touch.day, day)) < days;
    if (everyDays !== undefined && own.some((touch) => touch.kind !== 'service' && within(touch, everyDays)))
      return 'wish';
    if (kind !== 'promotion') return undefined;
    const recent = known.filter((touch) => touch.kind === 'promotion' && within(touch, BUDGET.days));
    return recent.length >= BUDGET.promotions ? 'promotion_budget' : undefined;
  }
}
