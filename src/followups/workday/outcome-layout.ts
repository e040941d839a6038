/** The call sheet that comes back filled in: columns as it was written, or by common words; and what stands in them. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { ownTable } from '../../platforms/own-table.ts';
import type { Outcome, Result } from '../outcome.ts';
import type { PlayChannel } from '../plays/play.ts';

/** Fields of `--map`. */
export const OUTCOME_FIELDS = {
  id: 'followupId',
  day: 'saidOn',
  outcome: 'outcome',
  note: 'note',
  channel: 'channel',
  until_day: 'untilDay',
} as const satisfies Readonly<Record<string, Field>>;

export type OutcomeField = keyof typeof OUTCOME_FIELDS;

const HEADERS: Readonly<Record<OutcomeField, readonly string[]>> = {
  id: ['id', 'followup_id', 'follow-up', '编号', '跟进编号'],
  day: ['day', 'date', '日期', '跟进日期', '联系日期'],
  outcome: ['outcome', 'result', '结果', '跟进结果', '联系结果'],
  note: ['note', 'notes', 'comment', '备注', '说明', '记录'],
  channel: ['channel', '渠道', '方式', '联系方式'],
  until_day: ['until_day', 'until', 'snoozed until', '推迟到', '改期', '下次联系'],
};

export const outcomeLayout = (map: Readonly<Partial<Record<OutcomeField, string>>>): Layout =>
  ownTable('outcomes of follow-ups', OUTCOME_FIELDS, HEADERS, map, ['id']);

export interface Meaning {
  readonly outcome: Exclude<Outcome, 'handed_over'>;
  readonly result: Result | null;
}

const of = (result: Result): Meaning => ({ outcome: 'done', result });
const alone = (outcome: Meaning['outcome']): Meaning => ({ outcome, result: null });

const MEANINGS: readonly (readonly [Meaning, words: string])[] = [
  [of('reached'), 'reached, spoke, answered, 联系上, 已联系, 已联系上, 接通, 已接通, 聊过'],
  [of('no_answer'), 'no_answer, no answer, not reached, voicemail, 无人接听, 未接, 未接通, 没接, 没人接, 无人接'],
  [of('wants'), 'wants, interested, 有意向, 感兴趣, 想要, 要买'],
  [of('complaint'), 'complaint, complained, 投诉, 抱怨, 不满'],
  [of('opted_out'), 'opted_out, opted out, opt out, stop, unsubscribed, 不再联系, 不要再联系, 拒绝, 拒绝联系, 退订'],
  [alone('done'), 'done, sent, ok, 完成, 已完成, 已发, 已发送, 已放入'],
  [alone('skipped'), 'skipped, skip, 跳过, 已跳过, 不联系'],
  [alone('snoozed'), 'snoozed, snooze, later, put off, 推迟, 已推迟, 改期, 稍后'],
];

const CHANNELS: readonly (readonly [PlayChannel, words: string])[] = [
  ['sms', 'sms, text, 短信'],
  ['email', 'email, e-mail, mail, 邮件, 邮箱, 电子邮件'],
  ['phone', 'phone, call, 电话, 通话'],
  ['wechat', 'wechat, 微信'],
  ['parcel', 'parcel, 随包裹, 包裹'],
];

const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const byWord = <T>(all: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(all.flatMap(([meaning, words]) => words.split(', ').map((word) => [keyOf(word), meaning] as const)));

const [meanings, channels] = [byWord(MEANINGS), byWord(CHANNELS)];

export const outcomeMeant = (text: string): Meaning | undefined => meanings.get(keyOf(text));
export const channelMeant = (text: string): PlayChannel | undefined => channels.get(keyOf(text));
