/**
 * Xiaohongshu (小红书千帆), order export: a row per SKU, whose amounts add up. 用户编号 is the buyer; the
 * masked receiver never is.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;
const sent = { ...paid, fulfilment: 'shipped' } as const;
const done = { ...paid, fulfilment: 'completed' } as const;
const requested = { ...paid, refund: 'requested' } as const;

const orders: Layout = {
  platform: 'xiaohongshu',
  name: 'orders',
  evidence: 'code',
  requires: ['订单号', '订单状态', 'SKU件数', '用户应付金额(元)'],
  grain: 'line',
  sums: ['total'],
  lineStates: ['status', 'refund'],
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['订单创建时间', '支付时间'],
    status: ['订单状态'],
    refund: ['售后状态'],
    shop: ['店铺名称'],
    account: ['用户编号'],
    receiverName: ['收件人姓名'],
    receiverPhone: ['收件人电话'],
    province: ['省'],
    city: ['市'],
    district: ['区'],
    address: ['收件人地址'],
    total: ['用户应付金额(元)'],
    sku: ['商家编码', '规格ID'],
    item: ['商品名称', 'SKU名称'],
    variant: ['SKU规格'],
    quantity: ['SKU件数'],
    lineTotal: ['商品总价(元)'],
  },
  never: [
    '达人ID',
    '达人名称',
    '订购人身份证姓名/ID Name',
    '订购人身份证号/ID Number',
    '收件人身份证姓名',
    '收件人身份证号',
    '供应商名称',
  ],
  agree: ['placedAt', 'account'],
  decimal: 'point',
  dates: 'ymd',
};

export const xiaohongshu: Platform = {
  name: 'xiaohongshu',
  title: 'Xiaohongshu',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      待付款: { payment: 'unpaid' },
      待配货: waiting,
      配货中: waiting,
      待发货: waiting,
      已发货: sent,
      运输中: sent,
      待收货: sent,
      已签收: done,
      已完成: done,
      交易成功: done,
      已取消: { cancellation: 'cancelled' },
      已关闭: { cancellation: 'cancelled' },
      交易关闭: { cancellation: 'cancelled' },
    },
    refund: {
      售后处理中: requested,
      售后中: requested,
      待审核: requested,
      待寄回: requested,
      待商家收货: requested,
      退款成功: { ...paid, refund: 'full' },
      售后完成: { ...paid, refund: 'full', assumed: true },
      售后关闭: { refund: 'none' },
      售后取消: { refund: 'none' },
      已拒绝: { refund: 'none' },
    },
  },
  layouts: [orders],
};
