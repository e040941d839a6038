/** A table of what customers said of being contacted: columns by plain names or common words. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { ownTable } from '../../platforms/own-table.ts';

/** Fields of `--map`. */
export const CONSENT_FIELDS = {
  customer_id: 'customerId',
  phone: 'phone',
  email: 'email',
  channel: 'channel',
  status: 'status',
  date: 'placedAt',
  note: 'note',
  proof: 'proof',
} as const satisfies Readonly<Record<string, Field>>;

export type ConsentField = keyof typeof CONSENT_FIELDS;

const WORDS: Readonly<Record<ConsentField, readonly string[]>> = {
  customer_id: ['customer_id', 'customer id', 'customer', '客户编号', '客户', '编号'],
  phone: ['phone', 'mobile', '电话', '手机', '手机号', '联系电话', 'telefon'],
  email: ['email', 'e-mail', 'email address', '邮箱', '电子邮件'],
  channel: ['channel', '渠道', 'kanal'],
  status: ['status', 'consent', 'subscribed', '状态', '许可', '意愿', 'einwilligung'],
  date: ['date', 'day', 'stated_at', 'on', 'since', '日期', '时间', 'datum'],
  note: ['note', 'notes', 'comment', '备注', 'notiz'],
  proof: ['proof', 'evidence', 'source', '凭证', '依据', '来源', 'nachweis'],
};

export const consentLayout = (map: Readonly<Partial<Record<ConsentField, string>>>): Layout =>
  ownTable('consents', CONSENT_FIELDS, WORDS, map, ['status']);
