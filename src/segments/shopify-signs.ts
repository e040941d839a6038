/** Whether a query was pasted from Shopify, and where its words count otherwise there. Pure. */
import { isCollection } from './collections.ts';
import type { Condition } from './condition.ts';
import { leavesOf } from './condition.ts';
import { tokenise } from './tokens.ts';

export interface ShopifyDifference {
  readonly difference: 'shopify_orders' | 'shopify_spent' | 'shopify_places';
  /** The names that were used. */
  readonly names: readonly string[];
  /** For whom it makes a difference. */
  readonly where: string;
}

/** Words and values that only Shopify's editor writes: 30_days_ago, 'US-NY', 'SUBSCRIBED', 'AT_RISK', orders_placed(…) = true. */
export function looksLikeShopify(source: string): boolean {
  const tokens = tokenise(source);
  return tokens.some(({ kind, text }, index) => {
    if (kind === 'ago') return true;
    if (kind === 'string')
      return /^([A-Z]{2}-[A-Z0-9]{1,3}(-\S+)?|metafields\..+|[A-Z]+(_[A-Z]+)+|(UN)?SUBSCRIBED)$/.test(text);
    return kind === 'word' && isCollection(text.toLowerCase()) && tokens[index + 1]?.text === '(';
  });
}

const DIFFERENT: readonly {
  readonly difference: ShopifyDifference['difference'];
  readonly names: readonly string[];
  readonly where: string;
}[] = [
  {
    difference: 'shopify_orders',
    names: ['number_of_orders', 'orders_placed', 'products_purchased'],
    where: 'orders_all != number_of_orders',
  },
  { difference: 'shopify_spent', names: ['amount_spent'], where: 'orders_all MATCHES (refunded > 0)' },
  {
    difference: 'shopify_places',
    names: ['customer_cities', 'customer_regions', 'customer_countries'],
    where: 'customer_cities IS NOT NULL OR customer_regions IS NOT NULL OR customer_countries IS NOT NULL',
  },
];

/** Each said once of a query, whatever segments it names. */
export function shopifyDifferences(condition: Condition): ShopifyDifference[] {
  const used = new Set(leavesOf(condition).flatMap(namesIn));
  return DIFFERENT.flatMap(({ names, ...difference }) => {
    const found = names.filter((name) => used.has(name));
    return found.length === 0 ? [] : [{ ...difference, names: found }];
  });
}

function namesIn(leaf: ReturnType<typeof leavesOf>[number]): string[] {
  if (leaf.kind === 'matches') return [leaf.collection.name];
  if (leaf.kind === 'test' || leaf.kind === 'rank') return [leaf.asked.field.name];
  return leaf.kind === 'contrast' ? [leaf.left.field.name, leaf.right.field.name] : [];
}
