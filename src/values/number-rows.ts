/** Rows of whole numbers of 32 bits, close together: a million of five take 20 MB. */
export class NumberRows {
  readonly #width: number;
  #fields: Int32Array;
  size = 0;

  constructor(width: number) {
    this.#width = width;
    this.#fields = new Int32Array(256 * width);
  }

  /** `row` has as many as every other. */
  add(row: readonly number[]): void {
    const at = this.#width * this.size++;
    if (at + this.#width > this.#fields.length) {
      const longer = new Int32Array(2 * this.#fields.length);
      longer.set(this.#fields);
      this.#fields = longer;
    }
    this.#fields.set(row, at);
  }

  field(row: number, at: number): number {
    return this.#fields[this.#width * row + at] as number;
  }
}
