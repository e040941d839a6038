/** Magento and Adobe Commerce, the order grid's export: a row per order without items, by default without an e-mail; increment numbers keep their noughts. */
import type { Layout, Meaning, Platform } from './layout.ts';

const assumed = (meaning: Meaning): Meaning => ({ ...meaning, assumed: true });
const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'magento',
  name: 'order grid',
  evidence: 'source',
  requires: ['ID', 'Purchase Date', 'Grand Total (Base)', 'Status'],
  grain: 'order',
  columns: {
    orderNumber: ['ID'],
    placedAt: ['Purchase Date'],
    status: ['Status'],
    name: ['Bill-to Name', 'Customer Name'],
    email: ['Customer Email'],
    receiverName: ['Ship-to Name'],
    address: ['Shipping Address'],
    total: ['Grand Total (Purchased)', 'Grand Total (Base)'],
    subtotal: ['Subtotal'],
    refunded: ['Total Refunded'],
    shipping: ['Shipping and Handling'],
  },
  agree: ['total', 'status', 'placedAt'],
};

export const magento: Platform = {
  name: 'magento',
  title: 'Magento',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    status: {
      pending: assumed({ payment: 'unpaid' }),
      pending_payment: assumed({ payment: 'unpaid' }),
      pendingpayment: assumed({ payment: 'unpaid' }),
      payment_review: assumed({ payment: 'unpaid' }),
      holded: assumed({ payment: 'unpaid' }),
      onhold: assumed({ payment: 'unpaid' }),
      processing: assumed({ ...paid, fulfilment: 'unshipped' }),
      complete: assumed({ ...paid, fulfilment: 'completed' }),
      // Wholly refunded.
      closed: assumed({ ...paid, refund: 'full' }),
      canceled: assumed({ cancellation: 'cancelled' }),
      fraud: assumed({ payment: 'unpaid', cancellation: 'cancelled' }),
    },
  },
  layouts: [orders],
};
