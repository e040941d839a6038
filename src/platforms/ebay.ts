/**
 * eBay, Seller Hub orders report: comma in the US and UK, semicolon in Germany; an empty line and a
 * padding row around the header, a footer. A row per item, and above the items of a paid order with
 * several a row of its own with buyer and totals, joined by the sales record number. No status, refund
 * or cancellation: paid is what has a day of payment.
 */
import type { Layout, Platform } from './layout.ts';

const common = {
  platform: 'ebay',
  evidence: 'code',
  grain: 'line',
  summaryRow: true,
  agree: ['account'],
} as const;

const english: Layout = {
  ...common,
  name: 'orders report',
  requires: ['Sales Record Number', 'Buyer Username', 'Item Number', 'Item Title', 'Sold For'],
  columns: {
    orderNumber: ['Sales Record Number'],
    platformId: ['Order Number'],
    placedAt: ['Sale Date'],
    payment: ['Paid On Date'],
    fulfilment: ['Shipped On Date', 'Dispatched on date'],
    account: ['Buyer Username'],
    name: ['Buyer Name'],
    email: ['Buyer Email'],
    receiverName: ['Ship To Name', 'Post to name'],
    receiverPhone: ['Ship To Phone', 'Post to phone'],
    country: ['Ship To Country', 'Post to country', 'Buyer Country'],
    province: ['Ship To State', 'Post to county', 'Buyer State', 'Buyer county'],
    city: ['Ship To City', 'Post to city', 'Buyer City'],
    postcode: ['Ship To Zip', 'Post to postcode', 'Buyer Zip', 'Buyer postcode'],
    address: ['Ship To Address 1', 'Post to address 1', 'Buyer Address 1'],
    address2: ['Ship To Address 2', 'Post to address 2', 'Buyer Address 2'],
    total: ['Total Price'],
    shipping: ['Shipping And Handling', 'Postage and packaging'],
    sku: ['Custom Label'],
    item: ['Item Title'],
    variant: ['Variation Details'],
    quantity: ['Quantity'],
    unitPrice: ['Sold For'],
  },
  never: ['Buyer Tax Identifier Name', 'Buyer Tax Identifier Value', 'eBay Reference Name'],
  decimal: 'point',
  usualDates: 'mdy',
};

const german: Layout = {
  ...common,
  name: 'orders report, German',
  settles: { timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' },
  requires: ['Verkaufsprotokollnummer', 'Nutzername des Käufers', 'Artikelnummer', 'Angebotstitel', 'Verkauft für'],
  columns: {
    orderNumber: ['Verkaufsprotokollnummer'],
    platformId: ['Bestellnummer'],
    placedAt: ['Verkauft am'],
    payment: ['Zahlungsdatum'],
    fulfilment: ['Verschickt am - Datum'],
    account: ['Nutzername des Käufers'],
    name: ['Name des Käufers'],
    email: ['E-Mail des Käufers'],
    total: ['Gesamtbetrag'],
    shipping: ['Verpackung und Versand'],
    sku: ['Bestandseinheit'],
    item: ['Angebotstitel'],
    quantity: ['Anzahl'],
    unitPrice: ['Verkauft für'],
  },
  decimal: 'comma',
  usualDates: 'dmy',
};

export const ebay: Platform = {
  name: 'ebay',
  title: 'eBay',
  accountScope: 'marketplace',
  contactPolicy: 'service-only',
  marketingChannels: [],
  states: {
    payment: { '*': { payment: 'paid' }, '': { payment: 'unpaid' } },
    fulfilment: { '*': { fulfilment: 'shipped' } },
  },
  layouts: [english, german],
};
