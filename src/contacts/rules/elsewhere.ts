/** Wherever no law is written down here: a purchase is no consent. */
import { CHANNELS, KINDS } from '../channels.ts';
import type { Place } from './rule.ts';

export const elsewhere: Place = {
  name: 'default',
  countries: [],
  rules: CHANNELS.flatMap((channel) =>
    KINDS.map((kind) => ({
      channel,
      kind,
      needs: kind === 'promotion' ? ('granted' as const) : ('not-refused' as const),
      since: null,
      source: '-',
      evidence: 'recalled' as const,
    })),
  ),
};
