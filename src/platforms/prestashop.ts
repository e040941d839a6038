/** PrestaShop, the order list's export: semicolons, a row per order, an abbreviated name, no contact and no items; labels follow the employee's language. */
import type { Layout, Meaning, Platform } from './layout.ts';

const assumed = (meaning: Meaning): Meaning => ({ ...meaning, assumed: true });
const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'prestashop',
  name: 'order list',
  evidence: 'source',
  requires: ['ID', 'Reference', 'New client', 'Customer', 'Total', 'Status', 'Date'],
  grain: 'order',
  columns: {
    orderNumber: ['Reference', 'ID'],
    platformId: ['ID'],
    placedAt: ['Date'],
    status: ['Status'],
    name: ['Customer'],
    country: ['Delivery'],
    total: ['Total'],
  },
  agree: ['total', 'status', 'placedAt'],
};

export const prestashop: Platform = {
  name: 'prestashop',
  title: 'PrestaShop',
  accountScope: 'shop',
  marketingChannels: [],
  states: {
    status: {
      'awaitingcheck*': assumed({ payment: 'unpaid' }),
      'awaitingbankwire*': assumed({ payment: 'unpaid' }),
      paymentaccepted: assumed({ ...paid, fulfilment: 'unshipped' }),
      remotepaymentaccepted: assumed({ ...paid, fulfilment: 'unshipped' }),
      processinginprogress: assumed({ ...paid, fulfilment: 'unshipped' }),
      shipped: assumed({ ...paid, fulfilment: 'shipped' }),
      delivered: assumed({ ...paid, fulfilment: 'completed' }),
      canceled: assumed({ cancellation: 'cancelled' }),
      refunded: assumed({ ...paid, refund: 'full' }),
      paymenterror: assumed({ payment: 'unpaid', cancellation: 'cancelled' }),
      'onbackorder(paid)': assumed({ ...paid, fulfilment: 'unshipped' }),
      'onbackorder(notpaid)': assumed({ payment: 'unpaid' }),
      awaitingcashondeliveryvalidation: assumed({ payment: 'unpaid' }),
      'enattentedepaiement*': assumed({ payment: 'unpaid' }),
      'enattentedevirement*': assumed({ payment: 'unpaid' }),
      paiementaccepté: assumed({ ...paid, fulfilment: 'unshipped' }),
      paiementàdistanceaccepté: assumed({ ...paid, fulfilment: 'unshipped' }),
      encoursdepréparation: assumed({ ...paid, fulfilment: 'unshipped' }),
      expédié: assumed({ ...paid, fulfilment: 'shipped' }),
      livré: assumed({ ...paid, fulfilment: 'completed' }),
      annulé: assumed({ cancellation: 'cancelled' }),
      remboursement: assumed({ ...paid, refund: 'full' }),
      erreurdepaiement: assumed({ payment: 'unpaid', cancellation: 'cancelled' }),
    },
  },
  layouts: [orders],
};
