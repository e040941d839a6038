/** What Liquid says of a template that it cannot read, as a problem with its place and what was most likely meant. */
import type { LiquidError } from 'liquidjs';
import { nearest } from '../values/nearest.ts';
import { FILTERS, TAGS } from './liquid.ts';
import type { TemplateProblem } from './template-problem.ts';

/** They would read a file, or make a block that another file fills. */
const REFUSED = new Set(['include', 'render', 'layout', 'block']);
const INNER = new Set(['else', 'elsif', 'when']);

/** Undefined where the error is none of Liquid's. */
export function problemOf(error: unknown, text: string): TemplateProblem | undefined {
  if (!isLiquidError(error)) return undefined;
  const { token } = error;
  const message = error.originalError?.message ?? error.message;
  const [line = 1, column = 1] = token.getPosition();
  const whole = shorten(text.slice(token.begin, token.end));
  if (/limit exceeded/.test(message)) return { code: 'too_much', line, column, words: whole };
  const filter = /^undefined filter: (.+)$/.exec(message)?.[1];
  if (filter !== undefined) {
    const pipe = new RegExp(`\\|\\s*(?=${escapeRegExp(filter)})`, 'u').exec(text.slice(token.begin, token.end));
    const at = token.begin + (pipe ? pipe.index + pipe[0].length : 0);
    return { code: 'unknown_filter', ...placeOf(text, at), words: filter, nearest: nearest(filter, FILTERS) };
  }
  const tag = /^tag "(.+)" not found$/.exec(message)?.[1];
  if (tag !== undefined) {
    if (REFUSED.has(tag)) return { code: 'refused_tag', line, column, words: tag };
    if (INNER.has(tag) || (tag.startsWith('end') && TAGS.includes(tag.slice(3))))
      return { code: 'stray_tag', line, column, words: tag };
    return { code: 'unknown_tag', line, column, words: tag, nearest: nearest(tag, TAGS) };
  }
  if (/ not closed/.test(message)) return { code: 'unclosed', line, column, words: whole };
  return { code: 'unreadable', line, column, words: whole };
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '｜': '|',
  '：': ':',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '＝': '=',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '％': '%',
};
const WIDE = new RegExp(`[${Object.keys(HALF_WIDTH).join('')}]`, 'gu');
/** What is within braces, of either width. */
const PLACEHOLDER = /[{｛](?:[{｛][^{}｛｝]*[}｝]|[%％][^{}｛｝]*[%％])[}｝]/gu;
const QUOTED = /"[^"]*"|'[^']*'/gu;

/** In characters; several letters. */
const LONGEST = 20_000;

/** What Liquid would not tell of so that somebody could mend it. */
export function beforeReading(text: string): TemplateProblem[] {
  if (text.length > LONGEST) return [{ code: 'too_much', line: 1, column: 1, words: shorten(text) }];
  return wideSigns(text);
}

/** Signs of a Chinese keyboard where Liquid knows only the others, outside quoted text. */
function wideSigns(text: string): TemplateProblem[] {
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ 0: placeholder, index }) => {
    const code = placeholder.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
    return [...code.matchAll(WIDE)].map(({ 0: sign, index: within }) => ({
      code: 'wide_sign' as const,
      ...placeOf(text, index + within),
      words: sign,
      nearest: HALF_WIDTH[sign],
    }));
  });
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** By its shape: the class is loaded with the rest of Liquid. */
function isLiquidError(error: unknown): error is LiquidError {
  const token = (error as Partial<LiquidError> | undefined)?.token;
  return error instanceof Error && typeof token?.getPosition === 'function';
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
