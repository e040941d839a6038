/** Amounts as integers of the currency's minor unit. */
import { marksCurrency } from './currency-marks.ts';
import { exponentOf } from './exponents.ts';
import type { Parsed } from './parsed.ts';
import { writtenAmount } from './written-amount.ts';

export type DecimalStyle = 'point' | 'comma';

/** Thousands apart by the other sign, a blank or an apostrophe; India sets some apart in twos. */
const SHAPES: Readonly<Record<DecimalStyle, RegExp>> = {
  point: /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[\s'’]\d{3})+)?(?:\.(\d*))?$/,
  comma: /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[\s'’]\d{3})+)?(?:,(\d*))?$/,
};

/**
 * Minor units. Reasons: not_a_number, too_many_decimals, scientific, too_large. Amounts in 万 are
 * rounded for show and no numbers to add up: not_a_number.
 */
export function parseMoney(text: string, style: DecimalStyle, currency: string): Parsed<number> {
  const exponent = exponentOf(currency);
  // The shape of nearly every cell; whatever else there is takes the long way.
  const plain = plainMinor(text, style === 'point' ? POINT : COMMA, exponent);
  if (plain >= 0) return { ok: true, value: plain };
  if (text.length <= 64 && /\d[eE][+-]?\d/.test(text)) return { ok: false, reason: 'scientific' };
  const amount = writtenAmount(text);
  const match = amount && SHAPES[style].exec(amount.number);
  if (!match || !amount.marks.every((mark) => marksCurrency(mark, currency)))
    return { ok: false, reason: 'not_a_number' };
  return minorOf((match[1] ?? '0').replace(/\D/g, ''), match[2] ?? '', exponent, amount.negative);
}

const POINT = 46;
const COMMA = 44;

/** Digits and at most as many decimals as the currency has, nothing else; else -1. */
function plainMinor(text: string, sign: number, exponent: number): number {
  const { length } = text;
  if (length === 0 || length > 12) return -1;
  let minor = 0;
  let decimals = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      minor = minor * 10 + code - 48;
      if (decimals >= 0) decimals++;
    } else if (code === sign && decimals < 0 && at > 0) decimals = 0;
    else return -1;
  }
  if (decimals > exponent) return -1;
  return minor * (POWERS[exponent - Math.max(0, decimals)] ?? 1);
}

const POWERS = [1, 10, 100, 1000];

function minorOf(whole: string, decimals: string, exponent: number, negative: boolean): Parsed<number> {
  let fraction = decimals.replace(/0+$/, '');
  let carry = 0;
  if (fraction.length > exponent) {
    // 19.990000000000002 is what a spreadsheet keeps of 19.99.
    const exact = Number(`0.${fraction}`) * 10 ** exponent;
    const rounded = Math.round(exact);
    if (Math.abs(exact - rounded) > 1e-6) return { ok: false, reason: 'too_many_decimals' };
    carry = rounded >= 10 ** exponent ? 1 : 0;
    fraction = exponent === 0 ? '' : String(rounded % 10 ** exponent).padStart(exponent, '0');
  }
  const value = (Number(whole) + carry) * 10 ** exponent + Number(fraction.padEnd(exponent, '0') || 0);
  if (!Number.isSafeInteger(value)) return { ok: false, reason: 'too_large' };
  return { ok: true, value: negative && value !== 0 ? -value : value };
}

/** Plain decimal text: "1299.00", "-2.34", "500" for a currency without decimals. */
export function formatMoney(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(Math.trunc(minor)));
  if (exponent === 0) return minor < 0 ? `-${digits}` : digits;
  const whole = digits.length > exponent ? digits : digits.padStart(exponent + 1, '0');
  const text = `${whole.slice(0, -exponent)}.${whole.slice(-exponent)}`;
  return minor < 0 ? `-${text}` : text;
}
