/** What a list says of those on it, as far as its form asks for it; each channel's address by the leave of the gate. */
import { withoutAddress } from '../values/addresses-in-text.ts';
import type { Population } from '../measures/population.ts';
import { memberFacts, tagsHeld } from '../segments/member-queries.ts';
import type { Archive } from '../store/open.ts';
import { type Channel, CHANNELS, decide, type Kind } from './gate.ts';
import { type Card, cardsFrom, type PostalAddress } from './list-queries.ts';
import { salutationOf } from './lists/salutation.ts';
import type { ListPerson } from './lists/list-format.ts';
import { peopleFor, type PeopleOf, type Person } from './people.ts';

export interface Wanted {
  readonly channel: Channel;
  readonly kind: Kind;
  readonly fields: ReadonlySet<keyof ListPerson>;
}

/** What whoever makes the list has looked up already. */
export interface Known {
  /** Of the list's channel. */
  readonly personOf: PeopleOf;
  /** Where `fields` asks of them. */
  readonly places: ReadonlyMap<number, PostalAddress> | undefined;
}

const NONE: readonly string[] = [];
const NOT_ASKED = { email: 'unknown', sms: 'unknown', phone: 'unknown' } as const;

/** So many at a time are looked up. */
const BATCH = 500;

/** Says it of any of them, in their order. temp.measures must stand for the population. */
export function listPeople(
  archive: Archive,
  population: Population,
  { channel, kind, fields }: Wanted,
  { personOf, places }: Known,
): (people: readonly Person[]) => Iterable<ListPerson> {
  const asks = (...names: readonly (keyof ListPerson)[]) => names.some((name) => fields.has(name));
  const facts = asks('birthday', 'gender', 'language', 'salutation') ? memberFacts(archive, population) : undefined;
  // Among the facts are the tags.
  const tags = asks('tags') && !facts ? tagsHeld(archive, population) : undefined;
  const needed = CHANNELS.filter(
    (one) =>
      one === channel ||
      asks('consent') ||
      (one === 'email' ? asks('email') : channel === 'email' && asks('phone', 'phone_type')),
  );
  const other = new Map(
    needed.map((one) => [one, one === channel ? personOf : peopleFor(archive, one, population.until)]),
  );
  const on = (one: Channel, customer: number): Person | undefined => other.get(one)?.(customer);
  const allowedOn = (one: Channel, customer: number): Person | undefined => {
    const person = on(one, customer);
    return person && decide(person, kind).allowed ? person : undefined;
  };
  /** Of a list for e-mail: whoever said no to texts or calls has none on it. */
  const numberBeside = (customer: number): Person | undefined => {
    const numbers = (['sms', 'phone'] as const).map((one) => on(one, customer));
    if (numbers.some((person) => person?.suppressed || person?.consent === 'refused')) return undefined;
    return allowedOn('sms', customer) ?? allowedOn('phone', customer);
  };
  const isConsentAsked = asks('consent');
  const consents = (mine: Person) => {
    const consent = (one: Channel) => (one === channel ? mine : on(one, mine.customer))?.consent ?? 'unknown';
    return { email: consent('email'), sms: consent('sms'), phone: consent('phone') };
  };
  const isTypeAsked = asks('phone_type');
  const say = (mine: Person, card: Card | undefined): ListPerson => {
    const { customer } = mine;
    // Whoever is asked for is looked at once on the channel of the list.
    const own = decide(mine, kind).allowed ? mine : undefined;
    const known = facts?.(customer);
    const phone = channel === 'email' ? numberBeside(customer) : own;
    // What stands in for a name may be a number that must not be used.
    const name = withoutAddress(card?.name);
    const gender = known?.gender ?? null;
    const language = known?.language ?? null;
    const country = card?.country ?? null;
    return {
      customer_id: customer,
      name,
      salutation: facts ? salutationOf({ name, gender, language, country }) : null,
      gender,
      birthday: known?.birthday ?? null,
      language,
      email: (channel === 'email' ? own : allowedOn('email', customer))?.address ?? null,
      phone: phone?.address ?? null,
      phone_type: isTypeAsked ? (phone?.lineType ?? null) : null,
      country,
      province: card?.province ?? null,
      city: card?.city ?? null,
      district: card?.district ?? null,
      postcode: places?.get(customer)?.postcode ?? null,
      address: withoutAddress(places?.get(customer)?.address),
      number_of_orders: card?.number_of_orders ?? 0,
      amount_spent: card ? card.amount_spent : 0,
      currency: population.currency,
      first_order_date: card?.first_order_date ?? null,
      last_order_date: card?.last_order_date ?? null,
      tags: known?.tags ?? tags?.get(customer) ?? NONE,
      consent: isConsentAsked ? consents(mine) : NOT_ASKED,
    };
  };
  // How somebody is addressed follows from much of it.
  const ofCards = asks('salutation') ? { has: () => true } : fields;
  const cardsOf = cardsFrom(archive, ofCards);
  return function* (people) {
    for (let from = 0; from < people.length; from += BATCH) {
      const batch = people.slice(from, from + BATCH);
      const cards = cardsOf(batch.map(({ customer }) => customer));
      for (const person of batch) yield say(person, cards.get(person.customer));
    }
  };
}
