/** What Shopify's segments can ask about and no export tells: visits, apps, distances, its own forecasts and mailings. */
const NAMES = new Set([
  'abandoned_checkout_date',
  'companies',
  'created_by_app_id',
  'customer_account_status',
  'customer_within_distance',
  'predicted_spend_tier',
  'product_subscription_status',
  'store_credit_accounts',
]);
const FAMILIES = ['storefront.', 'storefront_event.', 'shopify_email.', 'metafields.', 'companies.'];

/** `name` in lower case. Source: Shopify, reference of segment filters, 2026. */
export const isShopifyOnly = (name: string): boolean =>
  NAMES.has(name) || FAMILIES.some((family) => name.startsWith(family));

/** Parameters of orders_placed and products_purchased. */
export const SHOPIFY_PARAMETERS: readonly string[] = ['id', 'app_id', 'location_id', 'tag'];
