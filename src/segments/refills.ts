/**
 * When what somebody bought is used up: of the latest purchase of a product, so many days later as the seller says
 * a piece lasts, else as the product's own rhythm is: the middle gap between purchases of it by one customer. Pure.
 */
import { median } from '../measures/quantiles.ts';
import { addDays, daysBetween } from '../values/days.ts';

export interface Purchase {
  readonly customer: number;
  /** One number for each product of a shop. */
  readonly product: number;
  readonly day: string;
  /** In which order purchases of one day came. */
  readonly order: string;
  readonly quantity: number;
  readonly version: number;
  readonly position: number;
}

export interface Refill {
  readonly version: number;
  readonly position: number;
  readonly day: string;
}

/** Fewer gaps than these say nothing of a product's rhythm. */
const LEAST_GAPS = 5;

/** `purchases` one customer after another; `supplyOf` days that a piece lasts. None of what there is neither of. */
export function refillsOf(purchases: Iterable<Purchase>, supplyOf: (product: number) => number | undefined): Refill[] {
  const latest: Purchase[] = [];
  const gaps = new Map<number, number[]>();
  let own: Purchase[] = [];
  const close = () => {
    for (const bought of byProduct(own)) {
      bought.sort((a, b) => compare(a.day, b.day) || compare(a.order, b.order) || a.position - b.position);
      latest.push(bought.at(-1) as Purchase);
      addGaps(gaps, bought);
    }
    own = [];
  };
  for (const purchase of purchases) {
    if (own[0] && own[0].customer !== purchase.customer) close();
    own.push(purchase);
  }
  close();
  const rhythms = new Map(
    [...gaps].flatMap(([product, of]) => (of.length < LEAST_GAPS ? [] : [[product, median(of)]])),
  );
  return latest.flatMap(({ product, day, quantity, version, position }) => {
    const supply = supplyOf(product);
    const days = supply === undefined ? rhythms.get(product) : supply * quantity;
    return days === undefined ? [] : [{ version, position, day: addDays(day, Math.round(days)) }];
  });
}

function byProduct(purchases: readonly Purchase[]): Iterable<Purchase[]> {
  const found = new Map<number, Purchase[]>();
  for (const purchase of purchases) {
    const known = found.get(purchase.product);
    if (known) known.push(purchase);
    else found.set(purchase.product, [purchase]);
  }
  return found.values();
}

function addGaps(gaps: Map<number, number[]>, bought: readonly Purchase[]): void {
  for (const [index, purchase] of bought.entries()) {
    const before = bought[index - 1];
    // Twice on one day is no rhythm.
    if (!before || before.day === purchase.day) continue;
    const gap = daysBetween(before.day, purchase.day);
    const known = gaps.get(purchase.product);
    if (known) known.push(gap);
    else gaps.set(purchase.product, [gap]);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
