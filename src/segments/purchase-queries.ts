/** SQL of the lines that people bought, in the order of the book of orders, and of what the seller says of products. */
import type { OrderBook } from '../measures/order-book.ts';
import { whose } from '../measures/order-book-queries.ts';
import type { Archive } from '../store/open.ts';
import { NumberRows } from '../values/number-rows.ts';
import { titleKey } from '../values/title-key.ts';
import type { Purchase } from './refills.ts';

/** A product of a shop, by its SKU, else by its title as products go by it. */
export interface Product {
  readonly shop: number;
  readonly key: string;
  readonly sku: string | null;
}

export interface Purchases {
  readonly products: readonly Product[];
  /** Of a product by its number: one, where it is written in several ways. */
  readonly titleOf: (product: number) => string;
  /** One customer after another, and of each the first first. */
  readonly all: Iterable<Purchase>;
}

type Row = [order: number, shop: number, sku: string | null, title: string | null, number, number, number];

/** Of the orders of a book, which has everybody or `customer` alone. */
export function purchasesOf({ db }: Archive, book: OrderBook, customer?: number): Purchases {
  const rows = db
    .prepare(
      `SELECT o.order_id, o.shop_id, l.sku, iif(l.sku IS NULL, l.title, NULL), l.quantity, l.version_id, l.position
       FROM orders o ${customer === undefined ? 'NOT INDEXED' : ''} JOIN version_lines l ON l.version_id = o.lines_version_id
       WHERE ${whose('o.customer_id', customer)} AND o.counting = 1`,
    )
    .raw()
    .iterate({ customer }) as IterableIterator<Row>;
  const places = book.places();
  const products: Product[] = [];
  const numberOf = numbering(products);
  const lines = new NumberRows(5);
  /** Of each product the first line. */
  const firsts = new NumberRows(2);
  for (const [order, shop, sku, title, quantity, version, position] of rows) {
    const place = places[order] ?? -1;
    if (place < 0) continue;
    const product = numberOf(shop, sku, title ?? '');
    if (product === firsts.size) firsts.add([version, position]);
    lines.add([place, product, quantity, version, position]);
  }
  return { products, titleOf: titlesAt(db, firsts), all: { [Symbol.iterator]: () => inOrder(lines, book) } };
}

/** Of the lines at which each is found: apart from all the others, which may go before. */
function titlesAt(db: Archive['db'], lines: NumberRows): Purchases['titleOf'] {
  const find = db.prepare('SELECT title FROM version_lines WHERE version_id = ? AND position = ?').pluck();
  return (product) => String(find.get(lines.field(product, 0), lines.field(product, 1)));
}

/** By the places of their orders; the lines of one come in order. */
function* inOrder(lines: NumberRows, { customers, ids, days, size }: OrderBook): Generator<Purchase> {
  const starts = new Int32Array(size + 1);
  for (let line = 0; line < lines.size; line++) add(starts, lines.field(line, 0) + 1, 1);
  for (let place = 0; place < size; place++) add(starts, place + 1, starts[place] as number);
  const sorted = new Int32Array(lines.size);
  for (let line = 0; line < lines.size; line++) {
    const place = lines.field(line, 0);
    sorted[starts[place] as number] = line;
    add(starts, place, 1);
  }
  for (const line of sorted) {
    const place = lines.field(line, 0);
    yield {
      customer: customers[place] as number,
      order: ids[place] as number,
      day: days[place] as number,
      product: lines.field(line, 1),
      quantity: lines.field(line, 2),
      version: lines.field(line, 3),
      position: lines.field(line, 4),
    };
  }
}

const add = (counts: Int32Array, at: number, more: number) => {
  counts[at] = (counts[at] as number) + more;
};

/** Numbers products as they come. */
function numbering(products: Product[]): (shop: number, sku: string | null, title: string) => number {
  const bySku = new Map<number, Map<string, number>>();
  const byTitle = new Map<number, Map<string, number>>();
  const byKey = new Map<string, number>();
  const keyed = (product: Product): number => {
    const text = `${product.shop} ${product.key}`;
    let number = byKey.get(text);
    if (number === undefined) byKey.set(text, (number = products.push(product) - 1));
    return number;
  };
  return (shop, sku, title) => {
    const all = sku === null ? byTitle : bySku;
    let known = all.get(shop);
    if (!known) all.set(shop, (known = new Map<string, number>()));
    const word = sku ?? title;
    let number = known.get(word);
    if (number === undefined) known.set(word, (number = keyed({ shop, key: sku ?? titleKey(title), sku })));
    return number;
  };
}

/** Days a piece of each lasts, as the seller said it: for the shop before for all of them. */
export function suppliesOf({ db }: Archive, products: readonly Product[]): (product: number) => number | undefined {
  const said = db
    .prepare(
      `SELECT days_of_supply FROM products WHERE key = ? AND days_of_supply IS NOT NULL
         AND shop IN ('', (SELECT name FROM shops WHERE shop_id = ?)) ORDER BY shop DESC LIMIT 1`,
    )
    .pluck();
  const known = new Map<number, number | undefined>();
  return (product) => {
    if (!known.has(product)) {
      const { shop, key } = products[product] as Product;
      known.set(product, said.get(key, shop) as number | undefined);
    }
    return known.get(product);
  };
}
