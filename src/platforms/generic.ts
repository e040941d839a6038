/**
 * Any other shop: plain column names, a row per order or per line. A file with names of its own is
 * read by `--map field=Header`, which binds the same fields.
 */
import type { Field, Layout, Platform } from './layout.ts';

/** The plain names, which are also the fields of `--map`. */
export const GENERIC_FIELDS = {
  order_id: 'orderNumber',
  order_date: 'placedAt',
  order_time: 'placedTime',
  status: 'status',
  shop: 'shop',
  account: 'account',
  customer_name: 'name',
  email: 'email',
  phone: 'phone',
  receiver_name: 'receiverName',
  receiver_phone: 'receiverPhone',
  country: 'country',
  province: 'province',
  city: 'city',
  postcode: 'postcode',
  address: 'address',
  sku: 'sku',
  item: 'item',
  variant: 'variant',
  quantity: 'quantity',
  unit_price: 'unitPrice',
  line_total: 'lineTotal',
  order_total: 'total',
  discount: 'discount',
  shipping: 'shipping',
  refunded: 'refunded',
  coupon: 'coupon',
  currency: 'currency',
  accepts_marketing: 'acceptsMarketing',
} as const satisfies Readonly<Record<string, Field>>;

export type GenericField = keyof typeof GENERIC_FIELDS;

/** Fields without which no order can be made; one amount is needed besides. */
export const GENERIC_REQUIRED: readonly GenericField[] = ['order_id', 'order_date'];
export const GENERIC_AMOUNTS: readonly GenericField[] = ['order_total', 'unit_price', 'line_total'];

/** Other spellings of a plain name, where they are but spellings. */
const SPELLINGS: Readonly<Partial<Record<GenericField, readonly string[]>>> = { email: ['e-mail'] };

/** The generic layout with some fields under other headers. */
export function genericLayout(map: Readonly<Partial<Record<GenericField, string>>>, name = 'plain names'): Layout {
  const header = (field: GenericField) => map[field] ?? field;
  const columns = Object.fromEntries(
    (Object.keys(GENERIC_FIELDS) as GenericField[]).map((field) => [
      GENERIC_FIELDS[field],
      map[field] === undefined ? [field, ...(SPELLINGS[field] ?? [])] : [map[field]],
    ]),
  );
  return {
    platform: 'generic',
    name,
    evidence: 'source',
    requires: GENERIC_REQUIRED.map(header),
    requiresOne: GENERIC_AMOUNTS.map(header),
    grain: 'line',
    columns,
    agree: ['total', 'currency', 'placedAt', 'status', 'account', 'email'],
  };
}

const settled = { payment: 'paid' } as const;

export const generic: Platform = {
  name: 'generic',
  title: 'generic',
  accountScope: 'shop',
  marketingChannels: ['email', 'sms', 'phone'],
  states: {
    status: {
      paid: settled,
      unpaid: { payment: 'unpaid' },
      pending: { payment: 'unpaid' },
      processing: { ...settled, fulfilment: 'unshipped' },
      shipped: { ...settled, fulfilment: 'shipped' },
      fulfilled: { ...settled, fulfilment: 'shipped' },
      delivered: { ...settled, fulfilment: 'completed' },
      completed: { ...settled, fulfilment: 'completed' },
      complete: { ...settled, fulfilment: 'completed' },
      cancelled: { cancellation: 'cancelled' },
      canceled: { cancellation: 'cancelled' },
      voided: { cancellation: 'cancelled' },
      refunded: { ...settled, refund: 'full' },
      partially_refunded: { ...settled, refund: 'partial' },
    },
  },
  layouts: [genericLayout({})],
};
