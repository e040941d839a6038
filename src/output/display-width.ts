/** How many columns of a terminal a text takes: Chinese characters and emoji take two. */
import { createRequire } from 'node:module';

type StringWidth = (text: string) => number;

/** Signs that are one column wide, and characters that are two, whatever stands beside them. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02af\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff5e]*$/;
const WIDE = /[\u3001-\uff5e]/g;

// Emoji and marks need tables that take as long to load as everything else of a small command together.
let loaded: StringWidth | undefined;

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length + (text.match(WIDE)?.length ?? 0);
  loaded ??= (createRequire(import.meta.url)('string-width') as { readonly default: StringWidth }).default;
  return loaded(text);
}
