/**
 * WooCommerce. Core (Analytics → Orders): a row per order without any contact, labels in the site's
 * language. Advanced Order Export: a row per item, columns chosen by the seller, order values on each
 * row or on the first. WebToffee: a row per order, items sideways. Customer/Order CSV Export: a row per
 * order, items in columns of their own. Every core exporter puts an apostrophe before `= + - @`.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const done = { ...paid, fulfilment: 'completed' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;
const unpaid = { payment: 'unpaid' } as const;
const cancelled = { cancellation: 'cancelled' } as const;
const gone = { payment: 'unpaid', cancellation: 'cancelled' } as const;
const refunded = { ...paid, refund: 'full' } as const;

const analytics = {
  platform: 'woocommerce',
  evidence: 'source',
  grain: 'order',
  items: { kind: 'counted', between: ',' },
  agree: ['total', 'status', 'placedAt'],
  dates: 'ymd',
} as const;

const english: Layout = {
  ...analytics,
  name: 'analytics',
  requires: ['Order #', 'Net Sales', 'Product(s)', 'Customer type'],
  columns: {
    orderNumber: ['Order #'],
    placedAt: ['Date'],
    status: ['Status'],
    name: ['Customer'],
    total: ['Net Sales'],
    coupon: ['Coupon(s)'],
    item: ['Product(s)'],
    units: ['Items sold'],
  },
};

const french: Layout = {
  ...analytics,
  name: 'analytics, French',
  evidence: 'code',
  requires: ['Commande n°', 'État', 'Produit(s)', 'Ventes nettes'],
  columns: {
    orderNumber: ['Commande n°'],
    placedAt: ['Date'],
    status: ['État'],
    name: ['Client'],
    total: ['Ventes nettes'],
    coupon: ['Code(s) promo'],
    item: ['Produit(s)'],
    units: ['Articles vendus'],
  },
};

const advanced: Layout = {
  platform: 'woocommerce',
  name: 'Advanced Order Export',
  evidence: 'code',
  requires: ['Order Number', 'Order Status', 'Order Date', 'Order Total Amount'],
  grain: 'line',
  numberOnce: true,
  columns: {
    orderNumber: ['Order Number'],
    platformId: ['Order ID'],
    placedAt: ['Order Date'],
    status: ['Order Status'],
    name: ['First Name (Billing)'],
    lastName: ['Last Name (Billing)'],
    email: ['Email (Billing)'],
    phone: ['Phone (Billing)'],
    receiverName: ['First Name (Shipping)'],
    receiverLastName: ['Last Name (Shipping)'],
    country: ['Country Code (Shipping)', 'Country Code (Billing)'],
    province: ['State Code (Shipping)', 'State Code (Billing)'],
    city: ['City (Shipping)', 'City (Billing)'],
    postcode: ['Postcode (Shipping)', 'Postcode (Billing)'],
    address: ['Address 1&2 (Shipping)', 'Address 1&2 (Billing)'],
    total: ['Order Total Amount'],
    subtotal: ['Order Subtotal Amount'],
    refunded: ['Order Refund Amount'],
    discount: ['Cart Discount Amount'],
    shipping: ['Order Shipping Amount'],
    coupon: ['Coupons Used', 'Coupon Code'],
    sku: ['SKU'],
    item: ['Item Name', 'Name'],
    variant: ['Product Variation'],
    quantity: ['Quantity'],
    unitPrice: ['Item Cost'],
    lineTotal: ['Order Line Total'],
  },
  repeats: ['Item Cost'],
  agree: ['total', 'status', 'email', 'placedAt'],
};

/** As the orders table of WooCommerce calls it. */
const address = {
  country: ['shipping_country', 'billing_country'],
  province: ['shipping_state', 'billing_state'],
  city: ['shipping_city', 'billing_city'],
  postcode: ['shipping_postcode', 'billing_postcode'],
  address: ['shipping_address_1', 'billing_address_1'],
  address2: ['shipping_address_2', 'billing_address_2'],
} as const;

const webToffee: Layout = {
  platform: 'woocommerce',
  name: 'WebToffee',
  evidence: 'code',
  requires: ['order_number', 'order_date', 'order_total', 'order_subtotal', 'billing_email'],
  grain: 'order',
  items: { kind: 'sideways' },
  columns: {
    orderNumber: ['order_number', 'order_id'],
    platformId: ['order_id'],
    placedAt: ['order_date'],
    status: ['status'],
    account: ['customer_user', 'customer_id'],
    name: ['billing_first_name'],
    lastName: ['billing_last_name'],
    email: ['billing_email', 'customer_email'],
    phone: ['billing_phone'],
    receiverName: ['shipping_first_name'],
    receiverLastName: ['shipping_last_name'],
    receiverPhone: ['shipping_phone'],
    ...address,
    currency: ['order_currency'],
    total: ['order_total'],
    subtotal: ['order_subtotal'],
    discount: ['discount_total', 'order_discount'],
    shipping: ['shipping_total'],
    sku: ['Product Item # SKU'],
    item: ['Product Item # Name'],
    quantity: ['Product Item # Quantity'],
    lineTotal: ['Product Item # Total'],
  },
  agree: ['total', 'status', 'email', 'placedAt'],
  dates: 'ymd',
};

const orderCsv: Layout = {
  platform: 'woocommerce',
  name: 'Customer/Order CSV Export',
  evidence: 'code',
  requires: ['order_number', 'order_number_formatted', 'date', 'order_total', 'billing_email'],
  grain: 'order',
  items: { kind: 'sideways' },
  columns: {
    orderNumber: ['order_number', 'order_id'],
    platformId: ['order_id'],
    placedAt: ['date'],
    status: ['status'],
    account: ['customer_user'],
    name: ['billing_first_name'],
    lastName: ['billing_last_name'],
    email: ['billing_email'],
    phone: ['billing_phone'],
    receiverName: ['shipping_first_name'],
    receiverLastName: ['shipping_last_name'],
    ...address,
    total: ['order_total'],
    discount: ['order_discount', 'cart_discount'],
    shipping: ['order_shipping'],
    item: ['order_item_#'],
  },
  agree: ['total', 'status', 'email', 'placedAt'],
  dates: 'ymd',
};

export const woocommerce: Platform = {
  name: 'woocommerce',
  title: 'WooCommerce',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    status: {
      pending: unpaid,
      pendingpayment: unpaid,
      // A bank transfer that has not come.
      'on-hold': unpaid,
      onhold: unpaid,
      processing: waiting,
      completed: done,
      cancelled,
      refunded,
      failed: gone,
      'checkout-draft': { ...unpaid, assumed: true },
      trash: { ...cancelled, assumed: true },
      'wc-pending': unpaid,
      'wc-on-hold': unpaid,
      'wc-processing': waiting,
      'wc-completed': done,
      'wc-cancelled': cancelled,
      'wc-refunded': refunded,
      'wc-failed': gone,
    },
  },
  layouts: [english, french, advanced, webToffee, orderCsv],
};
