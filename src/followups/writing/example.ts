/** What a message comes to for an invented customer, so that a template is looked at before anybody is written to. Pure. */
import { EXAMPLES, type TextFieldName, type TextValues } from '../../texts/text-fields.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import type { PlayChannel, PlayMessage, Trigger } from '../plays/play.ts';
import type { Policy } from '../policy.ts';
import { mailWordsFor, providerFor } from './chosen.ts';
import { writeMessage, type Writing } from './written.ts';

/** Somebody of whom everything is known; a name in Chinese letters would make any English text longer. */
const ENGLISH: TextValues = {
  name: 'Ann Archer',
  salutation: 'Ms Archer',
  account: 'ann',
  city: 'Leeds',
  province: 'Yorkshire',
  country: 'GB',
  currency: 'GBP',
  last_items: ['Green tea', 'Glass pitcher'],
  favourite_product: 'Green tea',
  level: 'silver',
  shop: 'Hill Tea',
  product: 'Green tea',
  festival: 'Mid-Autumn Festival',
};

interface Trying {
  readonly trigger: Trigger;
  readonly kind: 'service' | 'care' | 'promotion';
  readonly channel: PlayChannel;
  readonly policy: Policy;
}

/** By the provider of the policy, else as in China for a Chinese text. Throws TemplateError. */
export function exampleOf(message: PlayMessage, { trigger, kind, channel, policy }: Trying): Promise<Writing> {
  const language = languageIn(message, policy);
  const unknown = new Set<string>(neverKnown(trigger));
  const all: TextValues = language === 'en' ? { ...EXAMPLES, ...ENGLISH } : EXAMPLES;
  const values: TextValues = Object.fromEntries(Object.entries(all).filter(([field]) => !unknown.has(field)));
  const signature = policy.sms.signature ?? String(all.shop);
  const country = language === 'zh' ? 'CN' : null;
  const provider = channel === 'sms' ? providerFor(country, policy) : null;
  const mail = channel === 'email' ? mailWordsFor({ language, country }, kind, policy) : {};
  return writeMessage(message, { language, values, kind, signature, provider, mail });
}

const languageIn = ({ language, text }: PlayMessage, policy: Policy): TextLanguage =>
  language ?? policy.language ?? (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** What is set off by no order has no number, and what by no festival no name of one. */
export function neverKnown({ on }: Trigger): readonly TextFieldName[] {
  const ofOrders = on === 'order' || on === 'rhythm' || on === 'replenishment' || on === 'refund';
  return [
    ...(ofOrders ? [] : (['product', 'order_number'] as const)),
    ...(on === 'festival' ? [] : ['festival' as const]),
  ];
}
