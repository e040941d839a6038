/**
 * Amazon, flat-file reports: tabs, no quoting, encodings that vary by marketplace. New orders: a row per
 * item with buyer (a relay address) and receiver. All orders: no buyer at all. Unshipped orders: buyers
 * and items without any price, which are joined to the orders of another report. Amounts are of the
 * row; refunds are in none of them.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const common = {
  platform: 'amazon',
  evidence: 'code',
  grain: 'line',
  unquoted: true,
  decimal: 'point',
  dates: 'ymd',
} as const;

const buyer = {
  name: ['buyer-name'],
  email: ['buyer-email'],
  phone: ['buyer-phone-number'],
  receiverName: ['recipient-name'],
  receiverPhone: ['ship-phone-number'],
  country: ['ship-country'],
  province: ['ship-state'],
  city: ['ship-city'],
  postcode: ['ship-postal-code'],
  address: ['ship-address-1'],
  address2: ['ship-address-2'],
  address3: ['ship-address-3'],
} as const;

const newOrders: Layout = {
  ...common,
  name: 'new orders',
  requires: ['order-id', 'order-item-id', 'purchase-date', 'quantity-purchased', 'item-price'],
  sums: ['total', 'shipping', 'discount'],
  columns: {
    ...buyer,
    orderNumber: ['order-id'],
    lineId: ['order-item-id'],
    placedAt: ['purchase-date'],
    currency: ['currency'],
    total: ['item-price'],
    shipping: ['shipping-price'],
    discount: ['item-promotion-discount'],
    sku: ['sku'],
    item: ['product-name'],
    quantity: ['quantity-purchased'],
    lineTotal: ['item-price'],
  },
  agree: ['email', 'placedAt', 'currency'],
};

const unshipped: Layout = {
  ...common,
  name: 'unshipped orders',
  requires: ['order-id', 'order-item-id', 'quantity-purchased', 'quantity-to-ship', 'promise-date'],
  part: 'items',
  columns: {
    ...buyer,
    orderNumber: ['order-id'],
    lineId: ['order-item-id'],
    sku: ['sku'],
    item: ['product-name'],
    quantity: ['quantity-purchased'],
  },
  agree: ['email'],
};

const allOrders: Layout = {
  ...common,
  name: 'all orders',
  requires: ['amazon-order-id', 'purchase-date', 'order-status', 'item-price'],
  sums: ['total', 'shipping', 'discount'],
  blankTotal: 'nothing',
  lineStates: ['cancellation'],
  columns: {
    orderNumber: ['amazon-order-id'],
    placedAt: ['purchase-date'],
    status: ['order-status'],
    cancellation: ['item-status'],
    country: ['ship-country'],
    province: ['ship-state'],
    city: ['ship-city'],
    postcode: ['ship-postal-code'],
    currency: ['currency'],
    total: ['item-price'],
    shipping: ['shipping-price'],
    discount: ['item-promotion-discount'],
    sku: ['sku', 'asin'],
    item: ['product-name'],
    quantity: ['quantity'],
    lineTotal: ['item-price'],
  },
  agree: ['status', 'placedAt'],
};

export const amazon: Platform = {
  name: 'amazon',
  title: 'Amazon',
  accountScope: 'marketplace',
  contactPolicy: 'service-only',
  marketingChannels: [],
  states: {
    status: {
      pending: { payment: 'unpaid' },
      unshipped: { ...paid, fulfilment: 'unshipped' },
      partiallyshipped: { ...paid, fulfilment: 'partly', assumed: true },
      shipped: { ...paid, fulfilment: 'shipped' },
      'shipped-deliveredtobuyer': { ...paid, fulfilment: 'completed', assumed: true },
      'shipped-returnedtoseller': { ...paid, fulfilment: 'shipped', refund: 'full', assumed: true },
      cancelled: { cancellation: 'cancelled' },
      canceled: { cancellation: 'cancelled' },
    },
    cancellation: {
      cancelled: { cancellation: 'cancelled' },
      canceled: { cancellation: 'cancelled' },
      '*': { cancellation: 'none' },
    },
  },
  layouts: [newOrders, unshipped, allOrders],
};
