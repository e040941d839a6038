/**
 * Youzan (有赞): order report, a row per order, and item report, which waits for it. The buyer is known
 * by 买家手机号. 分销员 stands twice in the header.
 */
import type { Layout, Platform } from './layout.ts';

const paid = { payment: 'paid' } as const;
const done = { ...paid, fulfilment: 'completed' } as const;

const orders: Layout = {
  platform: 'youzan',
  name: 'order report',
  evidence: 'code',
  requires: ['订单号', '订单状态', '订单创建时间', '订单实付金额'],
  requiresOne: ['收货人/提货人', '全部商品名称', '归属店铺'],
  grain: 'order',
  columns: {
    orderNumber: ['订单号'],
    placedAt: ['订单创建时间'],
    status: ['订单状态'],
    refund: ['订单退款状态'],
    shop: ['归属店铺'],
    // The number a buyer logs in with.
    account: ['买家手机号'],
    name: ['买家姓名', '买家昵称'],
    phone: ['买家手机号'],
    receiverName: ['收货人/提货人'],
    receiverPhone: ['收货人手机号/提货人手机号'],
    province: ['收货人省份'],
    city: ['收货人城市'],
    district: ['收货人地区'],
    address: ['详细收货地址/提货地址'],
    total: ['应收订单金额', '订单实付金额'],
    paid: ['订单实付金额'],
    refunded: ['订单已退款金额'],
    discount: ['店铺优惠合计'],
    shipping: ['运费'],
    item: ['全部商品名称'],
    lineCount: ['商品种类数'],
  },
  never: ['收银员', '分销员', '销售导购', '专属导购', '挂账主体', '挂账手机号', '分销员手机号'],
  agree: ['total', 'paid', 'status', 'placedAt'],
  decimal: 'point',
  dates: 'ymd',
};

const items: Layout = {
  platform: 'youzan',
  name: 'item report',
  evidence: 'code',
  requires: ['订单号', '订单商品状态', '商品名称', '商品实际成交金额'],
  grain: 'line',
  part: 'items',
  columns: {
    orderNumber: ['订单号'],
    sku: ['规格编码', '商品编码'],
    item: ['商品名称'],
    variant: ['商品规格'],
    quantity: ['商品数量'],
    unitPrice: ['商品单价'],
    lineTotal: ['商品实际成交金额'],
  },
  never: ['发货员工'],
  agree: [],
  decimal: 'point',
  dates: 'ymd',
};

/** Rows end one or two cells before the header does, and some phones are masked: who stands in it is a customer all the same. */
const customers: Layout = {
  platform: 'youzan',
  name: 'customers',
  evidence: 'code',
  requires: ['客户姓名', '客户手机号', '客户积分', '成为客户时间'],
  grain: 'customer',
  columns: {
    // The number a buyer logs in with.
    account: ['客户手机号'],
    name: ['客户姓名', '客户昵称'],
    nickname: ['客户昵称'],
    phone: ['客户手机号'],
    birthday: ['客户生日'],
    gender: ['客户性别'],
    tags: ['标签'],
    points: ['客户积分'],
    since: ['成为客户时间'],
  },
  never: ['分销员', '导购员'],
  agree: [],
  decimal: 'point',
  dates: 'ymd',
};

export const youzan: Platform = {
  name: 'youzan',
  title: 'Youzan',
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
      交易完成: done,
      交易成功: done,
      交易关闭: { cancellation: 'cancelled' },
    },
    refund: {
      退款中: { ...paid, refund: 'requested' },
      退款成功: { ...paid, refund: 'full' },
      '退款成功(全额退款)': { ...paid, refund: 'full' },
      '退款成功(部分退款)': { ...paid, refund: 'partial' },
      退款失败: { refund: 'none' },
    },
  },
  layouts: [orders, items, customers],
};
