/** The exports of both shops on a day of the year, in the layout of the tea shop's own. */
import { type Cells, HEADERS, ITEMS, type Platform } from './buyers.ts';
import { addDays } from './days.ts';
import { between, oneOf } from './dice.ts';
import { changedWithin, type Order, stageOn } from './orders.ts';

export interface ExportFile {
  readonly name: string;
  readonly text: string;
  /** What follows the name on the command line. */
  readonly args: readonly string[];
  readonly orders: readonly Order[];
}

/** Every other day, in the morning. */
export function exportsOn(day: string, offset: number): ExportFile[] {
  if (offset % 2 !== 1) return [];
  const stamp = day.replaceAll('-', '');
  const file = (platform: Platform, name: string, args: readonly string[]): ExportFile[] => {
    const orders = changedWithin(platform, addDays(day, -2), day);
    if (orders.length === 0) return [];
    const headers = HEADERS[platform];
    const lines = orders.map((order) => {
      const cells = CELLS[platform](order, addDays(day, -1));
      return headers.map((header) => quoted(cells[header] ?? '')).join(',');
    });
    return [
      { name, text: [headers.map(quoted).join(','), ...lines].map((line) => `${line}\n`).join(''), args, orders },
    ];
  };
  return [
    ...file('taobao', `ExportOrderList${stamp}0700.csv`, []),
    ...file('shopify', `orders_export_${stamp}.csv`, ['--shop', 'Hill & Moon Tea']),
  ];
}

const quoted = (cell: string): string => (cell.startsWith('="') ? cell : `"${cell.replaceAll('"', '""')}"`);
const clock = (of: string): string =>
  [between(8, 20, `hour ${of}`), between(0, 59, `minute ${of}`), between(0, 59, `second ${of}`)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const CELLS: Readonly<Record<Platform, (order: Order, day: string) => Cells>> = {
  taobao: onTaobao,
  shopify: onShopify,
};

function refundedBy({ refund, amount }: Order, day: string): number {
  if (!refund || refund.day > day) return 0;
  return refund.isWhole ? amount : Math.floor(amount / 3);
}

const WORDS = { paid: '买家已付款，等待卖家发货', shipped: '卖家已发货，等待买家确认', completed: '交易成功' } as const;

function onTaobao(order: Order, day: string): Cells {
  const { buyer, number, placed, amount } = order;
  const refunded = refundedBy(order, day);
  const stage = stageOn(order, day);
  const time = clock(number);
  return {
    ...buyer.cells,
    订单编号: `="${number}"`,
    买家应付货款: `${amount}.00`,
    买家应付邮费: '0.00',
    总金额: `${amount}.00`,
    买家实际支付金额: refunded === amount ? '0.00' : `${amount}.00`,
    订单状态: refunded === amount ? '交易关闭' : WORDS[stage],
    订单创建时间: `${placed} ${time}`,
    '订单付款时间 ': `${placed} ${time}`,
    '宝贝标题 ': oneOf(ITEMS.taobao, `item ${number}`),
    '宝贝种类 ': '1',
    '物流单号 ': stage === 'paid' ? '' : `SJ${number.slice(2, 14)}`,
    宝贝总数量: '1',
    订单关闭原因: refunded === amount ? '退款' : '订单未关闭',
    退款金额: `${refunded}.00`,
  };
}

function onShopify(order: Order, day: string): Cells {
  const { buyer, number, placed, amount } = order;
  const refunded = refundedBy(order, day);
  const isSent = stageOn(order, day) !== 'paid';
  // Evening in the shop's first zone is the morning before in this one.
  const at = `${placed} 0${between(0, 9, `hour ${number}`)}:${clock(number).slice(3)} -0400`;
  const item = oneOf(ITEMS.shopify, `item ${number}`);
  return {
    ...buyer.cells,
    Name: number,
    'Financial Status': refunded === amount ? 'refunded' : refunded > 0 ? 'partially_refunded' : 'paid',
    'Paid at': at,
    'Fulfillment Status': isSent ? 'fulfilled' : 'unfulfilled',
    'Fulfilled at': isSent ? `${order.shipped} 09:00:00 -0400` : '',
    Subtotal: `${amount}.00`,
    Shipping: '0.00',
    Total: `${amount}.00`,
    'Discount Code': '',
    'Discount Amount': '0.00',
    'Created at': at,
    'Lineitem quantity': '1',
    'Lineitem name': item.title,
    'Lineitem price': `${amount}.00`,
    'Lineitem sku': item.sku,
    'Lineitem fulfillment status': isSent ? 'fulfilled' : 'pending',
    'Payment Reference': `r${number.slice(1)}`,
    'Payment References': `r${number.slice(1)}`,
    'Payment ID': `r${number.slice(1)}`,
    'Cancelled at': '',
    'Refunded Amount': `${refunded}.00`,
    Id: `57000000${number.slice(1)}`,
  };
}
