/**
 * Keeps a spreadsheet from running a cell as a formula: OWASP's list of triggers with LF (added in
 * 2025) and the full-width signs, also behind blanks and all that is not seen, which some programs leave out.
 */
import { INVISIBLE } from '../values/text.ts';

const TRIGGER = new RegExp(String.raw`^[${INVISIBLE}]*[=+\-@\t\r\n＝＋－＠]`, 'u');
const STARTS_WITH_BREAK = /^[\t\r\n]/;
const E164 = /^\+[1-9]\d{6,14}$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export type Exempt = 'phone' | 'number' | 'nothing';

/** The text with a leading ' where it would be live. A whole phone number or number stays usable in its own column. */
export function defuse(text: string, exempt: Exempt): string {
  if (!TRIGGER.test(text) && !STARTS_WITH_BREAK.test(text)) return text;
  if (exempt === 'phone' && E164.test(text)) return text;
  if (exempt === 'number' && NUMBER.test(text)) return text;
  return `'${text}`;
}
