/** Takes an amount apart: its sign, its digits, and what stands beside them for a currency. */
import { marksAnyCurrency } from './currency-marks.ts';

export interface WrittenAmount {
  readonly number: string;
  readonly negative: boolean;
  readonly marks: readonly string[];
}

/** No amount is longer. */
const LONGEST = 64;

/**
 * Currency, number, currency, with a sign in front of either or behind: -12.50 USD and $-12.50 and 12.50-.
 * A point behind a letter ends a word: kr.500 is not half a crown.
 */
const AMOUNT =
  /^[-+]?([^\d.,+-]*(?:\p{L}\.\s*)?)(?:[-+]\s*)?((?:(?<!\p{L})[.,])?\d[\d.,'’\s]*)(?:-\s*)?((?:[^\d.,\s'’+-][^\d+-]*)?)-?$/u;

const BRACKETED = /^([^\d()]*)\(([^()]*)\)([^\d()]*)$/;

/** Undefined for what has no number, two signs, or is longer than any amount. */
export function writtenAmount(cell: string): WrittenAmount | undefined {
  const usual = USUAL.exec(cell);
  if (usual && cell.length <= LONGEST) return usualAmount(usual);
  const text = withoutRemark(cell);
  if (text.length > LONGEST) return undefined;
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[−–‐‑]/g, '-')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    // Twelve and nothing, as Germans and Dutch write it: 12,-
    .replace(/(\d)[.,](?:-{1,2}|—)(?=$|\s|\p{Sc})/u, '$1');
  const bracketed = BRACKETED.exec(plain);
  const unbracketed = bracketed ? `${bracketed[1] ?? ''}${bracketed[2] ?? ''}${bracketed[3] ?? ''}`.trim() : plain;
  const match = AMOUNT.exec(unbracketed);
  const signs = unbracketed.match(/[-+]/g) ?? [];
  if (!match || signs.length > 1) return undefined;
  const [, before = '', number = '', after = ''] = match;
  const negative = bracketed !== null || (signs.length > 0 && signs[0] !== '+');
  return { number: number.trim(), negative, marks: [before, after] };
}

/** What tills write: $1,299.90, -¥12.50, 116,99 €, 269.00元. */
const USUAL = /^(-?)([$¥￥€£]?)(\d[\d.,]*)(?: ?([€元]))?$/;

function usualAmount([, sign, before = '', number = '', after = '']: RegExpExecArray): WrittenAmount {
  return { number, negative: sign === '-', marks: [before === '￥' ? '¥' : before, after] };
}

/** So long is an amount with what is said about it. */
const LONGEST_REMARKED = 500;

/** 69.20(分销商等级折扣：47.80), 12.00 (2 items): the number in front counts. A currency in brackets is no remark. */
function withoutRemark(cell: string): string {
  if (cell.length > LONGEST_REMARKED || !/[)）]$/.test(cell)) return cell;
  const start = cell.search(/[(（]/);
  const amount = cell.slice(0, Math.max(0, start));
  const said = cell.slice(start + 1, -1);
  const remarked = /\d/.test(amount) && /\p{L}{2}|\p{Script=Han}/u.test(said) && !marksAnyCurrency(said);
  return remarked ? amount : cell;
}
