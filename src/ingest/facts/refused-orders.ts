/** What is counted and given back of refusals, which come in any order. */
import { OrderNumbers } from '../orders/order-numbers.ts';
import { ownRefusal, type Refusal } from '../refusal.ts';

/** A refused order may stand in several refusals; a row without a number is an order of its own. */
export class RefusedOrders {
  readonly #numbers = new OrderNumbers();
  #without = 0;

  add({ order }: Refusal): void {
    if (order === null) this.#without++;
    else this.#numbers.add(order);
  }

  get count(): number {
    return this.#numbers.count + this.#without;
  }
}

/** Refusals that are given back to be shown; all are kept with the import. */
const SHOWN = 100;

export class FirstRefusals {
  /** All of them. */
  count = 0;
  #refusals: Refusal[] = [];

  add(refusal: Refusal): void {
    this.count++;
    this.#refusals.push(ownRefusal(refusal));
    if (this.#refusals.length >= 2 * SHOWN) this.#refusals = this.inOrder();
  }

  /** The first of the file, by sheet and line. */
  inOrder(): Refusal[] {
    return this.#refusals.toSorted(byPlace).slice(0, SHOWN);
  }
}

function byPlace(a: Refusal, b: Refusal): number {
  const [one, other] = [a.sheet ?? '', b.sheet ?? ''];
  return one === other ? a.line - b.line : one < other ? -1 : 1;
}
