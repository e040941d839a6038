/** How a text breaks one rule of a provider. What is not surely the rule is a warning. */
import type { Kind } from '../contacts/channels.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Message } from './message.ts';
import { optOutsIn } from './opt-out.ts';
import type { ProviderRule, RuleOf } from './providers/provider.ts';

const BRACKETS = /[【】]/gu;
const EMOJI = /\p{Emoji_Presentation}\ufe0f?|\p{Extended_Pictographic}\ufe0f/gu;
const LINK =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|io|co|me|tv|cc|top|vip|xyz|shop|app|link|ly|uk|de|fr|eu)\b(?:\/\S*)?/iu;
const SIDE_BY_SIDE = /\{\{[^{}]*\}\}\s*\{\{[^{}]*\}\}/u;

/** `body` is the text between signature and what was added behind it. Promotion and hours are asked about elsewhere. */
export function broken(rule: ProviderRule, message: Message, body: string, kind: Kind): Finding[] {
  if ('kinds' in rule && !rule.kinds.includes(kind)) return [];
  const { composed, rendered, template } = message;
  const { text, signature } = composed;
  const found = (code: FindingCode, words: string, at: number | null, wanted?: string): Finding => ({
    code,
    level: rule.evidence === 'read' ? 'error' : 'warning',
    words,
    at,
    wanted,
    rule,
  });
  const everywhere = (code: FindingCode, pattern: RegExp): Finding[] =>
    [...body.matchAll(pattern)].map(({ 0: words, index }) => found(code, words, signature.length + index));
  const firstOf = (code: FindingCode, words: readonly string[]): Finding[] =>
    words.flatMap((word) => {
      const at = body.toUpperCase().indexOf(word.toUpperCase());
      return at === -1 ? [] : [found(code, body.slice(at, at + word.length), signature.length + at)];
    });

  switch (rule.rule) {
    case 'signature':
      return composed.isSigned ? [] : [found('no_signature', '', null)];
    case 'opt_out':
      return optOutBreaches(rule, text).map(({ code, words, at }) => found(code, words, at, rule.wordings[0]));
    case 'no_opt_out':
      return optOutsIn(text).map(({ words, at }) => found('opt_out_in_service', words, at));
    case 'length': {
      const length = Array.from(rule.of === 'all' ? text : text.slice(signature.length)).length;
      return length > rule.most ? [found('too_long', String(length), null, String(rule.most))] : [];
    }
    case 'no_brackets':
      return everywhere('brackets_in_body', BRACKETS);
    case 'no_emoji':
      return everywhere('emoji', EMOJI);
    case 'no_signs':
      return firstOf('forbidden_sign', rule.signs);
    case 'no_words':
      return firstOf('forbidden_word', rule.words);
    case 'fixed_links':
      return Object.values(rendered?.told ?? {}).flatMap((value) => {
        const link = LINK.exec(value)?.[0];
        if (link === undefined) return [];
        const at = text.indexOf(link);
        return [found('link_in_value', link, at === -1 ? null : at)];
      });
    case 'values_apart': {
      const pair = SIDE_BY_SIDE.exec(template ?? '')?.[0];
      return pair === undefined ? [] : [found('values_side_by_side', pair, null)];
    }
    case 'greeting':
      return rule.words.some((word) => body.toUpperCase().includes(word))
        ? []
        : [{ ...found('no_greeting', '', null, rule.words[0]), level: 'warning' }];
    case 'no_promotion':
    case 'hours':
      return [];
  }
}

function optOutBreaches(
  { wordings, at: place }: RuleOf<'opt_out'>,
  text: string,
): { code: FindingCode; words: string; at: number | null }[] {
  const [first] = optOutsIn(text);
  if (first === undefined) return [{ code: 'no_opt_out', words: '', at: null }];
  // Where nobody reads the wording, any will do.
  if (place === 'anywhere') return [];
  const { words, at } = first;
  if (!wordings.includes(words)) return [{ code: 'opt_out_wording', words, at }];
  return text.endsWith(words) ? [] : [{ code: 'opt_out_not_last', words, at }];
}
