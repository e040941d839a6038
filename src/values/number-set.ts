/** A set of small whole numbers, a bit each. */
export class NumberSet {
  #words = new Uint32Array(64);
  size = 0;

  add(number: number): void {
    const at = number >>> 5;
    if (at >= this.#words.length) {
      const words = new Uint32Array(Math.max(at + 1, 2 * this.#words.length));
      words.set(this.#words);
      this.#words = words;
    }
    const bit = 1 << (number & 31);
    const word = this.#words[at] ?? 0;
    if ((word & bit) !== 0) return;
    this.#words[at] = word | bit;
    this.size++;
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, word] of this.#words.entries())
      if (word !== 0) for (let bit = 0; bit < 32; bit++) if ((word & (1 << bit)) !== 0) yield at * 32 + bit;
  }
}
