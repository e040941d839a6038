/** What a play says to one customer by a channel. */
import { salutationOf } from '../../contacts/lists/salutation.ts';
import { type MemberFacts, memberFacts } from '../../segments/member-queries.ts';
import type { Population } from '../../measures/population.ts';
import type { Archive } from '../../store/open.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import { render } from '../../texts/template.ts';
import { TemplateError } from '../../texts/template-problem.ts';
import type { TextValues } from '../../texts/text-fields.ts';
import type { Candidate } from '../candidate.ts';
import type { Play, PlayChannel, PlayMessage } from '../plays/play.ts';
import type { Policy } from '../policy.ts';
import type { WorkFacts } from './facts-queries.ts';

export interface TextAsked {
  readonly candidate: Candidate;
  readonly channel: PlayChannel;
  readonly facts: WorkFacts;
}

/** Undefined where the play has no words for the channel. */
export type TextOf = (asked: TextAsked) => Promise<string | undefined>;

/** `festivalIn` names the festival that set one off. temp.measures must stand for the population. */
export function textsOf(
  archive: Archive,
  population: Population,
  policy: Pick<Policy, 'language'>,
  festivalIn: (language: TextLanguage, festival: string) => string,
): TextOf {
  const said = memberFacts(archive, population);
  return async ({ candidate, channel, facts }) => {
    const known = said(candidate.customer);
    const language = languageFor(policy, known, facts);
    const message = messageFor(candidate.play, channel, language);
    if (!message) return undefined;
    const values = valuesOf({ candidate, channel, facts }, known, population, (festival) =>
      festivalIn(language, festival),
    );
    try {
      const { text } = await render(message.text, values, { language, oneLine: channel === 'sms' });
      return text;
    } catch (error) {
      // Whoever calls can read a template that went wrong; `play check` tells what is wrong with it.
      if (!(error instanceof TemplateError)) throw error;
      return message.text;
    }
  };
}

/** As they were said to speak, else as the policy has it, else by where they live, or the shop is. */
function languageFor(
  { language }: Pick<Policy, 'language'>,
  known: Pick<MemberFacts, 'language'>,
  { country, shopCountry }: Pick<WorkFacts, 'country' | 'shopCountry'>,
): TextLanguage {
  if (known.language !== null) return known.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return language ?? ((country ?? shopCountry) === 'CN' ? 'zh' : 'en');
}

/** In another language rather than nothing. */
function messageFor({ messages }: Play, channel: PlayChannel, language: TextLanguage): PlayMessage | undefined {
  const byChannel = messages.filter((message) => message.channel === undefined || message.channel === channel);
  return byChannel.find((message) => message.language === undefined || message.language === language) ?? byChannel[0];
}

function valuesOf(
  { candidate, facts }: TextAsked,
  known: MemberFacts,
  { asOf, currency }: Population,
  festivalOf: (festival: string) => string,
): TextValues {
  const { trigger } = candidate.play;
  const isProduct = trigger.on === 'order' || trigger.on === 'replenishment';
  const { name, country } = facts;
  return {
    name,
    salutation: salutationOf({ name, country, gender: known.gender, language: known.language }),
    account: facts.account,
    gender: known.gender,
    birthday: known.birthday,
    city: facts.city,
    province: facts.province,
    country,
    number_of_orders: facts.orders,
    amount_spent: facts.spent,
    currency,
    first_order_date: facts.firstOrder,
    last_order_date: facts.lastOrder,
    days_since_last_order: facts.recency,
    last_items: facts.lastItems,
    favourite_product: facts.favourite,
    shop: facts.shop,
    product: (isProduct ? candidate.about : null) ?? facts.items[0] ?? facts.lastItems[0] ?? null,
    order_number: facts.orderNumber,
    festival: trigger.on === 'festival' && candidate.about !== null ? festivalOf(candidate.about) : null,
    day: asOf,
  };
}
