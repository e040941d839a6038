/** The few signs for which a text takes more parts than it would without them: one curly quote makes 160 characters 70. */
import type { Finding } from './finding.ts';
import { notInGsm, smsParts } from './sms-parts.ts';

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};
/** More of them, and the text is in another script. */
const FEW = 3;

export function costlySigns(text: string): Finding[] {
  const signs = notInGsm(text);
  if (signs.length === 0 || signs.length > FEW) return [];
  const without = signs.reduce((left, sign) => left.replaceAll(sign, PLAIN[sign] ?? ''), text);
  if (smsParts(without, 'network').parts >= smsParts(text, 'network').parts) return [];
  return signs.map((sign) => ({
    code: 'costly_sign',
    level: 'warning',
    words: sign,
    at: text.indexOf(sign),
    wanted: PLAIN[sign],
  }));
}
