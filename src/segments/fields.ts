/** What a segment query can ask about: one record per field. `sql` reads temp.measures as m and customers as c. */
import { EDIT_FIELDS, genderIn, GENDERS, PREFERRED_CHANNELS } from '../customers/edit-fields.ts';
import { LIFECYCLE_STAGES } from '../measures/lifecycle.ts';
import { RFM_GROUPS } from '../measures/rfm.ts';
import { VALUE_BANDS } from '../measures/value-bands.ts';
import { readCountry } from '../values/countries.ts';
import {
  ADDED,
  birthdays,
  CONTACTS,
  editedValues,
  genders,
  type LastSaid,
  NOTES,
  ownValues,
  placesOnOrders,
  PLATFORMS,
  SHOPS,
  subscriptionStatus,
  SUPPLIED,
  TAGS,
  WINDOWS,
} from './field-queries.ts';
import { isCollection, COLLECTION_NAMES } from './collections.ts';
import { chineseFor, isChinese } from './alias-words.ts';
import { nearest } from '../values/nearest.ts';
import { SegmentError, type Span } from './segment-error.ts';
import { isShopifyOnly } from './shopify-only.ts';
import type { SuppliedField } from './supplied.ts';

export type FieldType = 'number' | 'money' | 'day' | 'yearly' | 'text' | 'level' | 'list';

/** What somebody has to do, or to let happen, for a field to change. */
export type About = 'orders' | 'time' | 'others' | 'tags' | 'consent' | 'contacts' | 'notes' | 'card';

export interface SegmentField {
  readonly name: string;
  /** money: literals are whole units of the reporting currency. list: several values at once; a test holds when it holds for any. yearly: a day of every year. */
  readonly type: FieldType;
  readonly about: readonly About[];
  /** An expression over m and c. Constant text, never built from input. */
  readonly sql?: string;
  /** Where there is no `sql`: a query of customer_id and `value`, one row per customer; of a list `item`, several. `:argument` is the name of a field of the seller's own. */
  readonly rows?: string;
  /** Where `rows` reads a table that is made of what others work out. */
  readonly supplied?: SuppliedField;
  /** What it is of a window of days: a query like `rows`, over `:from` and `:to`. */
  readonly window?: string;
  /** Of whom `rows` has nothing, or who has nothing in a window. */
  readonly without?: 0 | 'NOT_SUBSCRIBED';
  /** The fields it follows from, for whoever asks why. */
  readonly from?: readonly string[];
  readonly example: string;
  /** Every value there is; of a text those that have a name. */
  readonly levels?: readonly string[];
  /** From a value as people write it to the value as it is kept. */
  readonly read?: (text: string) => string;
}

/** What every function below makes of a name and a test. */
type Field<N extends string> = SegmentField & { readonly name: N };

const ORDERS: readonly About[] = ['orders'];
const AGEING: readonly About[] = ['orders', 'time'];
const RANKED: readonly About[] = ['orders', 'time', 'others'];
const CARD: readonly About[] = ['card'];

const measured =
  (type: 'number' | 'money' | 'day', about: readonly About[]) =>
  <const N extends string>(name: N, test: string): Field<N> => ({
    name,
    type,
    about,
    sql: `m.${name}`,
    example: `${name} ${test}`,
  });
const number = measured('number', ORDERS);
const day = measured('day', ORDERS);
const ageing = measured('number', AGEING);
const ranked = measured('number', RANKED);

/** A measure that can be asked of a window of days too. */
function windowed<const N extends keyof typeof WINDOWS>(type: 'number' | 'money', name: N, test: string): Field<N> {
  const without = name === 'average_order_value' ? {} : { without: 0 as const };
  return { ...measured(type, ORDERS)(name, test), window: WINDOWS[name], ...without };
}

function level<const N extends string>(name: N, levels: readonly string[], about = RANKED): Field<N> {
  return { name, type: 'level', about, sql: `m.${name}`, levels, example: `${name} = '${levels[0]}'` };
}

function text<const N extends string>(name: N, sql: string, test: string): Field<N> {
  return { name, type: 'text', about: CARD, sql, example: `${name} ${test}` };
}

/** Several values at once. */
function list<const N extends string>(name: N, about: About, rows: string, test: string): Field<N> {
  return { name, type: 'list', about: [about], rows, example: `${name} ${test}` };
}

function looked<const N extends string>(name: N, type: FieldType, about: About, rows: string, test: string): Field<N> {
  return { name, type, about: [about], rows, example: `${name} ${test}` };
}

function subscription<const C extends 'email' | 'sms' | 'phone'>(channel: C): Field<`${C}_subscription_status`> {
  const name = `${channel}_subscription_status` as const;
  const levels = ['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SUBSCRIBED'];
  const example = `${name} = 'SUBSCRIBED'`;
  return {
    name,
    type: 'level',
    about: ['consent'],
    rows: subscriptionStatus(channel),
    without: 'NOT_SUBSCRIBED',
    levels,
    example,
  };
}

const edited = (field: (typeof EDIT_FIELDS)[number] & LastSaid) => editedValues(field);

