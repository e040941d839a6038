/** When what people bought last is used up, as conditions on `refill_date` have it, close together. */
import type { OrderBook } from '../../measures/order-book.ts';
import { bookedOrders } from '../../measures/order-book-queries.ts';
import { type Product, purchasesOf, suppliesOf } from '../../segments/purchase-queries.ts';
import { refillsOf, usualGapsOf } from '../../segments/refills.ts';
import type { Archive } from '../../store/open.ts';
import { NumberRows } from '../../values/number-rows.ts';

export interface Refill {
  readonly customer: number;
  /** As products go by it, and as it is written somewhere. */
  readonly key: string;
  readonly title: string;
  readonly order: number;
  /** Day numbers: of the purchase, and of when it is used up. */
  readonly day: number;
  readonly usedUp: number;
  /** When the same was bought next; NEVER where it was not. */
  readonly boughtNext: number;
}

/** Those of products that are meant, used up on days that are. */
export type Refills = (
  isMeant: (product: { readonly sku: string | null; readonly title: string }) => boolean,
  isAsked: (usedUp: number) => boolean,
) => Generator<Refill>;

export interface RefillsAsked {
  readonly asOf: string;
  /** Of them alone. */
  readonly customer: number | undefined;
  readonly withEarlier: boolean;
}

/** Of the orders of a book by the end of `asOf`, which has everybody or `customer` alone. */
export function refillsIn(archive: Archive, book: OrderBook, { asOf, customer, withEarlier }: RefillsAsked): Refills {
  const { products, titleOf, lines } = purchasesOf(archive, book, customer);
  const rows = new NumberRows(3);
  const supplyOf = suppliesOf(archive, products);
  const lasting =
    customer === undefined
      ? { supplyOf, withEarlier }
      : { supplyOf, withEarlier, usualOf: usualOf(archive, products, asOf) };
  for (const { line, usedUp, boughtNext } of refillsOf(lines, lasting)) rows.add([line, usedUp, boughtNext]);
  const known = new Map<number, string>();
  const titles = (product: number): string => {
    let title = known.get(product);
    if (title === undefined) known.set(product, (title = titleOf(product)));
    return title;
  };
  return function* refills(isMeant, isAsked) {
    const meant = products.map(({ sku }, product) => isMeant({ sku, title: titles(product) }));
    for (let row = 0; row < rows.size; row++) {
      const [line, usedUp] = [rows.field(row, 0), rows.field(row, 1)];
      const product = lines.products[line] as number;
      if (!meant[product] || !isAsked(usedUp)) continue;
      yield {
        customer: lines.customer(line),
        key: (products[product] as Product).key,
        title: titles(product),
        order: lines.order(line),
        day: lines.day(line),
        usedUp,
        boughtNext: rows.field(row, 2),
      };
    }
  };
}

/** As everybody buys it again; worked out where the first is asked for. */
function usualOf(
  archive: Archive,
  products: readonly Product[],
  asOf: string,
): (product: number) => number | undefined {
  let known: ReadonlyMap<string, number> | undefined;
  return (product) => {
    known ??= usualGaps(archive, asOf);
    return known.get(productText(products[product] as Product));
  };
}

const productText = ({ shop, key }: Product): string => `${shop} ${key}`;

function usualGaps(archive: Archive, asOf: string): Map<string, number> {
  const { products, lines } = purchasesOf(archive, bookedOrders(archive, asOf).book);
  const gapOf = usualGapsOf(lines);
  return new Map(
    products.flatMap((product, number): [string, number][] => {
      const gap = gapOf(number);
      return gap === undefined ? [] : [[productText(product), gap]];
    }),
  );
}
