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
  readonly example: string;
  readonly levels?: readonly string[];
  /** From a value as people write it to the value as it is kept. */
  readonly read?: (text: string) => string;
}

/** What every function below makes of a name and a test. */
type Field<N extends string> = SegmentField & { readonly name: N };

const measured =
  (type: 'number' | 'money' | 'day') =>
  <const N extends string>(name: N, test: string): Field<N> => ({
    name,
    type,
    sql: `m.${name}`,
    example: `${name} ${test}`,
  });
const number = measured('number');
const money = measured('money');
const day = measured('day');

function level<const N extends string>(name: N, levels: readonly string[]): Field<N> {
  return { name, type: 'level', sql: `m.${name}`, levels, example: `${name} = '${levels[0]}'` };
}

function text<const N extends string>(name: N, sql: string, test: string): Field<N> {
  return { name, type: 'text', sql, example: `${name} ${test}` };
}

/** Several values at once. */
function list<const N extends string>(name: N, sql: string, test: string): Field<N> {
  return { name, type: 'list', sql, example: `${name} ${test}` };
}

function subscription<const C extends 'email' | 'sms'>(channel: C): Field<`${C}_subscription_status`> {
  const name = `${channel}_subscription_status` as const;
  const levels = ['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SUBSCRIBED'];
  return { name, type: 'level', sql: subscriptionStatus(channel), levels, example: `${name} = 'SUBSCRIBED'` };
}

export const FIELDS = [
  number('number_of_orders', '>= 3'),
  number('orders_all', '> 5'),
  money('amount_spent', '> 500'),
  money('average_order_value', 'BETWEEN 100 AND 300'),
  money('gross', '>= 1000'),
  money('discount', '= 0'),
  money('refunded', '> 0'),
  number('other_currency_orders', '= 0'),
  day('first_order_date', '>= 2026-01-01'),
  day('last_order_date', '< -90d'),
  number('recency_days', '> 180'),
  number('tenure_days', '>= 365'),
  number('median_gap_days', '<= 30'),
  number('rhythm_days', '< 45'),
  number('lateness', 'BETWEEN 1 AND 1.5'),
  number('lines', '>= 10'),
  number('units', '>= 20'),
  number('distinct_products', '= 1'),
  text('favourite_product', 'm.favourite_product', "CONTAINS '龙井'"),
  number('coupon_share', '>= 0.5'),
  number('discount_share', '= 1'),
  number('refund_rate', '> 0.3'),
  number('shop_count', '> 1'),
  list('shops', SHOPS, "CONTAINS 'Hill & Moon Tea'"),
  number('recency_score', '= 5'),
  number('frequency_score', '>= 4'),
  number('monetary_score', 'IN (4, 5)'),
  level('rfm_group', RFM_GROUPS),
  level('lifecycle_stage', LIFECYCLE_STAGES),
  level('value_band', VALUE_BANDS),
  list('customer_tags', TAGS, "CONTAINS 'vip'"),
  text('customer_name', 'c.name', "STARTS WITH '王'"),
  text('customer_account', 'c.account', "= '淘小茶'"),
  text('customer_email', 'c.email', 'IS NOT NULL'),
  {
    ...text('customer_email_domain', "substr(c.email, instr(c.email, '@') + 1)", "= 'qq.com'"),
    read: (domain: string) => domain.replace(/^@/, ''),
  },
  text('customer_phone', 'c.phone', "STARTS WITH '+86'"),
  list('customer_cities', placesOnOrders('city'), "STARTS WITH '杭州'"),
  list('customer_regions', placesOnOrders('province'), "CONTAINS '浙江省'"),
  {
    ...list('customer_countries', placesOnOrders('country'), "= 'US'"),
    read: (country: string) => countryCode(country.toUpperCase()) ?? countryCode(country) ?? country,
  },
  subscription('email'),
  subscription('sms'),
] satisfies readonly SegmentField[];

export type FieldName = (typeof FIELDS)[number]['name'];

const BY_NAME = new Map<string, SegmentField>(FIELDS.map((field) => [field.name, field]));

/** `name` in lower case. Throws SegmentError, at `span` of the source, for a name no field has. */
export function fieldNamed(name: string, source: string, span: Span): SegmentField {
  const field = BY_NAME.get(name);
  if (field) return field;
  const near = nearest(name, [...BY_NAME.keys()]);
  throw new SegmentError('unknown_field', source, span, near === undefined ? { expected: 'field' } : { nearest: near });
}