export const FIELDS = [
  windowed('number', 'number_of_orders', '>= 3'),
  windowed('number', 'orders_all', '> 5'),
  windowed('money', 'amount_spent', '> 500'),
  windowed('money', 'average_order_value', 'BETWEEN 100 AND 300'),
  windowed('money', 'gross', '>= 1000'),
  windowed('money', 'discount', '= 0'),
  windowed('money', 'refunded', '> 0'),
  number('other_currency_orders', '= 0'),
  day('first_order_date', '>= 2026-01-01'),
  day('last_order_date', '< -90d'),
  ageing('recency_days', '> 180'),
  ageing('tenure_days', '>= 365'),
  number('median_gap_days', '<= 30'),
  ranked('rhythm_days', '< 45'),
  { ...ranked('lateness', 'BETWEEN 1 AND 1.5'), from: ['recency_days', 'rhythm_days'] },
  number('lines', '>= 10'),
  windowed('number', 'units', '>= 20'),
  number('distinct_products', '= 1'),
  { ...text('favourite_product', 'm.favourite_product', "CONTAINS '龙井'"), about: ORDERS },
  number('coupon_share', '>= 0.5'),
  number('discount_share', '= 1'),
  number('refund_rate', '> 0.3'),
  number('shop_count', '> 1'),
  list('shops', 'orders', SHOPS, "CONTAINS 'Hill & Moon Tea'"),
  list('platforms', 'orders', PLATFORMS, "CONTAINS 'taobao'"),
  { ...ranked('recency_score', '= 5'), from: ['recency_days'] },
  { ...ranked('frequency_score', '>= 4'), from: ['number_of_orders'] },
  { ...ranked('monetary_score', 'IN (4, 5)'), from: ['amount_spent'] },
  { ...level('rfm_group', RFM_GROUPS), from: ['recency_score', 'frequency_score'] },
  { ...level('lifecycle_stage', LIFECYCLE_STAGES), from: ['number_of_orders', 'lateness'] },
  { ...level('value_band', VALUE_BANDS), from: ['amount_spent'] },
  list('customer_tags', 'tags', TAGS, "CONTAINS 'vip'"),
  { ...number('customer_id', '= 42'), about: CARD },
  text('customer_name', 'c.name', "STARTS WITH '王'"),
  text('customer_account', 'c.account', "= '淘小茶'"),
  text('customer_email', 'c.email', 'IS NOT NULL'),
  {
    ...text('customer_email_domain', "substr(c.email, instr(c.email, '@') + 1)", "= 'qq.com'"),
    read: (domain: string) => domain.replace(/^@/, ''),
  },
  text('customer_phone', 'c.phone', "STARTS WITH '+86'"),
  { ...level('customer_phone_type', ['mobile', 'landline', 'unknown'], CARD), sql: 'c.phone_type' },
  { ...text('customer_country', 'c.country', "= 'CN'"), read: readCountry },
  text('customer_region', 'c.province', "IN ('浙江省', '上海市')"),
  text('customer_city', 'c.city', "= '杭州市'"),
  text('customer_district', 'c.district', "= '西湖区'"),
  list('customer_cities', 'orders', placesOnOrders('city'), "STARTS WITH '杭州'"),
  list('customer_regions', 'orders', placesOnOrders('province'), "CONTAINS '浙江省'"),
  { ...list('customer_countries', 'orders', placesOnOrders('country'), "= 'US'"), read: readCountry },
  looked('customer_added_date', 'day', 'card', ADDED, '>= -30d'),
  looked('birthday', 'yearly', 'card', birthdays('value'), 'BETWEEN today AND +7d'),
  looked('birthday_month', 'number', 'card', birthdays('month'), '= 11'),
  {
    ...looked('gender', 'text', 'card', genders(), "= 'female'"),
    levels: GENDERS,
    read: genderIn,
  },
  looked('customer_language', 'text', 'card', edited('language'), "= 'zh'"),
  {
    ...looked('preferred_channel', 'level', 'card', edited('channel'), "= 'wechat'"),
    levels: PREFERRED_CHANNELS,
  },
  { ...looked('own_field', 'text', 'card', ownValues(), ''), example: "own_field('喜好') CONTAINS '绿茶'" },
  subscription('email'),
  subscription('sms'),
  subscription('phone'),
  looked('last_contact_date', 'day', 'contacts', CONTACTS.last, '< -30d'),
  { ...looked('number_of_contacts', 'number', 'contacts', CONTACTS.count, '>= 3'), without: 0 as const },
  { ...looked('level', 'text', 'orders', SUPPLIED.level, "= 'gold'"), supplied: 'level' },
  { ...looked('points', 'number', 'orders', SUPPLIED.points, '>= 500'), supplied: 'points', without: 0 as const },
  looked('note', 'text', 'notes', NOTES, "CONTAINS '朋友介绍'"),
] satisfies readonly SegmentField[];

export type FieldName = (typeof FIELDS)[number]['name'];

const BY_NAME = new Map<string, SegmentField>(FIELDS.map((field) => [field.name, field]));

export const FIELD_NAMES: readonly string[] = [...BY_NAME.keys()];

/** `name` in lower case. */
export const isField = (name: string): boolean => BY_NAME.has(name);

/** `name` in lower case. */
export const levelsOf = (name: string): readonly string[] => BY_NAME.get(name)?.levels ?? [];

/** `name` in lower case. Throws SegmentError, at `span` of the source, for a name no field has. */
export function fieldNamed(name: string, source: string, span: Span): SegmentField {
  const field = BY_NAME.get(name);
  if (field) return field;
  if (isCollection(name)) throw new SegmentError('needs_matches', source, span, { nearest: `${name} MATCHES (…)` });
  if (isShopifyOnly(name)) throw new SegmentError('nothing_to_read', source, span);
  const known = [...FIELD_NAMES, ...COLLECTION_NAMES];
  const near = nearest(name, isChinese(name) ? chineseFor(known) : known);
  throw new SegmentError('unknown_field', source, span, near === undefined ? { expected: 'field' } : { nearest: near });
}
