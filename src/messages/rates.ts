/** Sentences of exchange rates. */
import type { RefusedRate } from '../rates/read-rates.ts';
import type { Advice } from './file-problems.ts';

export const en = {
  noHeader: (file: string): Advice => [
    `${file}: a table of rates has the columns currency, day and rate, and target where it is not the reporting currency`,
    'name them so, or say which is which: --map rate=Header',
  ],
  imported: (added: number, replaced: number, unchanged: number, refused: number) =>
    `rates: ${added} new, ${replaced} replaced, ${unchanged} unchanged, ${refused} refused`,
  replaced: (currency: string, target: string, day: string, before: string, now: string) =>
    `${currency} to ${target} from ${day}: ${before} → ${now}`,
  notUsed: (count: number, reporting: string) =>
    `${count} of them ${count === 1 ? 'is' : 'are'} not to ${reporting}, the reporting currency, and not used: regulars config set reporting_currency`,
  refusals: {
    bad_currency: 'this is not a currency code such as CNY or USD',
    same_currency: 'a currency has no rate to itself',
    bad_day: 'this is not a day',
    bad_rate: 'this is not a rate: a decimal number above 0, such as 7.1045',
    absurd_rate: 'no currency is worth so much or so little of another: 0.000000001 to 1000000000',
    said_twice: 'an earlier row gives another rate for the same day',
  } satisfies Record<RefusedRate['reason'], string> as Readonly<Record<RefusedRate['reason'], string>>,
  converted: (orders: number, currency: string, target: string, rate: string, day: string) =>
    `${orders} counting ${orders === 1 ? 'order' : 'orders'} in ${currency} converted, each at the rate of its day; the latest: 1 ${currency} = ${rate} ${target} since ${day}`,
};

export const zh: typeof en = {
  noHeader: (file) => [
    `${file}：汇率表需有币种、日期、汇率三列；目标货币不是统计货币时，再加目标币种`,
    '请这样命名列，或指明：--map rate=列名',
  ],
  imported: (added, replaced, unchanged, refused) =>
    `汇率：新增 ${added}，替换 ${replaced}，未变 ${unchanged}，拒收 ${refused}`,
  replaced: (currency, target, day, before, now) => `${currency} 兑 ${target}，自 ${day} 起：${before} → ${now}`,
  notUsed: (count, reporting) =>
    `其中 ${count} 个不是兑统计货币 ${reporting} 的，不会使用：regulars config set reporting_currency`,
  refusals: {
    bad_currency: '这不是货币代码（如 CNY、USD）',
    same_currency: '货币对自身没有汇率',
    bad_day: '这不是日期',
    bad_rate: '这不是汇率：应为大于 0 的小数，如 7.1045',
    absurd_rate: '没有货币之间的汇率如此悬殊：应在 0.000000001 到 1000000000 之间',
    said_twice: '前面的行给了同一天另一个汇率',
  },
  converted: (orders, currency, target, rate, day) =>
    `${orders} 个计入统计的 ${currency} 订单已按下单日汇率换算；最近的汇率：1 ${currency} = ${rate} ${target}，自 ${day} 起`,
};
