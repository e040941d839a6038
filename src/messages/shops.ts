/** Sentences of shops set up by hand. */
import type { Advice } from './file-problems.ts';

export const en = {
  added: (shop: string, zone: string, currency: string) =>
    `${shop} set up: ${zone}, ${currency}; its files need --shop alone`,
  same: (shop: string, _zone: string, _currency: string) => `${shop} is set up like this already; nothing changed`,
  differs: (shop: string, setting: string, known: string, told: string): Advice => [
    `the shop "${shop}" is set up already, with ${setting} ${known === '' ? 'not told' : known}, not ${told}`,
    'to set it up otherwise: regulars shops edit',
  ],
  tell: {
    timezone: 'say it with --timezone, for example Asia/Shanghai',
    currency: 'say it with --currency, for example CNY',
  },
  hasOrders: (shop: string, orders: number): Advice => [
    `${shop} has ${orders} ${orders === 1 ? 'order' : 'orders'}, whose amounts are in its currency`,
    'take its imports back first: regulars imports list, regulars imports undo N',
  ],
};

export const zh: typeof en = {
  added: (shop, zone, currency) => `已设置店铺 ${shop}：${zone}，${currency}；导入它的文件只需 --shop`,
  same: (shop) => `店铺 ${shop} 已经是这样设置的，没有改动`,
  differs: (shop, setting, known, told) => [
    `店铺“${shop}”已设置过，${setting} 为 ${known === '' ? '（未填）' : known}，不是 ${told}`,
    '如需修改：regulars shops edit',
  ],
  tell: {
    timezone: '用 --timezone 说明，例如 Asia/Shanghai',
    currency: '用 --currency 说明，例如 CNY',
  },
  hasOrders: (shop, orders) => [
    `${shop} 有 ${orders} 个订单，金额都按它的货币记录`,
    '请先撤销它的导入：regulars imports list，regulars imports undo N',
  ],
};
