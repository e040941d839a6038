/** Sentences of points. */
import type { Ledger } from '../points/ledger.ts';
import type { RuleName } from '../points/rules.ts';
import { some } from './counted.ts';

const points = (count: number) => some(count, 'point');

export const en = {
  badPoints: (text: string) => `"${text}" is no number of points: a whole number from 1 to 1000000000`,
  unknownRule: (name: string) => `no rule of points is called "${name}"`,
  knownRules: (names: string) => `rules: ${names}`,
  badValue: (name: string, text: string) => `${name} cannot be "${text}"`,
  values: {
    per_amount: 'points for whole units of the reporting currency: 1, or 1/10 for one for every full ten',
    first_order: 'a whole number of points, 0 for none',
    birthday: 'a whole number of points, 0 for none',
    referral: 'a whole number of points, 0 for none',
    praise: 'a whole number of points, 0 for none',
    months: 'a number of months up to 600, 0 for points that stay',
  } satisfies Record<RuleName, string> as Readonly<Record<RuleName, string>>,
  meanings: {
    per_amount: (value: string) => {
      const [count = '', amount = ''] = value.split('/');
      return `${points(Number(count))} for every full ${amount} of what a counting order brought`;
    },
    first_order: (value: string) => `${points(Number(value))} for the first order`,
    birthday: (value: string) => `${points(Number(value))} on each birthday after the first order`,
    referral: (value: string) => `${points(Number(value))} for everybody they brought`,
    praise: (value: string) => `${points(Number(value))} for each note of praise`,
    months: (value: string) =>
      value === '0' ? 'points stay' : `points are gone ${some(Number(value), 'month')} after their day`,
  } satisfies Record<RuleName, (value: string) => string> as Readonly<Record<RuleName, (value: string) => string>>,
  ruleSet: (meaning: string, day: string) => `from ${day}: ${meaning}`,
  ruleSame: (meaning: string, day: string) => `from ${day} as before: ${meaning}; nothing changed`,
  noRules: 'no rule yet: regulars points rules set per_amount 1',
  added: (name: string, count: number, balance: number) => `${name}: ${points(count)} added, ${balance} now`,
  redeemed: (name: string, count: number, balance: number) => `${name}: ${points(count)} used, ${balance} left`,
  known: (name: string, balance: number) =>
    `${name}: said before on that day; nothing changed, ${balance} left. Another reason makes it another entry`,
  tooFew: (name: string, balance: number, count: number) => `${name} has ${points(balance)}, not ${count}`,
  tooFewHint: (line: string) => `to use them all the same, so that less than nothing is left: ${line}`,
  future: (day: string) => `${day} has not come yet: points are of a day that has been`,
  balance: 'points',
  next: 'next to go',
  nextText: ({ day, points: count }: NonNullable<Ledger['next']>) => `${count} on ${day}`,
  card: (balance: number, next: Ledger['next']) =>
    next === null ? String(balance) : `${balance} (${next.points} until ${next.day})`,
  noEntries: (name: string) => `nothing is known of points of ${name}`,
};

export const zh: typeof en = {
  badPoints: (text) => `“${text}”不是积分数：应为 1 到 1000000000 的整数`,
  unknownRule: (name) => `没有名为“${name}”的积分规则`,
  knownRules: (names) => `规则：${names}`,
  badValue: (name, text) => `${name} 不能是“${text}”`,
  values: {
    per_amount: '统计货币每满多少元积多少分：1，或 1/10 表示每满十元积一分',
    first_order: '积分数（整数），0 表示没有',
    birthday: '积分数（整数），0 表示没有',
    referral: '积分数（整数），0 表示没有',
    praise: '积分数（整数），0 表示没有',
    months: '不超过 600 的月数，0 表示不过期',
  },
  meanings: {
    per_amount: (value) => {
      const [count = '', amount = ''] = value.split('/');
      return `计入统计的订单每满 ${amount} 元积 ${count} 分`;
    },
    first_order: (value) => `首单积 ${value} 分`,
    birthday: (value) => `首单之后每个生日积 ${value} 分`,
    referral: (value) => `每介绍一位客户积 ${value} 分`,
    praise: (value) => `每条表扬积 ${value} 分`,
    months: (value) => (value === '0' ? '积分不过期' : `积分在 ${value} 个月后过期`),
  },
  ruleSet: (meaning, day) => `自 ${day} 起：${meaning}`,
  ruleSame: (meaning, day) => `自 ${day} 起与之前相同：${meaning}；未作改动`,
  noRules: '还没有规则：regulars points rules set per_amount 1',
  added: (name, count, balance) => `${name}：增加 ${count} 分，现有 ${balance} 分`,
  redeemed: (name, count, balance) => `${name}：使用 ${count} 分，剩余 ${balance} 分`,
  known: (name, balance) => `${name}：当天已有相同记录，未作改动，剩余 ${balance} 分。换一个理由即为另一条记录`,
  tooFew: (name, balance, count) => `${name} 有 ${balance} 分，不足 ${count} 分`,
  tooFewHint: (line) => `仍要使用（余额变为负数）：${line}`,
  future: (day) => `${day} 还没有到：积分只能属于已经过去的日子`,
  balance: '积分',
  next: '即将过期',
  nextText: ({ day, points: count }) => `${day} 过期 ${count} 分`,
  card: (balance, next) => (next === null ? String(balance) : `${balance}（其中 ${next.points} 至 ${next.day}）`),
  noEntries: (name) => `${name} 没有积分记录`,
};
