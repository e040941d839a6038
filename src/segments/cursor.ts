/** A place among the tokens of one query: looking, taking, and errors that say what would fit here. */
import { nearest } from '../values/nearest.ts';
import { chineseFor, isChinese, nameFor } from './alias-words.ts';
import { type Expected, SegmentError, type SegmentProblem, type Span } from './segment-error.ts';
import { type Token, tokenise } from './tokens.ts';

const END = { kind: 'end', text: '' } as const;

export class Cursor {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.source = source;
    this.#tokens = tokenise(source);
  }

  get token(): Token {
    // The last token is `end`, which is never stepped over.
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token;
  }

  /** Nothing is left of the query. */
  get done(): boolean {
    return this.token.kind === 'end';
  }

  /** Where the token before this one ends. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.span.end ?? 0;
  }

  /** How many tokens were taken so far. */
  get taken(): number {
    return this.#at;
  }

  take(): Token {
    const { token } = this;
    this.#at++;
    return token;
  }

  /** The name that stands here, in English and lower case; '' where no word does. */
  name(): string {
    const { kind, text } = this.token;
    return kind === 'word' ? (nameFor(text) ?? text.toLowerCase()) : '';
  }

  /** The token so many further on. */
  ahead(count: number): { isWord(word: string): boolean; isSign(sign: string): boolean } {
    const { kind, text } = this.#tokens[this.#at + count] ?? END;
    return {
      isWord: (word) => kind === 'word' && text.toUpperCase() === word,
      isSign: (sign) => kind === 'sign' && text === sign,
    };
  }

  isWord(...words: readonly string[]): boolean {
    return this.token.kind === 'word' && words.includes(this.token.text.toUpperCase());
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.#at++;
    return true;
  }

  takeSign(sign: string): boolean {
    if (this.token.kind !== 'sign' || this.token.text !== sign) return false;
    this.#at++;
    return true;
  }

  /** The closing bracket of one opened at `opening`; `others` could have stood here too. */
  close(opening: Span, others: readonly string[]): void {
    if (this.takeSign(')')) return;
    if (this.done) throw this.error('unclosed_bracket', opening);
    throw this.unexpectedWord([...others, ')']);
  }

  unexpected(expected: Expected, meant?: string): SegmentError {
    return this.error('unexpected', this.token.span, expected, meant);
  }

  /** One of the language's own words would fit; the nearest is suggested. */
  unexpectedWord(words: readonly string[]): SegmentError {
    const { kind, text } = this.token;
    const known = isChinese(text) ? chineseFor(words) : words;
    return this.unexpected({ oneOf: words }, kind === 'word' ? nearest(text, known) : undefined);
  }

  error(problem: SegmentProblem, span: Span, expected?: Expected, meant?: string): SegmentError {
    return new SegmentError(problem, this.source, span, { expected, nearest: meant });
  }
}
