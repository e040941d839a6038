/** Wherever nothing is written down here: a sender says who they are, and how to hear no more of them. */
import type { Provider } from './provider.ts';

const OWN = { source: '-', seen: null, evidence: 'recalled' } as const;

export const elsewhere: Provider = {
  name: 'default',
  counting: 'network',
  rules: [
    { rule: 'signature', form: 'name', by: 'sender', ...OWN },
    { rule: 'opt_out', kinds: ['promotion'], wordings: ['Reply STOP to opt out'], at: 'anywhere', ...OWN },
    { rule: 'no_promotion', kinds: ['service', 'care'], ...OWN },
  ],
};
