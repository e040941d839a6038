/**
 * Square: items detail, a row per item (headers of 2017, 33 columns and 35), and transactions, a row per
 * sale. Zones have Rails' names. A refund is a sale of its own below zero that names no other: it
 * stands as an order that does not count.
 */
import type { Layout, Platform } from './layout.ts';

const common = {
  platform: 'square',
  agree: ['account'],
  decimal: 'point',
  dates: 'ymd',
} as const;

const columns = {
  orderNumber: ['Transaction ID'],
  placedAt: ['Date'],
  placedTime: ['Time'],
  zone: ['Time Zone'],
  status: ['Event Type'],
  shop: ['Location'],
  account: ['Customer ID'],
  name: ['Customer Name'],
} as const;

const items: Layout = {
  ...common,
  name: 'items detail',
  evidence: 'file',
  requires: ['Date', 'Time', 'Time Zone', 'Item', 'Qty', 'Net Sales', 'Transaction ID'],
  grain: 'line',
  part: 'lines',
  sums: ['total', 'discount'],
  columns: {
    ...columns,
    total: ['Net Sales'],
    discount: ['Discounts'],
    sku: ['SKU'],
    item: ['Item'],
    variant: ['Price Point Name'],
    quantity: ['Qty'],
    lineTotal: ['Net Sales'],
  },
  never: ['Employee'],
};

const transactions: Layout = {
  ...common,
  name: 'transactions',
  evidence: 'code',
  requires: ['Date', 'Time', 'Time Zone', 'Net Sales', 'Total Collected', 'Transaction ID'],
  grain: 'order',
  columns: {
    ...columns,
    total: ['Net Sales'],
    refunded: ['Partial Refunds'],
    discount: ['Discounts'],
    item: ['Description'],
  },
  never: ['Staff Name', 'Staff ID'],
};

export const square: Platform = {
  name: 'square',
  title: 'Square',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    status: {
      payment: { payment: 'paid', fulfilment: 'completed' },
      refund: { payment: 'paid', refund: 'full' },
    },
  },
  layouts: [items, transactions],
};
