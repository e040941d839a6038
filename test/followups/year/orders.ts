/** What is ordered in the year, and what becomes of it. */
import { type Buyer, BUYERS, type Platform } from './buyers.ts';
import { addDays } from './days.ts';
import { between, dice } from './dice.ts';

/** The day after the last one of the tea shop's own exports. */
export const START = '2026-11-01';
export const DAYS = 365;

export interface Order {
  readonly buyer: Buyer;
  readonly number: string;
  readonly placed: string;
  readonly shipped: string;
  readonly completed: string;
  readonly refund: { readonly day: string; readonly isWhole: boolean } | undefined;
  /** Whole units of the shop's currency. */
  readonly amount: number;
}

export type Stage = 'paid' | 'shipped' | 'completed';

export const stageOn = ({ shipped, completed }: Order, day: string): Stage =>
  day >= completed ? 'completed' : day >= shipped ? 'shipped' : 'paid';

function daysOf({ who, begins, rhythm, isOld }: Buyer): number[] {
  // Some never come back, and some stop coming.
  const last = dice(`stays ${who}`) < 0.4 ? begins + between(0, 150, `leaves ${who}`) : DAYS;
  if (isOld && dice(`returns ${who}`) < 0.2) return [];
  const days: number[] = [];
  for (
    let at = begins;
    at <= last && at < DAYS;
    at += Math.max(2, Math.round(rhythm * (0.6 + 0.8 * dice(`${who} ${at}`))))
  )
    days.push(at);
  return days;
}

function orderOn(buyer: Buyer, offset: number, number: string): Order {
  const of = `order ${number}`;
  const placed = addDays(START, offset);
  const fate = dice(`fate ${of}`);
  return {
    buyer,
    number,
    placed,
    shipped: addDays(placed, between(1, 3, `ship ${of}`)),
    completed: addDays(placed, between(6, 10, `complete ${of}`)),
    refund: fate < 0.08 ? { day: addDays(placed, between(2, 12, `refund ${of}`)), isWhole: fate < 0.04 } : undefined,
    amount: between(40, 400, `amount ${of}`),
  };
}

function all(): Order[] {
  const found = BUYERS.flatMap((buyer) => daysOf(buyer).map((offset) => ({ buyer, offset })));
  found.sort((a, b) => a.offset - b.offset || (a.buyer.who < b.buyer.who ? -1 : 1));
  return found.map(({ buyer, offset }, at) =>
    orderOn(buyer, offset, buyer.platform === 'taobao' ? `44${String(at).padStart(13, '0')}0118` : `#${2000 + at}`),
  );
}

export const ORDERS: readonly Order[] = all();

/** Of what came or changed within `[since, until)`, as it stood at the end of the last of these days. */
export function changedWithin(platform: Platform, since: string, until: string): Order[] {
  const isIn = (day: string | undefined) => day !== undefined && day >= since && day < until;
  return ORDERS.filter(
    ({ buyer, placed, shipped, completed, refund }) =>
      buyer.platform === platform && placed < until && [placed, shipped, completed, refund?.day].some(isIn),
  );
}
