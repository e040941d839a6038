/** Sentences of consent, suppression and contact lists. */
import type { GateReason } from '../contacts/gate.ts';
import { some } from './counted.ts';

const people = (count: number) => some(count, 'customer');

export const en = {
  consentSet: (name: string, channel: string, status: string) => `${name}: ${channel} ${status}`,
  badChannel: (channel: string) => `no channel is called "${channel}"; there are sms, email and phone`,
  badStatus: (status: string) => `consent cannot be "${status}"; it is granted, refused or unknown`,
  suppressed: (hint: string) => `${hint} will never be contacted`,
  alreadySuppressed: (hint: string) => `${hint} was suppressed before; nothing changed`,
  lifted: (id: number) => `suppression ${id} lifted`,
  unknownSuppression: (id: string) => `there is no suppression ${id} in force`,
  rows: (count: number, channel: string, kind: string) => `${people(count)} for ${channel}, ${kind}`,
  leftOut: (count: number) => `left out: ${count}`,
  reasons: {
    suppressed: (count: number) => `${count} suppressed`,
    no_address: (count: number) => `${count} without a usable address`,
    refused: (count: number) => `${count} refused`,
    service_only: (count: number) => `${count} known only from marketplaces that allow messages about orders alone`,
    no_consent: (count: number) => `${count} never agreed to promotions`,
    same_address: (count: number) => `${count} share the address of another customer on the list`,
  } as Readonly<Record<GateReason, (count: number) => string>>,
  changes: {
    suppressed: () => 'regulars suppress list',
    no_address: (channel: string) =>
      channel === 'sms'
        ? "regulars customers list --where 'customer_phone IS NULL'; --channel phone also reaches landlines"
        : `regulars customers list --where 'customer_${channel === 'email' ? 'email' : 'phone'} IS NULL'`,
    refused: () => 'regulars consent show WHO',
    service_only: () => 'regulars shops edit SHOP --contact-policy any, where its rules allow more',
    no_consent: (channel: string) =>
      `regulars consent set WHO ${channel} granted, or regulars shops edit SHOP --consent-policy not-refused`,
    same_address: () => 'regulars customers explain WHO',
  } as Readonly<Record<GateReason, (channel: string) => string>>,
  channelAndKind: 'say how and what for: --channel sms|email|phone and --kind service|care|promotion',
  written: (path: string) => `written to ${path}`,
};

export const zh: typeof en = {
  consentSet: (name, channel, status) => `${name}：${channel} ${status}`,
  badChannel: (channel) => `没有“${channel}”这个渠道；可用 sms、email、phone`,
  badStatus: (status) => `许可不能是“${status}”；可用 granted（同意）、refused（拒绝）、unknown（未知）`,
  suppressed: (hint) => `今后不会再联系 ${hint}`,
  alreadySuppressed: (hint) => `${hint} 已在禁止联系名单中，未作改动`,
  lifted: (id) => `已解除禁止联系 ${id}`,
  unknownSuppression: (id) => `没有生效中的禁止联系 ${id}`,
  rows: (count, channel, kind) => `${count} 位客户，渠道 ${channel}，用途 ${kind}`,
  leftOut: (count) => `未列入 ${count} 位`,
  reasons: {
    suppressed: (count) => `${count} 位禁止联系`,
    no_address: (count) => `${count} 位没有可用的联系方式`,
    refused: (count) => `${count} 位拒绝联系`,
    service_only: (count) => `${count} 位只在平台下过单，平台只允许联系订单事宜`,
    no_consent: (count) => `${count} 位从未同意接收营销信息`,
    same_address: (count) => `${count} 位与名单中另一位客户共用联系方式`,
  },
  changes: {
    suppressed: () => 'regulars suppress list',
    no_address: (channel) =>
      channel === 'sms'
        ? "regulars customers list --where 'customer_phone IS NULL'；--channel phone 也可联系固定电话"
        : `regulars customers list --where 'customer_${channel === 'email' ? 'email' : 'phone'} IS NULL'`,
    refused: () => 'regulars consent show 客户',
    service_only: () => 'regulars shops edit 店名 --contact-policy any（平台规则允许时）',
    no_consent: (channel) =>
      `regulars consent set 客户 ${channel} granted，或 regulars shops edit 店名 --consent-policy not-refused`,
    same_address: () => 'regulars customers explain 客户',
  },
  channelAndKind: '请指明渠道和用途：--channel sms|email|phone，--kind service|care|promotion',
  written: (path) => `已写入 ${path}`,
};
