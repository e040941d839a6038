const ROWS_OF_PAGE = 2 ** 14;

/** Rows of whole numbers of 32 bits, close together: a million of five take 20 MB. They grow by the page, with nothing to copy. */
export class NumberRows {
  readonly #width: number;
  readonly #pages: Int32Array[] = [];
  #page = new Int32Array();
  size = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** `row` has as many as every other. */
  add(row: readonly number[]): void {
    const place = this.size++ % ROWS_OF_PAGE;
    if (place === 0) this.#pages.push((this.#page = new Int32Array(ROWS_OF_PAGE * this.#width)));
    // One by one: it takes less than a call of `set` for so few.
    for (let at = 0; at < this.#width; at++) this.#page[place * this.#width + at] = row[at] as number;
  }

  field(row: number, at: number): number {
    return this.#pages[Math.floor(row / ROWS_OF_PAGE)]?.[(row % ROWS_OF_PAGE) * this.#width + at] as number;
  }
}
