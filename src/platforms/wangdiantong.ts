/**
 * 旺店通 (an ERP), order details: a row per item, the order's money on each, orders of several platforms
 * in one file under these platforms' own shops and numbers. Names of 2018 and 2023.
 */
import { GATHERED } from './gathered-platforms.ts';
import type { Layout, Platform } from './layout.ts';

const waiting = { payment: 'paid', fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'wangdiantong',
  name: 'order details',
  evidence: 'code',
  requires: ['订单编号', '客户网名', '货品名称'],
  requiresOne: ['子单原始单号', '原始单号', '原始子单号'],
  grain: 'line',
  // Orders are split, and the parts go their own ways.
  lineStates: ['status'],
  columns: {
    orderNumber: ['原始单号', '子单原始单号'],
    placedAt: ['交易时间'],
    status: ['订单状态'],
    shop: ['店铺', '店铺名称'],
    soldOn: ['订单来源'],
    account: ['客户网名'],
    receiverName: ['收件人'],
    receiverPhone: ['收件人手机', '手机', '收件人电话', '电话'],
    postcode: ['邮编'],
    address: ['收货地区', '省市县'],
    address2: ['收货地址', '地址'],
    total: ['应收金额'],
    paid: ['订单支付金额', '已付'],
    discount: ['订单总优惠'],
    shipping: ['邮费'],
    sku: ['商家编码', '货品编号'],
    item: ['货品名称'],
    variant: ['规格名称'],
    quantity: ['下单数量', '实发数量'],
    unitPrice: ['成交价'],
    lineTotal: ['分摊后总价'],
  },
  never: ['业务员', '审核人', '分销商', '发票抬头'],
  agree: ['account'],
  chineseAddress: true,
  decimal: 'point',
  dates: 'ymd',
};

export const wangdiantong: Platform = {
  name: 'wangdiantong',
  title: '旺店通',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'shop',
  marketingChannels: [],
  gathers: GATHERED,
  states: {
    status: {
      待客审: waiting,
      待财审: waiting,
      已审核: waiting,
      已发货: { payment: 'paid', fulfilment: 'shipped' },
      已完成: { payment: 'paid', fulfilment: 'completed' },
      已取消: { cancellation: 'cancelled' },
    },
  },
  layouts: [orders],
};
