/**
 * Any other provider in mainland China: what the law asks, and what all seem to. A revised law is told of as of
 * 1 May 2026, by one weak source: it is not in here.
 */
import type { Provider } from './provider.ts';

const LAW = {
  source: '通信短信息服务管理规定, 2015-06-30; 广告法 43',
  seen: '2026-11',
  evidence: 'read',
} as const;
const TYPES = { source: 'help.aliyun.com 91975 短信模板规范', seen: '2026-11-27', evidence: 'weak' } as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

const WORDINGS = ['拒收请回复R', '回T退订', '退订回T', '回TD退订', '退订回TD', '退订回N', '退订请回复TD'] as const;

export const china: Provider = {
  name: 'china',
  counting: 'chinese',
  rules: [
    { rule: 'signature', form: 'brackets', by: 'sender', ...LAW },
    { rule: 'opt_out', kinds: ['promotion'], wordings: WORDINGS, at: 'anywhere', ...LAW },
    { rule: 'opt_out', kinds: ['care'], wordings: WORDINGS, at: 'anywhere', ...TYPES },
    { rule: 'no_promotion', kinds: ['service'], ...LAW },
    { rule: 'length', most: 500, of: 'all', ...RECALLED },
    { rule: 'no_brackets', ...RECALLED },
    { rule: 'no_emoji', ...RECALLED },
    { rule: 'fixed_links', ...RECALLED },
    // SUBMAIL keeps what comes later until the morning.
    {
      rule: 'hours',
      kinds: ['care', 'promotion'],
      from: '08:00',
      to: '22:00',
      source: 'mysubmail.com, delivery at night',
      seen: '2026-11',
      evidence: 'weak',
    },
  ],
};
