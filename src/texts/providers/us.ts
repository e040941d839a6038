/** United States, by federal law; some states leave fewer hours. */
import type { Provider } from './provider.ts';

const HOURS = {
  source: 'TCPA, 47 CFR 64.1200(c)(1); natlawreview.com 2025-03-14',
  seen: '2026-11',
  evidence: 'read',
} as const;
const CARRIERS = {
  source: 'support.talkwiz.ai SMS Marketing Compliance Guidelines, of the CTIA',
  seen: '2026-11-27',
  evidence: 'weak',
} as const;
const RECALLED = { source: '-', seen: null, evidence: 'recalled' } as const;

export const us: Provider = {
  name: 'us',
  counting: 'network',
  rules: [
    { rule: 'signature', form: 'name', by: 'sender', ...CARRIERS },
    { rule: 'opt_out', kinds: ['promotion'], wordings: ['Reply STOP to opt out'], at: 'anywhere', ...CARRIERS },
    { rule: 'no_promotion', kinds: ['service', 'care'], ...RECALLED },
    { rule: 'hours', kinds: ['care', 'promotion'], from: '08:00', to: '21:00', ...HOURS },
  ],
};
