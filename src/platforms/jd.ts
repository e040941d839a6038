/**
 * JD (京东商家后台), order report: GB18030, a row per item, the order's amounts on each. Header of
 * 2015, with columns added at the end since.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const waiting = { ...paid, fulfilment: 'unshipped' } as const;

const orders: Layout = {
  platform: 'jd',
  name: 'order report',
  evidence: 'file',
  requires: ['订单号', '下单帐号', '京东价', '订单状态', '下单时间'],
  grain: 'line',
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['下单时间'],
    status: ['订单状态'],
    shop: ['店铺名称'],
    account: ['下单帐号'],
    receiverName: ['客户姓名'],
    receiverPhone: ['联系电话'],
    address: ['客户地址'],
    total: ['订单金额'],
    // What the customer paid, discounts off.
    paid: ['应付金额'],
    shipping: ['运费金额'],
    sku: ['商家SKUID', '货号', '商品ID'],
    item: ['商品名称'],
    quantity: ['订购数量'],
    unitPrice: ['京东价'],
  },
  never: ['发票抬头'],
  agree: ['total', 'paid', 'status', 'account', 'placedAt'],
  chineseAddress: true,
  decimal: 'point',
  dates: 'ymd',
};

export const jd: Platform = {
  name: 'jd',
  title: 'JD',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  states: {
    status: {
      等待付款: { payment: 'unpaid' },
      等待付款确认: { payment: 'unpaid' },
      延迟付款确认: { payment: 'unpaid' },
      未付款: { payment: 'unpaid' },
      调度中: waiting,
      等待出库: waiting,
      锁定: waiting,
      锁定订单: waiting,
      '(锁定)等待出库': waiting,
      暂停: waiting,
      暂停订单: waiting,
      等待确认收货: { ...paid, fulfilment: 'shipped' },
      完成: { ...paid, fulfilment: 'completed' },
      已完成: { ...paid, fulfilment: 'completed' },
      已取消: { cancellation: 'cancelled' },
      // Cancelled, refunded, or split into other orders.
      '(删除)*': { cancellation: 'cancelled' },
    },
  },
  layouts: [orders],
};
