/** SQL of orders, and of their lines, as rows for analysts: those of chosen customers, or all, anonymous ones too. */
import type { Archive } from '../store/open.ts';
import { CATEGORY } from './collection-queries.ts';
import { teachFunctions } from './functions.ts';
import { reportingCurrency } from '../measures/queries.ts';

type Value = string | number | null;

/** What a column of the same name is; constant text. */
const OF_EVERY_ROW = {
  shop: 's.name',
  platform: 'v.platform',
  order_number: 'o.order_number',
  day: 'o.day',
  placed_at: 'o.placed_at',
  state: 'o.state',
  counting: 'o.counting',
  refund_pending: 'o.refund_pending',
  currency: 'o.currency',
  customer_id: 'o.customer_id',
} as const;

const word = (role: string): string => `json_extract(v.words, '$.${role}')`;

const OF_ORDERS = {
  ...OF_EVERY_ROW,
  platform_id: 'v.platform_id',
  status_word: word('status'),
  payment_word: word('payment'),
  fulfilment_word: word('fulfilment'),
  refund_word: word('refund'),
  cancellation_word: word('cancellation'),
  total: 'o.total',
  paid: 'v.paid',
  discount: 'v.discount',
  shipping: 'v.shipping',
  refunded: 'o.refunded',
  net: 'o.net',
  lines: '(SELECT count(*) FROM version_lines l WHERE l.version_id = o.lines_version_id)',
  units: 'o.units',
  coupon: 'v.coupon',
  accepts_marketing: 'v.accepts_marketing',
  country: 'r.country',
  province: 'r.province',
  city: 'r.city',
  district: 'r.district',
} as const;

const OF_LINES = {
  ...OF_EVERY_ROW,
  position: 'l.position',
  sku: 'l.sku',
  title: 'l.title',
  variant: 'l.variant',
  category: CATEGORY,
  quantity: 'l.quantity',
  unit_price: 'l.unit_price',
} as const;

export type OrderField = keyof typeof OF_ORDERS;
export type LineField = keyof typeof OF_LINES;

export interface Sold {
  /** Days of orders, the first and the last; ISO. */
  readonly since: string;
  readonly until: string;
  /** Whose; undefined for everybody's, and those of which nobody is known. */
  readonly customers: readonly number[] | undefined;
  /** Undefined for all. */
  readonly limit: number | undefined;
}

/** Shop by shop in the order of their names, and within one by order number. */
export function orderRows(archive: Archive, fields: readonly OrderField[], sold: Sold): Iterable<Value[]> {
  return rowsOf(
    archive,
    fields.map((field) => OF_ORDERS[field]),
    '',
    '',
    sold,
  );
}

/** Likewise, and within an order as they stand. */
export function lineRows(archive: Archive, fields: readonly LineField[], sold: Sold): Iterable<Value[]> {
  teachFunctions(archive, reportingCurrency(archive));
  // Nothing to look up for every line where no product is known.
  const known = archive.db.prepare('SELECT EXISTS (SELECT 1 FROM products WHERE category IS NOT NULL)').pluck().get();
  const lines = 'CROSS JOIN version_lines l ON l.version_id = o.lines_version_id';
  return rowsOf(
    archive,
    fields.map((field) => (field === 'category' && known === 0 ? 'NULL' : OF_LINES[field])),
    lines,
    ', l.position',
    sold,
  );
}

/** Tables are joined in this order, in which the rows come sorted: nothing is held but the row. */
function rowsOf(
  { db }: Archive,
  fields: readonly string[],
  lines: string,
  andBy: string,
  { since, until, customers, limit }: Sold,
): Iterable<Value[]> {
  const columns = fields.join(', ');
  const versions = /\bv\./.test(columns) ? 'CROSS JOIN order_versions v ON v.version_id = o.version_id' : '';
  const records = /\br\./.test(columns) ? 'CROSS JOIN records r ON r.record_id = o.record_id' : '';
  const theirs = customers ? 'AND o.customer_id IN (SELECT value FROM json_each(:customers))' : '';
  return db
    .prepare(
      `SELECT ${columns} FROM shops s CROSS JOIN orders o ON o.shop_id = s.shop_id ${versions} ${records} ${lines}
       WHERE o.day BETWEEN :since AND :until ${theirs} ORDER BY s.name, o.order_number${andBy} LIMIT :limit`,
    )
    .raw()
    .iterate({
      since,
      until,
      limit: limit ?? -1,
      ...(customers ? { customers: JSON.stringify(customers) } : {}),
    }) as IterableIterator<Value[]>;
}
