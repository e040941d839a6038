/** Customers with what is listed of them, however many, a part of them at a time; addresses of those alone who may have any written down. */
import type { Context } from '../context.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import type { Member, MemberColumn } from './member-columns.ts';

const PART = 10_000;

/** Ascending. Nobody who is suppressed on any channel has a phone or an e-mail, nor whoever refused by it; names and accounts that are one are left out. */
export async function membersInParts(
  context: Context,
  archive: Archive,
  population: Population,
  customers: readonly number[],
  columns: readonly MemberColumn[],
): Promise<Iterable<Member>> {
  const { isMemberField, memberRows } = await import('../segments/queries.ts');
  const { memberFacts } = await import('../segments/member-queries.ts');
  const { accounts } = await import('../points/accounts.ts');
  const { levelsOf } = await import('./levels-of.ts');
  const { withoutAddress } = await import('../values/addresses-in-text.ts');
  const names = new Set<string>(columns.map(({ name }) => name));
  const fields = ['customer_id' as const, ...columns.flatMap(({ name }) => (isMemberField(name) ? [name] : []))];
  const factsOf = columns.some(({ fact }) => fact) ? memberFacts(archive, population) : undefined;
  const levels = names.has('level') ? await levelsOf(context, archive, population) : undefined;
  const points = names.has('points') ? accounts(archive, population, customers) : undefined;
  const addressesOf = await addressesFor(context, archive, population, names, customers);
  return (function* () {
    for (let from = 0; from < customers.length; from += PART) {
      const part = memberRows(archive, customers.slice(from, from + PART), population.until, fields);
      for (const row of part.toSorted((a, b) => a.customer_id - b.customer_id)) {
        const { customer_id: customer } = row;
        yield {
          ...row,
          ...factsOf?.(customer),
          ...addressesOf?.(customer),
          name: withoutAddress(row.name),
          account: withoutAddress(row.account),
          currency: population.currency,
          found_in: [],
          level: levels?.get(customer)?.level ?? null,
          points: points?.get(customer)?.balance ?? null,
        };
      }
    }
  })();
}

type Addresses = Pick<Member, 'phone' | 'email'>;

/** As the gate sees them, not as they stand on the card: a card may bear one that is suppressed. */
async function addressesFor(
  { io, words }: Context,
  archive: Archive,
  { until }: Population,
  names: ReadonlySet<string>,
  customers: readonly number[],
): Promise<((customer: number) => Addresses) | undefined> {
  if (!names.has('phone') && !names.has('email')) return undefined;
  const { CHANNELS } = await import('../contacts/gate.ts');
  const { peopleFor } = await import('../contacts/people.ts');
  const suppressed = new Set<number>();
  const refused = { phone: new Set<number>(), email: new Set<number>() };
  const found = { phone: new Map<number, string>(), email: new Map<number, string>() };
  // One channel after the other: what each takes to be known is much, and of it little is kept.
  for (const channel of CHANNELS) {
    const personOf = peopleFor(archive, channel, until);
    for (const customer of customers) {
      const person = personOf(customer);
      const kind = channel === 'email' ? 'email' : 'phone';
      if (person.suppressed) suppressed.add(customer);
      else if (person.consent === 'refused') refused[kind].add(customer);
      if (channel !== 'sms' && person.address !== null) found[kind].set(customer, person.address);
    }
  }
  if (suppressed.size > 0) io.say(words.exports.withheld(suppressed.size));
  const refusing = new Set([...refused.phone, ...refused.email]).size;
  if (refusing > 0) io.say(words.exports.refusing(refusing));
  return (customer) => {
    const told = (kind: keyof typeof found) =>
      (!suppressed.has(customer) && !refused[kind].has(customer) && found[kind].get(customer)) || null;
    return { phone: told('phone'), email: told('email') };
  };
}
