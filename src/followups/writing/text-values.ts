/** What the fields of a template come to for one customer. */
import { salutationOf } from '../../contacts/lists/salutation.ts';
import { BrokenLevel } from '../../levels/rule-of-level.ts';
import { standings } from '../../levels/standing.ts';
import type { Population } from '../../measures/population.ts';
import { type MemberFacts, memberFacts } from '../../segments/member-queries.ts';
import type { Archive } from '../../store/open.ts';
import type { TextFieldName, TextValues } from '../../texts/text-fields.ts';
import type { TextLanguage } from '../../texts/shown-value.ts';
import { withoutAddress } from '../../values/addresses-in-text.ts';
import { once } from '../../values/once.ts';
import { customerFacts, type OrderFacts, orderFacts } from './fact-queries.ts';
import type { Occasion } from './occasion.ts';

/** By the ids of the calendar. */
export type FestivalNames = Readonly<Record<TextLanguage, Readonly<Record<string, string>>>>;

export interface TextSource {
  /** Of whom a message is for. */
  readonly language: string | null;
  /** Where they live, else where the shop is. */
  readonly country: string | null;
  readonly shop: string | null;
  /** Only of the fields that are asked for. */
  readonly values: (fields: readonly TextFieldName[], language: TextLanguage) => TextValues;
}

/** temp.measures must stand for the population. */
export function textSources(
  archive: Archive,
  population: Population,
  festivals: FestivalNames,
): (occasion: Occasion) => TextSource {
  const factsOf = customerFacts(archive);
  const orders = orderFacts(archive, population.asOf);
  const said = once(() => memberFacts(archive, population));
  const levelOf = once(() => levelNames(archive, population));
  return (occasion) => {
    const { customer, day, play, about } = occasion;
    const facts = factsOf(customer);
    const own: MemberFacts = said()(customer);
    const last = once(() => orders.lastOf(customer));
    const order: OrderFacts | undefined = occasion.order === null ? undefined : orders.named(occasion.order);
    const shop = order?.shop ?? last()?.shop ?? null;
    const name = withoutAddress(facts?.name);
    const valueOf = (field: TextFieldName, language: TextLanguage): TextValues[TextFieldName] => {
      switch (field) {
        case 'name':
          return name;
        case 'salutation':
          return salutationOf({ name, gender: own.gender, language: own.language, country: facts?.country ?? null });
        case 'account':
          return withoutAddress(facts?.account);
        case 'gender':
        case 'birthday':
          return own[field];
        case 'city':
        case 'province':
        case 'country':
        case 'number_of_orders':
        case 'amount_spent':
        case 'first_order_date':
        case 'last_order_date':
        case 'favourite_product':
          return facts?.[field] ?? null;
        case 'days_since_last_order':
          return facts?.recency_days ?? null;
        case 'currency':
          return population.currency;
        case 'last_items':
          return last()?.items ?? null;
        case 'level':
          return levelOf().get(customer) ?? null;
        case 'shop':
          return shop;
        case 'product':
          return isOfProduct(play.trigger) ? about : (order?.items[0] ?? null);
        case 'order_number':
          return order?.number ?? null;
        case 'festival':
          return play.trigger.on === 'festival' && about !== null ? (festivals[language][about] ?? null) : null;
        case 'day':
          return day;
      }
    };
    return {
      language: own.language,
      country: facts?.country ?? order?.country ?? last()?.country ?? null,
      shop,
      values: (fields, language) => Object.fromEntries(fields.map((field) => [field, valueOf(field, language)])),
    };
  };
}

const isOfProduct = (trigger: Occasion['play']['trigger']): boolean =>
  trigger.on === 'replenishment' || (trigger.on === 'order' && trigger.product !== undefined);

/** Where the rule of a level cannot be asked nobody is known to have one, and the text lacks it. */
function levelNames(archive: Archive, population: Population): ReadonlyMap<number, string> {
  try {
    return new Map([...standings(archive, population)].map(([customer, { level }]) => [customer, level]));
  } catch (error) {
    if (!(error instanceof BrokenLevel)) throw error;
    return new Map();
  }
}
