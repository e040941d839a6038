import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, components, isShared, type User } from '../../src/customers/matching.ts';

interface Facts {
  readonly account?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}

/** By kind, as an archive gives them. */
function bucketsOf(people: readonly Facts[], records: readonly number[]): Bucket[] {
  const buckets = new Map<string, Bucket & { readonly users: User[] }>();
  for (const kind of ['account', 'email', 'phone'] as const)
    for (const record of records) {
      const facts = people[record - 1];
      const value = facts?.[kind];
      if (!value) continue;
      const scope = kind === 'account' ? 'taobao' : '';
      const user = { record, nameKey: facts.name ?? null };
      const known = buckets.get(`${kind} ${value}`);
      if (known) known.users.push(user);
      else buckets.set(`${kind} ${value}`, { kind, scope, value, users: [user] });
    }
  return [...buckets.values()];
}

function customers(people: readonly Facts[]): number[] {
  const records = people.map((_, index) => index + 1);
  const joined = components(
    {
      last: people.length,
      buckets: () => bucketsOf(people, records),
      bucketsOf: (some) => bucketsOf(people, some),
    },
    isShared,
  );
  return records.map((record) => joined.rootOf(record) ?? 0);
}

describe('who is who', () => {
  it('joins by account and by e-mail, through chains', () => {
    expect(
      customers([
        { account: 'a', email: 'x@x.com' },
        { email: 'x@x.com', phone: '+1' },
        { account: 'a' },
        { email: 'y@x.com' },
      ]),
    ).toEqual([1, 1, 1, 4]);
  });

  it('joins a phone when the names agree, a first name included while nobody else uses the number', () => {
    expect(
      customers([
        { phone: '+1', name: 'ann archer', email: 'a@x.com' },
        { phone: '+1', name: 'ann archer', email: 'b@x.com' },
      ]),
    ).toEqual([1, 1]);
    expect(
      customers([
        { phone: '+1', name: 'ann archer', email: 'a@x.com' },
        { phone: '+1', name: 'ann', email: 'b@x.com' },
      ]),
    ).toEqual([1, 1]);
  });

  it('keeps a family apart that shares a phone, and gives the order without an e-mail to its name', () => {
    const family = [
      { phone: '+1', name: 'mary hill', email: 'm@x.com' },
      { phone: '+1', name: 'tom hill', email: 't@x.com' },
      { phone: '+1', name: 'zoe park', email: 'z@x.com' },
      { phone: '+1', name: 'tom hill' },
    ];
    expect(customers(family)).toEqual([1, 2, 3, 2]);
  });

  it('joins a phone when one side has no e-mail and only one name uses it', () => {
    expect(customers([{ phone: '+1', name: 'ann archer', email: 'a@x.com' }, { phone: '+1' }])).toEqual([1, 1]);
    expect(
      customers([
        { phone: '+1', name: 'ann archer', email: 'a@x.com' },
        { phone: '+1', email: 'b@x.com' },
      ]),
    ).toEqual([1, 2]);
  });

  it('stops joining a value that four full names use', () => {
    const hub = ['ann a', 'ben b', 'cid c'].map((name, index) => ({ phone: '+1', name, email: `${index}@x.com` }));
    expect(customers([...hub, { phone: '+1', name: 'ann a' }])).toEqual([1, 2, 3, 1]);
    expect(
      customers([...hub, { phone: '+1', name: 'dan d', email: '3@x.com' }, { phone: '+1', name: 'ann a' }]),
    ).toEqual([1, 2, 3, 4, 5]);
  });

  it('stops joining an e-mail that two accounts use', () => {
    expect(
      customers([{ account: 'a', email: 'x@x.com' }, { account: 'b', email: 'x@x.com' }, { email: 'x@x.com' }]),
    ).toEqual([1, 2, 3]);
  });

  it('drops phones, then e-mails, where a chain would join two accounts', () => {
    const chain = [
      { account: 'a', email: 'x@x.com' },
      { email: 'x@x.com', phone: '+1', name: 'ann a' },
      { phone: '+1', name: 'ann a', email: 'y@x.com' },
      { account: 'b', email: 'y@x.com' },
    ];
    expect(customers(chain)).toEqual([1, 1, 3, 3]);
  });

  it('never joins by name alone', () => {
    expect(
      customers([
        { name: '王伟', email: 'a@x.com' },
        { name: '王伟', email: 'b@x.com' },
      ]),
    ).toEqual([1, 2]);
  });

  it('gives the same people whatever the order of the records', () => {
    const some = (letters: string) => fc.option(fc.constantFrom(...letters), { nil: undefined });
    const person = fc
      .record({
        account: some('ab'),
        email: some('uvw'),
        phone: some('123'),
        name: fc.option(fc.constantFrom('ann a', 'ben b', 'ann'), { nil: undefined }),
      })
      .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
    const groups = (people: readonly Facts[], order: readonly number[]) => {
      const joined = customers(order.map((index) => people[index] ?? {}));
      const label = new Map(order.map((index, position) => [index, joined[position]]));
      return people.map((_, index) => people.findIndex((__, other) => label.get(other) === label.get(index)));
    };
    fc.assert(
      fc.property(
        fc
          .array(person, { minLength: 1, maxLength: 9 })
          .chain((people) =>
            fc.tuple(fc.constant(people), fc.shuffledSubarray([...people.keys()], { minLength: people.length })),
          ),
        ([people, order]) => {
          expect(groups(people, order)).toEqual(groups(people, [...people.keys()]));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never puts two accounts of one platform into one customer', () => {
    const some = (letters: string) => fc.option(fc.constantFrom(...letters), { nil: '' });
    const person = fc.record({
      account: some('abc'),
      email: some('uvwx'),
      phone: some('1234'),
      name: fc.constantFrom('ann a', 'ben b'),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const joined = customers(people);
        const accounts = new Map<number, string>();
        for (const [index, { account }] of people.entries()) {
          if (!account) continue;
          const customer = joined[index] ?? 0;
          expect(accounts.get(customer) ?? account).toBe(account);
          accounts.set(customer, account);
        }
      }),
      { numRuns: 500 },
    );
  });
});
