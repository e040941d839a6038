/**
 * Gumroad, sales CSV: a row per purchase, US dollars, a `Totals` row at the end. The column of the time
 * holds the day as well: `2026-05-01 09:05:00 UTC`. `Do not contact?` is consent turned round. Only
 * successful purchases are listed; trials and pre-orders have flags. A purchase wholly refunded has a
 * partial refund of 0.
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
    placedAt: ['Purchase Time (UTC timezone)', 'Purchase Date'],
    status: ['Pre-order authorization?'],
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
  // A 0 says nothing: what no flag speaks of was paid.
  states: {
    status: { '0': {}, '1': { payment: 'unpaid' } },
    payment: { '0': {}, '1': { payment: 'unpaid' } },
    refund: { '0': {}, '1': { payment: 'paid', refund: 'full' } },
    // A chargeback may still be won.
    cancellation: { '0': {}, '1': { payment: 'paid', refund: 'requested' } },
  },
  layouts: [sales],
};
