/** Sentences of the day's work: the call sheet, what came of it, the calendar. */
import type { Doubt, RefusedOutcome } from '../followups/workday/read-outcomes.ts';
import { some } from './counted.ts';
import type { Advice } from './file-problems.ts';

type Refusals = Readonly<Record<RefusedOutcome['reason'], string>>;
type Doubts = Readonly<Record<Doubt, string>>;

export const en = {
  labels: {
    reach: 'reach',
    hours: 'when',
    why: 'why now',
    items: 'what',
    bought: 'bought last',
    contact: 'last contact',
    subject: 'subject',
    say: 'say',
    ask: 'make sure',
    late: 'moved',
    until: 'at latest',
    done: 'then',
  },
  line: (label: string, value: string) => `${label}: ${value}`,
  hours: (from: string, to: string) => `${from} to ${to}`,
  hoursThere: (own: string, there: string, zone: string) => `${own} here, ${there} in ${zone}`,
  tomorrow: (times: string) => `tomorrow ${times}`,
  bought: (items: string, day: string) => `${items} (${day})`,
  contact: (day: string, channel: string, play: string | null) =>
    play ? `${day} ${channel}, ${play}` : `${day} ${channel}`,
  never: 'none known',
  minutes: (count: number) => `${count} min`,
  total: (count: number, minutes: number, untimed: number) => {
    if (untimed === count) return some(count, 'follow-up');
    const all = `${some(count, 'follow-up')}, ${some(minutes, 'minute')}`;
    return untimed === 0 ? all : `${all}; ${untimed} of them are messages, and not counted in`;
  },
  stated: (id: string, what: string, name: string) => `${id} ${what}: ${name}`,
  already: (id: string, what: string, day: string) => `${id}: ${what} on ${day} already; nothing changed`,
  snoozed: (id: string, day: string, name: string) => `${id} put off to ${day}: ${name}`,
  again: (day: string) => `comes up again on ${day}`,
  givenUp: 'it is not tried again',
  refused: (name: string, channel: string) => `${name} is not contacted by ${channel} any more`,
  complained: (name: string, days: number) =>
    `a complaint of ${name} was noted; ${days === 0 ? 'promotions go on' : `no promotions for ${some(days, 'day')}`}`,
  complaintText: (play: string) => `complained when contacted (${play})`,
  parcelOptOut: 'a parcel has no consent of its own: say by which channel they objected, or suppress them',
  noChannel: (id: string) =>
    `${id}: by none of the channels of its play are they reached now; say by which it was done`,
  futureObjection: 'nobody has said so yet: an objection is noted on the day it was made',
  onlyOne: 'say until when: --until DAY or --days N, one of them',
  notAhead: (day: string) => `${day} is not after today`,
  tooFarAhead: (day: string, most: number) => `${day} is more than ${most} days off: put it off by no more`,
  bare: (state: string, plays: string) => `${state}: ${plays}`,
  imported: (counts: Readonly<Record<'taken' | 'unchanged' | 'empty' | 'refused', number>>) =>
    `outcomes: ${counts.taken} taken, ${counts.unchanged} unchanged, ${counts.empty} rows without one, ${counts.refused} refused`,
  noHeader: (file: string): Advice => [
    `${file}: it needs a column with the ids of follow-ups and one with outcomes`,
    'name them id and outcome, or say which they are: --map id=Header --map outcome=Header; what came of text messages and e-mails that were handed over is taken by regulars touches import',
  ],
  refusals: {
    no_id: 'the row names no follow-up: copy the id from followup today',
    unknown_id:
      'no follow-up has this id: copy it from followup today, or note an objection with consent set or suppress add',
    same_id: 'several follow-ups have this id: note what came of it with the customer',
    twice: 'this follow-up stands in the file before, with another outcome: leave one',
    no_outcome:
      'there is a note and no outcome: reached, no_answer, wants, complaint, opted_out, done, skipped, snoozed',
    bad_outcome: 'this is no outcome: reached, no_answer, wants, complaint, opted_out, done, skipped or snoozed',
    bad_channel: 'this is no channel: sms, email, phone, wechat or parcel',
    parcel_opt_out: 'a parcel has no consent of its own: put the channel they objected to here',
    no_channel: 'by none of the channels of its play are they reached now: put the one it was done by here',
    no_until: 'it is put off and no day is given: write the day, as 2026-07-15',
    bad_day: 'this is not a day: write it as 2026-07-15',
    day_order:
      'which of the numbers is the month is not known: say so with --date-format mdy or dmy, or write it as 2026-07-15',
    past_day: 'it can be put off only to a day after today',
    far_day: 'it can be put off by 366 days at most',
    future_objection: 'nobody has said so yet: note it on the day it was said',
  } satisfies Refusals as Refusals,
  /** Of an objection that is heard. */
  doubts: {
    bad_channel: 'this is no channel: the objection was heard, of the channel they were contacted by',
    bad_day: 'this is not a day: the objection was heard, and counts from today',
    day_order:
      'which of the numbers is the month is not known (--date-format): the objection was heard, and counts from today',
  } satisfies Doubts as Doubts,
  calendar: {
    summary: (name: string, play: string) => `${name}: ${play}`,
    cancelled: (play: string) => `${play}: no longer to be done`,
    written: (count: number, cancelled: number, from: string, to: string) =>
      `${some(count, 'follow-up')} from ${from} to ${to}${cancelled === 0 ? '' : `, ${cancelled} to be taken off the calendar`}`,
    to: (written: string, path: string) => `${written}: written to ${path}`,
  },
};

