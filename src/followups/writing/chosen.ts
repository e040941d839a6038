/** Which of a play's messages a customer gets, and by whose rules a text message goes out. Pure. */
import type { Kind } from '../../contacts/channels.ts';
import { placeOf } from '../../contacts/rules/places.ts';
import { PROVIDERS, providerNamed } from '../../texts/providers/providers.ts';
import type { Provider } from '../../texts/providers/provider.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import { asksForUnsubscribe, UNSUBSCRIBE_LINES } from '../../texts/unsubscribe.ts';
import { advertMark } from '../../texts/advert-mark.ts';
import type { PlayChannel, PlayMessage } from '../plays/play.ts';
import type { Policy } from '../policy.ts';

interface Whom {
  /** BCP 47; null where nobody said. */
  readonly language: string | null;
  /** Where they live, else where the shop is. */
  readonly country: string | null;
}

/** The customer's own, else the policy's, else Chinese in China and English elsewhere. */
export function languageOf({ language, country }: Whom, policy: Pick<Policy, 'language'>): TextLanguage {
  if (language !== null) return /^zh\b/i.test(language) ? 'zh' : 'en';
  return policy.language ?? (country === 'CN' ? 'zh' : 'en');
}

/** The first that fits; where none is in the language the first of the channel, as of a shop that writes in one alone. */
export function messageFor(
  messages: readonly PlayMessage[],
  channel: PlayChannel,
  language: TextLanguage,
): PlayMessage | undefined {
  const ofChannel = messages.filter((message) => message.channel === undefined || message.channel === channel);
  return ofChannel.find((message) => message.language === undefined || message.language === language) ?? ofChannel[0];
}

const BY_PLACE = { cn: 'china', us: 'us', 'eu-uk': 'eu-uk', default: 'default' } as const;
/** Whoever knows no country knows no law of it. */
const NOWHERE = 'default';

/** The policy's, else what is the custom of where the customer lives. Without its opt-out where the policy wants none. */
export function providerFor(country: string | null, { sms }: Pick<Policy, 'sms'>): Provider {
  const name = sms.provider ?? (country === null ? NOWHERE : BY_PLACE[placeOf(country).name]);
  const found = providerNamed(name) ?? PROVIDERS.find((one) => one.name === NOWHERE);
  if (!found) throw new Error(`no provider ${name}`);
  return sms.opt_out ? found : { ...found, rules: found.rules.filter(({ rule }) => rule !== 'opt_out') };
}

/** What the law of where the customer lives asks of an e-mail, as far as the policy leaves it to us. */
export interface MailWords {
  /** The line that ends it. */
  readonly unsubscribe?: string | undefined;
  /** What stands before its subject. */
  readonly mark?: string | undefined;
}

export function mailWordsFor(
  { language, country }: { readonly language: TextLanguage; readonly country: string | null },
  kind: Kind,
  { email }: Pick<Policy, 'email'>,
): MailWords {
  const place = country === null ? NOWHERE : placeOf(country).name;
  const isAsked = email.opt_out && asksForUnsubscribe(place, kind);
  return {
    unsubscribe: isAsked ? (email.unsubscribe[language] ?? UNSUBSCRIBE_LINES[language]) : undefined,
    mark: advertMark(place, kind, language),
  };
}
