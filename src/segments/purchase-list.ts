/** What was bought, line by line as columns of numbers, in the order of the book of orders. Pure. */
import type { OrderBook } from '../measures/order-book.ts';
import type { NumberRows } from '../values/number-rows.ts';

/** One customer after another, and of each the first first. */
export class PurchaseList {
  readonly size: number;
  /** One number for each product of a shop. */
  readonly products: Int32Array;
  readonly quantities: Int32Array;
  /** As which of the rows each was read. */
  readonly readAs: Int32Array;
  readonly #book: OrderBook;
  readonly #places: Int32Array;

  /** Rows of place in the book, product, quantity; those of one order follow each other. */
  constructor(book: OrderBook, rows: NumberRows) {
    const { size } = rows;
    const [products, quantities] = [new Int32Array(size), new Int32Array(size)];
    const [readAs, places] = [new Int32Array(size), new Int32Array(size)];
    const next = startsOf(rows, book.size);
    for (let row = 0; row < size; row++) {
      const place = rows.field(row, 0);
      const line = next[place] as number;
      next[place] = line + 1;
      products[line] = rows.field(row, 1);
      quantities[line] = rows.field(row, 2);
      readAs[line] = row;
      places[line] = place;
    }
    [this.size, this.products, this.quantities, this.readAs] = [size, products, quantities, readAs];
    [this.#book, this.#places] = [book, places];
  }

  customer(line: number): number {
    return this.#book.customers[this.#places[line] as number] as number;
  }

  /** The number of the order. */
  order(line: number): number {
    return this.#book.ids[this.#places[line] as number] as number;
  }

  /** Day number. */
  day(line: number): number {
    return this.#book.days[this.#places[line] as number] as number;
  }
}

/** Of each place the first of its lines. */
function startsOf(rows: NumberRows, places: number): Int32Array {
  const starts = new Int32Array(places + 1);
  for (let row = 0; row < rows.size; row++) {
    const after = rows.field(row, 0) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let place = 1; place <= places; place++)
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  return starts;
}
