/** Text to tokens. Full-width signs and curly quotes, as Chinese keyboards type them, are read as their ASCII twins. */
import { isDay } from '../values/days.ts';
import { chineseNumber, chineseTokens } from './chinese-tokens.ts';
import { SegmentError, type SegmentProblem, type Span } from './segment-error.ts';

export type TokenKind = 'word' | 'string' | 'number' | 'day' | 'offset' | 'ago' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** In ASCII where there is a twin; strings as written, without their quotes. */
  readonly text: string;
  readonly span: Span;
}

const MAX_LENGTH = 400_000;

/** Strings close with a quote of the sort they opened with, so that an apostrophe of another sort is a letter. */
const CLOSING: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '＇': '＇',
  '＂': '＂',
  '‘': '‘’',
  '’': '‘’',
  '“': '“”',
  '”': '“”',
};

const TWINS: Readonly<Record<string, string>> = { '、': ',', '−': '-', '–': '-', '—': '-' };
const SIGNS = new Map([
  ['<>', '!='],
  ['≠', '!='],
  ['≥', '>='],
  ['≤', '<='],
]);
/** What other languages write for ours. */
const FOREIGN: Readonly<Record<string, string>> = {
  '==': '=',
  '=>': '>=',
  '=<': '<=',
  '&&': 'AND',
  '||': 'OR',
  '!': 'NOT',
  '&': 'AND',
  '|': 'OR',
};

/** A Chinese word may stand right behind a number, and before and behind any other. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['day', /\d{4}-\d{2}-\d{2}(?!(?!\p{Script=Han})[\p{L}\p{N}_.-])/uy],
  ['offset', /[-+]\d{1,5}[dwmy](?!(?!\p{Script=Han})[\p{L}\p{N}_.-])/iuy],
  ['ago', /\d{1,5}_(?:day|week|month|year)s?_ago(?!(?!\p{Script=Han})[\p{L}\p{N}_.-])/iuy],
  ['number', /[-+]?\d+(?:\.\d+)?(?!(?!\p{Script=Han})[\p{L}\p{N}_./-])/uy],
  ['word', /(?!\p{Script=Han})[\p{L}_](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_.])*/uy],
  ['sign', />=|<=|!=|<>|[≠≥≤]|[<>](?!=)|=(?![=<>])|[(),:*%]/uy],
];
/** As people say it: 3 months ago. */
const SPOKEN = /[-+]?\d{1,5}\s+(?:day|week|month|year)s?(?:\s+ago)?(?![\p{L}\p{N}_.])/iuy;
const NUMBERLIKE = /[-+]?\d[\p{L}\p{N}_./-]*/uy;
const FOREIGN_SIGN = /==|=>|=<|&&|\|\||[!&|]/uy;

/** Throws SegmentError. The last token is always `end`. */
export function tokenise(source: string): Token[] {
  if (source.length > MAX_LENGTH)
    throw new SegmentError('too_long', source, { start: MAX_LENGTH, end: MAX_LENGTH + 1 });
  const ascii = source.replace(/[\uff01-\uff5e、−–—]/g, asciiTwin);
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const blank = match(/\s+/y, ascii, at);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const start = at;
    if (CLOSING[source.charAt(start)]) tokens.push(readString(source, start));
    else if (!chineseTokens(tokens, ascii, start)) tokens.push(read(source, ascii, start));
    at = tokens.at(-1)?.span.end ?? source.length;
  }
  return [...tokens, { kind: 'end', text: '', span: { start: source.length, end: source.length } }];
}

/** One UTF-16 unit for one, so that spans in the twin are spans in the source. */
function asciiTwin(character: string): string {
  return TWINS[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function read(source: string, ascii: string, start: number): Token {
  const chinese = chineseNumber(source, ascii, start);
  if (chinese) return chinese;
  const spoken = match(SPOKEN, ascii, start);
  if (spoken !== undefined) throw misread(spoken, source, start);
  for (const [kind, pattern] of PATTERNS) {
    const found = match(pattern, ascii, start);
    if (found === undefined) continue;
    const span = { start, end: start + found.length };
    if (kind === 'day' && !isDay(found)) throw new SegmentError('not_a_day', source, span, { expected: 'day' });
    if (kind === 'number') checkLength(found, source, span);
    return { kind, text: SIGNS.get(found) ?? found, span };
  }
  const numberlike = match(NUMBERLIKE, ascii, start);
  if (numberlike !== undefined) throw misread(numberlike, source, start);
  const foreign = match(FOREIGN_SIGN, ascii, start);
  const length = foreign?.length ?? String.fromCodePoint(source.codePointAt(start) ?? 0).length;
  throw new SegmentError(
    'unknown_character',
    source,
    { start, end: start + length },
    { nearest: foreign === undefined ? undefined : FOREIGN[foreign] },
  );
}

/** More digits than a number can hold exactly would be compared as another number. */
function checkLength(number: string, source: string, span: Span): void {
  const [whole = '', decimals = ''] = number.replace(/^[-+]/, '').split('.');
  if (whole.length > 15 || decimals.length > 6) throw new SegmentError('number_too_long', source, span);
}

/** Something that starts like a number and is none: 90d, 30_day, 3 months ago, 2026/1/5, 31/12/2025, 1e5. */
function misread(text: string, source: string, start: number): SegmentError {
  const error = (problem: SegmentProblem, nearest?: string) =>
    new SegmentError(problem, source, { start, end: start + text.length }, { nearest });
  const ago = /^([-+]?)(\d{1,5})_?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?(_ago)?$/i.exec(text.replaceAll(/\s+/g, '_'));
  if (ago) return error('not_a_day', `${ago[1] || '-'}${ago[2]}${ago[3]?.toLowerCase()}`);
  const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (date) return error('not_a_day', onlyDay([date.slice(1)]));
  const [, one = '', other = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (year === '') return error('not_a_number');
  // 31/12/2025 can only be one day, 5/4/2025 may be two.
  return error(
    'not_a_day',
    onlyDay([
      [year, one, other],
      [year, other, one],
    ]),
  );
}

/** The one day that is written by year, month and day in one of these ways; undefined where none is, or several. */
function onlyDay(ways: readonly (readonly string[])[]): string | undefined {
  const days = new Set(ways.map((way) => way.map((part) => part.padStart(2, '0')).join('-')).filter(isDay));
  return days.size === 1 ? [...days][0] : undefined;
}

function readString(source: string, start: number): Token {
  const opening = source.charAt(start);
  const closing = CLOSING[opening] ?? opening;
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (!closing.includes(character)) text += character;
    else if (closing.length === 1 && source.charAt(at + 1) === character) {
      text += character;
      at++;
    } else return { kind: 'string', text, span: { start, end: at + 1 } };
  }
  throw new SegmentError('unclosed_string', source, { start, end: start + 1 });
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
