/** What a day's exports must set off, as a seller would say it: thanks for a first order, a call for a refund. */
import { whyOf } from './accounts.ts';
import { ArchiveFile } from './check/archive.ts';
import { type DayBook, refundedIn } from './day.ts';
import { type Order, ORDERS } from './orders.ts';
import type { YearShop } from './shop.ts';

const FIRST: ReadonlySet<string> = new Set(
  [...new Map(ORDERS.toReversed().map((order) => [order.buyer.who, order])).values()]
    .filter(({ buyer }) => !buyer.isOld)
    .map(({ number }) => number),
);

interface Owed {
  readonly play: string;
  readonly who: string;
}

function owedBy(orders: readonly Order[], day: string): Owed[] {
  const refunded = refundedIn(orders, day).map((about): Owed => ({ play: 'refund_call', ...about }));
  const thanks = orders.flatMap(({ number, buyer: { who }, refund }): Owed[] =>
    FIRST.has(number) && refund === undefined ? [{ play: 'thank_you', who }] : [],
  );
  return [...refunded, ...thanks];
}

/** Gives those of whom nothing is planned, made or told. */
export async function notSetOff(shop: YearShop, { day, exports, plan, contacts }: DayBook): Promise<string[]> {
  const owed = exports.flatMap(({ orders }) => owedBy(orders, day));
  const problems: string[] = [];
  for (const { play, who } of owed) {
    const [customer] = customersOf(shop, who);
    const planned = plan.some((row) => row.play === play && row.customer_id === customer);
    const made = contacts.some((contact) => contact.play === play && contact.customer === customer);
    if (planned || made) continue;
    const told = customer === undefined ? [] : await whyOf(shop, day, customer);
    const state = told.find((row) => row.play === play)?.state ?? 'unknown';
    if (SAYS_NOTHING.has(state)) problems.push(`${day}: ${play} for ${who} is ${state}`);
  }
  return problems;
}

const SAYS_NOTHING = new Set(['not_applicable', 'off', 'broken', 'unknown']);

function customersOf(shop: YearShop, who: string): number[] {
  const archive = new ArchiveFile(shop.db);
  try {
    return archive.whoIs({ who });
  } finally {
    archive.close();
  }
}
