/** Candidates and plans made by hand, for what follows from them. */
import { type Candidate, type PlannedPlay } from '../../src/followups/candidate.ts';
import type { PastTouch, PlanPolicy } from '../../src/followups/ledger.ts';
import { type Plan, type Planned, stepsOf } from '../../src/followups/plan.ts';
import type { DayRange, Planning, Sifting } from '../../src/followups/planning.ts';
import { playSchema } from '../../src/followups/plays/play.ts';
import { policySchema } from '../../src/followups/policy.ts';
import { sift } from '../../src/followups/sift.ts';
import { addDays, daysBetween } from '../../src/values/days.ts';

export const START = '2026-07-01';
/** Days are counted from the first of the range. */
export const day = (offset: number): string => addDays(START, offset);
export const offsetOf = (of: string): number => daysBetween(START, of);
export const first = (days: number): DayRange => ({ from: START, to: day(days - 1) });

/** Nothing but the budget of promotions and one message a day. */
export const LOOSE: PlanPolicy = policySchema.parse({
  all: { most: 100, days: 1 },
  channels: Object.fromEntries(
    ['sms', 'email', 'phone', 'wechat', 'parcel'].map((channel) => [
      channel,
      { most: 100, days: 1, gap_days: 0, capacity: 1000 },
    ]),
  ),
});

export const play = (own: Readonly<Record<string, unknown>> = {}): PlannedPlay => ({
  ...playSchema.parse({
    name: 'play',
    trigger: { on: 'order' },
    kind: 'promotion',
    channels: ['sms'],
    expires_after_days: 60,
    ...own,
  }),
  onSince: null,
});

export interface Wish {
  readonly customer?: number;
  readonly play?: PlannedPlay;
  readonly due?: number;
  readonly until?: number;
  readonly value?: number | null;
}

const PLAY = play();

/** `name` stands for the order that set it off. */
export const candidate = (name: string, wish: Wish = {}): Candidate => ({
  occurrence: name,
  order: name,
  about: null,
  on: day(wish.due ?? 0),
  due: day(wish.due ?? 0),
  until: day(wish.until ?? 60),
  ordered: null,
  customer: wish.customer ?? 1,
  play: wish.play ?? PLAY,
  value: wish.value === undefined ? 100 : wish.value,
});

export const touch = (offset: number, own: Partial<PastTouch> = {}): PastTouch => ({
  customer: 1,
  day: day(offset),
  kind: 'promotion',
  channel: 'sms',
  play: null,
  ...own,
});

export type Given = Partial<Planning & Sifting>;

/** Everybody is reached by the first channel of the play, at a number of their own; `isFit` may refuse rows of the first day. */
export function planned(
  candidates: readonly Candidate[],
  given: Given = {},
  isFit: (row: Planned) => boolean = () => true,
): Plan {
  const range = given.range ?? first(61);
  const sifted = sift({
    candidates,
    range,
    keptOut: given.keptOut ?? (() => undefined),
    reachOf:
      given.reachOf ??
      (({ customer, play: { channels } }) => ({ channel: channels[0] ?? 'sms', address: `+861391234560${customer}` })),
  });
  const steps = stepsOf(sifted, {
    range,
    policy: given.policy ?? LOOSE,
    touches: given.touches ?? [],
    heldOut: given.heldOut,
    pauseOf: given.pauseOf ?? (() => undefined),
    carriedOut: given.carriedOut ?? (() => undefined),
    windowOf: given.windowOf,
  });
  let step = steps.next();
  while (!step.done) step = steps.next(isFit(step.value));
  return step.value;
}

/** Name and day, counted from the first of the range. */
export const days = (...args: Parameters<typeof planned>): [string, number][] =>
  planned(...args).planned.map((row) => [row.occurrence, offsetOf(row.day)]);
