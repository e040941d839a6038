/** TikTok Shop, order export: a row per SKU, order values on each; the row below the header explains the columns. */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'tiktok',
  name: 'orders',
  evidence: 'code',
  requires: ['Order ID', 'Order Status', 'Order Substatus', 'SKU ID', 'Order Amount', 'Created Time'],
  grain: 'line',
  columns: {
    orderNumber: ['Order ID'],
    placedAt: ['Created Time'],
    status: ['Order Status'],
    refund: ['Cancelation/Return Type'],
    account: ['Buyer Username'],
    receiverName: ['Recipient'],
    receiverPhone: ['Phone #'],
    country: ['Country'],
    province: ['Province'],
    postcode: ['Zipcode'],
    address: ['Detail Address'],
    total: ['Order Amount'],
    refunded: ['Order Refund Amount'],
    shipping: ['Shipping Fee After Discount'],
    sku: ['Seller SKU', 'SKU ID'],
    item: ['Product Name'],
    variant: ['Variation'],
    quantity: ['Quantity'],
    lineTotal: ['SKU Subtotal After Discount'],
  },
  never: ['Checked Marked by'],
  agree: ['total', 'refunded', 'status', 'account', 'placedAt'],
  decimal: 'point',
  orderNumberDigits: 15,
};

export const tiktok: Platform = {
  name: 'tiktok',
  title: 'TikTok Shop',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      unpaid: { payment: 'unpaid', assumed: true },
      toship: { ...paid, fulfilment: 'unshipped', assumed: true },
      shipped: { ...paid, fulfilment: 'shipped' },
      delivered: { ...paid, fulfilment: 'completed' },
      completed: { ...paid, fulfilment: 'completed' },
      canceled: { cancellation: 'cancelled', assumed: true },
      cancelled: { cancellation: 'cancelled', assumed: true },
    },
    // How much was paid back stands in a column of its own.
    refund: { 'return/refund': { ...paid, refund: 'partial' }, cancel: {} },
  },
  layouts: [orders],
};
