/** SQL of the lines that people bought, in the order of the book of orders, and of what the seller says of products. */
import type { OrderBook } from '../measures/order-book.ts';
import { type ByOrder, columnsByOrder, queriesByOrder, whose } from '../measures/order-book-queries.ts';
import type { Query } from '../store/ahead/messages.ts';
import type { Archive } from '../store/open.ts';
import { NumberRows } from '../values/number-rows.ts';
import { titleKey } from '../values/title-key.ts';
import { PurchaseList } from './purchase-list.ts';

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
  readonly lines: PurchaseList;
}

/** A line of an order, by the key of its table. */
export interface LineKey {
  readonly version: number;
  readonly position: number;
}

type Columns = [orders: number[], shops: number[], words: string[], quantities: number[], ...keys: number[][]];

/** Of the orders of a book, which has everybody or `customer` alone. */
export function purchasesOf(archive: Archive, book: OrderBook, customer?: number): Purchases {
  return read(archive, book, { customer });
}

/** What they are read by, of everybody, to be read ahead. */
export const purchasesAhead = (archive: Archive): Query[] => queriesByOrder(archive, linesBy({}));

/** The same with the line of each, which takes half as long again. */
export function purchaseLinesOf(
  archive: Archive,
  book: OrderBook,
): Purchases & { readonly keyOf: (line: number) => LineKey } {
  const keys = new NumberRows(2);
  const purchases = read(archive, book, { keys });
  return {
    ...purchases,
    keyOf: (line) => {
      const row = purchases.lines.readAs[line] as number;
      return { version: keys.field(row, 0), position: keys.field(row, 1) };
    },
  };
}

function read(
  archive: Archive,
  book: OrderBook,
  { customer, keys }: { readonly customer?: number | undefined; readonly keys?: NumberRows },
): Purchases {
  const batches = columnsByOrder<Columns>(archive, linesBy({ customer, withKeys: keys !== undefined }));
  const places = book.places();
  const products: Product[] = [];
  const numberOf = numbering(products);
  const rows = new NumberRows(3);
  /** Of each product an order that has it. */
  const orders: number[] = [];
  for (const [ids, shops, words, quantities, versions, positions] of batches)
    for (const [at, order] of ids.entries()) {
      const place = places[order] ?? -1;
      if (place < 0) continue;
      const product = numberOf(shops[at] as number, words[at] as string);
      if (product === orders.length) orders.push(order);
      rows.add([place, product, quantities[at] as number]);
      keys?.add([versions?.[at] as number, positions?.[at] as number]);
    }
  const find = archive.db.prepare(
    `SELECT iif(l.sku IS NULL, -o.shop_id, o.shop_id), coalesce(l.sku, l.title), l.title
     FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.order_id = ? ORDER BY l.position`,
  );
  const titleOf = (product: number) => {
    const found = find.raw().all(orders[product]) as [shop: number, word: string, title: string][];
    return String(found.find(([shop, word]) => numberOf(shop, word) === product)?.[2]);
  };
  return { products, titleOf, lines: new PurchaseList(book, rows) };
}

interface LinesAsked {
  readonly customer?: number | undefined;
  readonly withKeys?: boolean;
}

const linesBy = ({ customer, withKeys = false }: LinesAsked): ByOrder<Columns> => ({
  columns: [
    'o.order_id',
    // With a minus of a product that goes by its title: each column more takes its time.
    'iif(l.sku IS NULL, -o.shop_id, o.shop_id)',
    'coalesce(l.sku, l.title)',
    'l.quantity',
    ...(withKeys ? ['l.version_id', 'l.position'] : []),
  ],
  from: `orders o ${customer === undefined ? 'NOT INDEXED' : ''} CROSS JOIN version_lines l ON l.version_id = o.lines_version_id
      WHERE ${whose('o.customer_id', customer)} AND o.counting = 1`,
  order: 'o.order_id',
  params: { customer },
});

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
