/**
 * Lazada, order export: a row per piece, the same English header in every country. Sellers append
 * columns of their own, among them a second `status`.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'lazada',
  name: 'orders',
  evidence: 'code',
  requires: ['orderItemId', 'orderNumber', 'lazadaSku', 'createTime'],
  grain: 'unit',
  sums: ['total', 'shipping', 'refunded'],
  lineStates: ['status'],
  columns: {
    orderNumber: ['orderNumber'],
    lineId: ['orderItemId'],
    placedAt: ['createTime'],
    status: ['status'],
    name: ['customerName'],
    email: ['customerEmail'],
    receiverName: ['shippingName'],
    receiverPhone: ['shippingPhone', 'shippingPhone2'],
    country: ['shippingCountry'],
    province: ['shippingRegion'],
    city: ['shippingCity'],
    postcode: ['shippingPostCode'],
    address: ['shippingAddress'],
    address2: ['shippingAddress2'],
    total: ['paidPrice'],
    refunded: ['refundAmount'],
    shipping: ['shippingFee'],
    sku: ['sellerSku', 'lazadaSku'],
    item: ['itemName'],
    variant: ['variation'],
    unitPrice: ['unitPrice'],
  },
  repeats: ['status'],
  never: ['nationalRegistrationNumber', 'taxCode', 'buyerFailedDeliveryUserName'],
  agree: ['placedAt'],
  decimal: 'point',
  dates: 'dmy',
  orderNumberDigits: 15,
};

export const lazada: Platform = {
  name: 'lazada',
  title: 'Lazada',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      pending: { ...paid, fulfilment: 'unshipped', assumed: true },
      packed: { ...paid, fulfilment: 'unshipped', assumed: true },
      ready_to_ship: { ...paid, fulfilment: 'unshipped', assumed: true },
      shipped: { ...paid, fulfilment: 'shipped', assumed: true },
      delivered: { ...paid, fulfilment: 'completed' },
      confirmed: { ...paid, fulfilment: 'completed' },
      canceled: { cancellation: 'cancelled', assumed: true },
      failed: { cancellation: 'cancelled', assumed: true },
      lost: { cancellation: 'cancelled', assumed: true },
      returned: { ...paid, refund: 'full', assumed: true },
    },
  },
  layouts: [orders],
};
