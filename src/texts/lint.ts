/** What would be refused of a text, or better not sent: by any channel, and by the provider of a text message. */
import type { Kind } from '../contacts/channels.ts';
import { costlySigns } from './costly-signs.ts';
import type { Finding } from './finding.ts';
import type { Message } from './message.ts';
import { optOutsIn } from './opt-out.ts';
import { promotionWordsIn } from './promotion-words.ts';
import { type Provider, ruleOf } from './providers/provider.ts';
import { broken } from './rule-breaches.ts';

export interface LintSettings {
  readonly kind: Kind;
  /** Null where it is no text message. */
  readonly provider: Provider | null;
}

/** In the order of the text; what is missing from it first. */
export function lint(message: Message, settings: LintSettings): Finding[] {
  const { composed, rendered } = message;
  const { kind, provider } = settings;
  const body = composed.text.slice(composed.signature.length, composed.text.length - composed.optOut.length);
  const found: Finding[] = [];
  if (body.trim() === '') found.push({ code: 'nothing_said', level: 'error', words: '', at: null });
  for (const field of rendered?.missing ?? [])
    found.push({ code: 'missing_value', level: 'error', words: field, at: null });
  // The line of an e-mail is the shop's own, and may be for the mailer to fill in.
  const filled = provider === null ? body : composed.text;
  for (const { 0: words, index } of filled.matchAll(LEFTOVER))
    found.push({ code: 'leftover', level: 'error', words, at: index });
  found.push(...soldInService(message, settings));
  if (provider !== null) {
    found.push(...provider.rules.flatMap((rule) => broken(rule, message, body, kind)));
    const [, second] = optOutsIn(composed.text);
    if (second) found.push({ code: 'opt_out_twice', level: 'error', ...second });
    if (provider.counting === 'network') found.push(...costlySigns(composed.text));
  }
  return found.toSorted((a, b) => (a.at ?? -1) - (b.at ?? -1));
}

/** What a template, or a table of another tool, leaves where a value should have been. */
const LEFTOVER = /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{\{|\}\}|\{%|%\}|｛｛|｝｝|[$#]\{[^{}]*\}|\{\d+\}|#\w+#/gu;

/** Selling under the cover of an order. The name of a product may sound like it, and is only worth a look. */
function soldInService(
  { composed: { text, signature }, rendered }: Message,
  { kind, provider }: LintSettings,
): Finding[] {
  const rule = provider === null ? undefined : ruleOf(provider, 'no_promotion', kind);
  if (rule === undefined && kind !== 'service') return [];
  const values = Object.values(rendered?.told ?? {}).flatMap((value) => placesOf(text, value));
  const said = promotionWordsIn(text).filter(({ at }) => at >= signature.length);
  return said.map(({ words, at }) => {
    const isValue = values.some(([from, to]) => at >= from && at + words.length <= to);
    const level = rule?.evidence === 'read' && !isValue ? 'error' : 'warning';
    return { code: 'promotion_in_service', level, words, at, rule };
  });
}

function placesOf(text: string, value: string): [from: number, to: number][] {
  const places: [number, number][] = [];
  if (value === '') return places;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length))
    places.push([at, at + value.length]);
  return places;
}
