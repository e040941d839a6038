/**
 * Kuaishou (快手小店), order export: workbooks of many sheets under one header, or CSV; a row per order
 * of one product, `¥1,299.90` and several signs for blank.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'kuaishou',
  name: 'orders',
  evidence: 'code',
  requires: ['订单号', '订单状态', '成交数量', '实付款', '订单创建时间'],
  grain: 'order',
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    refund: ['售后状态'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['收货人电话'],
    province: ['收货地址-省'],
    city: ['收货地址-市'],
    district: ['收货地址-区'],
    address: ['收货地址'],
    total: ['实付款'],
    discount: ['店铺优惠'],
    shipping: ['快递费'],
    sku: ['SKU编码'],
    item: ['商品名称'],
    variant: ['商品规格'],
    quantity: ['成交数量'],
    unitPrice: ['商品单价'],
  },
  never: [
    'CPS达人ID',
    'CPS达人昵称',
    '团长ID',
    '团长昵称',
    '快赚客ID',
    '快赚客昵称',
    '授权推广者ID',
    '授权推广者昵称',
    '实名姓名',
  ],
  agree: ['total', 'status', 'placedAt'],
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

export const kuaishou: Platform = {
  name: 'kuaishou',
  title: 'Kuaishou',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      待付款: { payment: 'unpaid' },
      待发货: { ...paid, fulfilment: 'unshipped' },
      已发货: { ...paid, fulfilment: 'shipped' },
      已收货: { ...paid, fulfilment: 'completed' },
      交易成功: { ...paid, fulfilment: 'completed' },
      // Without a refund it was never paid.
      交易关闭: { cancellation: 'cancelled' },
    },
    refund: {
      售后处理中: { ...paid, refund: 'requested' },
      退款成功: { ...paid, refund: 'full' },
      售后失败: { refund: 'none' },
      售后关闭: { refund: 'none' },
    },
  },
  layouts: [orders],
};
