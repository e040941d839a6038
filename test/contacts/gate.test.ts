import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, decide, type GatePerson, type GateReason, type Kind, KINDS } from '../../src/contacts/gate.ts';
import { gate, type Person } from '../../src/contacts/people.ts';

const person = (facts: Partial<GatePerson>): GatePerson => ({
  channel: 'email',
  countries: [],
  suppressed: false,
  address: 'ann@example.com',
  consent: 'unknown',
  policy: 'granted',
  serviceOnly: false,
  ...facts,
});

describe('the gate', () => {
  // Per person: the answer to service, to care and to promotion; undefined where it opens.
  it.each<[string, Partial<GatePerson>, (GateReason | undefined)[]]>([
    ['who said nothing', {}, [undefined, undefined, 'no_consent']],
    ['who said nothing, in a shop that asks nobody', { policy: 'not-refused' }, [undefined, undefined, undefined]],
    ['who agreed', { consent: 'granted' }, [undefined, undefined, undefined]],
    [
      'who agreed, in a shop that asks nobody',
      { consent: 'granted', policy: 'not-refused' },
      [undefined, undefined, undefined],
    ],
    ['who refused', { consent: 'refused' }, ['refused', 'refused', 'refused']],
    [
      'who refused, in a shop that asks nobody',
      { consent: 'refused', policy: 'not-refused' },
      ['refused', 'refused', 'refused'],
    ],
    [
      'of a marketplace that allows service messages alone',
      { serviceOnly: true, policy: 'not-refused' },
      [undefined, 'service_only', 'service_only'],
    ],
    ['of such a marketplace who agreed', { serviceOnly: true, consent: 'granted' }, [undefined, undefined, undefined]],
    ['without an address', { address: null, consent: 'granted' }, ['no_address', 'no_address', 'no_address']],
    [
      'who refused and has no address',
      { address: null, consent: 'refused' },
      ['no_address', 'no_address', 'no_address'],
    ],
    ['suppressed though agreed', { suppressed: true, consent: 'granted' }, ['suppressed', 'suppressed', 'suppressed']],
    ['suppressed without an address', { suppressed: true, address: null }, ['suppressed', 'suppressed', 'suppressed']],
    [
      'suppressed in a shop that asks nobody',
      { suppressed: true, policy: 'not-refused' },
      ['suppressed', 'suppressed', 'suppressed'],
    ],
  ])('decides on a person %s', (_, facts, expected) => {
    const answers = KINDS.map((kind) => {
      const decision = decide(person(facts), kind);
      return decision.allowed ? undefined : decision.reason;
    });
    expect(answers).toEqual(expected);
  });

  it('knows three channels', () => {
    expect(CHANNELS).toEqual(['sms', 'email', 'phone']);
  });
});

describe('a list', () => {
  const listed = (people: readonly (Partial<Person> & { customer: number })[], kind: Kind = 'care') => {
    const { allowed, leftOut } = gate(
      people.map(
        (facts): Person => ({ ...person({}), addressOrders: 1, serviceOnlyShops: [], lineType: null, ...facts }),
      ),
      kind,
    );
    return {
      allowed: allowed.map(({ customer }) => customer),
      leftOut: leftOut.map(({ person: { customer }, reason }) => [customer, reason]),
    };
  };

  it('gives a shared address to whoever ordered most on it', () => {
    expect(listed([{ customer: 1 }, { customer: 2, addressOrders: 3 }, { customer: 3, addressOrders: 2 }])).toEqual({
      allowed: [2],
      leftOut: [
        [1, 'same_address'],
        [3, 'same_address'],
      ],
    });
  });

  it('gives it to the lowest number among equals, whoever is asked first', () => {
    expect(listed([{ customer: 7 }, { customer: 4 }, { customer: 9 }]).allowed).toEqual([4]);
  });

  it('leaves a shared address to whoever may be contacted, not to whoever ordered more', () => {
    expect(
      listed([
        { customer: 1, addressOrders: 9, consent: 'refused' },
        { customer: 2, addressOrders: 5, suppressed: true },
        { customer: 3 },
      ]),
    ).toEqual({
      allowed: [3],
      leftOut: [
        [1, 'refused'],
        [2, 'suppressed'],
      ],
    });
  });

  it('keeps the order of the people given', () => {
    const people = ['c', 'a', 'b'].map((address, index) => ({ customer: 3 - index, address }));
    expect(listed(people).allowed).toEqual([3, 2, 1]);
  });

  it('has everybody exactly once, on it or left out, and no address twice', () => {
    const anybody = fc.record({
      address: fc.constantFrom('a@example.com', 'b@example.com', '+8613912345601', null),
      addressOrders: fc.integer({ min: 1, max: 3 }),
      suppressed: fc.boolean(),
      consent: fc.constantFrom('granted', 'refused', 'unknown'),
      policy: fc.constantFrom('granted', 'not-refused'),
      serviceOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), fc.constantFrom(...KINDS), (facts, kind) => {
        const people = facts.map(
          (some, index): Person => ({
            ...person({}),
            serviceOnlyShops: [],
            lineType: null,
            ...some,
            customer: index + 1,
          }),
        );
        const { allowed, leftOut } = gate(people, kind);
        const seen = [...allowed, ...leftOut.map((entry) => entry.person)].map(({ customer }) => customer);
        expect(seen.toSorted((a, b) => a - b)).toEqual(people.map(({ customer }) => customer));
        expect(new Set(allowed.map(({ address }) => address)).size).toBe(allowed.length);
        // Nobody is left out for an address that nobody on the list has.
        const written = new Set(allowed.map(({ address }) => address));
        for (const { person: out, reason } of leftOut)
          if (reason === 'same_address') expect(written).toContain(out.address);
      }),
    );
  });
});
