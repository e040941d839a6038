/**
 * Shopee, `Order.*.xlsx`: a row per item, order values on each. English (Malaysia, Singapore and, with
 * the currency in the labels, the Philippines), Indonesian with points between thousands, Taiwan, Thai.
 * Any return or refund status counts as a refund. Taiwan's files come encrypted.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;
const sent = { ...paid, fulfilment: 'shipped' } as const;
const done = { ...paid, fulfilment: 'completed' } as const;
const cancelled = { cancellation: 'cancelled' } as const;

const common = {
  platform: 'shopee',
  evidence: 'code',
  grain: 'line',
  agree: ['total', 'status', 'account', 'placedAt'],
  dates: 'ymd',
} as const;

const english: Layout = {
  ...common,
  name: 'orders, English',
  requires: ['Order ID', 'Order Status', 'Username (Buyer)', 'Order Creation Date'],
  currencyInHeader: true,
  columns: {
    orderNumber: ['Order ID'],
    placedAt: ['Order Creation Date'],
    status: ['Order Status'],
    refund: ['Return / Refund Status'],
    account: ['Username (Buyer)'],
    receiverName: ['Receiver Name'],
    receiverPhone: ['Phone Number'],
    country: ['Country'],
    province: ['Province'],
    city: ['City'],
    district: ['District'],
    postcode: ['Zip Code'],
    address: ['Delivery Address'],
    total: ['Total Amount', "Products' Price Paid by Buyer (*)", 'Grand Total'],
    discount: ['Total Discount(*)'],
    shipping: ['Buyer Paid Shipping Fee'],
    coupon: ['Voucher Code'],
    sku: ['SKU Reference No.', 'Parent SKU Reference No.'],
    item: ['Product Name'],
    variant: ['Variation Name'],
    quantity: ['Quantity'],
    unitPrice: ['Deal Price'],
  },
  decimal: 'point',
};

const indonesian: Layout = {
  ...common,
  name: 'orders, Indonesian',
  settles: { timeZone: 'Asia/Jakarta', currency: 'IDR', country: 'ID' },
  requires: ['No. Pesanan', 'Status Pesanan', 'Username (Pembeli)', 'Waktu Pesanan Dibuat'],
  columns: {
    orderNumber: ['No. Pesanan'],
    placedAt: ['Waktu Pesanan Dibuat'],
    status: ['Status Pesanan'],
    refund: ['Status Pembatalan/ Pengembalian'],
    account: ['Username (Pembeli)'],
    receiverName: ['Nama Penerima'],
    receiverPhone: ['No. Telepon'],
    province: ['Provinsi'],
    city: ['Kota/Kabupaten'],
    address: ['Alamat Pengiriman'],
    total: ['Total Pembayaran'],
    shipping: ['Ongkos Kirim Dibayar oleh Pembeli'],
    sku: ['Nomor Referensi SKU', 'SKU Induk'],
    item: ['Nama Produk'],
    variant: ['Nama Variasi'],
    quantity: ['Jumlah'],
    unitPrice: ['Harga Setelah Diskon'],
  },
  // 25.000 is twenty-five thousand.
  decimal: 'comma',
};

const taiwan: Layout = {
  ...common,
  name: 'orders, Taiwan',
  settles: { timeZone: 'Asia/Taipei', currency: 'TWD', country: 'TW' },
  requires: ['訂單編號', '訂單狀態', '買家帳號', '訂單成立日期'],
  columns: {
    orderNumber: ['訂單編號'],
    placedAt: ['訂單成立日期'],
    status: ['訂單狀態'],
    refund: ['退貨 / 退款狀態'],
    account: ['買家帳號'],
    receiverName: ['收件者姓名'],
    receiverPhone: ['收件者電話'],
    city: ['城市'],
    district: ['行政區'],
    postcode: ['郵遞區號'],
    address: ['收件地址'],
    total: ['買家總支付金額'],
    shipping: ['買家支付運費'],
    coupon: ['優惠代碼'],
    sku: ['商品選項貨號', '主商品貨號'],
    item: ['商品名稱'],
    variant: ['商品選項名稱'],
    quantity: ['數量'],
    unitPrice: ['商品活動價格', '商品原價'],
  },
  decimal: 'point',
};

const thai: Layout = {
  ...common,
  name: 'orders, Thai',
  settles: { timeZone: 'Asia/Bangkok', currency: 'THB', country: 'TH' },
  requires: ['หมายเลขคำสั่งซื้อ', 'สถานะการสั่งซื้อ', 'ชื่อผู้ใช้ (ผู้ซื้อ)', 'วันที่ทำการสั่งซื้อ'],
  columns: {
    orderNumber: ['หมายเลขคำสั่งซื้อ'],
    placedAt: ['วันที่ทำการสั่งซื้อ'],
    status: ['สถานะการสั่งซื้อ'],
    account: ['ชื่อผู้ใช้ (ผู้ซื้อ)'],
    receiverName: ['ชื่อผู้รับ'],
    receiverPhone: ['หมายเลขโทรศัพท์'],
    province: ['จังหวัด'],
    district: ['เขต/อำเภอ'],
    total: ['จำนวนเงินทั้งหมด'],
    sku: ['เลขอ้างอิง SKU (SKU Reference No.)'],
    item: ['ชื่อสินค้า'],
    variant: ['ชื่อตัวเลือก'],
    quantity: ['จำนวน'],
    unitPrice: ['ราคาขาย'],
  },
  repeats: ['จังหวัด', 'เขต/อำเภอ'],
  decimal: 'point',
};

export const shopee: Platform = {
  name: 'shopee',
  title: 'Shopee',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      completed: done,
      selesai: done,
      สำเร็จแล้ว: done,
      完成: done,
      cancelled: cancelled,
      batal: cancelled,
      ยกเลิกแล้ว: cancelled,
      不成立: cancelled,
      toship: { ...waiting, assumed: true },
      perludikirim: waiting,
      ที่ต้องจัดส่ง: waiting,
      ready_to_ship: waiting,
      processed: waiting,
      shipping: { ...sent, assumed: true },
      dikirim: sent,
      shipped: sent,
      unpaid: { payment: 'unpaid' },
      belumbayar: { payment: 'unpaid' },
      to_return: { ...paid, refund: 'requested' },
    },
    // Of an order that was paid for; a cancelled or unpaid one stays what it is.
    refund: { '*': { refund: 'full' } },
  },
  layouts: [english, indonesian, taiwan, thai],
};
