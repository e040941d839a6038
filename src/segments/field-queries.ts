/** SQL of the fields that are more than a column of temp.measures or customers: constant text, never built from input. */
import { reported } from '../measures/order-queries.ts';
import { consentsSql } from '../store/consents-sql.ts';
import { tagHolds } from '../store/moment.ts';
import { sumSql } from '../store/sum-sql.ts';
import { BOUGHT } from './collection-queries.ts';
import { WHOLE } from './whole.ts';

const ORDERS = `orders o ${WHOLE}`;

export const SHOPS = `SELECT o.customer_id, s.name AS item FROM ${ORDERS} JOIN shops s USING (shop_id) WHERE ${BOUGHT}`;

export const PLATFORMS = `SELECT o.customer_id, s.platform AS item FROM ${ORDERS} JOIN shops s USING (shop_id) WHERE ${BOUGHT}`;

export const TAGS = `SELECT r.customer_id, t.tag AS item FROM tag_facts t JOIN record_customers r USING (record_id) WHERE ${tagHolds('t')}`;

const REGION_CODE = "coalesce(region_code(r.country, r.province), r.country || '-' || coalesce(r.province, ''))";

/** Beside what exports write: Shopify's codes, US-NY and US-NY-NewYorkCity, and the full name of a region. */
const CODES = {
  country: [],
  province: [REGION_CODE, 'region_name(r.country, r.province)'],
  city: [`${REGION_CODE} || '-' || replace(r.city, ' ', '')`],
} as const;

/** What stood on the customer's orders. */
export function placesOnOrders(column: keyof typeof CODES): string {
  const from = `FROM ${ORDERS} JOIN records r USING (record_id) WHERE ${BOUGHT} AND r.${column} IS NOT NULL`;
  return [
    `SELECT o.customer_id, r.${column} AS item ${from}`,
    ...CODES[column].map(
      (code) => `SELECT o.customer_id, ${code} ${from} AND r.country IS NOT NULL AND ${code} IS NOT NULL`,
    ),
  ].join(' UNION ALL ');
}

/** Shopify's words for what the customer said of a channel. */
export const subscriptionStatus = (channel: 'email' | 'sms' | 'phone'): string =>
  `SELECT customer_id, iif(status = 'granted', 'SUBSCRIBED', 'UNSUBSCRIBED') AS value FROM (${consentsSql('before :until')})
   WHERE channel = '${channel}' AND status IN ('granted', 'refused')`;

const window = (value: string, orders: 'counting' | 'every'): string =>
  `SELECT o.customer_id, ${value} AS value FROM ${ORDERS}${value.includes('v.') ? ' JOIN order_versions v USING (version_id)' : ''}
   WHERE ${BOUGHT} AND o.day BETWEEN :from AND :to${orders === 'counting' ? ' AND o.counting = 1' : ''} GROUP BY o.customer_id`;

/** Null where every order of the window is in a currency without a rate. */
const total = (amount: string): string =>
  `iif(count(${reported('o.total')}) = 0, NULL, coalesce(${sumSql(reported(amount))}, 0))`;

/** Of the orders of a window of days; as in the measures, amounts leave out what there is no rate for; null is missing, which is not the same as nothing. */
export const WINDOWS = {
  number_of_orders: window('count(*)', 'counting'),
  orders_all: window('count(*)', 'every'),
  amount_spent: window(total('o.net'), 'counting'),
  average_order_value: window(
    `iif(count(${reported('o.total')}) = 0, NULL, 1.0 * ${sumSql(reported('o.net'))} / count(${reported('o.total')}))`,
    'counting',
  ),
  gross: window(total('o.total'), 'counting'),
  discount: window(total('v.discount'), 'counting'),
  refunded: window(total('o.refunded'), 'counting'),
  units: window('sum(o.units)', 'counting'),
} as const;

const FILED = `profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
  WHERE i.undone_at IS NULL AND i.imported_at < :until`;
const BY_HAND = 'edits e JOIN record_customers k USING (record_id) WHERE e.edited_at < :until';

export type LastSaid = 'birthday' | 'gender' | 'language' | 'channel';

/** One row per customer: of what was said the last, and nothing where it was taken back. */
const lastByHand = (field: string): string =>
  `SELECT customer_id, value FROM (
     SELECT k.customer_id, e.value, row_number() OVER (PARTITION BY k.customer_id ORDER BY e.edited_at DESC, e.edit_id DESC) AS place
     FROM ${BY_HAND} AND e.field = ${field}) WHERE place = 1 AND value IS NOT NULL`;

const lastInFiles = (value: string): string =>
  `SELECT customer_id, value FROM (
     SELECT k.customer_id, ${value} AS value, row_number() OVER (PARTITION BY k.customer_id ORDER BY p.import_id DESC, p.line DESC) AS place
     FROM ${FILED} AND ${value} IS NOT NULL) WHERE place = 1`;

/** What was said by hand goes before what files say. */
const either = (byHand: string, inFiles: string, value = 'value'): string =>
  `SELECT customer_id, ${value} AS value FROM (
     SELECT customer_id, value FROM (${byHand})
     UNION ALL SELECT customer_id, value FROM (${inFiles}) WHERE customer_id NOT IN (SELECT customer_id FROM (${byHand})))`;

export const editedValues = (field: LastSaid): string => lastByHand(`'${field}'`);

export const birthdays = (part: 'value' | 'month'): string =>
  either(
    lastByHand("'birthday'"),
    lastInFiles('p.birthday'),
    part === 'value' ? 'value' : 'CAST(substr(value, 6, 2) AS INTEGER)',
  );

/** As files write it or a hand said it: gender_in reads the words there are for it. */
export const genders = (): string => either(lastByHand("'gender'"), lastInFiles('p.gender'), 'gender_in(value)');

export const ownValues = (): string =>
  either(
    lastByHand("'own:' || :argument"),
    lastInFiles('(SELECT j.value FROM json_each(p.own) j WHERE j.key = :argument)'),
  );

/** When the archive first heard of them: of their first order, or of a file of customers. */
export const ADDED = `SELECT customer_id, min(day) AS value FROM (
    SELECT o.customer_id, min(o.day) AS day FROM ${ORDERS} WHERE ${BOUGHT} GROUP BY o.customer_id
    UNION ALL SELECT k.customer_id, min(coalesce(p.since, day_of(i.imported_at))) FROM ${FILED} GROUP BY k.customer_id)
  GROUP BY customer_id`;

const touches = (value: string): string =>
  `SELECT k.customer_id, ${value} AS value FROM touches t JOIN record_customers k USING (record_id) WHERE t.touched_at < :until GROUP BY k.customer_id`;

export const CONTACTS = { last: touches('max(t.day)'), count: touches('count(*)') } as const;

/** All of them, one after the other. */
export const NOTES = `SELECT k.customer_id, group_concat(n.text, char(10)) AS value
  FROM (SELECT * FROM notes ORDER BY note_id) n JOIN record_customers k USING (record_id) WHERE n.noted_at < :until GROUP BY k.customer_id`;

/** Made by resolve-queries.ts of what supplied.ts is told. */
export const SUPPLIED = {
  level: 'SELECT customer_id, value FROM temp.supplied_level',
  points: 'SELECT customer_id, value FROM temp.supplied_points',
} as const;
