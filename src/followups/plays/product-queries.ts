/** SQL of what there is to be bought again. */
import type { Archive } from '../../store/open.ts';

interface KnownProduct {
  readonly sku: string | null;
  readonly title: string | null;
  readonly days_of_supply: number | null;
}

/** What was ever sold, and what the seller told of. */
export function productsKnown({ db }: Archive): KnownProduct[] {
  return db
    .prepare(
      `SELECT sku, title, max(days_of_supply) AS days_of_supply FROM (
         SELECT DISTINCT l.sku, l.title, NULL AS days_of_supply FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
         UNION ALL SELECT sku, title, days_of_supply FROM products)
       GROUP BY sku, title ORDER BY sku, title`,
    )
    .all() as KnownProduct[];
}
