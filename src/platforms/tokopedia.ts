/** Tokopedia, order report: a row per item below four rows of preamble; since the merger its orders come in TikTok Shop's file. */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'tokopedia',
  name: 'orders',
  evidence: 'code',
  requires: ['Nomor Invoice', 'Status Terakhir', 'Nama Produk', 'Jumlah Produk Dibeli'],
  grain: 'line',
  columns: {
    orderNumber: ['Nomor Invoice'],
    placedAt: ['Tanggal Pembayaran'],
    status: ['Status Terakhir'],
    name: ['Nama Pembeli'],
    phone: ['No Telp Pembeli'],
    receiverName: ['Nama Penerima'],
    receiverPhone: ['No Telp Penerima'],
    province: ['Provinsi'],
    city: ['Kota'],
    address: ['Alamat Pengiriman'],
    shipping: ['Total Biaya Pengiriman (IDR)'],
    coupon: ['Kode Kupon Toko Yang Digunakan'],
    sku: ['Nomor SKU'],
    item: ['Nama Produk'],
    variant: ['Tipe Produk'],
    quantity: ['Jumlah Produk Dibeli'],
    unitPrice: ['Harga Jual (IDR)'],
  },
  never: ['Nama Kurir'],
  agree: ['status', 'placedAt'],
  decimal: 'comma',
};

export const tokopedia: Platform = {
  name: 'tokopedia',
  title: 'Tokopedia',
  timeZone: 'Asia/Jakarta',
  currency: 'IDR',
  country: 'ID',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      '*selesai*': { ...paid, fulfilment: 'completed' },
      '*batal*': { cancellation: 'cancelled' },
      '*siapdikirim*': waiting,
      '*dikirim*': { ...paid, fulfilment: 'shipped' },
      '*sedangdiproses*': waiting,
      '*pesananbaru*': waiting,
    },
  },
  layouts: [orders],
};