export const zh: typeof en = {
  labels: {
    reach: '联系',
    hours: '时间',
    why: '原因',
    items: '商品',
    bought: '上次购买',
    contact: '上次联系',
    subject: '标题',
    say: '话术',
    ask: '确认',
    late: '推迟',
    until: '最晚',
    done: '之后',
  },
  line: (label, value) => `${label}：${value}`,
  hours: (from, to) => `${from} 至 ${to}`,
  hoursThere: (own, there, zone) => `本地 ${own}，对方 ${there}（${zone}）`,
  tomorrow: (times) => `明天 ${times}`,
  bought: (items, day) => `${items}（${day}）`,
  contact: (day, channel, play) => (play ? `${day} ${channel}，${play}` : `${day} ${channel}`),
  never: '没有记录',
  minutes: (count) => `${count} 分钟`,
  total: (count, minutes, untimed) => {
    if (untimed === count) return `共 ${count} 项跟进`;
    const all = `共 ${count} 项跟进，约 ${minutes} 分钟`;
    return untimed === 0 ? all : `${all}；其中 ${untimed} 项只需发一条消息，未计时间`;
  },
  stated: (id, what, name) => `${id} ${what}：${name}`,
  already: (id, what, day) => `${id} 已于 ${day} 记为${what}，未作改动`,
  snoozed: (id, day, name) => `${id} 推迟到 ${day}：${name}`,
  again: (day) => `${day} 再次列出`,
  givenUp: '不再尝试',
  refused: (name, channel) => `今后不再通过${channel}联系 ${name}`,
  complained: (name, days) => `已记下 ${name} 的投诉；${days === 0 ? '营销照常' : `${days} 天内不做营销`}`,
  complaintText: (play) => `联系时投诉（${play}）`,
  parcelOptOut: '随包裹没有单独的许可：请指明客户拒绝的是哪个渠道，或将其设为禁止联系',
  noChannel: (id) => `${id}：该玩法的渠道现在都联系不上客户，请指明是通过哪个渠道完成的`,
  futureObjection: '客户还没有这样说：拒绝和投诉请记在当天',
  onlyOne: '请说明推迟到何时：--until 日期 或 --days 天数，二选一',
  notAhead: (day) => `${day} 不在今天之后`,
  tooFarAhead: (day, most) => `${day} 距今超过 ${most} 天：最多推迟这么久`,
  bare: (state, plays) => `${state}：${plays}`,
  imported: ({ taken, unchanged, empty, refused }) =>
    `结果：新记 ${taken}，未变 ${unchanged}，未填 ${empty}，拒收 ${refused}`,
  noHeader: (file) => [
    `${file}：需要一列跟进编号和一列结果`,
    '列名用“编号”“结果”（或 id、outcome），或指明：--map id=列名 --map outcome=列名；交出的短信和邮件，结果用 regulars touches import 导入',
  ],
  refusals: {
    no_id: '该行没有跟进编号：请从 followup today 复制',
    unknown_id: '没有这个编号的跟进：请从 followup today 复制；客户拒绝的，可用 consent set 或 suppress add 记下',
    same_id: '有多项跟进是这个编号：请在客户名下记录结果',
    twice: '前面的行已有这项跟进的另一个结果：请只留一行',
    no_outcome: '有备注而没有结果：请填 联系上、无人接听、有意向、投诉、不再联系、完成、跳过 或 推迟',
    bad_outcome: '这不是结果：请填 联系上、无人接听、有意向、投诉、不再联系、完成、跳过 或 推迟',
    bad_channel: '这不是渠道：请填 短信、邮件、电话、微信 或 随包裹',
    parcel_opt_out: '随包裹没有单独的许可：请在此填客户拒绝的渠道',
    no_channel: '该玩法的渠道现在都联系不上客户：请在此填写完成所用的渠道',
    no_until: '推迟而没有日期：请填日期，如 2026-07-15',
    bad_day: '这不是日期：请写成 2026-07-15',
    day_order: '日月顺序不明：请用 --date-format mdy 或 dmy 指明，或写成 2026-07-15',
    past_day: '只能推迟到今天之后',
    far_day: '最多推迟 366 天',
    future_objection: '客户还没有这样说：请在当天记录',
  },
  doubts: {
    bad_channel: '这不是渠道：已按联系时的渠道记下客户的拒绝或投诉',
    bad_day: '这不是日期：已记下客户的拒绝或投诉，自今天起算',
    day_order: '日月顺序不明（--date-format）：已记下客户的拒绝或投诉，自今天起算',
  },
  calendar: {
    summary: (name, play) => `${name}：${play}`,
    cancelled: (play) => `${play}：已不需要`,
    written: (count, cancelled, from, to) =>
      `${from} 至 ${to} 共 ${count} 项跟进${cancelled === 0 ? '' : `，${cancelled} 项从日历取消`}`,
    to: (written, path) => `${written}；已写入 ${path}`,
  },
};
