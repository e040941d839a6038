/**
 * Orders of which a row cannot be read: they are left out whole, because their other rows are not
 * all of them. Where the damage reaches the order number itself, the orders of the rows beside it are
 * meant as far as their number is still in the text.
 */
import type { Refusal } from '../refusal.ts';

export class SpoiledOrders {
  /** Rows that were refused. */
  rows = 0;
  readonly #spoiled = new Map<string, Refusal>();
  readonly #claimed = new Set<string>();
  #before = '';
  #waiting: readonly Refusal[] = [];

  /** A row of an order that can be read. */
  sound(id: string): void {
    this.#before = id;
    if (this.rows === 0) return;
    for (const refusal of this.#waiting) this.#spoil(refusal, id);
    if (this.#waiting.length > 0) this.#waiting = [];
    const refusal = this.#spoiled.get(id);
    if (refusal) this.#claimed.add(placeOf(refusal));
  }

  /** A row that was refused before it came to its order. It must not hang on the text of the file. */
  refused(refusal: Refusal): void {
    this.rows++;
    const { order } = refusal;
    if (order !== null && !this.#spoiled.has(order)) this.#spoiled.set(order, refusal);
    if (order !== null && order === this.#before) this.#claimed.add(placeOf(refusal));
    else if (this.#before !== '') this.#spoil(refusal, this.#before);
    this.#waiting = [...this.#waiting.slice(-MOST_WAITING), refusal];
  }

  /** The refusal for which an order is left out. */
  of(id: string): Refusal | undefined {
    return this.#spoiled.get(id);
  }

  /** True for a refused row that is told together with the other rows of its order. */
  isClaimed(row: Place): boolean {
    return this.#claimed.has(placeOf(row));
  }

  #spoil(refusal: Refusal, id: string): void {
    if (this.#spoiled.has(id) || !numberOf(refusal).includes(id)) return;
    this.#spoiled.set(id, refusal);
    this.#claimed.add(placeOf(refusal));
  }
}

type Place = Pick<Refusal, 'line' | 'sheet'>;

/** Rows of two sheets may have the same number. */
const placeOf = ({ line, sheet = '' }: Place): string => `${line} ${sheet}`;

/** Damaged rows that stand below each other before the next sound one. */
const MOST_WAITING = 9;

/** What is left of the order number; anything in the row may be, where the row has none in its place. */
const numberOf = ({ order, rows }: Refusal): string => (order ?? (rows[0]?.cells ?? []).join('')).replaceAll('"', '');
