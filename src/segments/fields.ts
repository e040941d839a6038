/** What a segment query can ask about: one record per field. `sql` reads temp.measures as m and customers as c. */
import { LIFECYCLE_STAGES } from '../measures/lifecycle.ts';
import { RFM_GROUPS } from '../measures/rfm.ts';
import { VALUE_BANDS } from '../measures/value-bands.ts';
import { countryCode } from '../values/countries.ts';
import { placesOnOrders, SHOPS, subscriptionStatus, TAGS } from './field-queries.ts';
import { nearest } from '../values/nearest.ts';
import { SegmentError, type Span } from './segment-error.ts';

export interface SegmentField {
  readonly name: string;
  /** money: literals are whole units of the reporting currency. list: several values at once; a test holds when it holds for any. */
  readonly type: 'number' | 'money' | 'day' | 'text' | 'level' | 'list';
  /** An expression over m and c; for a list, a query of its values as the column `item`. Constant text, never built from input. */
  readonly sql: string;
  readonly meaning: string;
  readonly example: string;
  readonly levels?: readonly string[];
  /** From a value as people write it to the value as it is kept. */
  readonly read?: (text: string) => string;
}

type Described = readonly [name: string, meaning: string, example: string];

const measured =
  (type: 'number' | 'money' | 'day') =>
  ([name, meaning, test]: Described): SegmentField => ({
    name,
    type,
    sql: `m.${name}`,
    meaning,
    example: `${name} ${test}`,
  });
const number = measured('number');
const money = measured('money');
const day = measured('day');

function level(name: string, levels: readonly string[], meaning: string): SegmentField {
  return { name, type: 'level', sql: `m.${name}`, levels, meaning, example: `${name} = '${levels[0]}'` };
}

function text(name: string, sql: string, [meaning, test]: readonly [string, string]): SegmentField {
  return { name, type: 'text', sql, meaning, example: `${name} ${test}` };
}

/** What stood on the customer's orders, as a list. */
function onOrders(
  name: string,
  column: 'city' | 'province' | 'country',
  [meaning, test]: readonly [string, string],
): SegmentField {
  return { name, type: 'list', sql: placesOnOrders(column), meaning, example: `${name} ${test}` };
}

function subscription(channel: 'email' | 'sms', meaning: string): SegmentField {
  const name = `${channel}_subscription_status`;
  return {
    name,
    type: 'level',
    sql: subscriptionStatus(channel),
    levels: ['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SUBSCRIBED'],
    meaning,
    example: `${name} = 'SUBSCRIBED'`,
  };
}

export const FIELDS: readonly SegmentField[] = [
  number(['number_of_orders', 'counting orders: paid for and not wholly cancelled or refunded', '>= 3']),
  number(['orders_all', 'every order, whatever became of it', '> 5']),
  money(['amount_spent', 'what counting orders brought, less refunds', '> 500']),
  money(['average_order_value', 'amount spent per counting order', 'BETWEEN 100 AND 300']),
  money(['gross', 'totals of counting orders before refunds', '>= 1000']),
  money(['discount', 'discounts on counting orders', '= 0']),
  money(['refunded', 'refunds on counting orders', '> 0']),
  number(['other_currency_orders', 'counting orders in other currencies, which amounts leave out', '= 0']),
  day(['first_order_date', 'day of the first counting order', '>= 2026-01-01']),
  day(['last_order_date', 'day of the last counting order', '< -90d']),
  number(['recency_days', 'days since the last counting order', '> 180']),
  number(['tenure_days', 'days since the first counting order', '>= 365']),
  number(['median_gap_days', 'middle gap between order days', '<= 30']),
  number(['rhythm_days', 'own rhythm: usual days between orders', '< 45']),
  number(['lateness', 'recency as a multiple of the own rhythm', 'BETWEEN 1 AND 1.5']),
  number(['lines', 'order lines', '>= 10']),
  number(['units', 'pieces bought', '>= 20']),
  number(['distinct_products', 'different products bought', '= 1']),
  text('favourite_product', 'm.favourite_product', ['the product of most pieces', "CONTAINS '龙井'"]),
  number(['coupon_share', 'share of orders with a coupon, 0 to 1', '>= 0.5']),
  number(['discount_share', 'share of orders with a coupon or discount, 0 to 1', '= 1']),
  number(['refund_rate', 'share of paid orders with any refund, 0 to 1', '> 0.3']),
  number(['shop_count', 'shops bought in', '> 1']),
  {
    name: 'shops',
    type: 'list',
    sql: SHOPS,
    meaning: 'shops bought in, by name',
    example: "shops CONTAINS 'Hill & Moon Tea'",
  },
  number(['recency_score', 'RFM recency score, 1 to 5', '= 5']),
  number(['frequency_score', 'RFM frequency score, 1 to 5', '>= 4']),
  number(['monetary_score', 'RFM monetary score, 1 to 5', 'IN (4, 5)']),
  level('rfm_group', RFM_GROUPS, 'RFM group'),
  level('lifecycle_stage', LIFECYCLE_STAGES, 'lifecycle stage'),
  level('value_band', VALUE_BANDS, 'value band'),
  {
    name: 'customer_tags',
    type: 'list',
    sql: TAGS,
    meaning: 'tags the customer carries',
    example: "customer_tags CONTAINS 'vip'",
  },
  text('customer_name', 'c.name', ['name on most orders', "STARTS WITH '王'"]),
  text('customer_account', 'c.account', ['platform account', "= '淘小茶'"]),
  text('customer_email', 'c.email', ['e-mail address to write to', 'IS NOT NULL']),
  {
    ...text('customer_email_domain', "substr(c.email, instr(c.email, '@') + 1)", [
      'what stands behind the @',
      "= 'qq.com'",
    ]),
    read: (domain) => domain.replace(/^@/, ''),
  },
  text('customer_phone', 'c.phone', ['usable phone number, E.164', "STARTS WITH '+86'"]),
  onOrders('customer_cities', 'city', ['cities on the orders', "STARTS WITH '杭州'"]),
  onOrders('customer_regions', 'province', ['provinces or states on the orders', "CONTAINS '浙江省'"]),
  {
    ...onOrders('customer_countries', 'country', ['countries on the orders, by code or name', "= 'US'"]),
    read: (country) => countryCode(country.toUpperCase()) ?? countryCode(country) ?? country,
  },
  subscription('email', 'consent to e-mail'),
  subscription('sms', 'consent to SMS'),
];

const BY_NAME = new Map(FIELDS.map((field) => [field.name, field]));

/** `name` in lower case. Throws SegmentError, at `span` of the source, for a name no field has. */
export function fieldNamed(name: string, source: string, span: Span): SegmentField {
  const field = BY_NAME.get(name);
  if (field) return field;
  const near = nearest(name, [...BY_NAME.keys()]);
  throw new SegmentError('unknown_field', source, span, near === undefined ? { expected: 'field' } : { nearest: near });
}
