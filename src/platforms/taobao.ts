/**
 * Taobao and Tmall. Classic: order report (订单报表, `ExportOrderList*.csv`), a row per order, GB18030,
 * identifiers as `="…"`, headers of 2012, 2017, 2018 and 2019–2020; item report (宝贝报表), which says
 * neither when nor for how much an order was. 千牛: order report, and sub-order report, which can stand
 * alone.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;

const orders: Layout = {
  platform: 'taobao',
  name: 'order report',
  evidence: 'file',
  requires: ['订单编号', '买家会员名', '订单状态', '订单创建时间'],
  requiresOne: ['买家实际支付金额', '买家实付金额'],
  grain: 'order',
  columns: {
    orderNumber: ['订单编号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    refund: ['退款状态'],
    shop: ['店铺名称'],
    account: ['买家会员名'],
    // An e-mail or a mobile; it survives a change of the member name.
    email: ['买家支付宝账号'],
    receiverName: ['收货人姓名'],
    receiverPhone: ['联系手机', '联系电话'],
    address: ['收货地址'],
    total: ['总金额'],
    paid: ['买家实际支付金额', '买家实付金额'],
    refunded: ['退款金额'],
    shipping: ['买家应付邮费'],
    item: ['宝贝标题', '商品标题'],
    lineCount: ['宝贝种类'],
    units: ['宝贝总数量'],
  },
  agree: ['total', 'paid', 'status', 'account', 'placedAt'],
  chineseAddress: true,
  items: { kind: 'titles', between: '，' },
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

const items: Layout = {
  platform: 'taobao',
  name: 'item report',
  evidence: 'file',
  requires: ['订单编号', '标题', '价格', '购买数量', '商品属性'],
  grain: 'line',
  part: 'items',
  columns: {
    orderNumber: ['订单编号'],
    sku: ['商家编码', '外部系统编号'],
    item: ['标题'],
    variant: ['商品属性'],
    quantity: ['购买数量'],
    unitPrice: ['价格'],
  },
  agree: [],
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

/** 千牛 since about 2022: no buyer, and in most files no status. */
const newOrders: Layout = {
  platform: 'taobao',
  name: 'new order report',
  evidence: 'code',
  requires: ['订单编号', '买家应付货款', '总金额', '订单创建时间', '商品标题'],
  lacks: ['买家会员名', '子订单编号'],
  grain: 'order',
  columns: {
    orderNumber: ['订单编号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    // A time, and blank while it is not paid.
    payment: ['订单付款时间'],
    receiver: ['收货地址'],
    total: ['总金额'],
    paid: ['买家实付金额'],
    refunded: ['退款金额'],
    shipping: ['买家应付邮费'],
    item: ['商品标题'],
    variant: ['商品属性SKU'],
  },
  agree: ['total', 'paid', 'status', 'placedAt'],
  chineseAddress: true,
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

const newItems: Layout = {
  platform: 'taobao',
  name: 'sub-order report',
  evidence: 'code',
  requires: ['子订单编号', '主订单编号', '买家应付货款', '订单状态'],
  requiresOne: ['商品标题', '标题'],
  grain: 'line',
  part: 'lines',
  sums: ['total', 'paid', 'refunded'],
  lineStates: ['status', 'refund'],
  columns: {
    orderNumber: ['主订单编号'],
    lineId: ['子订单编号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    refund: ['退款状态'],
    total: ['买家应付货款'],
    paid: ['买家实付金额'],
    refunded: ['退款金额'],
    sku: ['商家编码', '外部系统编号'],
    item: ['商品标题', '标题'],
    variant: ['商品属性'],
    quantity: ['购买数量'],
    unitPrice: ['商品价格', '价格'],
  },
  agree: ['placedAt'],
  decimal: 'point',
  dates: 'ymd',
  orderNumberDigits: 15,
};

export const taobao: Platform = {
  name: 'taobao',
  title: 'Taobao',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  exportedAt: { name: /^ExportOrder(?:Detail)?List(20\d{10})\D/, as: 'wall' },
  states: {
    status: {
      等待买家付款: { payment: 'unpaid' },
      '买家已付款,等待卖家发货': { ...paid, fulfilment: 'unshipped' },
      买家已付款: { ...paid, fulfilment: 'unshipped' },
      卖家部分发货: { ...paid, fulfilment: 'partly', assumed: true },
      '卖家已发货,等待买家确认': { ...paid, fulfilment: 'shipped' },
      卖家已发货: { ...paid, fulfilment: 'shipped' },
      等待买家确认: { ...paid, fulfilment: 'shipped' },
      交易成功: { ...paid, fulfilment: 'completed' },
      '买家已签收(货到付款)': { ...paid, fulfilment: 'completed', assumed: true },
      交易关闭: { cancellation: 'cancelled' },
    },
    payment: { '*': paid, '': { payment: 'unpaid' } },
    refund: {
      买家已经申请退款: { refund: 'requested' },
      卖家拒绝退款: { refund: 'none' },
      // Of some or all of it: the amount beside it says.
      退款成功: { refund: 'partial' },
      没有申请退款: { refund: 'none' },
      无退款申请: { refund: 'none' },
      退款关闭: { refund: 'none' },
    },
  },
  layouts: [orders, items, newOrders, newItems],
  others: [
    { what: 'settlement', evidence: 'code', requires: ['主订单id', '入账类型', '收入金额(元)', '支出金额(元)'] },
  ],
};
