/** Order numbers: text, kept as written. */
import type { Parsed } from './parsed.ts';

/**
 * `scientific` for what a spreadsheet has rounded (1.37359E+14): a decimal point or an explicit plus
 * sign. 1E3 and 0x3E8 are text a shop may well use. `control` for control characters.
 */
export function readOrderNumber(cleaned: string): Parsed<string> {
  if (/^\d+(?:[.,]\d+)?e\+\d+$/i.test(cleaned) || /^\d+[.,]\d+e-?\d+$/i.test(cleaned))
    return { ok: false, reason: 'scientific' };
  if (/[\u0000-\u001f\u007f-\u009f]/.test(cleaned) || cleaned === '') return { ok: false, reason: 'control' };
  return { ok: true, value: cleaned };
}
