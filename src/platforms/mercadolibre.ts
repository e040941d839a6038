/**
 * Mercado Libre and Mercado Livre, sales workbook of Chile, Mexico, Argentina and Brazil: header in row
 * 6, currency in the labels, several labels twice, dates as prose. A package row carries buyer and money,
 * the rows below it the items under numbers of their own. A status is a sentence. The buyer is a name
 * and a national document, which is not read: nobody is known by it here.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const common = {
  platform: 'mercadolibre',
  evidence: 'code',
  grain: 'line',
  summaryRow: true,
  currencyInHeader: true,
  agree: [],
  dates: 'dmy',
  orderNumberDigits: 15,
} as const;

const spanish: Layout = {
  ...common,
  name: 'sales, Spanish',
  requires: ['# de venta', 'Fecha de venta', 'Estado', 'Ingresos por productos (*)'],
  package: { field: 'status', says: /^Paquete de (\d+) productos?/i },
  columns: {
    orderNumber: ['# de venta'],
    placedAt: ['Fecha de venta'],
    status: ['Estado'],
    name: ['Comprador'],
    country: ['País'],
    city: ['Comuna'],
    postcode: ['Código postal'],
    address: ['Domicilio'],
    total: ['Ingresos por productos (*)'],
    refunded: ['Anulaciones y reembolsos (*)'],
    shipping: ['Ingresos por envío (*)'],
    sku: ['SKU'],
    item: ['Título de la publicación'],
    variant: ['Variante'],
    quantity: ['Unidades'],
    unitPrice: ['Precio unitario de venta de la publicación (*)'],
  },
  repeats: ['Estado', 'Unidades'],
  never: ['Cédula', 'DNI', 'Tipo y número de documento', 'Negocio'],
};

const portuguese: Layout = {
  ...common,
  name: 'sales, Portuguese',
  settles: { timeZone: 'America/Sao_Paulo', currency: 'BRL', country: 'BR' },
  requires: ['N.º de venda', 'Data da venda', 'Estado', 'Receita por produtos (*)'],
  package: { field: 'status', says: /^Pacote de (\d+) produtos?/i },
  columns: {
    orderNumber: ['N.º de venda'],
    placedAt: ['Data da venda'],
    status: ['Estado'],
    name: ['Comprador'],
    total: ['Receita por produtos (*)'],
    refunded: ['Cancelamentos e reembolsos (*)'],
    shipping: ['Receita por envio (*)'],
    sku: ['SKU'],
    item: ['Título do anúncio'],
    variant: ['Variação'],
    quantity: ['Unidades'],
    unitPrice: ['Preço unitário de venda do anúncio (*)'],
  },
  repeats: ['Estado', 'Unidades'],
  never: ['CPF', 'Documento do comprador'],
};

export const mercadolibre: Platform = {
  name: 'mercadolibre',
  title: 'Mercado Libre',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      '*cancel*': { cancellation: 'cancelled' },
      '*devol*': { ...paid, refund: 'partial' },
      '*reembols*': { ...paid, refund: 'partial' },
      'entregad*': { ...paid, fulfilment: 'completed' },
      'entregue*': { ...paid, fulfilment: 'completed', assumed: true },
      'etiqueta*': { ...paid, fulfilment: 'unshipped' },
      ventafull: paid,
      'paquetede*': paid,
      'pacotede*': paid,
      '*': { ...paid, assumed: true },
    },
  },
  layouts: [spanish, portuguese],
};
