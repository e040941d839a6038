/** A contact list as it was asked for: who is on it, who is not and why, and what it says of each. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { ContactList } from '../contacts/contact-list.ts';
import type { Channel, Kind } from '../contacts/gate.ts';
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { Person } from '../contacts/people.ts';
import type { Before } from '../contacts/list-parts.ts';
import type { Card, PostalAddress } from '../contacts/list-queries.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { choose } from './choosing.ts';
import { type ListAsked, seriesOf } from './list-options.ts';

export interface ListWay {
  readonly channel: Channel;
  readonly kind: Kind;
}

/** Throws UsageError where one of both is missing: nobody is written to by a guess. */
export function wayOf({ words }: Context, { channel, kind }: ListAsked): ListWay {
  if (channel !== undefined && kind !== undefined) return { channel, kind };
  throw new UsageError(words.contacts.channelAndKind, {
    code: 'missing_option',
    hint: 'regulars export contacts --segment at_risk --channel sms --kind care',
  });
}

export interface MadeList extends ContactList {
  readonly way: ListWay;
  readonly population: Population;
  readonly series: string;
  /** Those who were chosen, whether they may be written to or not. */
  readonly chosen: readonly number[];
  /** What the list before of the same series had of whom. */
  readonly before: Before;
  readonly say: (people: readonly Person[]) => Iterable<ListPerson>;
  readonly personOf: (customer: number) => Person;
}

export async function makeList(
  context: Context,
  archive: Archive,
  asked: ListAsked,
  fields: ReadonlySet<keyof ListPerson>,
): Promise<MadeList> {
  const way = wayOf(context, asked);
  const { gather } = await import('../measures/gather.ts');
  const { contactList } = await import('../contacts/contact-list.ts');
  const { peopleFor } = await import('../contacts/people.ts');
  const { listPeople } = await import('../contacts/list-people.ts');
  const { cardsFrom, latestOfSeries, postalAddresses, priorities } = await import('../contacts/list-queries.ts');
  const population = gather(archive, context.today(archive));
  const { customers } = await choose(context, archive, population, asked, { everybody: false });
  const personOf = peopleFor(archive, way.channel, population.until);
  const series = seriesOf(asked);
  const last = latestOfSeries(archive, series, population.asOf);
  // Whoever was held out stays so until somebody says 0%.
  const before: Before =
    asked.holdout === 0 ? new Map([...last].filter(([, { standing }]) => standing === 'listed')) : last;
  const asksPlaces = asked.household || fields.has('address') || fields.has('postcode');
  const places = asksPlaces ? postalAddresses(archive, population.until) : undefined;
  const isOrdered = asked.limit !== undefined || asked.household;
  const list = contactList(customers.map(personOf), {
    kind: way.kind,
    priorityOf: isOrdered ? priorities(archive, asked.priority ?? 'amount_spent') : undefined,
    limit: asked.limit,
    householdOf: asked.household ? householdsOf(cardsFrom(archive, PLACE)(customers), places) : undefined,
    holdout: {
      share: asked.holdout ?? 0,
      seed: series,
      earlier: new Map([...before].map(([customer, { standing }]) => [customer, standing])),
    },
  });
  return {
    ...list,
    way,
    population,
    series,
    before,
    chosen: customers,
    say: listPeople(archive, population, { ...way, fields }, { personOf, places }),
    personOf,
  };
}

const PLACE = new Set(['country', 'province', 'city', 'district'] as const);

/** The same for those who live at one address. */
function householdsOf(
  cards: ReadonlyMap<number, Card>,
  places: ReadonlyMap<number, PostalAddress> | undefined,
): (customer: number) => string | undefined {
  const folded = (part: string | null | undefined) =>
    (part ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s,.，。#-]/g, '');
  return (customer) => {
    const postal = places?.get(customer);
    const card = cards.get(customer);
    return postal && [...[...PLACE].map((part) => card?.[part]), postal.postcode, postal.address].map(folded).join('|');
  };
}
