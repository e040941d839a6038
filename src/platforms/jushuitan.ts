/**
 * 聚水潭 (an ERP), order and sales exports: a row per item, orders of several platforms in one file,
 * under these platforms' own shops and numbers.
 */
import { GATHERED } from './gathered-platforms.ts';
import type { Layout, Platform } from './layout.ts';

const waiting = { payment: 'paid', fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'jushuitan',
  name: 'orders',
  evidence: 'code',
  requires: ['内部订单号', '线上订单号', '商品编码'],
  requiresOne: ['店铺名称', '店铺'],
  grain: 'line',
  lineStates: ['status'],
  columns: {
    // Split and merged orders are renumbered; the original number stays.
    orderNumber: ['原始线上订单号', '线上订单号'],
    placedAt: ['下单时间', '订单日期'],
    status: ['状态', '订单状态'],
    shop: ['店铺名称', '店铺'],
    soldOn: ['平台站点'],
    account: ['买家账号'],
    receiverName: ['收货人'],
    province: ['省'],
    city: ['市'],
    district: ['区县'],
    total: ['应付金额'],
    paid: ['已付金额'],
    sku: ['商品编码'],
    item: ['商品名称', '商品简称'],
    quantity: ['数量', '销售数量'],
    unitPrice: ['商品单价'],
    lineTotal: ['商品金额', '销售金额'],
  },
  agree: [],
  decimal: 'point',
  dates: 'ymd',
};

export const jushuitan: Platform = {
  name: 'jushuitan',
  title: '聚水潭',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'shop',
  marketingChannels: [],
  gathers: GATHERED,
  states: {
    status: {
      待发货: waiting,
      等通知: waiting,
      已发货: { payment: 'paid', fulfilment: 'shipped' },
      已付款待审核: { ...waiting, assumed: true },
      发货中: { ...waiting, assumed: true },
      异常: { ...waiting, assumed: true },
      取消: { cancellation: 'cancelled', assumed: true },
      // Sold, and sent under another internal number.
      被合并: { payment: 'paid', assumed: true },
      被拆分: { payment: 'paid', assumed: true },
    },
  },
  layouts: [orders],
};
