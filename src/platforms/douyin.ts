/**
 * Douyin (抖店), order export: CSV in UTF-8, tabs before identifiers, `-` for blank, receivers as
 * ciphertext. A row per sub-order, whose amounts add up and whose states are its own; or a row per
 * order, its items joined with `;`. Sellers choose the columns.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const requested = { ...paid, refund: 'requested' } as const;
const refunded = { ...paid, refund: 'full' } as const;

const columns = {
  orderNumber: ['主订单编号'],
  placedAt: ['订单提交时间'],
  status: ['订单状态'],
  refund: ['售后状态'],
  receiverName: ['收件人'],
  receiverPhone: ['收件人手机号'],
  province: ['省'],
  city: ['市'],
  district: ['区'],
  address: ['详细地址'],
  total: ['订单应付金额'],
  shipping: ['运费'],
  sku: ['商家编码'],
  item: ['选购商品'],
  variant: ['商品规格'],
  quantity: ['商品数量'],
} as const;

const common = {
  platform: 'douyin',
  evidence: 'code',
  never: ['达人ID', '达人昵称'],
  agree: ['placedAt'],
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
} as const;

const subOrders: Layout = {
  ...common,
  name: 'sub-orders',
  requires: ['主订单编号', '子订单编号', '选购商品', '订单应付金额', '订单状态'],
  grain: 'line',
  sums: ['total'],
  lineStates: ['status', 'refund'],
  columns: { ...columns, lineId: ['子订单编号'], unitPrice: ['商品单价', '商品金额'] },
};

const orders: Layout = {
  ...common,
  name: 'orders',
  requires: ['主订单编号', '选购商品', '订单应付金额', '订单状态'],
  lacks: ['子订单编号'],
  grain: 'order',
  items: { kind: 'parallel', between: ';' },
  columns,
};

export const douyin: Platform = {
  name: 'douyin',
  title: 'Douyin',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  exportedAt: { name: /^(1\d{9})_/, as: 'seconds' },
  states: {
    status: {
      待支付: { payment: 'unpaid' },
      备货中: { ...paid, fulfilment: 'unshipped' },
      待发货: { ...paid, fulfilment: 'unshipped' },
      已发货: { ...paid, fulfilment: 'shipped' },
      已完成: { ...paid, fulfilment: 'completed' },
      已关闭: { cancellation: 'cancelled' },
    },
    refund: {
      售后中: requested,
      售后待处理: requested,
      待商家处理: requested,
      待商家收货: requested,
      待收退货: requested,
      待退货: requested,
      '待买家退货*': requested,
      退款中: requested,
      '同意退款,退款失败': requested,
      退款成功: refunded,
      已全额退款: refunded,
      '同意退款,退款成功': refunded,
      售后关闭: { refund: 'none' },
    },
  },
  layouts: [subOrders, orders],
};
