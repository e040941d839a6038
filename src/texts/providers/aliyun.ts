/** Alibaba Cloud, messages to mainland China. */
import type { Provider } from './provider.ts';

const TYPES = { source: 'help.aliyun.com 91975 短信模板规范', seen: '2026-11-27', evidence: 'read' } as const;
const FORMAT = {
  source: 'alibabacloud.com 425699 Message template for the Chinese mainland, 2023-08-15',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
/** A copy on another site, of 2017. */
const OLD = { source: 'help-w.com 1500844962 设置短信模板', seen: '2026-11-27', evidence: 'weak' } as const;

/** Care on birthdays and festivals is to be handed in as promotion. */
const PROMOTIONAL = ['care', 'promotion'] as const;

export const aliyun: Provider = {
  name: 'aliyun',
  counting: 'chinese',
  rules: [
    { rule: 'signature', form: 'brackets', by: 'provider', ...OLD },
    { rule: 'opt_out', kinds: PROMOTIONAL, wordings: ['拒收请回复R'], at: 'end', ...TYPES },
    { rule: 'no_opt_out', kinds: ['service'], ...TYPES },
    { rule: 'no_promotion', kinds: ['service'], ...TYPES },
    { rule: 'greeting', kinds: PROMOTIONAL, words: ['会员', 'VIP', '贵宾'], ...TYPES },
    { rule: 'length', most: 500, of: 'body', ...FORMAT },
    {
      rule: 'no_words',
      kinds: ['service', 'care', 'promotion'],
      words: '彩票 贷款 催款 提额 理财 中奖 抽奖 秒杀 高仿 整形 香烟 白酒 相亲 皮草 返现 返利 代开发票'.split(' '),
      ...FORMAT,
    },
    { rule: 'no_brackets', ...OLD },
    { rule: 'no_signs', signs: ['¥', '￥', '★', '^_^'], ...OLD },
    { rule: 'no_emoji', ...OLD },
    { rule: 'fixed_links', ...OLD },
  ],
};
