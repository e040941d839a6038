/** Of a row's number those that tell its place in a page: to shift is several times as quick as to divide. */
const BITS = 14;
const ROWS_OF_PAGE = 2 ** BITS;

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
    const place = this.size++ & (ROWS_OF_PAGE - 1);
    if (place === 0) this.#pages.push((this.#page = new Int32Array(ROWS_OF_PAGE * this.#width)));
    // One by one: it takes less than a call of `set` for so few.
    for (let at = 0; at < this.#width; at++) this.#page[place * this.#width + at] = row[at] as number;
  }

  field(row: number, at: number): number {
    const page = this.#pages[row >>> BITS] as Int32Array;
    return page[(row & (ROWS_OF_PAGE - 1)) * this.#width + at] as number;
  }
}
