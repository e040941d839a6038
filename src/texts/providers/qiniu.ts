/** Qiniu, messages to mainland China. */
import type { Provider } from './provider.ts';

const PAGE = {
  source: 'developer.qiniu.com sms/5814 模板审核标准, 2021-10-28',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

const WORDINGS = ['回T退订', '回TD退订'] as const;

export const qiniu: Provider = {
  name: 'qiniu',
  counting: 'chinese',
  rules: [
    { rule: 'signature', form: 'brackets', by: 'provider', ...RECALLED },
    { rule: 'opt_out', kinds: ['promotion'], wordings: WORDINGS, at: 'end', ...PAGE },
    { rule: 'opt_out', kinds: ['care'], wordings: WORDINGS, at: 'end', ...RECALLED },
    { rule: 'no_promotion', kinds: ['service'], ...PAGE },
    { rule: 'length', most: 500, of: 'body', ...PAGE },
    { rule: 'no_brackets', ...PAGE },
    { rule: 'no_signs', signs: ['★', '※', '→', '●'], ...PAGE },
    // The page refuses variants of characters in keywords; that these are such is a reading of it.
    { rule: 'no_signs', signs: Array.from('０１２３４５６７８９'), ...PAGE, evidence: 'weak' },
    { rule: 'no_emoji', ...RECALLED },
    { rule: 'fixed_links', ...PAGE },
    {
      rule: 'no_words',
      kinds: ['service', 'care', 'promotion'],
      words: (
        '电信 移动 联通 流量 彩票 网赚 返利 返现 提现 现金补贴 货到付款 贷款 催款 理财 中奖 一元夺宝 一元秒杀 整形 美容 ' +
        '会所 酒吧 皮草 加群 加QQ 加微信 装修 优惠券 婚恋 交友 问卷调查'
      ).split(' '),
      ...PAGE,
    },
    { rule: 'hours', kinds: ['care', 'promotion'], from: '08:00', to: '20:00', ...PAGE },
  ],
};
