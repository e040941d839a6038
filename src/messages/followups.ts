/** Sentences of plays and follow-ups: why now, what moves one, what keeps it out. */
import type { Candidate } from '../followups/candidate.ts';
import type { Outcome } from '../followups/outcome.ts';
import type { LeftOutReason } from '../followups/sift.ts';
import type { DeferReason } from '../followups/room.ts';

/** What set a follow-up off. */
type Cause = Pick<Candidate, 'order' | 'about' | 'on'> & { readonly play: Pick<Candidate['play'], 'trigger'> };

export const en = {
  because: ({ play: { trigger }, order, about, on }: Cause): string => {
    switch (trigger.on) {
      case 'order': {
        const what = about === null ? '' : ` (${about})`;
        if (trigger.state === 'placed') {
          const which =
            trigger.nth === undefined ? 'order' : trigger.nth === 1 ? 'first order' : `order no. ${trigger.nth},`;
          return `${which} ${order} on ${on}${what}`;
        }
        return `order ${order}${what} known to be ${trigger.state} since ${on}`;
      }
      case 'rhythm':
        return `no order since ${order} on ${on}: over ${trigger.multiple} × their own rhythm`;
      case 'replenishment':
        return `${about}, bought on ${on}, is running low`;
      case 'segment_joined':
        return `in ${about} since ${on}`;
      case 'segment_left':
        return `in ${about} no more since ${on}`;
      case 'birthday':
        return `birthday on ${on}`;
      case 'anniversary':
        return `anniversary of the first order on ${on}`;
      case 'refund':
        return `refund of order ${order}, known since ${on}`;
      case 'complaint':
        return `complaint on ${on}`;
      case 'festival':
        return `${about} on ${on}`;
      case 'date':
        return on;
    }
  },
  deferReasons: {
    same_day: 'enough is planned for them that day',
    wish: 'they want to hear less often',
    channel_gap: 'too soon on this channel after the one before',
    channel_budget: 'enough on this channel for now',
    all_budget: 'enough messages to them for now',
    promotion_budget: 'enough promotions to them for now',
    play_capacity: 'as many of this play that day as it may have',
    channel_capacity: 'as many on this channel that day as the shop does',
    refund_pause: 'no promotions for a while after a refund',
    complaint_pause: 'no promotions for a while after a complaint',
    repeat: 'too soon after the same play before',
    closed: 'nobody may be contacted there that day',
    no_parcel: 'no order is waiting to be sent that it could go with',
  } as Readonly<Record<DeferReason, string>>,
  deferredFor: (reason: string, play: string | null) => (play === null ? reason : `${reason} (${play})`),
  leftOutReasons: {
    before_on: 'was due before the play was switched on',
    not_in_segment: 'not whom the play is for',
    ordered_since: 'ordered since',
    refunded_since: 'had a refund since',
    complained_since: 'complained since',
    once: 'comes once, and has come',
    same_absence: 'came in this absence already',
    held_out: 'held out, to see what comes without it',
    suppressed: 'suppressed',
    no_address: 'no usable address on any of its channels',
    refused: 'refused to be contacted',
    service_only: 'known only from marketplaces that allow messages about orders alone',
    no_consent: 'never agreed to promotions',
    care_is_promotion: 'never agreed, and care counts as promotion where they live',
    same_address: 'shares an address',
  } as Readonly<Record<LeftOutReason, string>>,
  nothingToday: (day: string) => `nobody is to be contacted on ${day}`,
  planned: (count: number, from: string, to: string) =>
    `${count} ${count === 1 ? 'follow-up' : 'follow-ups'} from ${from} to ${to}`,
  deferred: (count: number, reason: string) =>
    `${count} deferred past the range: ${reason}; to see further: regulars followup plan --days N`,
  expiring: (count: number, reason: string) => `${count} expire before there is room for them: ${reason}`,
  leftOut: (count: number, play: string, reason: string) => `${count} left out of ${play}: ${reason}`,
  withCommand: (sentence: string, command: string) => `${sentence}; ${command}`,
  broken: (play: string, problem: string) => `${play} makes no follow-ups: ${problem}`,
  unseenMoves: (plays: string, segment: string, last: string | undefined) =>
    last === undefined
      ? `${plays}: who joins or leaves ${segment} is known once there are snapshots of two days; take one a day`
      : `${plays}: the last snapshot of ${segment} is of ${last}, and who joined or left since is not known; take one a day`,
  /** Stands for a channel in a line to paste. */
  anyChannel: 'CHANNEL',
  already: (id: string, outcome: string, day: string) => `${id} was ${outcome} on ${day}; nothing changed`,
  unknownId: (id: string) => `no follow-up has the id ${id}`,
  unknownHint:
    'regulars followup plan --days 30; an objection holds without it: regulars consent set CUSTOMER CHANNEL refused, or regulars suppress add CUSTOMER',
  sameId: (id: string, count: number) =>
    `${count} follow-ups have the id ${id}; note what came of it with the customer`,
  tried: (count: number, play: string, from: string, to: string) =>
    `${play} would have come to ${count} from ${from} to ${to}`,
  whyStates: {
    off: 'switched off',
    not_applicable: 'does not apply',
    planned: (day: string) => `planned for ${day}`,
    deferred: (due: string, day: string, reason: string) => `due ${due}, moved to ${day}: ${reason}`,
    waiting: (due: string, until: string, reason: string) =>
      `due ${due}, waits until ${until} at the longest: ${reason}`,
    again: (sentence: string, day: string) => `${sentence}; again on ${day}`,
    expiring: (until: string, reason: string) => `expires on ${until} before there is room for it: ${reason}`,
    later: (day: string) => `will be due ${day}`,
    expired: (until: string) => `expired on ${until}`,
    left_out: (reason: string) => `left out: ${reason}`,
    settled: (outcome: string, day: string) => `${outcome} on ${day}`,
    withResult: (outcome: string, result: string) => `${outcome} (${result})`,
  },
  outcomes: {
    handed_over: 'handed over',
    held_out: 'held out',
    done: 'done',
    skipped: 'skipped',
    snoozed: 'put off',
  } as Readonly<Record<Outcome, string>>,
  badDays: (text: string) => `"${text}" is not a number of days from 1 to 366`,
};

