/**
 * Gumroad, sales CSV: a row per purchase, UTC, US dollars, a `Totals` row at the end. `Do not contact?`
 * is consent turned round. Only successful purchases are listed; trials and pre-orders have flags.
 */
import type { Layout, Platform } from './layout.ts';

const sales: Layout = {
  platform: 'gumroad',
  name: 'sales',
  evidence: 'source',
  requires: ['Purchase ID', 'Item Name', 'Purchase Email', 'Purchase Date', 'Sale Price ($)'],
  grain: 'order',
  columns: {
    orderNumber: ['Purchase ID'],
    placedAt: ['Purchase Date'],
    placedTime: ['Purchase Time (UTC timezone)'],
    payment: ['Free trial purchase?'],
    refund: ['Fully Refunded?'],
    cancellation: ['Disputed?'],
    name: ['Buyer Name'],
    email: ['Purchase Email', 'Buyer Email'],
    country: ['Country'],
    province: ['State'],
    city: ['City'],
    postcode: ['Zip Code'],
    address: ['Street Address'],
    total: ['Sale Price ($)'],
    refunded: ['Partial Refund ($)'],
    shipping: ['Shipping ($)'],
    coupon: ['Discount Code'],
    refusesMarketing: ['Do not contact?'],
    sku: ['SKU ID'],
    item: ['Item Name'],
    variant: ['Variants'],
    quantity: ['Quantity'],
  },
  never: ['Affiliate', 'Giftee Email'],
  agree: ['total', 'email', 'placedAt'],
  decimal: 'point',
};

export const gumroad: Platform = {
  name: 'gumroad',
  title: 'Gumroad',
  timeZone: 'UTC',
  currency: 'USD',
  accountScope: 'shop',
  marketingChannels: ['email'],
  states: {
    payment: { '0': { payment: 'paid', fulfilment: 'completed' }, '1': { payment: 'unpaid' } },
    refund: { '0': { refund: 'none' }, '1': { refund: 'full' } },
    // A chargeback may still be won.
    cancellation: { '0': {}, '1': { refund: 'requested' } },
  },
  layouts: [sales],
};
