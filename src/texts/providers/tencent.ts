/** Tencent Cloud, messages to mainland China. */
import type { Provider } from './provider.ts';

const BODY = {
  source: 'cloud.tencent.com 382/39023 正文模板审核标准, 2025-06-17',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
const TERMS = {
  source: 'intl.cloud.tencent.com 382/13299 常用概念, 2022-06-02',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
const REJECTED = {
  source: 'tencentcloud.com 382/42834 Template Rejection and Solutions, 2024-01-18',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

export const tencent: Provider = {
  name: 'tencent',
  counting: 'chinese',
  rules: [
    { rule: 'signature', form: 'brackets', by: 'provider', ...TERMS },
    { rule: 'opt_out', kinds: ['promotion'], wordings: ['拒收请回复R'], at: 'end', ...BODY },
    { rule: 'opt_out', kinds: ['care'], wordings: ['拒收请回复R'], at: 'end', ...RECALLED },
    { rule: 'no_promotion', kinds: ['service'], ...BODY },
    { rule: 'length', most: 500, of: 'all', ...BODY },
    { rule: 'no_brackets', ...BODY },
    { rule: 'no_signs', signs: ['¥', '￥', '★', '^_^', '☞', '✓', '※'], ...BODY },
    { rule: 'no_signs', signs: ['&', '√'], ...REJECTED },
    { rule: 'no_emoji', ...RECALLED },
    { rule: 'fixed_links', ...BODY },
    { rule: 'values_apart', ...BODY },
    {
      rule: 'no_words',
      kinds: ['service', 'care', 'promotion'],
      words: (
        '彩票 返利 返现 抽奖 中奖 贷款 催款 理财 一元夺宝 一元秒杀 刷单 整形 美容 会所 酒吧 皮草 装修 加群 加QQ 加微信 ' +
        '直播 相亲 交友 好评 优惠券 积分领取 积分兑换 问卷调查 邀请到店 加盟 算命 代开发票'
      ).split(' '),
      ...BODY,
    },
  ],
};
