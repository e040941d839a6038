/** Signs in what is sent that nobody sees, or that turn what is read: they would stand as they are in a file to send from. */
import { BREAKING, INVISIBLE } from '../../texts/shown-value.ts';
import type { Policy } from '../policy.ts';
import type { PlayFinding } from './finding.ts';
import type { Play } from './play.ts';

export const checkSigns = ({ messages, verify }: Play): PlayFinding[] => [
  ...messages.flatMap(({ subject = '', text }, index) => [
    ...hiddenIn(subject, `messages.${index + 1}.subject`),
    ...hiddenIn(withoutLines(text), `messages.${index + 1}.text`),
  ]),
  ...verify.flatMap((line, index) => hiddenIn(withoutLines(line), `verify.${index + 1}`)),
];

export const checkPolicySigns = ({ sms, email: { unsubscribe } }: Pick<Policy, 'sms' | 'email'>): PlayFinding[] => [
  ...hiddenIn(sms.signature ?? '', 'sms.signature'),
  ...Object.entries(unsubscribe).flatMap(([language, line = '']) =>
    hiddenIn(withoutLines(line), `email.unsubscribe.${language}`),
  ),
];

/** Line breaks and tabs are meant where there may be lines. */
const withoutLines = (text: string): string => text.replace(/[\n\t]/g, ' ');

/** Each once, by its number: to look at it tells nothing. */
function hiddenIn(text: string, key: string): PlayFinding[] {
  const signs = new Set([BREAKING, INVISIBLE].flatMap((pattern) => text.match(pattern) ?? []).join(''));
  if (signs.size === 0) return [];
  const numbers = Array.from(
    signs,
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return [{ finding: 'hidden_sign', key, value: numbers.join(', ') }];
}
