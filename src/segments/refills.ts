/**
 * When what somebody bought is used up: of the latest purchase of a product, so many days later as the seller says
 * a piece lasts, else as the product's own rhythm is: the middle gap between purchases of it by one customer. Pure.
 */
import { median } from '../measures/quantiles.ts';
import { NumberRows } from '../values/number-rows.ts';
import type { PurchaseList } from './purchase-list.ts';

export interface Refill {
  /** Of the latest purchase, or of one before where these are asked for. */
  readonly line: number;
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

const NONE = -1;

/** None of what nothing is known of. Those that wait for everybody's come last. */
export function* refillsOf(
  purchases: PurchaseList,
  { supplyOf, usualOf, withEarlier = false }: Lasting,
): Generator<Refill> {
  const { size, products, quantities } = purchases;
  const nexts = nextLines(purchases);
  const isBoughtAgain = new Uint8Array(size);
  for (const next of nexts) if (next !== NONE) isBoughtAgain[next] = 1;
  // Very many may wait.
  const waiting = new NumberRows(2);
  const refill = (line: number, days: number, boughtNext: number): Refill => ({
    line,
    usedUp: purchases.day(line) + Math.round(days),
    boughtNext,
  });
  for (let first = 0; first < size; first++) {
    if (isBoughtAgain[first] === 1) continue;
    const supply = supplyOf(products[first] as number);
    for (let line = first, next; line !== NONE; line = next) {
      next = nexts[line] as number;
      // Of the lines of one order the last stands for all.
      if (next !== NONE && (!withEarlier || purchases.order(next) === purchases.order(line))) continue;
      const boughtNext = next === NONE ? NEVER : purchases.day(next);
      if (supply !== undefined) yield refill(line, supply * (quantities[line] as number), boughtNext);
      else waiting.add([line, boughtNext]);
    }
  }
  const usual = usualOf ?? usualGaps(purchases, nexts);
  for (let row = 0; row < waiting.size; row++) {
    const line = waiting.field(row, 0);
    const days = usual(products[line] as number);
    if (days !== undefined) yield refill(line, days, waiting.field(row, 1));
  }
}

/** The middle gap of each product of which there are enough. */
export const usualGapsOf = (purchases: PurchaseList): ((product: number) => number | undefined) =>
  usualGaps(purchases, nextLines(purchases));

/** Twice on one day is no rhythm. */
function usualGaps(purchases: PurchaseList, nexts: Int32Array): (product: number) => number | undefined {
  const gaps = new Map<number, number[]>();
  for (let line = 0; line < purchases.size; line++) {
    const next = nexts[line] as number;
    const gap = next === NONE ? 0 : purchases.day(next) - purchases.day(line);
    if (gap === 0) continue;
    const product = purchases.products[line] as number;
    const known = gaps.get(product);
    if (known) known.push(gap);
    else gaps.set(product, [gap]);
  }
  const found = new Map([...gaps].flatMap(([product, of]) => (of.length < LEAST_GAPS ? [] : [[product, median(of)]])));
  return (product) => found.get(product);
}

/** Of each line the one by which the same customer bought the same next; NONE where they did not. */
function nextLines(purchases: PurchaseList): Int32Array {
  const nexts = new Int32Array(purchases.size);
  /** Of each product the line after those gone through by which somebody bought it. */
  const later = new Map<number, number>();
  for (let line = purchases.size - 1; line >= 0; line--) {
    const product = purchases.products[line] as number;
    const next = later.get(product);
    nexts[line] = next !== undefined && purchases.customer(next) === purchases.customer(line) ? next : NONE;
    later.set(product, line);
  }
  return nexts;
}
