/** Sentences of plays and follow-ups: why now, what to say. */
import type { GateReason } from '../contacts/gate.ts';
import type { DeferReason } from '../followups/plan.ts';

interface PlayWords {
  readonly summary: string;
  readonly why: (due: string) => string;
  readonly say: string;
}

export const en = {
  plays: {
    thank_you: {
      summary: 'thanks, two days after a first order',
      why: (due: string) => `first order two days before ${due}`,
      say: 'Thank them for the first order; ask whether everything arrived well.',
    },
    second_order: {
      summary: 'a nudge to the second order, three weeks after the first',
      why: (due: string) => `one order so far, three weeks old on ${due}`,
      say: 'Suggest what goes with what they bought; a small reason to come back.',
    },
    win_back: {
      summary: 'win-back, when somebody stays away one and a half times their own rhythm',
      why: (due: string) => `past one and a half times the own rhythm since ${due}`,
      say: 'Ask how they are doing with what they bought; tell what is new since.',
    },
  } as Readonly<Record<string, PlayWords>>,
  deferReasons: {
    same_day: 'another message to them is planned that day',
    promotion_budget: 'three promotions in thirty days are enough',
    wish: 'they want to hear less often',
  } as Readonly<Record<DeferReason, string>>,
  gateReasons: {
    suppressed: 'suppressed',
    no_address: 'no usable address on any of its channels',
    refused: 'refused to be contacted',
    service_only: 'known only from marketplaces that allow messages about orders alone',
    no_consent: 'never agreed to promotions',
    care_is_promotion: 'never agreed, and care counts as promotion where they live',
    same_address: 'shares an address',
  } as Readonly<Record<GateReason, string>>,
  nothingToday: (day: string) => `nobody is to be contacted on ${day}`,
  planned: (count: number, from: string, to: string) =>
    `${count} ${count === 1 ? 'follow-up' : 'follow-ups'} from ${from} to ${to}`,
  deferred: (count: number, reason: string) => `${count} deferred past the range: ${reason}`,
  expiring: (count: number, reason: string) => `${count} expire before there is room for them: ${reason}`,
  leftOut: (count: number, play: string, reason: string, command: string) =>
    `${count} left out of ${play}: ${reason}; ${command}`,
  /** Stands for a channel in a line to paste. */
  anyChannel: 'CHANNEL',
  done: (id: string, name: string) => `${id} done: ${name}`,
  skipped: (id: string, name: string) => `${id} skipped: ${name}`,
  already: (id: string, outcome: string, day: string) => `${id} was ${outcome} on ${day}; nothing changed`,
  unknownId: (id: string) => `no follow-up has the id ${id}`,
  unknownPlay: (name: string, known: string) => `no play is called "${name}"; known: ${known}`,
  sheet: { why: 'why', bought: 'bought last', say: 'say', reach: 'reach', done: 'then' },
  boughtLast: (items: string, day: string) => `${items} (${day})`,
  whyStates: {
    not_applicable: 'does not apply',
    due: (day: string, until: string) => `due ${day}, worth doing until ${until}`,
    planned: (day: string) => `planned for ${day}`,
    deferred: (due: string, day: string, reason: string) => `due ${due}, moved to ${day}: ${reason}`,
    later: (day: string) => `will be due ${day}`,
    expired: (until: string) => `expired on ${until}`,
    left_out: (reason: string) => `left out: ${reason}`,
    settled: (outcome: string, day: string) => `${outcome} on ${day}`,
  },
  outcomes: { done: 'done', skipped: 'skipped' } as Readonly<Record<string, string>>,
  badDays: (text: string) => `"${text}" is not a number of days from 1 to 366`,
  playRule: {
    firstOrder: (delay: number, only: boolean) =>
      `${delay} days after the first order${only ? ', while there is no further one' : ''}`,
    rhythm: (multiple: number, minimum: number) =>
      `when the last order is ${multiple} × the own rhythm ago, from ${minimum} orders on`,
  },
};

export const zh: typeof en = {
  plays: {
    thank_you: {
      summary: '首单两天后致谢',
      why: (due) => `首单到 ${due} 满两天`,
      say: '感谢首次下单，问问收货是否满意。',
    },
    second_order: {
      summary: '首单三周后促成第二单',
      why: (due) => `只有一单，到 ${due} 满三周`,
      say: '推荐与上次所购相配的商品，给一个再来的小理由。',
    },
    win_back: {
      summary: '超过自己节奏一倍半仍未下单时召回',
      why: (due) => `自 ${due} 起已超过自己节奏的一倍半`,
      say: '问问上次买的用得如何，说说之后的新品。',
    },
  },
  deferReasons: {
    same_day: '当天已安排另一条消息',
    promotion_budget: '三十天内三条营销信息已满',
    wish: '客户希望少联系',
  },
  gateReasons: {
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
  deferred: (count, reason) => `${count} 项推迟到此范围之后：${reason}`,
  expiring: (count, reason) => `${count} 项在排上之前就会过期：${reason}`,
  leftOut: (count, play, reason, command) => `${play} 未列入 ${count} 位：${reason}；${command}`,
  anyChannel: '渠道',
  done: (id, name) => `${id} 已完成：${name}`,
  skipped: (id, name) => `${id} 已跳过：${name}`,
  already: (id, outcome, day) => `${id} 已于 ${day} ${outcome}，未作改动`,
  unknownId: (id) => `没有编号为 ${id} 的跟进`,
  unknownPlay: (name, known) => `没有名为“${name}”的玩法；已有：${known}`,
  sheet: { why: '原因', bought: '上次购买', say: '说什么', reach: '联系', done: '之后' },
  boughtLast: (items, day) => `${items}（${day}）`,
  whyStates: {
    not_applicable: '不适用',
    due: (day, until) => `${day} 到期，${until} 前仍有意义`,
    planned: (day) => `安排在 ${day}`,
    deferred: (due, day, reason) => `${due} 到期，推迟到 ${day}：${reason}`,
    later: (day) => `将于 ${day} 到期`,
    expired: (until) => `已于 ${until} 过期`,
    left_out: (reason) => `未列入：${reason}`,
    settled: (outcome, day) => `${day} ${outcome}`,
  },
  outcomes: { done: '完成', skipped: '跳过' },
  badDays: (text) => `“${text}”不是 1 到 366 之间的天数`,
  playRule: {
    firstOrder: (delay, only) => `首单之后 ${delay} 天${only ? '，且没有再下单' : ''}`,
    rhythm: (multiple, minimum) => `距上次下单达到自己节奏的 ${multiple} 倍时，至少 ${minimum} 单`,
  },
};
