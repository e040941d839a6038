/**
 * Wix Stores, order export: a row per item, date and time in columns of their own, no zone. The headers
 * of the delivery address stand a second time over the billing address.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const DELIVERY = [
  'Delivery country',
  'Delivery state',
  'Delivery state name',
  'Delivery city',
  'Delivery address',
  'Delivery zip/postal code',
];

const orders: Layout = {
  platform: 'wix',
  name: 'orders',
  evidence: 'code',
  requires: ['Order number', 'Date created', 'Payment status', 'Fulfillment status', 'Item', 'Qty'],
  grain: 'line',
  columns: {
    orderNumber: ['Order number'],
    placedAt: ['Date created'],
    placedTime: ['Time'],
    payment: ['Payment status'],
    fulfilment: ['Fulfillment status'],
    name: ['Billing name'],
    email: ['Contact email'],
    phone: ['Billing phone'],
    receiverName: ['Recipient name'],
    receiverPhone: ['Recipient phone'],
    country: ['Delivery country'],
    province: ['Delivery state name', 'Delivery state'],
    city: ['Delivery city'],
    postcode: ['Delivery zip/postal code'],
    address: ['Delivery address'],
    currency: ['Currency'],
    total: ['Total'],
    refunded: ['Refunded amount'],
    shipping: ['Shipping rate'],
    coupon: ['Coupon code'],
    sku: ['SKU'],
    item: ['Item'],
    variant: ['Variant'],
    quantity: ['Qty'],
    unitPrice: ['Price'],
  },
  repeats: DELIVERY,
  agree: ['total', 'currency', 'payment', 'email'],
};

export const wix: Platform = {
  name: 'wix',
  title: 'Wix',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    payment: {
      unpaid: { payment: 'unpaid' },
      paid: { ...paid, assumed: true },
      partiallypaid: { payment: 'partly', assumed: true },
      refunded: { ...paid, refund: 'full', assumed: true },
      partiallyrefunded: { ...paid, refund: 'partial', assumed: true },
    },
    fulfilment: {
      unfulfilled: { fulfilment: 'unshipped' },
      fulfilled: { fulfilment: 'shipped', assumed: true },
      canceled: { cancellation: 'cancelled', assumed: true },
    },
  },
  layouts: [orders],
};
