/** Chinese words, days and counts as the tokens of their English twins; names stay as written until somebody asks for them. */
import { isDay } from '../values/days.ts';
import { cutWords, mixedName, wordFor } from './alias-words.ts';
import { SegmentError } from './segment-error.ts';
import type { Token } from './tokens.ts';

const STRETCH = /\p{Script=Han}+/uy;

/** Adds the tokens of the Chinese that stands here; false where none does. */
export function chineseTokens(tokens: Token[], text: string, start: number): boolean {
  STRETCH.lastIndex = start;
  const stretch = STRETCH.exec(text)?.[0];
  const mixed = stretch === undefined ? mixedName(text, start) : undefined;
  if (mixed !== undefined) tokens.push({ kind: 'word', text: mixed, span: { start, end: start + mixed.length } });
  let at = start;
  for (const word of stretch === undefined ? [] : cutWords(stretch)) {
    add(tokens, word, { start: at, end: at + word.length });
    at += word.length;
  }
  return stretch !== undefined || mixed !== undefined;
}

function add(tokens: Token[], word: string, span: Token['span']): void {
  const around = word === '开头' || word === '结尾' ? tokens.at(-2) : undefined;
  if (around?.text === '以') {
    // 以'王'开头: the words stand around their value, and the value reaches to the last of them.
    const twins = [word === '开头' ? 'STARTS' : 'ENDS', 'WITH'].map((text) => ({ ...around, text }));
    const [value] = tokens.splice(-1);
    tokens.splice(-1, 1, ...twins, ...(value ? [{ ...value, span: { ...value.span, end: span.end } }] : []));
    return;
  }
  const isNot = word === '不是' || word === '不为';
  const twin = isNot ? (opensCondition(tokens.at(-1)) ? 'NOT' : '!=') : wordFor(word);
  for (const text of (twin ?? word).split(' ')) tokens.push({ kind: kindOf(text), text, span });
}

/** Whether a condition, not an operator, follows this token. */
const opensCondition = (before: Token | undefined): boolean =>
  before === undefined || before.text === '(' || (before.kind === 'word' && /^(AND|OR|NOT)$/i.test(before.text));

function kindOf(text: string): Token['kind'] {
  if (/^[<>=!]/.test(text)) return 'sign';
  return text.startsWith('-') ? 'offset' : 'word';
}

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})[日号]/uy;
/** 90天前, and -90天. */
const AGO = /(-?)(\d{1,5})(天|日|周|星期|个月|月|年)([之以]?[前后]|(?<=-\d{1,5}(?:天|日|周|星期|个月|月|年)))/uy;
const WITHIN = /(\d{1,5})(天|日|周|星期|个月|月|年)[之以]?内/uy;
/** 3次, 500元, 前50名: what is counted adds nothing. */
const COUNTED = /(\d{1,15}(?:\.\d{1,6})?)[次单件笔名位天元]/uy;
const UNITS: Readonly<Record<string, string>> = {
  天: 'd',
  日: 'd',
  周: 'w',
  星期: 'w',
  个月: 'm',
  月: 'm',
  年: 'y',
};

/** 2026年1月31日, 90天前, 3次; undefined where none stands. Throws SegmentError. */
export function chineseNumber(source: string, text: string, start: number): Token | undefined {
  const found = (pattern: RegExp) => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  const span = (whole: string) => ({ start, end: start + whole.length });
  const date = found(DAY);
  if (date) {
    const [whole, year = '', month = '', day = ''] = date;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDay(iso)) throw new SegmentError('not_a_day', source, span(whole), { expected: 'day' });
    return { kind: 'day', text: iso, span: span(whole) };
  }
  const ago = found(AGO);
  if (ago) {
    const [whole, minus = '', amount = '', unit = '', side = ''] = ago;
    const sign = minus === '-' || side.endsWith('前') ? '-' : '+';
    return { kind: 'offset', text: `${sign}${amount}${UNITS[unit] ?? ''}`, span: span(whole) };
  }
  const within = found(WITHIN);
  if (within) {
    const [whole, amount = '', unit = ''] = within;
    throw new SegmentError('not_a_day', source, span(whole), { nearest: `>= ${amount}${unit}前` });
  }
  const [whole = '', amount = ''] = found(COUNTED) ?? [];
  return whole === '' ? undefined : { kind: 'number', text: amount, span: span(whole) };
}
