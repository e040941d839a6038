/** SQL of products: what the seller says of them, and how many were sold. */
import type { Archive } from '../store/open.ts';
import { titleKey } from '../values/title-key.ts';
import type { ProductFacts } from './read-products.ts';

/** What a later file leaves blank stays as it was said before. `shop` is '' where it holds for every shop. */
export function saveProducts(
  archive: Archive,
  shop: string,
  products: readonly ProductFacts[],
  at: number,
): { readonly added: number; readonly changed: number; readonly unchanged: number } {
  return archive.write(() => {
    const { db } = archive;
    const find = db
      .prepare('SELECT title, category, cost, currency, days_of_supply FROM products WHERE shop = ? AND key = ?')
      .raw();
    const put = db.prepare(`
      INSERT INTO products (shop, key, sku, title, category, cost, currency, days_of_supply, said_at)
      VALUES (:shop, :key, :sku, :title, :category, :cost, :currency, :daysOfSupply, :at)
      ON CONFLICT (shop, key) DO UPDATE SET
        sku = coalesce(excluded.sku, sku), title = coalesce(excluded.title, title), category = coalesce(excluded.category, category),
        cost = coalesce(excluded.cost, cost), currency = coalesce(excluded.currency, currency),
        days_of_supply = coalesce(excluded.days_of_supply, days_of_supply), said_at = excluded.said_at`);
    const counts = { added: 0, changed: 0, unchanged: 0 };
    for (const product of products) {
      const key = product.sku ?? titleKey(product.title ?? '');
      const before = find.get(shop, key) as (string | number | null)[] | undefined;
      const said = [product.title, product.category, product.cost, product.currency, product.daysOfSupply];
      if (!before) counts.added++;
      else if (said.some((value, at) => value !== null && value !== before[at])) counts.changed++;
      else {
        counts.unchanged++;
        continue;
      }
      put.run({ ...product, shop, key, at });
    }
    return counts;
  });
}

export interface ProductRow {
  readonly shop: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly cost: number | null;
  readonly currency: string | null;
  readonly days_of_supply: number | null;
  /** Pieces in counting orders. */
  readonly sold: number;
}

/** Most sold first. */
export function listProducts({ db }: Archive): ProductRow[] {
  const products = db
    .prepare('SELECT shop, key, sku, title, category, cost, currency, days_of_supply FROM products ORDER BY key, shop')
    .all() as (Omit<ProductRow, 'sold'> & { readonly key: string })[];
  const lines = db
    .prepare(`
      SELECT s.name AS shop, l.sku, l.title, sum(l.quantity) AS pieces
      FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id JOIN shops s USING (shop_id)
      WHERE o.counting = 1 GROUP BY s.shop_id, l.sku, l.title`)
    .all() as { readonly shop: string; readonly sku: string | null; readonly title: string; readonly pieces: number }[];
  const sold = new Map<string, number>();
  const wanted = new Set(products.map(({ shop, key }) => soldKey(shop, key)));
  for (const { shop, sku, title, pieces } of lines) {
    const keys = sku === null ? [titleKey(title)] : [sku, titleKey(title)];
    for (const key of keys.flatMap((of) => [soldKey('', of), soldKey(shop, of)]))
      if (wanted.has(key)) sold.set(key, (sold.get(key) ?? 0) + pieces);
  }
  return products
    .map(({ key, ...product }) => ({ ...product, sold: sold.get(soldKey(product.shop, key)) ?? 0 }))
    .sort((a, b) => b.sold - a.sold);
}

const soldKey = (shop: string, key: string) => JSON.stringify([shop, key]);

export function reportingCurrencyOf({ db }: Archive): string | undefined {
  return db.prepare("SELECT value FROM settings WHERE key = 'reporting_currency'").pluck().get() as string | undefined;
}
