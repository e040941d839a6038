/** What a play brought, in words. */
import type { Verdict } from '../followups/report/verdict.ts';
import { some } from './counted.ts';

export const en = {
  head: (play: string, since: string, asOf: string) => `${play}  ${since} to ${asOf}`,
  labels: {
    planned: 'planned',
    settled: 'settled',
    contacted: 'contacted',
    heldOut: 'held out',
    difference: 'difference',
    means: 'means',
  },
  planned: (count: number) => `${count} now waiting for their day`,
  group: (people: number, bought: number, share: string, net: string, days: number) =>
    people === 0
      ? 'nobody yet whose days are over'
      : `${some(people, 'customer')}; ${bought} bought within ${days} days (${share}), for ${net}`,
  withoutRate: (count: number) =>
    `${some(count, 'order')} in other currencies left out of the amount for want of a rate: regulars rates import FILE`,
  waiting: (count: number) => `${count} more whose days are not over`,
  difference: (points: string, low: string, high: string) =>
    `${points} points, in 19 cases of 20 between ${low} and ${high}`,
  visible: (points: string) => `with so many, only ${points} points or more could have been told from chance`,
  says: {
    none: 'nothing can be said: there is nobody to compare with.',
    open: 'it may be chance: whether it helped cannot be told yet.',
    more: 'it helped: so much more would hardly be chance.',
    fewer: 'it did harm: so much less would hardly be chance.',
  } satisfies Record<Verdict['says'], string>,
  noHoldout: 'A holdout in the play makes that possible.',
  /** With a holdout there may still be nobody to compare with. */
  noneHeldOut: 'nothing can be said yet: none of those who were due so far fell into the holdout.',
  noneOver: 'nothing can be said yet: there is nobody to compare with whose days are over.',
};

export const zh: typeof en = {
  head: (play, since, asOf) => `${play}  ${since} 至 ${asOf}`,
  labels: {
    planned: '待办',
    settled: '已处理',
    contacted: '已联系',
    heldOut: '对照组',
    difference: '差别',
    means: '说明',
  },
  planned: (count) => `现有 ${count} 项等待其日期`,
  group: (people, bought, share, net, days) =>
    people === 0 ? '还没有期满的客户' : `${people} 位客户；${days} 天内有 ${bought} 位下单（${share}），金额 ${net}`,
  withoutRate: (count) => `另有 ${count} 笔其他货币的订单没有汇率，不计入金额：regulars rates import 文件`,
  waiting: (count) => `另有 ${count} 位未期满`,
  difference: (points, low, high) => `${points} 个百分点，20 次中有 19 次在 ${low} 与 ${high} 之间`,
  visible: (points) => `以这样的人数，至少 ${points} 个百分点的差别才能与偶然区分`,
  says: {
    none: '无法判断：没有可比较的客户。',
    open: '可能只是偶然：目前还不能判断是否有效。',
    more: '有效：多出这么多，很难说是偶然。',
    fewer: '有害：少了这么多，很难说是偶然。',
  },
  noHoldout: '在玩法中设置 holdout（对照组）即可比较。',
  noneHeldOut: '还无法判断：到期的客户中，还没有人落入对照组。',
  noneOver: '还无法判断：可比较的客户都还没有期满。',
};
