/** Sentences of snapshots of segments, and of who joined and left. */
import type { Reason } from '../segments/reason.ts';
import { some } from './counted.ts';

const customers = (count: number) => some(count, 'customer');

export const en = {
  taken: (name: string, day: string, members: number, joined: number, left: number) =>
    `${name} on ${day}: ${customers(members)}, ${joined} joined and ${left} left since the snapshot before`,
  first: (name: string, day: string, members: number) => `${name} on ${day}: ${customers(members)}, the first snapshot`,
  unchanged: (name: string, day: string) => `${name} on ${day}: the snapshot there is says the same`,
  tooEarly: (name: string, day: string) =>
    `the last snapshot of ${name} is of ${day}, and none is taken of an earlier day`,
  tooEarlyHint: (line: string) => `any day is compared without snapshots: ${line}`,
  future: (day: string) => `${day} has not come yet: a snapshot holds who is in a segment by now`,
  none: (name: string, day: string) => `there is no snapshot of ${name} up to ${day}`,
  noneHint: (take: string, compare: string) => `${take} takes one; ${compare} needs none`,
  badSince: (text: string) => `--since takes a day such as 2026-01-31, or last, and not "${text}"`,
  sinceToCome: (since: string, day: string) => `${since} is not before ${day}`,
  /** `since` is a day. */
  summary: (name: string, since: string, joined: string, left: string) => `${name} since ${since}: ${joined}; ${left}`,
  joined: (count: number, net: string) => `${count} joined${count === 0 ? '' : ` (net ${net})`}`,
  left: (count: number, net: string) => `${count} left${count === 0 ? '' : ` (net ${net})`}`,
  nobodyMoved: 'nobody joined or left',
  reasons: {
    bought: 'bought',
    aged: 'time passed',
    refunded: 'refund',
    tag: 'tag',
    consent: 'consent',
    note: 'note',
    contacted: 'contacted',
    merged: 'merge or split',
    rule_changed: 'rule changed',
    ranking: 'others moved',
    data: 'files said more',
  } satisfies Record<Reason, string> as Readonly<Record<string, string>>,
  changes: { joined: 'joined', left: 'left' } as Readonly<Record<string, string>>,
};

export const zh: typeof en = {
  taken: (name, day, members, joined, left) =>
    `${name}，${day}：${members} 位客户，比上一个快照新进 ${joined} 位、离开 ${left} 位`,
  first: (name, day, members) => `${name}，${day}：${members} 位客户，第一个快照`,
  unchanged: (name, day) => `${name}，${day}：与已有的快照相同`,
  tooEarly: (name, day) => `${name} 的上一个快照是 ${day} 的，不能再做更早日期的快照`,
  tooEarlyHint: (line) => `不用快照也能和任何一天比较：${line}`,
  future: (day) => `${day} 还没有到：快照记录的是目前在分组里的人`,
  none: (name, day) => `截至 ${day} 没有 ${name} 的快照`,
  noneHint: (take, compare) => `${take} 做一个快照；${compare} 不需要快照`,
  badSince: (text) => `--since 需要日期（如 2026-01-31）或 last，而不是“${text}”`,
  sinceToCome: (since, day) => `${since} 不早于 ${day}`,
  summary: (name, since, joined, left) => `${name} 自 ${since} 以来：${joined}；${left}`,
  joined: (count, net) => `新进 ${count} 位${count === 0 ? '' : `（净额 ${net}）`}`,
  left: (count, net) => `离开 ${count} 位${count === 0 ? '' : `（净额 ${net}）`}`,
  nobodyMoved: '没有人进出',
  reasons: {
    bought: '下单',
    aged: '时间推移',
    refunded: '退款',
    tag: '标签',
    consent: '许可',
    note: '记录',
    contacted: '联系',
    merged: '合并或拆分',
    rule_changed: '条件改变',
    ranking: '他人变动',
    data: '文件补充',
  },
  changes: { joined: '新进', left: '离开' },
};
