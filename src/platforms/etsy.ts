/**
 * Etsy: sold orders, a row per order, and sold order items, a row per item, in American words or those
 * of the UK and Canada. Dates are MM/DD/YY before a spreadsheet; the status column is always blank; no
 * e-mail and no phone, ever. `Adjusted Order Total` is 0 where nothing was adjusted.
 */
import type { Layout, Platform } from './layout.ts';

const orders: Layout = {
  platform: 'etsy',
  name: 'sold orders',
  evidence: 'file',
  requires: ['Sale Date', 'Order ID', 'Order Value', 'Order Total'],
  grain: 'order',
  columns: {
    orderNumber: ['Order ID'],
    placedAt: ['Sale Date'],
    fulfilment: ['Date Shipped', 'Date Posted'],
    account: ['Buyer User ID'],
    name: ['Full Name'],
    country: ['Ship Country', 'Delivery Country'],
    province: ['Ship State', 'Delivery State'],
    city: ['Ship City', 'Delivery City'],
    postcode: ['Ship Zipcode', 'Delivery Zipcode'],
    address: ['Street 1'],
    address2: ['Street 2'],
    currency: ['Currency'],
    total: ['Order Total'],
    adjusted: ['Adjusted Order Total'],
    subtotal: ['Order Value'],
    discount: ['Discount Amount'],
    shipping: ['Shipping', 'Delivery'],
    coupon: ['Coupon Code'],
    units: ['Number of Items'],
  },
  agree: ['total', 'account', 'placedAt'],
  decimal: 'point',
  usualDates: 'mdy',
};

const items: Layout = {
  platform: 'etsy',
  name: 'sold order items',
  evidence: 'file',
  requires: ['Sale Date', 'Item Name', 'Order ID', 'Transaction ID', 'Listing ID'],
  grain: 'line',
  part: 'lines',
  sums: ['total'],
  columns: {
    orderNumber: ['Order ID'],
    lineId: ['Transaction ID'],
    placedAt: ['Sale Date'],
    fulfilment: ['Date Shipped', 'Date Posted'],
    account: ['Buyer'],
    receiverName: ['Ship Name', 'Delivery Name'],
    country: ['Ship Country', 'Delivery Country'],
    province: ['Ship State', 'Delivery State'],
    city: ['Ship City', 'Delivery City'],
    postcode: ['Ship Zipcode', 'Delivery Zipcode'],
    address: ['Ship Address1', 'Delivery Address1'],
    address2: ['Ship Address2', 'Delivery Address2'],
    currency: ['Currency'],
    total: ['Item Total'],
    shipping: ['Order Shipping', 'Order Delivery'],
    coupon: ['Coupon Code'],
    sku: ['SKU'],
    item: ['Item Name'],
    variant: ['Variations'],
    quantity: ['Quantity'],
    unitPrice: ['Price'],
  },
  agree: ['account', 'placedAt'],
  decimal: 'point',
  usualDates: 'mdy',
};

export const etsy: Platform = {
  name: 'etsy',
  title: 'Etsy',
  accountScope: 'marketplace',
  contactPolicy: 'service-only',
  marketingChannels: [],
  // A day; what is listed was paid for.
  states: { fulfilment: { '*': { payment: 'paid', fulfilment: 'shipped' } } },
  layouts: [orders, items],
  others: [
    {
      what: 'payments',
      evidence: 'code',
      requires: ['Payment ID', 'Buyer Username', 'Order ID', 'Gross Amount', 'Net Amount', 'Funds Available'],
    },
    {
      what: 'settlement',
      evidence: 'code',
      requires: ['Date', 'Type', 'Title', 'Info', 'Amount', 'Fees & Taxes', 'Net'],
    },
  ],
};
