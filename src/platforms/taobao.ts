/**
 * Taobao and Tmall, the classic order report (订单报表, `ExportOrderList*.csv`): one row per order,
 * GB18030, identifiers as `="…"`. Header families of 2012, 2017, 2018 and 2019–2020.
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

export const taobao: Platform = {
  name: 'taobao',
  title: 'Taobao',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  accountScope: 'marketplace',
  marketingChannels: [],
  exportedAt: { name: /^ExportOrderList(20\d{10})\D/, as: 'wall' },
  states: {
    status: {
      等待买家付款: { payment: 'unpaid' },
      '买家已付款,等待卖家发货': { ...paid, fulfilment: 'unshipped' },
      买家已付款: { ...paid, fulfilment: 'unshipped' },
      卖家部分发货: { ...paid, fulfilment: 'partly' },
      '卖家已发货,等待买家确认': { ...paid, fulfilment: 'shipped' },
      卖家已发货: { ...paid, fulfilment: 'shipped' },
      等待买家确认: { ...paid, fulfilment: 'shipped' },
      交易成功: { ...paid, fulfilment: 'completed' },
      交易关闭: { cancellation: 'cancelled' },
    },
    refund: {
      退款成功: { refund: 'full' },
      没有申请退款: { refund: 'none' },
      无退款申请: { refund: 'none' },
      退款关闭: { refund: 'none' },
    },
  },
  layouts: [orders],
};
