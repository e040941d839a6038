/** SQL of when what people bought is used up: the lines of everybody, what the seller says of products, and the table that is looked into. */
import { inOne } from '../store/in-one.ts';
import type { Archive } from '../store/open.ts';
import { titleKey } from '../values/title-key.ts';
import { LINES_BY_CUSTOMER } from './collection-queries.ts';
import { type Purchase, refillsOf } from './refills.ts';
import type { Given } from './sql.ts';

type Line = readonly [
  customer: number,
  shop: number,
  sku: string | null,
  title: string,
  day: string,
  placedAt: number,
  orderNumber: string,
  quantity: number,
  version: number,
  position: number,
];

/** temp.refills: when the latest purchases of products are used up. */
export function makeRefills({ db }: Archive, { asOf }: Given): void {
  const products = new Map<string, number>();
  const shops: [shop: number, key: string][] = [];
  const productOf = (shop: number, key: string): number => {
    const name = `${shop} ${key}`;
    let product = products.get(name);
    if (product === undefined) {
      products.set(name, (product = shops.length));
      shops.push([shop, key]);
    }
    return product;
  };
  const titles = new Map<string, string>();
  const keyOf = (title: string): string => {
    let key = titles.get(title);
    if (key === undefined) titles.set(title, (key = titleKey(title)));
    return key;
  };
  function* purchases(): Generator<Purchase> {
    const lines = db.prepare(LINES_BY_CUSTOMER).raw().iterate({ asOf }) as IterableIterator<Line>;
    for (const [customer, shop, sku, title, day, placedAt, orderNumber, quantity, version, position] of lines) {
      const product = productOf(shop, sku ?? keyOf(title));
      const order = `${String(placedAt).padStart(12, '0')} ${orderNumber}`;
      yield { customer, product, day, order, quantity, version, position };
    }
  }
  // In the order of the table, which is many times quicker to fill that way.
  const refills = refillsOf(purchases(), suppliesOf(db, shops)).toSorted(
    (a, b) => a.version - b.version || a.position - b.position,
  );
  db.exec(`DROP TABLE IF EXISTS temp.refills;
    CREATE TABLE temp.refills (version_id INTEGER NOT NULL, position INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (version_id, position)) WITHOUT ROWID`);
  const insert = db.prepare('INSERT INTO temp.refills VALUES (?, ?, ?)');
  inOne(db, () => {
    for (const { version, position, day } of refills) insert.run(version, position, day);
  });
}

/** As the seller said it of the product, for the shop before for all of them. */
function suppliesOf(db: Archive['db'], products: readonly (readonly [shop: number, key: string])[]) {
  const said = db
    .prepare(
      `SELECT days_of_supply FROM products WHERE key = ? AND days_of_supply IS NOT NULL
         AND shop IN ('', (SELECT name FROM shops WHERE shop_id = ?)) ORDER BY shop DESC LIMIT 1`,
    )
    .pluck();
  const known = new Map<number, number | undefined>();
  return (product: number): number | undefined => {
    if (!known.has(product)) {
      const [shop, key] = products[product] ?? [0, ''];
      known.set(product, said.get(key, shop) as number | undefined);
    }
    return known.get(product);
  };
}
