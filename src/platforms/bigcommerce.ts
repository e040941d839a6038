/**
 * BigCommerce, order export by template: a row per order, items packed into `Product Details` as
 * `Product Qty: 2, Product Name: Tea|…`. Dates are DD/MM/YYYY whatever the country; customer 0 is a guest.
 */
import type { Layout, Meaning, Platform } from './layout.ts';

const assumed = (meaning: Meaning): Meaning => ({ ...meaning, assumed: true });
const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'bigcommerce',
  name: 'orders',
  evidence: 'code',
  requires: ['Order ID', 'Order Status', 'Order Date', 'Product Details'],
  requiresOne: ['Order Total (inc tax)', 'Order Total (ex tax)'],
  grain: 'order',
  items: {
    kind: 'named',
    items: '|',
    pairs: ',',
    names: {
      sku: 'Product SKU',
      item: 'Product Name',
      variant: 'Product Variation Details',
      quantity: 'Product Qty',
      unitPrice: 'Product Unit Price',
      lineTotal: 'Product Total Price',
    },
    others: ['Product ID', 'Product Weight'],
  },
  columns: {
    orderNumber: ['Order ID'],
    placedAt: ['Order Date'],
    placedTime: ['Order Time'],
    status: ['Order Status'],
    account: ['Customer ID'],
    name: ['Customer Name'],
    email: ['Customer Email', 'Billing Email'],
    phone: ['Customer Phone', 'Billing Phone'],
    receiverName: ['Shipping First Name'],
    receiverLastName: ['Shipping Last Name'],
    receiverPhone: ['Shipping Phone'],
    country: ['Shipping Country', 'Billing Country'],
    province: ['Shipping State', 'Billing State'],
    city: ['Shipping Suburb', 'Billing Suburb'],
    postcode: ['Shipping Zip', 'Billing Zip'],
    address: ['Shipping Street 1', 'Billing Street 1'],
    address2: ['Shipping Street 2', 'Billing Street 2'],
    currency: ['Order Currency Code'],
    total: ['Order Total (inc tax)', 'Order Total (ex tax)'],
    refunded: ['Refund Amount'],
    shipping: ['Shipping Cost (inc tax)'],
    item: ['Product Details'],
    units: ['Total Quantity'],
  },
  agree: ['total', 'status', 'email', 'placedAt'],
  decimal: 'point',
  dates: 'dmy',
};

export const bigcommerce: Platform = {
  name: 'bigcommerce',
  title: 'BigCommerce',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    status: {
      incomplete: assumed({ payment: 'unpaid' }),
      pending: assumed({ payment: 'unpaid' }),
      awaitingpayment: assumed({ payment: 'unpaid' }),
      awaitingfulfillment: assumed(waiting),
      awaitingshipment: assumed(waiting),
      awaitingpickup: assumed(waiting),
      partiallyshipped: assumed({ ...paid, fulfilment: 'partly' }),
      shipped: assumed({ ...paid, fulfilment: 'shipped' }),
      completed: assumed({ ...paid, fulfilment: 'completed' }),
      cancelled: assumed({ cancellation: 'cancelled' }),
      declined: assumed({ payment: 'unpaid', cancellation: 'cancelled' }),
      refunded: assumed({ ...paid, refund: 'full' }),
      partiallyrefunded: assumed({ ...paid, refund: 'partial' }),
      disputed: assumed({ ...paid, refund: 'requested' }),
      manualverificationrequired: assumed({ payment: 'unpaid' }),
    },
  },
  layouts: [orders],
};
