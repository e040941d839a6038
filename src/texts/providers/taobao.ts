/** The messages that Taobao and Tmall sell to their shops. */
import type { Provider } from './provider.ts';

const NOTES = {
  source: 'geekdaxue.co alibabacem@crm, notes on a June sale',
  seen: '2026-11',
  evidence: 'weak',
} as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

export const taobao: Provider = {
  name: 'taobao',
  counting: 'chinese',
  rules: [
    { rule: 'signature', form: 'brackets', by: 'provider', ...RECALLED },
    {
      rule: 'opt_out',
      kinds: ['care', 'promotion'],
      wordings: ['拒收请回复R', '回T退订', '退订回T', '回TD退订', '退订回TD'],
      at: 'end',
      ...RECALLED,
    },
    { rule: 'no_promotion', kinds: ['service'], ...RECALLED },
    { rule: 'no_brackets', ...RECALLED },
    { rule: 'no_emoji', ...RECALLED },
    // Outside the big sales.
    { rule: 'hours', kinds: ['care', 'promotion'], from: '08:00', to: '22:00', ...NOTES },
  ],
};
