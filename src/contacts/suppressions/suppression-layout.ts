/** A table of whom never to contact: columns by plain names or common words. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { ownTable } from '../../platforms/own-table.ts';

/** Fields of `--map`. */
export const SUPPRESSION_FIELDS = {
  customer_id: 'customerId',
  phone: 'phone',
  email: 'email',
  domain: 'domain',
  reason: 'reason',
} as const satisfies Readonly<Record<string, Field>>;

export type SuppressionField = keyof typeof SUPPRESSION_FIELDS;

const WORDS: Readonly<Record<SuppressionField, readonly string[]>> = {
  customer_id: ['customer_id', 'customer id', 'customer', '客户编号', '客户', '编号'],
  phone: ['phone', 'mobile', 'phone number', '电话', '手机', '手机号', '联系电话', 'telefon'],
  email: ['email', 'e-mail', 'email address', '邮箱', '电子邮件'],
  domain: ['domain', '域名', '邮箱域名'],
  reason: ['reason', 'why', 'note', '理由', '原因', '备注', 'grund'],
};

export const suppressionLayout = (map: Readonly<Partial<Record<SuppressionField, string>>>): Layout =>
  ownTable('suppressions', SUPPRESSION_FIELDS, WORDS, map, ['customer_id', 'phone', 'email', 'domain']);
