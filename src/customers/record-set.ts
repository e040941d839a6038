/** A set of record numbers, a bit each. */
export class RecordSet {
  #words = new Uint32Array(64);
  size = 0;

  add(record: number): void {
    const at = record >>> 5;
    if (at >= this.#words.length) {
      const words = new Uint32Array(Math.max(at + 1, 2 * this.#words.length));
      words.set(this.#words);
      this.#words = words;
    }
    const bit = 1 << (record & 31);
    const word = this.#words[at] ?? 0;
    if ((word & bit) !== 0) return;
    this.#words[at] = word | bit;
    this.size++;
  }

  has(record: number): boolean {
    return ((this.#words[record >>> 5] ?? 0) & (1 << (record & 31))) !== 0;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, word] of this.#words.entries())
      if (word !== 0) for (let bit = 0; bit < 32; bit++) if ((word & (1 << bit)) !== 0) yield at * 32 + bit;
  }
}
