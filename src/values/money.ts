/** Amounts as integers of the currency's minor unit. Digits after the point follow ISO 4217, not CLDR. */
import { marksAnyCurrency, marksCurrency } from './currency-marks.ts';
import type { Parsed } from './parsed.ts';

export type DecimalStyle = 'point' | 'comma';

const NO_DECIMALS = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'UYI',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** Decimal digits of a currency by ISO 4217. */
export function exponentOf(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/**
 * Currency, number, currency, with a sign in front of either or behind: -12.50 USD and $-12.50 and 12.50-.
 * A point behind a letter ends a word: kr.500 is not half a crown.
 */
const AMOUNT =
  /^[-−+]?([^\d.,+−-]*(?:\p{L}\.\s*)?)(?:[-−+]\s*)?((?:(?<!\p{L})[.,])?\d[\d.,'’\s]*)(?:[-−]\s*)?((?:[^\d.,\s'’+−-][^\d+−-]*)?)[-−]?$/u;

interface Amount {
  readonly number: string;
  readonly negative: boolean;
  readonly marks: readonly string[];
}

function readAmount(text: string): Amount | undefined {
  const plain = text.normalize('NFKC').trim();
  const bracketed = /^\((.*)\)$/.exec(plain)?.[1];
  const match = AMOUNT.exec(bracketed ?? plain);
  const signs = plain.match(/[-−+]/g) ?? [];
  if (!match || signs.length > 1) return undefined;
  const [, before = '', number = '', after = ''] = match;
  const negative = bracketed !== undefined || (signs.length > 0 && signs[0] !== '+');
  return { number: number.trim(), negative, marks: [before, after] };
}

/** Thousands apart by the other sign, a blank or an apostrophe; India sets some apart in twos. */
const SHAPES: Readonly<Record<DecimalStyle, RegExp>> = {
  point: /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[\s'’]\d{3})+)?(?:\.(\d*))?$/,
  comma: /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[\s'’]\d{3})+)?(?:,(\d*))?$/,
};

/** Minor units. Reasons: not_a_number, too_many_decimals, scientific, too_large. */
export function parseMoney(text: string, style: DecimalStyle, currency: string): Parsed<number> {
  // The shape of nearly every cell; whatever else there is takes the long way.
  if (style === 'point' && /^\d{1,11}\.\d{2}$/.test(text) && exponentOf(currency) === 2) {
    return { ok: true, value: Number(text.slice(0, -3)) * 100 + Number(text.slice(-2)) };
  }
  if (/\d[eE][+-]?\d/.test(text)) return { ok: false, reason: 'scientific' };
  const amount = readAmount(text);
  const match = amount && SHAPES[style].exec(amount.number);
  if (!match || !amount.marks.every((mark) => marksCurrency(mark, currency)))
    return { ok: false, reason: 'not_a_number' };
  const whole = (match[1] ?? '0').replace(/\D/g, '');
  const exponent = exponentOf(currency);
  let fraction = (match[2] ?? '').replace(/0+$/, '');
  let carry = 0;
  if (fraction.length > exponent) {
    // 19.990000000000002 is what a spreadsheet keeps of 19.99.
    const rounded = Math.round(Number(`0.${fraction}`) * 10 ** exponent);
    if (Math.abs(Number(`0.${fraction}`) * 10 ** exponent - rounded) > 1e-6)
      return { ok: false, reason: 'too_many_decimals' };
    carry = rounded >= 10 ** exponent ? 1 : 0;
    fraction = exponent === 0 ? '' : String(rounded % 10 ** exponent).padStart(exponent, '0');
  }
  const value = (Number(whole) + carry) * 10 ** exponent + Number(fraction.padEnd(exponent, '0') || 0);
  if (!Number.isSafeInteger(value)) return { ok: false, reason: 'too_large' };
  return { ok: true, value: amount.negative && value !== 0 ? -value : value };
}

export type DecimalEvidence = 'point' | 'comma' | 'either' | 'none' | 'bad';

/** What one amount says of the decimal sign; `either` is 1,234 or 1.234. */
export function decimalEvidence(text: string): DecimalEvidence {
  if (text === '') return 'none';
  // The shape of nearly every cell, as in parseMoney.
  if (/^\d+\.\d{2}$/.test(text)) return 'point';
  const amount = readAmount(text);
  if (!amount?.marks.every(marksAnyCurrency)) return 'bad';
  const digits = amount.number.replace(/[\s'’]/g, '');
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 && point < 0) return 'none';
  if (comma >= 0 && point >= 0) return point > comma ? 'point' : 'comma';
  const at = Math.max(comma, point);
  const sign = comma >= 0 ? 'comma' : 'point';
  const several = digits.indexOf(comma >= 0 ? ',' : '.') !== at;
  if (several) return sign === 'comma' ? 'point' : 'comma';
  // No thousands begin with a zero.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return 'either';
  return sign;
}

interface Example {
  readonly example: string;
  readonly line: number;
}

/** Gathers the evidence of a whole column. */
export class DecimalColumn {
  readonly #seen = new Map<DecimalEvidence, Example>();

  add(text: string, line: number): void {
    const evidence = decimalEvidence(text);
    if (!this.#seen.has(evidence)) this.#seen.set(evidence, { example: text, line });
  }

  decide(): { style: DecimalStyle } | { ambiguous: Example } | { mixed: Example } {
    const point = this.#seen.get('point');
    const comma = this.#seen.get('comma');
    if (point && comma) return { mixed: point.line > comma.line ? point : comma };
    if (comma) return { style: 'comma' };
    const either = this.#seen.get('either');
    if (!point && either) return { ambiguous: either };
    return { style: 'point' };
  }
}

/** Plain decimal text: "1299.00", "-2.34", "500" for a currency without decimals. */
export function formatMoney(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(Math.trunc(minor))).padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return minor < 0 ? `-${text}` : text;
}
