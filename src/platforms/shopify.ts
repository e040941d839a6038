/**
 * Shopify, `orders_export*.csv`: UTF-8, one row per line item. Order values stand on the first row
 * of an order only; continuation rows repeat Name, Email, Created at, Phone and Vendor.
 * Header families of 73 (2022) and 79 columns (2023–2025).
 */
import type { Layout, Platform } from './layout.ts';

const orders: Layout = {
  platform: 'shopify',
  name: 'orders',
  evidence: 'file',
  requires: [
    'Name',
    'Financial Status',
    'Fulfillment Status',
    'Created at',
    'Total',
    'Lineitem name',
    'Lineitem quantity',
  ],
  grain: 'line',
  headColumn: 'payment',
  columns: {
    orderNumber: ['Name'],
    platformId: ['Id'],
    placedAt: ['Created at'],
    payment: ['Financial Status'],
    fulfilment: ['Fulfillment Status'],
    cancellation: ['Cancelled at'],
    name: ['Billing Name', 'Shipping Name'],
    email: ['Email'],
    phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
    receiverName: ['Shipping Name'],
    receiverPhone: ['Shipping Phone'],
    country: ['Shipping Country', 'Billing Country'],
    province: ['Shipping Province', 'Billing Province'],
    city: ['Shipping City', 'Billing City'],
    postcode: ['Shipping Zip', 'Billing Zip'],
    address: ['Shipping Street', 'Billing Street'],
    currency: ['Currency'],
    subtotal: ['Subtotal'],
    total: ['Total'],
    refunded: ['Refunded Amount'],
    discount: ['Discount Amount'],
    shipping: ['Shipping'],
    coupon: ['Discount Code'],
    acceptsMarketing: ['Accepts Marketing'],
    sku: ['Lineitem sku'],
    item: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unitPrice: ['Lineitem price'],
  },
  agree: ['total', 'currency', 'payment', 'platformId'],
  decimal: 'point',
  dates: 'ymd',
};

/** `customers_export*.csv`: classic, with the id in front, and with `Default Address …`. Its flags are of today, those of orders of their day. */
const customers: Layout = {
  platform: 'shopify',
  name: 'customers',
  evidence: 'file',
  requires: ['First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Total Orders'],
  grain: 'customer',
  columns: {
    name: ['First Name'],
    lastName: ['Last Name'],
    email: ['Email'],
    phone: ['Phone', 'Default Address Phone'],
    country: ['Country', 'Country Code', 'Default Address Country Code'],
    province: ['Province', 'Default Address Province Code'],
    city: ['City', 'Default Address City'],
    postcode: ['Zip', 'Default Address Zip'],
    address: ['Address1', 'Default Address Address1'],
    address2: ['Address2', 'Default Address Address2'],
    tags: ['Tags'],
    note: ['Note'],
    acceptsEmail: ['Accepts Email Marketing'],
    acceptsSms: ['Accepts SMS Marketing'],
  },
  agree: [],
  decimal: 'point',
  dates: 'ymd',
};

export const shopify: Platform = {
  name: 'shopify',
  title: 'Shopify',
  accountScope: 'shop',
  marketingChannels: ['email'],
  states: {
    payment: {
      paid: { payment: 'paid' },
      partially_paid: { payment: 'partly' },
      pending: { payment: 'unpaid' },
      authorized: { payment: 'unpaid' },
      unpaid: { payment: 'unpaid' },
      expired: { payment: 'unpaid', cancellation: 'cancelled' },
      voided: { payment: 'unpaid', cancellation: 'cancelled' },
      refunded: { payment: 'paid', refund: 'full' },
      partially_refunded: { payment: 'paid', refund: 'partial' },
    },
    fulfilment: {
      fulfilled: { fulfilment: 'shipped' },
      unfulfilled: { fulfilment: 'unshipped' },
      partial: { fulfilment: 'partly' },
      restocked: { fulfilment: 'unshipped' },
      on_hold: { fulfilment: 'unshipped' },
    },
    cancellation: { '*': { cancellation: 'cancelled' } },
  },
  layouts: [orders, customers],
};
