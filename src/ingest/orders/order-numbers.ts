/**
 * The order numbers of a file as it is read: how many there are, and which of them come back after
 * other orders. Kept as 64-bit hashes, eight bytes a number, so that millions of orders fit.
 */

import { ownText } from '../../values/own-text.ts';

const FULL = 0.7;

export class OrderNumbers {
  /** How many different numbers were added. */
  count = 0;
  /** How many rows came after other orders had stood between them and their own. */
  scatteredRows = 0;
  #capacity = 1 << 12;
  #slots = new Uint32Array(2 * this.#capacity);
  #scattered = new Set<string>();
  #last = '';

  /** For the order number of every row in turn. True for one that was not there before. */
  add(id: string): boolean {
    if (id === this.#last) return false;
    this.#last = id;
    const [high, low] = hash64(id);
    const at = this.#find(high, low);
    if (this.#slots[at + 1] !== 0) {
      this.scatteredRows++;
      this.#scattered.add(ownText(id));
      return false;
    }
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    if (++this.count > this.#capacity * FULL) this.#grow();
    return true;
  }

  /** True where the rows of the order do not all stand together. Two numbers of one hash may be called so wrongly, which only costs time. */
  isScattered(id: string): boolean {
    return this.#scattered.size > 0 && this.#scattered.has(id);
  }

  /** Gives back what only adding needs. */
  close(): void {
    this.#slots = new Uint32Array(2);
    this.#capacity = 1;
  }

  #find(high: number, low: number): number {
    const mask = this.#capacity - 1;
    let at = (high ^ low) & mask;
    while (this.#slots[2 * at + 1] !== 0 && (this.#slots[2 * at] !== high || this.#slots[2 * at + 1] !== low))
      at = (at + 1) & mask;
    return 2 * at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(2 * this.#capacity);
    for (let at = 0; at < old.length; at += 2) {
      const low = old[at + 1] ?? 0;
      if (low === 0) continue;
      const to = this.#find(old[at] ?? 0, low);
      this.#slots[to] = old[at] ?? 0;
      this.#slots[to + 1] = low;
    }
  }
}

/** Two rounds of 32-bit multiplication with different factors; the low half is never 0, which marks a free place. */
function hash64(text: string): readonly [high: number, low: number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  high ^= high >>> 16;
  return [Math.imul(high, 0x7feb352d) >>> 0, low >>> 0 || 1];
}
