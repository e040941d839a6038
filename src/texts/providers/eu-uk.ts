/** European Union, European Economic Area and United Kingdom. France asks for more: no Sundays and no public holidays. */
import type { Provider } from './provider.ts';

const SENDER = {
  source: 'PECR 2003 (UK) reg. 24; ePrivacy 2002/58/EC art. 13(4)',
  seen: '2026-11-27',
  evidence: 'read',
} as const;
const PRACTICE = { source: 'help.klaviyo.com 4408737146651', seen: '2026-11', evidence: 'weak' } as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

export const euUk: Provider = {
  name: 'eu-uk',
  counting: 'network',
  rules: [
    { rule: 'signature', form: 'name', by: 'sender', ...SENDER },
    { rule: 'opt_out', kinds: ['promotion'], wordings: ['Reply STOP to opt out'], at: 'anywhere', ...SENDER },
    { rule: 'no_promotion', kinds: ['service', 'care'], ...RECALLED },
    { rule: 'hours', kinds: ['care', 'promotion'], from: '08:00', to: '21:00', ...PRACTICE },
  ],
};
