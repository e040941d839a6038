/** Sentences of plays: what sets one off in words, and what the commands that change them say. */
import type { Play, Trigger, TriggerOf } from '../followups/plays/play.ts';
import type { PlannedPlay } from '../followups/plays/play-plan.ts';
import { some } from './counted.ts';
import * as findings from './play-findings.ts';
import * as shipped from './shipped-plays.ts';

type Rules = { readonly [On in Trigger['on']]: (trigger: TriggerOf<On>) => string };
type Stops = Readonly<Record<Play['stops'][number], string>>;
type Changes = Readonly<Record<PlannedPlay['change'], string>>;

const days = (count: number) => some(count, 'day');
const after = (count: number, what: string) => (count === 0 ? `on the day ${what}` : `${days(count)} after ${what}`);
const before = (count: number, what: string) => (count === 0 ? `on ${what}` : `${days(count)} before ${what}`);

export const en = {
  shipped: shipped.en,
  findings: findings.en,
  written: (value: string, isBare: boolean) => (isBare ? value : `"${value}"`),
  rules: {
    order: ({ state, nth, product, delay_days: delay }) => {
      const which = nth === undefined ? 'an order' : nth === 1 ? 'the first order' : `order number ${nth}`;
      const what = product === undefined ? which : `${which} with ${product}`;
      return after(delay, `${what} was ${state}`);
    },
    rhythm: ({ multiple, minimum_orders: minimum }) =>
      `when the last order is ${multiple} × the own rhythm ago, from ${minimum} orders on`,
    replenishment: ({ product, lead_days: lead }) =>
      lead === 0
        ? `on the day ${product ?? 'what was bought'} runs out`
        : `${days(lead)} before ${product ?? 'what was bought'} runs out`,
    segment_joined: ({ segment, delay_days: delay }) => after(delay, `they joined ${segment}`),
    segment_left: ({ segment, delay_days: delay }) => after(delay, `they left ${segment}`),
    birthday: ({ lead_days: lead }) => before(lead, 'their birthday'),
    anniversary: ({ lead_days: lead }) => before(lead, 'the anniversary of their first order'),
    refund: ({ delay_days: delay }) => (delay === 0 ? 'on the day of a refund' : `${days(delay)} after a refund`),
    complaint: ({ delay_days: delay }) =>
      delay === 0 ? 'on the day of a complaint' : `${days(delay)} after a complaint`,
    festival: ({ festival, lead_days: lead }) => before(lead, festival),
    date: ({ month, day }) => `every year on ${month}-${day}`,
  } satisfies Rules as Rules,
  repeats: {
    once: 'once for a customer',
    every: 'every time',
    after: (count: number) => `again after ${days(count)} at the earliest`,
  },
  stops: { order: 'an order', refund: 'a refund', complaint: 'a complaint' } satisfies Stops as Stops,
  states: { on: 'on', off: 'off' },
  since: (state: string, day: string) => `${state} since ${day}`,
  origins: {
    shipped: 'shipped with regulars',
    saved: (version: number) => `saved, version ${version}`,
    savedOver: (version: number) => `saved in the place of the shipped one, version ${version}`,
  },
  labels: {
    play: 'play',
    state: 'state',
    origin: 'origin',
    summary: 'what for',
    trigger: 'comes',
    timing: 'why then',
    reason: 'why so',
    where: 'only for',
    kind: 'kind',
    channels: 'channels',
    minutes: 'takes',
    priority: 'priority',
    capacity: 'at most',
    expires: 'worth doing',
    repeat: 'again',
    stops: 'ended by',
    holdout: 'left alone',
    window: 'counts',
    backfill: 'backfill',
    verify: 'make sure',
    message: 'message',
    history: 'history',
    key: 'key',
  },
  minutes: (count: number) => some(count, 'minute'),
  aDay: (count: number) => `${count} a day`,
  worthDoing: (count: number) => (count === 0 ? 'on the day it is due' : `until ${days(count)} after it was due`),
  share: (share: number) => `${Math.round(100 * share)} % of those it would reach`,
  window: (count: number) => `orders within ${days(count)} of a contact`,
  backfill: 'also what was due before it was switched on',
  anyChannel: 'any channel',
  unknown: (name: string) => `no play is called "${name}"`,
  switchedOn: (name: string) => `${name} is on`,
  switchedOff: (name: string) => `${name} is off`,
  alreadyOn: (name: string) => `${name} is on already; nothing changed`,
  alreadyOff: (name: string) => `${name} is off already; nothing changed`,
  notSwitchedOn: (name: string, count: number) => `${name} stays off: ${some(count, 'mistake')} in it`,
  staysShipped: (name: string) => `${name} is shipped and cannot be removed; it can be off`,
  removed: (name: string) => `${name} removed`,
  shippedBack: (name: string, state: string) => `${name} is the shipped one again, ${state}`,
  exported: (count: number, path: string) => `${some(count, 'play')} written to ${path}`,
  nothingFound: 'nothing is wrong',
  checked: (count: number) => `${some(count, 'play')} and the policy checked`,
  mistakes: (count: number) => `there ${count === 1 ? 'is one mistake' : `are ${count} mistakes`}`,
  detailed: (sentence: string, detail: string) => `${sentence}: ${detail}`,
  policy: 'policy',
  changes: { new: 'new', changed: 'changed', unchanged: 'unchanged' } satisfies Changes as Changes,
  planned: (changes: number, unchanged: number, others: number) =>
    `${changes === 0 ? 'nothing to change' : `${changes} to change`}, ${unchanged} unchanged${others === 0 ? '' : `, ${some(others, 'play')} not in the file, left as ${others === 1 ? 'it is' : 'they are'}`}`,
  confirmApply: (count: number) => `Change ${count === 1 ? 'this' : `these ${count}`}? [y/N]`,
  confirmApplyNeeded: (count: number) => `this changes ${count} of the plays and the policy; confirm with --yes`,
  applied: (count: number) => `${count} changed`,
  acts: {
    saved: (version: number) => `version ${version}`,
    on: () => 'switched on',
    off: () => 'switched off',
    removed: () => 'removed',
  } as Readonly<Record<'saved' | 'on' | 'off' | 'removed', (version: number) => string>>,
};

