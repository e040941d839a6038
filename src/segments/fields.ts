/** What a segment query can ask about: one record per field. `sql` reads temp.measures as m and customers as c. */
import { LIFECYCLE_STAGES } from '../measures/lifecycle.ts';
import { RFM_GROUPS } from '../measures/rfm.ts';
import { VALUE_BANDS } from '../measures/value-bands.ts';

export interface SegmentField {
  readonly name: string;
  /** money: literals are whole units of the reporting currency. list: several values at once, CONTAINS and =. */
  readonly type: 'number' | 'money' | 'day' | 'text' | 'level' | 'list';
  /** An expression over m and c; for a list, a query of its values as one column. Constant text, never built from input. */
  readonly sql: string;
  readonly levels?: readonly string[];
  readonly meaning: string;
}

const number = (name: string, meaning: string): SegmentField => ({ name, type: 'number', sql: `m.${name}`, meaning });
const money = (name: string, meaning: string): SegmentField => ({ name, type: 'money', sql: `m.${name}`, meaning });
const day = (name: string, meaning: string): SegmentField => ({ name, type: 'day', sql: `m.${name}`, meaning });
const level = (name: string, levels: readonly string[], meaning: string): SegmentField => ({
  name,
  type: 'level',
  sql: `m.${name}`,
  levels,
  meaning,
});
const text = (name: string, sql: string, meaning: string): SegmentField => ({ name, type: 'text', sql, meaning });

const SUBSCRIPTION = ['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SUBSCRIBED'];
const subscription = (channel: 'email' | 'sms', meaning: string): SegmentField => ({
  name: `${channel}_subscription_status`,
  type: 'level',
  levels: SUBSCRIPTION,
  meaning,
  sql: `coalesce((SELECT CASE s.status WHEN 'granted' THEN 'SUBSCRIBED' WHEN 'refused' THEN 'UNSUBSCRIBED' ELSE 'NOT_SUBSCRIBED' END
          FROM consents_view s WHERE s.customer_id = m.customer_id AND s.channel = '${channel}'), 'NOT_SUBSCRIBED')`,
});

export const FIELDS: readonly SegmentField[] = [
  number('number_of_orders', 'counting orders: paid for and not wholly cancelled or refunded'),
  number('orders_all', 'every order, whatever became of it'),
  money('amount_spent', 'what counting orders brought, less refunds'),
  money('average_order_value', 'amount spent per counting order'),
  money('gross', 'totals of counting orders before refunds'),
  money('discount', 'discounts on counting orders'),
  money('refunded', 'refunds on counting orders'),
  day('first_order_date', 'day of the first counting order'),
  day('last_order_date', 'day of the last counting order'),
  number('recency_days', 'days since the last counting order'),
  number('tenure_days', 'days since the first counting order'),
  number('median_gap_days', 'middle gap between order days'),
  number('rhythm_days', 'own rhythm: usual days between orders'),
  number('lateness', 'recency as a multiple of the own rhythm'),
  number('lines', 'order lines'),
  number('units', 'pieces bought'),
  number('distinct_products', 'different products bought'),
  text('favourite_product', 'm.favourite_product', 'the product of most pieces'),
  number('coupon_share', 'share of orders with a coupon, 0 to 1'),
  number('discount_share', 'share of orders with a coupon or discount, 0 to 1'),
  number('refund_rate', 'share of paid orders with any refund, 0 to 1'),
  number('shop_count', 'shops bought in'),
  {
    name: 'shops',
    type: 'list',
    sql: 'SELECT DISTINCT s.name FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id = m.customer_id AND o.day <= :asOf',
    meaning: 'shops bought in, by name',
  },
  number('recency_score', 'RFM recency score, 1 to 5'),
  number('frequency_score', 'RFM frequency score, 1 to 5'),
  number('monetary_score', 'RFM monetary score, 1 to 5'),
  level('rfm_group', RFM_GROUPS, 'RFM group'),
  level('lifecycle_stage', LIFECYCLE_STAGES, 'lifecycle stage'),
  level('value_band', VALUE_BANDS, 'value band'),
  {
    name: 'customer_tags',
    type: 'list',
    sql: `SELECT t.tag FROM tag_facts t JOIN record_customers r USING (record_id) WHERE r.customer_id = m.customer_id
          AND t.added_at < :until AND (t.removed_at IS NULL OR t.removed_at >= :until)
          AND (t.expires_day IS NULL OR t.expires_day > :asOf)`,
    meaning: 'tags the customer carries',
  },
  text('customer_name', 'c.name', 'name on most orders'),
  text('customer_account', 'c.account', 'platform account'),
  text('customer_email', 'c.email', 'e-mail address to write to'),
  text('customer_email_domain', "substr(c.email, instr(c.email, '@') + 1)", 'what stands behind the @'),
  text('customer_phone', 'c.phone', 'usable phone number, E.164'),
  text('customer_cities', 'c.city', 'city of the latest order that has one'),
  text('customer_regions', 'c.province', 'province or state'),
  text('customer_countries', 'c.country', 'country code'),
  subscription('email', 'consent to e-mail'),
  subscription('sms', 'consent to SMS'),
];

const BY_NAME = new Map(FIELDS.map((field) => [field.name, field]));

export function fieldNamed(name: string): SegmentField | undefined {
  return BY_NAME.get(name);
}
