/** SQL of products: what the seller says of them, and how many were sold. */
import type { Archive } from '../store/open.ts';
import type { ProductFacts } from './read-products.ts';

/** Blanks and case aside. */
const titleKey = (title: string) => title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

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
      .prepare('SELECT category, cost, currency, days_of_supply FROM products WHERE shop = ? AND key = ?')
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
      const said = [product.category, product.cost, product.currency, product.daysOfSupply];
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
  return db
    .prepare(`
      SELECT p.shop, p.sku, p.title, p.category, p.cost, p.currency, p.days_of_supply,
             coalesce((SELECT sum(l.quantity) FROM version_lines l JOIN orders o ON o.lines_version_id = l.version_id JOIN shops s USING (shop_id)
                       WHERE o.counting = 1 AND (p.shop = '' OR s.name = p.shop)
                         AND iif(p.sku IS NOT NULL, l.sku = p.sku, lower(trim(l.title)) = p.key)), 0) AS sold
      FROM products p ORDER BY sold DESC, p.key, p.shop`)
    .all() as ProductRow[];
}

export function reportingCurrencyOf({ db }: Archive): string | undefined {
  return db.prepare("SELECT value FROM settings WHERE key = 'reporting_currency'").pluck().get() as string | undefined;
}
