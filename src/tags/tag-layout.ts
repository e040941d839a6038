/** A table of tags to put on or take off: columns by plain names or common words. */
import type { Field, Layout } from '../platforms/layout.ts';
import { ownTable } from '../platforms/own-table.ts';

/** Fields of `--map`. */
export const TAG_FIELDS = {
  customer_id: 'customerId',
  phone: 'phone',
  email: 'email',
  tag: 'tag',
  reason: 'reason',
  expires: 'expiresOn',
  action: 'action',
} as const satisfies Readonly<Record<string, Field>>;

export type TagField = keyof typeof TAG_FIELDS;

const WORDS: Readonly<Record<TagField, readonly string[]>> = {
  customer_id: ['customer_id', 'customer id', 'customer', '客户编号', '客户', '编号'],
  phone: ['phone', 'mobile', '电话', '手机', '手机号', '联系电话', 'telefon'],
  email: ['email', 'e-mail', '邮箱', '电子邮件'],
  tag: ['tag', 'label', '标签'],
  reason: ['reason', 'why', '理由', '原因', 'grund'],
  expires: ['expires', 'expires_day', '到期', '到期日', '失效日期', 'bis'],
  action: ['action', '操作', '动作', 'aktion'],
};

export const tagLayout = (map: Readonly<Partial<Record<TagField, string>>>): Layout =>
  ownTable('tags', TAG_FIELDS, WORDS, map, ['tag']);
