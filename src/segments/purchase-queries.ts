/** SQL of the lines that people bought, in the order of the book of orders, and of what the seller says of products. */
import type { OrderBook } from '../measures/order-book.ts';
import { columnsByOrder, whose } from '../measures/order-book-queries.ts';
import type { Archive } from '../store/open.ts';
import { NumberRows } from '../values/number-rows.ts';
import { titleKey } from '../values/title-key.ts';
import type { Purchase, PurchaseList } from './refills.ts';

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
  readonly all: PurchaseList;
}

/** A line of an order, by the key of its table. */
export interface LineKey {
  readonly version: number;
  readonly position: number;
}

type Columns = [
  orders: number[],
  shops: number[],
  words: string[],
  quantities: number[],
  versions?: number[],
  positions?: number[],
];

/** Of the orders of a book, which has everybody or `customer` alone. */
export function purchasesOf(archive: Archive, book: OrderBook, customer?: number): Purchases {
  return read(archive, book, { customer });
}

/** The same with the line of each, which takes half as long again. */
export function purchaseLinesOf(
  archive: Archive,
  book: OrderBook,
): Purchases & { readonly keyOf: (purchase: Purchase) => LineKey } {
  const keys = new NumberRows(2);
  const purchases = read(archive, book, { keys });
  return {
    ...purchases,
    keyOf: ({ line }) => ({ version: keys.field(line, 0), position: keys.field(line, 1) }),
  };
}

function read(
  { db }: Archive,
  book: OrderBook,
  { customer, keys }: { readonly customer?: number | undefined; readonly keys?: NumberRows },
): Purchases {
  const batches = columnsByOrder<Columns>(db, {
    columns: [
      'o.order_id',
      // With a minus of a product that goes by its title: each column more takes its time.
      'iif(l.sku IS NULL, -o.shop_id, o.shop_id)',
      'coalesce(l.sku, l.title)',
      'l.quantity',
      ...(keys ? ['l.version_id', 'l.position'] : []),
    ],
    from: `orders o ${customer === undefined ? 'NOT INDEXED' : ''} CROSS JOIN version_lines l ON l.version_id = o.lines_version_id
      WHERE ${whose('o.customer_id', customer)} AND o.counting = 1`,
    order: 'o.order_id',
    params: { customer },
  });
  const places = book.places();
  const products: Product[] = [];
  const numberOf = numbering(products);
  const lines = new NumberRows(3);
  /** Of each product an order that has it. */
  const orders: number[] = [];
  for (const [ids, shops, words, quantities, versions, positions] of batches)
    for (const [at, order] of ids.entries()) {
      const place = places[order] ?? -1;
      if (place < 0) continue;
      const product = numberOf(shops[at] as number, words[at] as string);
      if (product === orders.length) orders.push(order);
      lines.add([place, product, quantities[at] as number]);
      keys?.add([versions?.[at] as number, positions?.[at] as number]);
    }
  const find = db.prepare(
    `SELECT iif(l.sku IS NULL, -o.shop_id, o.shop_id), coalesce(l.sku, l.title), l.title
     FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.order_id = ? ORDER BY l.position`,
  );
  const titleOf = (product: number) => {
    const found = find.raw().all(orders[product]) as [shop: number, word: string, title: string][];
    return String(found.find(([shop, word]) => numberOf(shop, word) === product)?.[2]);
  };
  const at = purchaseAt(lines, book);
  return { products, titleOf, all: { at, [Symbol.iterator]: () => inOrder(lines, book, at) } };
}

/** By the places of their orders; the lines of one come in order. */
function* inOrder(lines: NumberRows, { size }: OrderBook, at: (line: number) => Purchase): Generator<Purchase> {
  const starts = new Int32Array(size + 1);
  for (let line = 0; line < lines.size; line++) add(starts, lines.field(line, 0) + 1, 1);
  for (let place = 0; place < size; place++) add(starts, place + 1, starts[place] as number);
  const sorted = new Int32Array(lines.size);
  for (let line = 0; line < lines.size; line++) {
    const place = lines.field(line, 0);
    sorted[starts[place] as number] = line;
    add(starts, place, 1);
  }
  for (const line of sorted) yield at(line);
}

const purchaseAt =
  (lines: NumberRows, { customers, ids, days }: OrderBook) =>
  (line: number): Purchase => {
    const place = lines.field(line, 0);
    return {
      customer: customers[place] as number,
      order: ids[place] as number,
      day: days[place] as number,
      product: lines.field(line, 1),
      quantity: lines.field(line, 2),
      line,
    };
  };

const add = (counts: Int32Array, at: number, more: number) => {
  counts[at] = (counts[at] as number) + more;
};

/** Numbers products as they come: by shop and SKU, or with a minus before the shop by title. */
function numbering(products: Product[]): (shop: number, word: string) => number {
  const byShop = new Map<number, Map<string, number>>();
  const byKey = new Map<string, number>();
  const keyed = (product: Product): number => {
    const text = `${product.shop} ${product.key}`;
    let number = byKey.get(text);
    if (number === undefined) byKey.set(text, (number = products.push(product) - 1));
    return number;
  };
  return (shop, word) => {
    let known = byShop.get(shop);
    if (!known) byShop.set(shop, (known = new Map<string, number>()));
    let number = known.get(word);
    if (number === undefined) {
      const product = shop < 0 ? { shop: -shop, key: titleKey(word), sku: null } : { shop, key: word, sku: word };
      known.set(word, (number = keyed(product)));
    }
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