export const zh: typeof en = {
  because: ({ play: { trigger }, order, about, on }) => {
    switch (trigger.on) {
      case 'order': {
        const what = about === null ? '' : `（${about}）`;
        if (trigger.state === 'placed') {
          const which = trigger.nth === undefined ? '下单' : trigger.nth === 1 ? '首单' : `第 ${trigger.nth} 单`;
          return `${on} ${which} ${order}${what}`;
        }
        return `订单 ${order}${what || ' '}自 ${on} 起已知${trigger.state === 'shipped' ? '发货' : '完成'}`;
      }
      case 'rhythm':
        return `${on} 的订单 ${order} 之后未再下单，已超过自己节奏的 ${trigger.multiple} 倍`;
      case 'replenishment':
        return `${on} 购买的 ${about} 快用完`;
      case 'segment_joined':
        return `${on} 起属于 ${about}`;
      case 'segment_left':
        return `${on} 起不再属于 ${about}`;
      case 'birthday':
        return `${on} 生日`;
      case 'anniversary':
        return `${on} 首单周年`;
      case 'refund':
        return `订单 ${order} 退款，${on} 得知`;
      case 'complaint':
        return `${on} 投诉`;
      case 'festival':
        return `${on} ${about}`;
      case 'date':
        return on;
    }
  },
  deferReasons: {
    same_day: '当天给该客户的联系已够',
    wish: '客户希望少联系',
    channel_gap: '同一渠道距上次太近',
    channel_budget: '同一渠道的联系暂时已够',
    all_budget: '给该客户的消息暂时已够',
    promotion_budget: '给该客户的营销信息暂时已够',
    play_capacity: '当天此玩法的名额已满',
    channel_capacity: '当天此渠道的名额已满',
    refund_pause: '退款之后一段时间不发营销信息',
    complaint_pause: '投诉之后一段时间不发营销信息',
    repeat: '距同一玩法上次太近',
    closed: '当地当天不可联系',
    no_parcel: '没有可随之寄出的待发订单',
  },
  deferredFor: (reason, play) => (play === null ? reason : `${reason}（${play}）`),
  leftOutReasons: {
    before_on: '玩法启用之前已到期',
    not_in_segment: '不是此玩法的对象',
    ordered_since: '之后已下单',
    refunded_since: '之后有退款',
    complained_since: '之后有投诉',
    once: '只来一次，且已来过',
    same_absence: '这次未下单期间已来过',
    held_out: '留作对照，不联系',
    suppressed: '禁止联系',
    no_address: '所有渠道都没有可用的联系方式',
    refused: '拒绝联系',
    service_only: '只在平台下过单，平台只允许联系订单事宜',
    no_consent: '从未同意接收营销信息',
    care_is_promotion: '从未同意，而在其所在地关怀信息视同营销',
    same_address: '与他人共用联系方式',
  },
  nothingToday: (day) => `${day} 没有需要联系的客户`,
  planned: (count, from, to) => `${from} 至 ${to} 共 ${count} 项跟进`,
  deferred: (count, reason) => `${count} 项推迟到此范围之后：${reason}；看更多天：regulars followup plan --days 天数`,
  expiring: (count, reason) => `${count} 项在排上之前就会过期：${reason}`,
  leftOut: (count, play, reason) => `${play} 未列入 ${count} 位：${reason}`,
  withCommand: (sentence, command) => `${sentence}；${command}`,
  broken: (play, problem) => `${play} 无法产生跟进：${problem}`,
  unseenMoves: (plays, segment, last) =>
    last === undefined
      ? `${plays}：${segment} 有了两天的快照才知道谁进出；请每天做一个`
      : `${plays}：${segment} 的上一个快照是 ${last} 的，此后谁进出不得而知；请每天做一个`,
  anyChannel: '渠道',
  already: (id, outcome, day) => `${id} 已于 ${day} ${outcome}，未作改动`,
  unknownId: (id) => `没有编号为 ${id} 的跟进`,
  unknownHint:
    'regulars followup plan --days 30；客户拒绝的，不用编号也可记下：regulars consent set 客户 渠道 refused，或 regulars suppress add 客户',
  sameId: (id, count) => `有 ${count} 项跟进的编号是 ${id}；请在客户名下记录结果`,
  tried: (count, play, from, to) => `${from} 至 ${to}，${play} 会联系 ${count} 位`,
  whyStates: {
    off: '已停用',
    not_applicable: '不适用',
    planned: (day) => `安排在 ${day}`,
    deferred: (due, day, reason) => `${due} 到期，推迟到 ${day}：${reason}`,
    waiting: (due, until, reason) => `${due} 到期，最晚等到 ${until}：${reason}`,
    again: (sentence, day) => `${sentence}；${day} 再看`,
    expiring: (until, reason) => `${until} 过期前排不上：${reason}`,
    later: (day) => `将于 ${day} 到期`,
    expired: (until) => `已于 ${until} 过期`,
    left_out: (reason) => `未列入：${reason}`,
    settled: (outcome, day) => `${day} ${outcome}`,
    withResult: (outcome, result) => `${outcome}（${result}）`,
  },
  outcomes: { handed_over: '交出', held_out: '留作对照', done: '完成', skipped: '跳过', snoozed: '推迟' },
  badDays: (text) => `“${text}”不是 1 到 366 之间的天数`,
};
