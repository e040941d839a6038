/** What a list says of those on it, as far as its form asks for it; each channel's address by the leave of the gate. */
import { withoutAddress } from '../values/addresses-in-text.ts';
import type { Population } from '../measures/population.ts';
import { memberFacts, tagsHeld } from '../segments/member-queries.ts';
import type { Archive } from '../store/open.ts';
import { type Channel, CHANNELS, decide, type Kind } from './gate.ts';
import type { CardRow, PostalAddress } from './list-queries.ts';
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
  readonly cards: ReadonlyMap<number, CardRow>;
  /** Where `fields` asks of them. */
  readonly places: ReadonlyMap<number, PostalAddress> | undefined;
}

/** temp.measures must stand for the population. */
export function listPeople(
  archive: Archive,
  population: Population,
  { channel, kind, fields }: Wanted,
  { personOf, cards, places }: Known,
): (person: Person) => ListPerson {
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
  return (mine) => {
    const { customer } = mine;
    // Whoever is asked for is looked at once on the channel of the list.
    const own = decide(mine, kind).allowed ? mine : undefined;
    const card = cards.get(customer);
    const known = facts?.(customer);
    const consent = (one: Channel) => (one === channel ? mine : on(one, customer))?.consent ?? 'unknown';
    const phone = channel === 'email' ? numberBeside(customer) : own;
    const person = {
      customer_id: customer,
      // What stands in for a name may be a number that must not be used.
      name: withoutAddress(card?.name),
      gender: known?.gender ?? null,
      birthday: known?.birthday ?? null,
      language: known?.language ?? null,
      email: (channel === 'email' ? own : allowedOn('email', customer))?.address ?? null,
      phone: phone?.address ?? null,
      phone_type: phone?.lineType ?? null,
      country: card?.country ?? null,
      province: card?.province ?? null,
      city: card?.city ?? null,
      district: card?.district ?? null,
      postcode: places?.get(customer)?.postcode ?? null,
      address: withoutAddress(places?.get(customer)?.address),
      number_of_orders: card?.number_of_orders ?? 0,
      amount_spent: card === undefined ? 0 : card.amount_spent,
      currency: population.currency,
      first_order_date: card?.first_order_date ?? null,
      last_order_date: card?.last_order_date ?? null,
      tags: known?.tags ?? tags?.get(customer) ?? [],
      consent: { email: consent('email'), sms: consent('sms'), phone: consent('phone') },
    };
    return { ...person, salutation: facts ? salutationOf(person) : null };
  };
}
