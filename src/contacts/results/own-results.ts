/** Any other table of messages: columns by the headers that were told, else by plain names and common words. */
import type { Field } from '../../platforms/layout.ts';
import { ownTable } from '../../platforms/own-table.ts';
import type { Cells, Meaning, Result, ResultExport } from './result-export.ts';
import { meaningOf } from './result-words.ts';

/** Fields of `--map`. */
export const RESULT_FIELDS = {
  email: 'email',
  phone: 'phone',
  result: 'result',
  bounce_type: 'bounceType',
  date: 'happenedAt',
  channel: 'channel',
} as const satisfies Readonly<Record<string, Field>>;

type ResultColumn = keyof typeof RESULT_FIELDS;
export type ResultMap = Readonly<Partial<Record<ResultColumn, string>>>;

const WORDS: Readonly<Record<ResultColumn, readonly string[]>> = {
  email: [
    'email',
    'e-mail',
    'email address',
    'e-mail address',
    'recipient',
    '邮箱',
    '电子邮件',
    '邮件地址',
    '收件人邮箱',
  ],
  phone: [
    'phone',
    'mobile',
    'phone number',
    'mobile number',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '接收手机号',
    '接收号码',
    '号码',
  ],
  result: [
    'result',
    'status',
    'event',
    'event type',
    'state',
    'delivery status',
    'report status',
    '结果',
    '状态',
    '回执状态',
    '状态报告',
    '报告状态',
    '接收状态',
    '送达状态',
    '发送状态',
    '发送结果',
    '回复内容',
    'suppression reason',
    'reason',
  ],
  bounce_type: ['bounce type', 'bounce_type', 'severity', '退信类型'],
  date: [
    'date',
    'time',
    'timestamp',
    'event time',
    'event date',
    'happened at',
    'delivered at',
    'done at',
    'report time',
    'receive time',
    'sent at',
    'send time',
    'created at',
    '日期',
    '时间',
    '回执时间',
    '报告时间',
    '状态时间',
    '接收时间',
    '回复时间',
    '退订时间',
    '投诉时间',
    '发送时间',
  ],
  channel: ['channel', '渠道', '方式'],
};

/** `every`: what each row of it says, where no column does. */
export function ownResults(map: ResultMap, every: Result | undefined): ResultExport {
  // Without a column of results it is enough to know of whom.
  const requiresOne: readonly ResultColumn[] = every === undefined ? ['result', 'bounce_type'] : ['email', 'phone'];
  return {
    tool: 'message report',
    evidence: 'seen',
    source: "the seller's own table",
    layout: ownTable('results of messages', RESULT_FIELDS, WORDS, map, requiresOne),
    dates: ['happenedAt'],
    says: (cells) => [{ meaning: every ?? meaningIn(cells), field: fieldIn(cells), at: 'happenedAt' }],
  };
}

const fieldIn = (cells: Cells) => (cells('result') === '' && cells('bounceType') !== '' ? 'bounceType' : 'result');

/** Where the bounce has a kind that says more than the result. */
function meaningIn(cells: Cells): Meaning | undefined {
  const [result, kind] = [meaningOf(cells('result')), meaningOf(cells('bounceType'))];
  const open = cells('result') === '' || result === 'bounced' || result === 'lost';
  return open && (kind === 'bounced' || kind === 'lost') ? kind : result;
}
