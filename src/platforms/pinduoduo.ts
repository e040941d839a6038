/**
 * Pinduoduo, order export: a row per order of one product, tabs in text and blank date cells. Headers
 * of 2020, with a receiver, and of 2025–2026, without; sellers choose columns and their order.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const requested = { refund: 'requested', assumed: true } as const;

const orders: Layout = {
  platform: 'pinduoduo',
  name: 'orders',
  evidence: 'code',
  requires: ['订单号', '订单状态', '用户实付金额(元)'],
  requiresOne: [
    '商家编码-规格维度',
    '商家编码-SKU维度',
    '商家编码-商品维度',
    '多多支付立减金额(元)',
    '平台优惠折扣(元)',
  ],
  grain: 'order',
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['订单成交时间', '拼单成功时间', '支付时间'],
    status: ['订单状态'],
    refund: ['售后状态'],
    phone: ['用户购买手机号'],
    receiverName: ['收货人'],
    receiverPhone: ['手机'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    address: ['街道/镇', '街道'],
    total: ['用户实付金额(元)'],
    discount: ['店铺优惠折扣(元)'],
    shipping: ['邮费(元)'],
    sku: ['商家编码-规格维度', '商家编码-SKU维度', '商家编码-商品维度', '样式ID'],
    item: ['商品'],
    variant: ['商品规格'],
    quantity: ['商品数量(件)'],
    lineTotal: ['商品总价(元)'],
  },
  never: ['身份证姓名', '身份证号码', '配送员手机号'],
  agree: ['total', 'status', 'placedAt'],
  // 260517-607198974342268: where the time is blank, the day is in the number.
  dayInNumber: /^(\d\d)(\d\d)(\d\d)-\d{15}$/,
  decimal: 'point',
  dates: 'ymd',
};

export const pinduoduo: Platform = {
  name: 'pinduoduo',
  title: 'Pinduoduo',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      待支付: { payment: 'unpaid' },
      待发货: { ...paid, fulfilment: 'unshipped', assumed: true },
      '已发货,待签收': { ...paid, fulfilment: 'shipped' },
      '已发货,待收货': { ...paid, fulfilment: 'shipped', assumed: true },
      已签收: { ...paid, fulfilment: 'completed' },
      已收货: { ...paid, fulfilment: 'completed' },
      已取消: { cancellation: 'cancelled' },
      '已取消,退款成功': { ...paid, cancellation: 'cancelled', refund: 'full' },
      '未发货,退款成功': { ...paid, fulfilment: 'unshipped', refund: 'full' },
      '已发货,退款成功': { ...paid, fulfilment: 'shipped', refund: 'full' },
      退款成功: { ...paid, refund: 'full' },
    },
    refund: {
      无售后或售后取消: { refund: 'none' },
      退款成功: { refund: 'full' },
      待商家处理: requested,
      退款中: requested,
      售后处理中: requested,
    },
  },
  layouts: [orders],
};
