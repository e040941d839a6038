/**
 * Orders of which a row cannot be read: they are left out whole, because their other rows are not
 * all of them. Where the damage reaches the order number itself, the orders of the rows beside it are
 * meant as far as their number is still in the text.
 */
import type { Refusal } from './refusal.ts';

export class SpoiledOrders {
  readonly #spoiled = new Map<string, Refusal>();
  #before = '';
  #waiting: readonly Refusal[] = [];

  /** A row of an order that can be read. */
  sound(id: string): void {
    for (const refusal of this.#waiting) this.#spoil(refusal, id);
    if (this.#waiting.length > 0) this.#waiting = [];
    this.#before = id;
  }

  /** A row that was refused before it came to its order. */
  refused(refusal: Refusal): void {
    if (refusal.order !== null && !this.#spoiled.has(refusal.order)) this.#spoiled.set(refusal.order, refusal);
    if (this.#before !== '') this.#spoil(refusal, this.#before);
    this.#waiting = [...this.#waiting.slice(-MOST_WAITING), refusal];
  }

  /** The refusal for which an order is left out. */
  of(id: string): Refusal | undefined {
    return this.#spoiled.get(id);
  }

  #spoil(refusal: Refusal, id: string): void {
    if (this.#spoiled.has(id) || !textOf(refusal).includes(id)) return;
    this.#spoiled.set(id, refusal);
  }
}

/** Damaged rows that stand below each other before the next sound one. */
const MOST_WAITING = 9;

const textOf = ({ rows }: Refusal): string => (rows[0]?.cells ?? []).join('').replaceAll('"', '');
