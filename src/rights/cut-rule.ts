/** A rule without somebody: what is quoted in it is cut by itself, so that it can still be read as a rule. */
import { quote } from '../segments/print.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { type Token, tokenise } from '../segments/tokens.ts';

/** `cutValue` is handed what is quoted; `cut` the whole, where somebody is still told of in it. */
export function cutRule(rule: string, cutValue: (text: string) => string, cut: (text: string) => string): string {
  let left = '';
  let end = 0;
  for (const { kind, text, span } of tokensOf(rule)) {
    if (kind !== 'string' && kind !== 'number') continue;
    const other = cutValue(text);
    if (other === text) continue;
    left += rule.slice(end, span.start) + quote(other);
    end = span.end;
  }
  return cut(left + rule.slice(end));
}

/** None of what is no rule, as what an earlier erasure cut. */
function tokensOf(rule: string): readonly Token[] {
  try {
    return tokenise(rule);
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return [];
  }
}
