/**
 * European Union, European Economic Area and United Kingdom. Whoever sells their own similar products to those who
 * bought may need no yes (ePrivacy 13(2)): that is the shop's to say, by its consent policy.
 */
import { CHANNELS } from '../channels.ts';
import type { Place, Rule } from './rule.ts';

const OBJECTING = { since: '2018-05-25', evidence: 'read', source: 'GDPR art. 21(2)-(3)' } as const;
const CONTRACT = { since: '2018-05-25', evidence: 'recalled', source: 'GDPR art. 6(1)(b)' } as const;
const UNASKED = { since: '2003-10-31', evidence: 'recalled' } as const;

const rules: readonly Rule[] = CHANNELS.flatMap((channel): Rule[] => [
  { channel, kind: 'service', needs: 'not-refused', ...CONTRACT },
  { channel, kind: 'care', needs: 'not-refused', ...OBJECTING },
  {
    channel,
    kind: 'promotion',
    needs: 'granted',
    ...UNASKED,
    // Of calls each country chooses; some want a yes.
    source: channel === 'phone' ? 'ePrivacy 2002/58/EC art. 13(3)' : 'ePrivacy 2002/58/EC art. 13(1)-(2)',
  },
]);

const MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO GB'.split(
  ' ',
);

export const euUk: Place = { name: 'eu-uk', countries: MEMBERS, rules };
