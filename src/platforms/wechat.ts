/**
 * WeChat shop (视频号小店, 微信小店), order export: a row per item, order values on each. Headers of 2026
 * and before; brackets are full or half width, and 订单实付支付金额 is the platform's own slip.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'wechat',
  name: 'orders',
  evidence: 'code',
  requires: ['订单号', '订单状态', '商品编码(平台)', '商品数量'],
  requiresOne: ['订单实际支付金额', '订单实付支付金额'],
  grain: 'line',
  sums: ['refunded'],
  lineStates: ['fulfilment', 'refund'],
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['订单下单时间', '下单时间'],
    status: ['订单状态'],
    fulfilment: ['商品发货'],
    refund: ['商品售后'],
    receiverName: ['收件人姓名'],
    receiverPhone: ['收件人手机'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    address: ['收件人地址'],
    total: ['订单实际支付金额', '订单实付支付金额'],
    refunded: ['商品已退款金额'],
    shipping: ['订单运费'],
    sku: ['SKU编码(自定义)', '商品编码(自定义)', '商品编码(平台)'],
    item: ['商品名称'],
    variant: ['商品属性'],
    quantity: ['商品数量'],
    unitPrice: ['商品实际价格(单件)', '商品价格(单件)', '商品价格'],
    lineTotal: ['商品实际价格(总共)'],
  },
  repeats: ['订单下单时间'],
  never: ['带货账号昵称', '带货人昵称'],
  agree: ['total', 'status', 'placedAt'],
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

export const wechat: Platform = {
  name: 'wechat',
  title: 'WeChat shop',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      已付款: paid,
      待付款: { payment: 'unpaid', assumed: true },
      待发货: { ...waiting, assumed: true },
      部分发货: { ...paid, fulfilment: 'partly', assumed: true },
      待收货: { ...paid, fulfilment: 'shipped', assumed: true },
      完成: { ...paid, fulfilment: 'completed', assumed: true },
      订单取消: { cancellation: 'cancelled', assumed: true },
    },
    fulfilment: { 未发货: { fulfilment: 'unshipped' }, 已发货: { fulfilment: 'shipped' } },
    refund: { 用户取消申请: { refund: 'none' } },
  },
  layouts: [orders],
};
