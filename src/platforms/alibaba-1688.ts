/**
 * 1688, the seller's order report (`<epoch ms>_<id>.xls`): a row per item, order cells merged over the
 * rows of an order, and blank below where the workbook was saved as text. Headers of 2020 (logistics in
 * one column) and 2024.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: '1688',
  name: 'order report',
  evidence: 'file',
  requires: ['订单编号', '买家会员名', '货品标题', 'Offer ID'],
  grain: 'line',
  numberOnce: true,
  columns: {
    orderNumber: ['订单编号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    account: ['买家会员名'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['联系手机', '联系电话'],
    postcode: ['邮编'],
    address: ['收货地址'],
    total: ['实付款(元)'],
    subtotal: ['货品总价(元)'],
    shipping: ['运费(元)'],
    sku: ['单品货号', '货号', 'SKU ID'],
    item: ['货品标题'],
    quantity: ['数量'],
    unitPrice: ['单价(元)'],
  },
  never: [
    '卖家公司名',
    '卖家会员名',
    '代理商姓名',
    '代理商联系方式',
    '发起人登录名',
    '业务员昵称',
    '发票：购货单位名称',
  ],
  agree: ['total', 'status', 'account', 'placedAt'],
  chineseAddress: true,
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

export const alibaba1688: Platform = {
  name: '1688',
  title: '1688',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  exportedAt: { name: /^(1\d{12})_\d+/, as: 'milliseconds' },
  states: {
    status: {
      等待买家付款: { payment: 'unpaid', assumed: true },
      等待卖家确认: { payment: 'unpaid', assumed: true },
      等待卖家发货: { ...paid, fulfilment: 'unshipped' },
      等待买家确认收货: { ...paid, fulfilment: 'shipped', assumed: true },
      交易成功: { ...paid, fulfilment: 'completed', assumed: true },
      退款中: { ...paid, refund: 'requested' },
      交易关闭: { cancellation: 'cancelled' },
    },
  },
  layouts: [orders],
};
