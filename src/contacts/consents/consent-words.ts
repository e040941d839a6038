/** What other tools, and people, write for a channel and for a yes or a no. */
import { type Channel, CHANNELS } from '../channels.ts';
import type { ConsentStatus } from '../gate.ts';

const words = (text: string): readonly string[] => text.split(/,\s*/);

const STATUS = new Map<string, ConsentStatus>([
  ...words(
    'granted, yes, y, true, 1, subscribed, subscribe, opt-in, opted in, opted-in, opt_in, agreed, accepted, ja, 同意, 已同意, 是, 订阅, 已订阅, 愿意',
  ).map((word) => [word, 'granted'] as const),
  ...words(
    'refused, no, n, false, 0, unsubscribed, unsubscribe, opt-out, opted out, opted-out, opt_out, declined, withdrawn, complained, blocked, nein, 拒绝, 已拒绝, 不同意, 否, 退订, 已退订, 未订阅, 取消订阅, 不愿意, 撤回',
  ).map((word) => [word, 'refused'] as const),
  ...words('unknown, never subscribed, pending, unconfirmed, unbekannt, 未知, 不详, 待确认, 未确认').map(
    (word) => [word, 'unknown'] as const,
  ),
]);

const CHANNEL = new Map<string, readonly Channel[]>([
  ...words('sms, text, text message, text messages, 短信').map((word) => [word, ['sms']] as const),
  ...words('email, e-mail, mail, 邮件, 邮箱, 电子邮件').map((word) => [word, ['email']] as const),
  ...words('phone, call, calls, telephone, telefon, 电话').map((word) => [word, ['phone']] as const),
  ...words('all, any, every, alle, 全部, 所有').map((word) => [word, CHANNELS] as const),
]);

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

export const statusIn = (text: string): ConsentStatus | undefined => STATUS.get(folded(text));

/** One, or all of them. */
export const channelsIn = (text: string): readonly Channel[] | undefined => CHANNEL.get(folded(text));
