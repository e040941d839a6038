/** Services that take payments: their exports list money, not orders, and are refused by name. */
import type { Platform } from './layout.ts';

const service = { accountScope: 'shop', marketingChannels: [], states: {}, layouts: [] } as const;

export const stripe: Platform = {
  ...service,
  name: 'stripe',
  title: 'Stripe',
  others: [
    {
      what: 'payments',
      evidence: 'file',
      requires: ['id', 'Created date (UTC)', 'Amount', 'Amount Refunded', 'Currency'],
    },
    { what: 'payments', evidence: 'code', requires: ['id', 'Created (UTC)', 'Amount', 'Amount Refunded', 'Currency'] },
  ],
};

export const paypal: Platform = {
  ...service,
  name: 'paypal',
  title: 'PayPal',
  others: [
    {
      what: 'payments',
      evidence: 'file',
      requires: ['Date', 'Time', 'TimeZone', 'Name', 'Type', 'Currency', 'Balance'],
    },
    {
      what: 'payments',
      evidence: 'code',
      requires: ['Date', 'Time', 'Time zone', 'Name', 'Type', 'Currency', 'Balance'],
    },
  ],
};
