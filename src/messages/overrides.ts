/** Sentences around who is who as it was said by hand: merging, splitting, taking back, suggestions. */
import { some } from './counted.ts';

const numbers = (customers: readonly number[]) => customers.map((customer) => `#${customer}`).join(', ');

export const en = {
  alreadyOne: (name: string, customer: number) => `${name} is one customer already: #${customer}`,
  merged: (name: string, customer: number, orders: number) =>
    `merged: ${name} is #${customer}, with ${some(orders, 'order')}`,
  overrules: (id: number, by: number) =>
    `${id}, by which they were kept apart, is without effect as long as ${by} stands`,
  takeBack: (line: string) => `taken back with ${line}`,
  lessConsent: (channel: string, line: string) =>
    `not each of them had agreed to ${channel}, so that it is unknown for both; where they did: ${line}`,
  heldApart: (line: string) => `a split keeps them apart; see ${line}`,
  splitNeeds: 'say what leaves: --identifier or --order',
  notTheirs: (name: string, value: string) => `${name} has no order or contact detail ${value}`,
  severalShops: (order: string) => `order ${order} stands in several shops; split by another detail`,
  nobodyStays: (name: string) => `every order of ${name} has that: nothing would stay; name some of the orders`,
  alreadyApart: (customer: number, other: number) => `that was split from #${customer} before: it is of #${other}`,
  splitOff: (customer: number, name: string, orders: number) =>
    `split off: ${name}, #${customer}, ${some(orders, 'order')}`,
  stays: (customer: number, name: string, orders: number) => `stays: ${name}, #${customer}, ${some(orders, 'order')}`,
  apart: (one: number, other: number) => `#${one} and #${other} are never joined`,
  apartAlready: (one: number, other: number) => `#${one} and #${other} are kept apart already`,
  saidOfLeaver: (count: number, customer: number) =>
    `${some(count, 'note, tag or correction', 'notes, tags and corrections')} ${count === 1 ? 'is' : 'are'} with #${customer} now; say anew what is of whoever stays`,
  unknownOverride: (id: string) => `there is no merge or split with the number ${id}`,
  undone: (customers: readonly number[]) =>
    customers.length > 1
      ? `taken back; they are ${numbers(customers)} now`
      : `taken back; they are one customer, ${numbers(customers)}`,
  alreadyUndone: (id: number) => `${id} was taken back before; nothing changed`,
  undoForgotten: (id: number) => `somebody of ${id} was forgotten since: it cannot be taken back`,
  none: 'nothing was merged or split by hand',
  noSuggestions: 'nobody looks like somebody else',
  suggestionsCut: (count: number) => `${some(count, 'more suggestion')}; --limit shows more`,
  why: {
    same_email: 'the same e-mail, which too many use',
    same_mailbox: 'e-mails that most likely reach one mailbox',
    same_phone: 'the same phone, under different names or of too many',
    same_receiver: 'the phone of a parcel, under the same name',
    same_place: 'the same name and address',
    email_typo: 'e-mails that differ by a slip',
    phone_typo: 'the same name, and phones that differ by a slip',
  } as Readonly<Record<string, string>>,
  byHand: {
    merge: (day: string, reason: string) => `merged by hand on ${day}${reason}`,
    split: (day: string, others: readonly number[], reason: string) =>
      `kept apart from ${numbers(others)} by hand on ${day}${reason}`,
    reason: (reason: string) => `: ${reason}`,
    back: (line: string) => `to take it back: ${line}`,
  },
};

export const zh: typeof en = {
  alreadyOne: (name, customer) => `${name} 已经是同一位客户：#${customer}`,
  merged: (name, customer, orders) => `已合并：${name} 是 #${customer}，共 ${orders} 单`,
  overrules: (id, by) => `之前的分开记录 ${id} 在 ${by} 有效期间不起作用`,
  takeBack: (line) => `撤回请用 ${line}`,
  lessConsent: (channel, line) => `双方并未都同意${channel}，合并后视为未知；若确已同意：${line}`,
  heldApart: (line) => `有一次拆分仍将他们分开；见 ${line}`,
  splitNeeds: '请说明拆出什么：--identifier 或 --order',
  notTheirs: (name, value) => `${name} 没有 ${value} 这个订单或联系方式`,
  severalShops: (order) => `订单 ${order} 在多个店铺都有；请换一个依据拆分`,
  nobodyStays: (name) => `${name} 的所有订单都有它，拆分后没有剩余；请改为指定部分订单`,
  alreadyApart: (customer, other) => `之前已从 #${customer} 拆出，现属于 #${other}`,
  splitOff: (customer, name, orders) => `拆出：${name}，#${customer}，${orders} 单`,
  stays: (customer, name, orders) => `保留：${name}，#${customer}，${orders} 单`,
  apart: (one, other) => `#${one} 和 #${other} 永远不会合并`,
  apartAlready: (one, other) => `#${one} 和 #${other} 之前已分开`,
  saidOfLeaver: (count, customer) => `有 ${count} 条备注、标签或更正现归 #${customer}；属于留下一方的请重新记录`,
  unknownOverride: (id) => `没有编号为 ${id} 的合并或拆分`,
  undone: (customers) =>
    customers.length > 1 ? `已撤回；现为 ${numbers(customers)}` : `已撤回；现为同一位客户 ${numbers(customers)}`,
  alreadyUndone: (id) => `${id} 之前已撤回，没有任何变化`,
  undoForgotten: (id) => `${id} 涉及的客户已被忘记，无法撤回`,
  none: '没有手动合并或拆分过客户',
  noSuggestions: '没有发现疑似同一人的客户',
  suggestionsCut: (count) => `还有 ${count} 条建议；用 --limit 查看更多`,
  why: {
    same_email: '邮箱相同，但被太多人使用',
    same_mailbox: '邮箱写法不同，很可能是同一个邮箱',
    same_phone: '电话相同，但姓名不同或被太多人使用',
    same_receiver: '收货电话相同，姓名也相同',
    same_place: '姓名和地址相同',
    email_typo: '邮箱只差一点，疑似笔误',
    phone_typo: '姓名相同，电话只差一点',
  },
  byHand: {
    merge: (day, reason) => `${day} 手动合并${reason}`,
    split: (day, others, reason) => `${day} 手动与 ${numbers(others)} 分开${reason}`,
    reason: (reason) => `：${reason}`,
    back: (line) => `撤回：${line}`,
  },
};
