/**
 * What a customer has several of, and a query can ask about one by one: orders, lines, contacts, notes,
 * tags. One record each; `sql` reads the tables of the collection's `from` by their letters.
 */
import { ORDER_STATES } from '../archive/order-state.ts';
import { PREFERRED_CHANNELS } from '../customers/edit-fields.ts';
import { NOTE_KINDS } from '../customers/note-kinds.ts';
import {
  CONTACTED,
  LINE_COUNT,
  LINES,
  NOTED,
  ORDERS,
  TAGGED,
  TO_NEXT_ORDER,
  WINDOW,
  CATEGORY,
  REFILL,
} from './collection-queries.ts';
import { reported } from '../measures/order-queries.ts';
import { readCountry } from '../values/countries.ts';
import { nearest } from '../values/nearest.ts';
import { attributeAliases, chineseFor, isChinese } from './alias-words.ts';
import type { About, FieldType } from './fields.ts';
import { SegmentError, type Span } from './segment-error.ts';
import { isShopifyOnly, SHOPIFY_PARAMETERS } from './shopify-only.ts';

export interface Attribute {
  readonly name: string;
  readonly type: Exclude<FieldType, 'list' | 'yearly'>;
  /** Constant text, never built from input. */
  readonly sql: string;
  readonly levels?: readonly string[];
  readonly read?: (text: string) => string;
}

/** Of all that match together. */
export interface Aggregate {
  readonly name: string;
  readonly type: 'number' | 'money';
  readonly how: 'count' | 'sum' | 'different' | 'shortest gap' | 'longest gap';
  /** What is counted, summed or compared: an attribute, one of the keys `each` and `day`, or `month`: that of the day, each year's its own. */
  readonly of: string;
}

export interface Collection {
  readonly name: string;
  readonly about: readonly About[];
  /** From FROM on, with the condition that holds for all of them. */
  readonly from: string;
  readonly customer: string;
  /** What tells one from another, and its day. */
  readonly keys: { readonly each: string; readonly day: string };
  readonly attributes: readonly Attribute[];
  readonly aggregates: readonly Aggregate[];
  /** The attribute that a person knows one by. */
  readonly label: string;
  readonly example: string;
}

const is =
  (type: Attribute['type']) =>
  (name: string, sql: string): Attribute => ({ name, type, sql });
const number = is('number');
const money = (name: string, amount: string): Attribute => ({ name, type: 'money', sql: reported(amount) });
const day = is('day');
const text = is('text');
const level = (name: string, sql: string, levels: readonly string[]): Attribute => ({
  name,
  type: 'level',
  sql,
  levels,
});

/** Of contacts. */
const KINDS = ['service', 'care', 'promotion'];

const COUNT: Aggregate = { name: 'count', type: 'number', how: 'count', of: 'each' };
const sum = (name: string, of: string, type: 'number' | 'money'): Aggregate => ({ name, type, how: 'sum', of });
const different = (name: string, of: string): Aggregate => ({ name, type: 'number', how: 'different', of });
const GAPS: readonly Aggregate[] = [
  { name: 'shortest_gap', type: 'number', how: 'shortest gap', of: 'day' },
  { name: 'longest_gap', type: 'number', how: 'longest gap', of: 'day' },
];
const TIMES: readonly Aggregate[] = [different('months', 'month'), different('days', 'day'), ...GAPS];

const PLACES: readonly Attribute[] = [
  text('city', 'r.city'),
  text('region', 'r.province'),
  { ...text('country', 'r.country'), read: readCountry },
];
const OF_ORDER: readonly Attribute[] = [
  day('date', 'o.day'),
  text('shop', 's.name'),
  text('platform', 's.platform'),
  number('month', 'CAST(substr(o.day, 6, 2) AS INTEGER)'),
  number('weekday', "(strftime('%w', o.day) + 6) % 7 + 1"),
];

const orders = (name: string, counting: boolean, example: string): Collection => ({
  name,
  about: ['orders'],
  from: ORDERS(counting),
  customer: 'o.customer_id',
  keys: { each: 'o.order_id', day: 'o.day' },
  attributes: [
    text('number', 'o.order_number'),
    ...OF_ORDER,
    // Of an order that does not count nothing is left: its total says how large it was.
    money('amount', counting ? 'o.net' : 'o.total'),
    money('discount', 'v.discount'),
    money('refunded', 'o.refunded'),
    text('currency', 'o.currency'),
    text('coupon', 'v.coupon'),
    level('state', 'o.state', ORDER_STATES),
    number('lines', LINE_COUNT),
    number('quantity', 'o.units'),
    ...PLACES,
    number('nth', WINDOW.nth),
    number('nth_last', WINDOW.nthLast),
    number('days_since_previous', WINDOW.sincePrevious),
    number('days_since_first', WINDOW.sinceFirst),
  ],
  label: 'number',
  aggregates: [COUNT, sum('sum_amount', 'amount', 'money'), sum('sum_quantity', 'quantity', 'number'), ...TIMES],
  example,
});

