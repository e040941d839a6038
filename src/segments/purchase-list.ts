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
    const starts = startsOf(rows, book.size);
    let line = 0;
    for (let place = 0; place < book.size; place++)
      for (let row = starts[place] as number; row < size && rows.field(row, 0) === place; row++) {
        products[line] = rows.field(row, 1);
        quantities[line] = rows.field(row, 2);
        readAs[line] = row;
        places[line++] = place;
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

/** Of each place the first of its rows; beyond all where it has none. */
function startsOf(rows: NumberRows, places: number): Int32Array {
  const starts = new Int32Array(places).fill(rows.size);
  for (let row = rows.size - 1; row >= 0; row--) starts[rows.field(row, 0)] = row;
  return starts;
}
