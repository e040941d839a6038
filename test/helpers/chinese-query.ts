/** A query as somebody writes it in Chinese: every word that has aliases as one of them, with or without blanks. */
import { ATTRIBUTE_ALIASES, COLLECTION_ALIASES, FIELD_ALIASES, WORD_ALIASES } from '../../src/segments/aliases.ts';
import { tokenise } from '../../src/segments/tokens.ts';

type Aliases = Readonly<Record<string, readonly string[]>>;
const NAMES: Aliases = { ...FIELD_ALIASES, ...COLLECTION_ALIASES };

export function inChinese(query: string, pick: (words: readonly string[]) => string, blanks: boolean): string {
  const tokens = tokenise(query).slice(0, -1);
  const pieces: string[] = [];
  let depth = 0;
  /** How deep in brackets the tests of a collection stand. */
  let within = Infinity;
  for (let at = 0; at < tokens.length; ) {
    const texts = tokens.slice(at, at + 3).map(({ kind, text }) => (kind === 'string' ? '' : text));
    const [text = ''] = texts;
    if (text === '(') depth++;
    if (text === ')' && --depth < within) within = Infinity;
    const phrase = [3, 2, 1].map((size) => texts.slice(0, size).join(' ')).find((words) => WORD_ALIASES[words]);
    const size = phrase === undefined ? 1 : phrase.split(' ').length;
    if (phrase?.endsWith('MATCHES')) within = depth + 1;
    const isName = depth >= within ? ATTRIBUTE_ALIASES[text] : NAMES[text];
    const own = query.slice(tokens[at]?.span.start, tokens[at]?.span.end);
    pieces.push(pick((phrase === undefined ? isName : WORD_ALIASES[phrase]) ?? [own]));
    at += size;
  }
  return pieces.reduce((line, piece) => {
    const apart = blanks || (/[\w.'%]$/.test(line) && /^[\w.'+-]/.test(piece));
    return `${line}${apart ? ' ' : ''}${piece}`;
  });
}
