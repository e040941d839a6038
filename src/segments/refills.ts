/**
 * When what somebody bought is used up: of the latest purchase of a product, so many days later as the seller says
 * a piece lasts, else as the product's own rhythm is: the middle gap between purchases of it by one customer. Pure.
 */
import { median } from '../measures/quantiles.ts';
import { NumberRows } from '../values/number-rows.ts';

export interface Purchase {
  readonly customer: number;
  /** One number for each product of a shop. */
  readonly product: number;
  /** Day number. */
  readonly day: number;
  readonly quantity: number;
  /** The number of the order. */
  readonly order: number;
  /** The place among those that were read. */
  readonly line: number;
}

/** One customer after another, and of each the first first. */
export interface PurchaseList extends Iterable<Purchase> {
  /** By the place among those that were read. */
  at(line: number): Purchase | undefined;
}

export interface Refill {
  /** The latest one, or one before where these are asked for. */
  readonly purchase: Purchase;
  /** Day number. */
  readonly usedUp: number;
  /** The day number on which the same was bought next; NEVER of the latest. */
  readonly boughtNext: number;
}

/** Beyond all days. */
export const NEVER = 2 ** 31 - 1;

/** Fewer gaps than these say nothing of a product's rhythm. */
const LEAST_GAPS = 5;

interface Lasting {
  /** Days that a piece lasts, as the seller says it. */
  readonly supplyOf: (product: number) => number | undefined;
  /** Usual gaps, in days, where they are known already; else they follow from the purchases. */
  readonly usualOf?: (product: number) => number | undefined;
  /** Also of the purchases before the latest. */
  readonly withEarlier?: boolean;
}

/** None of what nothing is known of. Those that wait for everybody's come last. */
export function* refillsOf(
  purchases: PurchaseList,
  { supplyOf, usualOf, withEarlier = false }: Lasting,
): Generator<Refill> {
  const gaps = new Map<number, number[]>();
  // Very many may wait.
  const waiting = new NumberRows(2);
  for (const own of byCustomer(purchases))
    for (const bought of own.values()) {
      const { product } = bought[0] as Purchase;
      if (!usualOf) addGaps(gaps, product, gapsOf(bought));
      const supply = supplyOf(product);
      for (let at = withEarlier ? 0 : bought.length - 1; at < bought.length; at++) {
        const one = bought[at] as Purchase;
        const next = bought[at + 1];
        // Of the lines of one order the last stands for all.
        if (next?.order === one.order) continue;
        const boughtNext = next?.day ?? NEVER;
        if (supply !== undefined) yield refill(one, supply * one.quantity, boughtNext);
        else waiting.add([one.line, boughtNext]);
      }
    }
  const usual = usualOf ?? usualGaps(gaps);
  for (let row = 0; row < waiting.size; row++) {
    const one = purchases.at(waiting.field(row, 0));
    const days = one && usual(one.product);
    if (one && days !== undefined) yield refill(one, days, waiting.field(row, 1));
  }
}

/** The middle gap of each product of which there are enough. */
export function usualGapsOf(purchases: Iterable<Purchase>): (product: number) => number | undefined {
  const gaps = new Map<number, number[]>();
  for (const own of byCustomer(purchases)) for (const [product, bought] of own) addGaps(gaps, product, gapsOf(bought));
  return usualGaps(gaps);
}

function usualGaps(gaps: ReadonlyMap<number, readonly number[]>): (product: number) => number | undefined {
  const found = new Map([...gaps].flatMap(([product, of]) => (of.length < LEAST_GAPS ? [] : [[product, median(of)]])));
  return (product) => found.get(product);
}

const refill = (purchase: Purchase, days: number, boughtNext: number): Refill => ({
  purchase,
  usedUp: purchase.day + Math.round(days),
  boughtNext,
});

/** What each bought of each product. */
function* byCustomer(purchases: Iterable<Purchase>): Generator<Map<number, Purchase[]>> {
  let own = new Map<number, Purchase[]>();
  let customer: number | undefined;
  for (const purchase of purchases) {
    if (customer !== purchase.customer && own.size > 0) {
      yield own;
      own = new Map();
    }
    ({ customer } = purchase);
    const known = own.get(purchase.product);
    if (known) known.push(purchase);
    else own.set(purchase.product, [purchase]);
  }
  if (own.size > 0) yield own;
}

/** Twice on one day is no rhythm. */
function gapsOf(bought: readonly Purchase[]): number[] {
  const gaps: number[] = [];
  for (let at = 1; at < bought.length; at++) {
    const gap = (bought[at] as Purchase).day - (bought[at - 1] as Purchase).day;
    if (gap > 0) gaps.push(gap);
  }
  return gaps;
}

function addGaps(gaps: Map<number, number[]>, product: number, more: readonly number[]): void {
  if (more.length === 0) return;
  const known = gaps.get(product);
  if (known) known.push(...more);
  else gaps.set(product, [...more]);
}