export const COLLECTIONS: readonly Collection[] = [
  orders('orders_placed', true, 'orders_placed MATCHES (sum_amount >= 1000, date >= -1y)'),
  orders('orders_all', false, "orders_all MATCHES (nth_last = 1, state = 'cancelled')"),
  {
    name: 'products_purchased',
    label: 'order_number',
    about: ['orders'],
    from: LINES,
    customer: 'o.customer_id',
    keys: { each: 'o.order_id', day: 'o.day' },
    attributes: [
      text('title', 'l.title'),
      text('sku', 'l.sku'),
      text('variant', 'l.variant'),
      text('category', CATEGORY),
      ...OF_ORDER,
      number('quantity', 'l.quantity'),
      money('price', 'l.unit_price'),
      text('order_number', 'o.order_number'),
      day('refill_date', REFILL),
    ],
    aggregates: [COUNT, sum('sum_quantity', 'quantity', 'number'), different('products', 'title'), ...TIMES],
    example: "products_purchased MATCHES (title CONTAINS '面膜', date >= -60d, quantity >= 2)",
  },
  {
    name: 'contacted',
    label: 'channel',
    about: ['contacts'],
    from: CONTACTED,
    customer: 'k.customer_id',
    keys: { each: 't.touch_id', day: 't.day' },
    attributes: [
      day('date', 't.day'),
      level('channel', 't.channel', PREFERRED_CHANNELS),
      level('kind', 't.kind', KINDS),
      text('play', 't.play'),
    ],
    aggregates: [COUNT, ...GAPS],
    example: "contacted NOT MATCHES (date >= -30d, kind = 'promotion')",
  },
  {
    name: 'notes',
    label: 'kind',
    about: ['notes'],
    from: NOTED,
    customer: 'k.customer_id',
    keys: { each: 'n.note_id', day: 'n.day' },
    attributes: [
      text('text', 'n.text'),
      level('kind', 'n.kind', NOTE_KINDS),
      day('date', 'n.day'),
      number('score', 'n.score'),
      number('days_to_next_order', TO_NEXT_ORDER),
    ],
    aggregates: [COUNT],
    example: "notes MATCHES (kind = 'complaint', date >= -90d)",
  },
  {
    name: 'tagged',
    label: 'tag',
    about: ['tags'],
    from: TAGGED,
    customer: 'k.customer_id',
    keys: { each: 't.tag', day: 'day_of(t.added_at)' },
    attributes: [
      text('tag', 't.tag'),
      day('date', 'day_of(t.added_at)'),
      day('expires', 't.expires_day'),
      text('origin', 't.origin'),
      text('reason', 't.reason'),
    ],
    aggregates: [COUNT],
    example: "tagged MATCHES (tag = 'vip', expires BETWEEN today AND +15d)",
  },
];

const BY_NAME = new Map(COLLECTIONS.map((collection) => [collection.name, collection]));

export const COLLECTION_NAMES: readonly string[] = [...BY_NAME.keys()];

/** `name` in lower case. */
export const isCollection = (name: string): boolean => BY_NAME.has(name);

/** `name` in lower case. Throws SegmentError, at `span` of the source. */
export function collectionNamed(name: string, source: string, span: Span): Collection {
  const collection = BY_NAME.get(name);
  if (collection) return collection;
  if (isShopifyOnly(name)) throw new SegmentError('nothing_to_read', source, span);
  const near = nearest(name, isChinese(name) ? chineseFor(COLLECTION_NAMES) : COLLECTION_NAMES);
  throw new SegmentError('unknown_field', source, span, near === undefined ? {} : { nearest: near });
}

/** Throws SegmentError for a name the collection does not have. */
export function attributeNamed(
  { name: collection, attributes, aggregates }: Collection,
  name: string,
  source: string,
  span: Span,
): Attribute | Aggregate {
  const known = [...attributes, ...aggregates];
  const found = known.find((candidate) => candidate.name === name);
  if (found) return found;
  if (SHOPIFY_PARAMETERS.includes(name) && /^(orders_placed|products_purchased)$/.test(collection))
    throw new SegmentError('nothing_to_read', source, span);
  const names = known.map((candidate) => candidate.name);
  const near = nearest(name, isChinese(name) ? attributeAliases(names) : names);
  throw new SegmentError(
    'unknown_attribute',
    source,
    span,
    near === undefined ? { expected: { oneOf: names } } : { nearest: near },
  );
}