/** Between Chinese, a name that begins or ends in Latin letters has a blank there. */
const spaced = (name: string) =>
  name.replace(/^(?=[\p{Script=Latin}\d%])/u, ' ').replace(/(?<=[\p{Script=Latin}\d%])$/u, ' ');
const cnAfter = (count: number, what: string) => (count === 0 ? `${what}当天` : `${what}后 ${count} 天`);
const cnBefore = (count: number, what: string) => (count === 0 ? `${what}当天` : `${what}前 ${count} 天`);
const STATES = { placed: '下单', shipped: '发货', completed: '完成' } as const;

export const zh: typeof en = {
  shipped: shipped.zh,
  findings: findings.zh,
  written: (value, isBare) => (isBare ? `${value} ` : `“${value}”`),
  rules: {
    order: ({ state, nth, product, delay_days: delay }) => {
      const which = nth === undefined ? '订单' : nth === 1 ? '首单' : `第 ${nth} 单`;
      const what = product === undefined ? which : `含${spaced(product)}的${which}`;
      return cnAfter(delay, `${what}${STATES[state]}`);
    },
    rhythm: ({ multiple, minimum_orders: minimum }) => `距上次下单达到自己节奏的 ${multiple} 倍时，至少 ${minimum} 单`,
    replenishment: ({ product, lead_days: lead }) => cnBefore(lead, `${spaced(product ?? '所购商品').trimStart()}用完`),
    segment_joined: ({ segment, delay_days: delay }) => cnAfter(delay, `进入${spaced(segment)}`),
    segment_left: ({ segment, delay_days: delay }) => cnAfter(delay, `离开${spaced(segment)}`),
    birthday: ({ lead_days: lead }) => cnBefore(lead, '生日'),
    anniversary: ({ lead_days: lead }) => cnBefore(lead, '首单周年'),
    refund: ({ delay_days: delay }) => cnAfter(delay, '退款'),
    complaint: ({ delay_days: delay }) => cnAfter(delay, '投诉'),
    festival: ({ festival, lead_days: lead }) => cnBefore(lead, spaced(festival).trimStart()),
    date: ({ month, day }) => `每年 ${month} 月 ${day} 日`,
  },
  repeats: { once: '每位客户一次', every: '每次', after: (count) => `至少隔 ${count} 天再来` },
  stops: { order: '再次下单', refund: '退款', complaint: '投诉' },
  states: { on: '开启', off: '关闭' },
  since: (state, day) => `${day} 起${state}`,
  origins: {
    shipped: '内置',
    saved: (version) => `自建，第 ${version} 版`,
    savedOver: (version) => `自建，替代内置的同名玩法，第 ${version} 版`,
  },
  labels: {
    play: '玩法',
    state: '状态',
    origin: '来源',
    summary: '用途',
    trigger: '时机',
    timing: '为何此时',
    reason: '为何如此',
    where: '只针对',
    kind: '类型',
    channels: '渠道',
    minutes: '需时',
    priority: '优先级',
    capacity: '最多',
    expires: '有效',
    repeat: '重复',
    stops: '终止于',
    holdout: '对照组',
    window: '计入',
    backfill: '补做',
    verify: '确认',
    message: '内容',
    history: '历史',
    key: '项目',
  },
  minutes: (count) => `${count} 分钟`,
  aDay: (count) => `每天 ${count} 位`,
  worthDoing: (count) => (count === 0 ? '到期当天' : `到期后 ${count} 天内`),
  share: (share) => `本应联系的客户中的 ${Math.round(100 * share)} %`,
  window: (count) => `联系后 ${count} 天内的订单`,
  backfill: '包括开启之前到期的',
  anyChannel: '所有渠道',
  unknown: (name) => `没有名为“${name}”的玩法`,
  switchedOn: (name) => `已开启 ${name}`,
  switchedOff: (name) => `已关闭 ${name}`,
  alreadyOn: (name) => `${name} 本来就是开启的，未作改动`,
  alreadyOff: (name) => `${name} 本来就是关闭的，未作改动`,
  notSwitchedOn: (name, count) => `${name} 仍是关闭的：有 ${count} 处错误`,
  staysShipped: (name) => `${name} 是内置玩法，不能删除，可以关闭`,
  removed: (name) => `已删除 ${name}`,
  shippedBack: (name, state) => `${name} 恢复为内置玩法，${state}`,
  exported: (count, path) => `已把 ${count} 个玩法写入 ${path}`,
  nothingFound: '没有问题',
  checked: (count) => `已检查 ${count} 个玩法和联系规则`,
  mistakes: (count) => `有 ${count} 处错误`,
  detailed: (sentence, detail) => `${sentence}：${detail}`,
  policy: '联系规则',
  changes: { new: '新增', changed: '有变化', unchanged: '未变' },
  planned: (changes, unchanged, others) =>
    `${changes === 0 ? '没有需要改动的' : `${changes} 个要改动`}，${unchanged} 个未变${others === 0 ? '' : `，${others} 个玩法不在文件里，保持不变`}`,
  confirmApply: (count) => `改动这 ${count} 个吗？[y/N]`,
  confirmApplyNeeded: (count) => `这会改动 ${count} 个玩法或联系规则；请加 --yes 确认`,
  applied: (count) => `已改动 ${count} 个`,
  acts: { saved: (version) => `第 ${version} 版`, on: () => '开启', off: () => '关闭', removed: () => '删除' },
};
