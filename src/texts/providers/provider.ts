/** What a sender of text messages, or the custom of a place, asks of a text: dated data with where it is written. */
import type { Kind } from '../../contacts/channels.ts';
import type { Counting } from '../sms-parts.ts';

export interface Written {
  /** The page or the law, with its own date where it has one. */
  readonly source: string;
  /** YYYY-MM-DD or YYYY-MM; null where nothing was read. */
  readonly seen: string | null;
  /** Whether the source was read, is one of little weight, or is remembered. */
  readonly evidence: 'read' | 'weak' | 'recalled';
}

type Asked =
  /** brackets: 【name】 in front of the text; name: the sender is named in it. Put there by the provider or by whoever sends. */
  | { readonly rule: 'signature'; readonly form: 'brackets' | 'name'; readonly by: 'provider' | 'sender' }
  /** How to refuse more; the first wording is the one that is added. */
  | {
      readonly rule: 'opt_out';
      readonly kinds: readonly Kind[];
      readonly wordings: readonly [string, ...string[]];
      readonly at: 'end' | 'anywhere';
    }
  | { readonly rule: 'no_opt_out'; readonly kinds: readonly Kind[] }
  /** In characters; body leaves the signature out. */
  | { readonly rule: 'length'; readonly most: number; readonly of: 'all' | 'body' }
  | { readonly rule: 'no_brackets' }
  | { readonly rule: 'no_emoji' }
  | { readonly rule: 'no_signs'; readonly signs: readonly string[] }
  | { readonly rule: 'no_words'; readonly kinds: readonly Kind[]; readonly words: readonly string[] }
  | { readonly rule: 'no_promotion'; readonly kinds: readonly Kind[] }
  /** Of links and variables: a link is part of the template; two values do not stand side by side. */
  | { readonly rule: 'fixed_links' }
  | { readonly rule: 'values_apart' }
  /** One of these words shows that members are spoken to. */
  | { readonly rule: 'greeting'; readonly kinds: readonly Kind[]; readonly words: readonly string[] }
  /** HH:MM where the customer is; not at `to` any more. */
  | { readonly rule: 'hours'; readonly kinds: readonly Kind[]; readonly from: string; readonly to: string };

export type ProviderRule = Written & Asked;
export type RuleOf<Name extends Asked['rule']> = Extract<ProviderRule, { readonly rule: Name }>;

export interface Provider {
  readonly name: string;
  readonly counting: Counting;
  readonly rules: readonly ProviderRule[];
}

/** The rule of that name, the first for this purpose where it says for which. */
export function ruleOf<Name extends Asked['rule']>(
  { rules }: Provider,
  name: Name,
  kind: Kind,
): RuleOf<Name> | undefined {
  return rules.find(
    (rule): rule is RuleOf<Name> => rule.rule === name && (!('kinds' in rule) || rule.kinds.includes(kind)),
  );
}
