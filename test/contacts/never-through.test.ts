/** Whatever was said, and in whichever order it came: nobody who refused or is suppressed is on a list. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeConsents } from '../../src/contacts/consents/ledger-queries.ts';
import { type Channel, CHANNELS, type ConsentStatus, KINDS } from '../../src/contacts/gate.ts';
import { gate, peopleFor } from '../../src/contacts/people.ts';
import { addSuppression, stateConsent } from '../../src/contacts/queries.ts';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { suppressionKey } from '../../src/store/settings.ts';
import { suppressionHash } from '../../src/values/suppression-key.ts';
import { KEY } from '../helpers/key.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const PEOPLE = [
  { customer_name: 'Ann', email: 'ann@example.com', phone: '13912345601' },
  { customer_name: 'Ben', email: 'ben@mail.example.com', phone: '13912345602' },
  { customer_name: 'Cid', email: 'cid.carter@gmail.com', phone: '13912345603' },
] as const;
const CUSTOMERS = [1, 2, 3] as const;

let shop: PlainShop;
let archive: Archive;
beforeAll(async () => {
  // Orders and a file of customers say yes, before and after all that is said here.
  shop = await plainShop(
    PEOPLE.flatMap((person) =>
      ['2026-01-01', '2026-06-30'].map((day) => ({ ...person, order_date: `${day} 10:00`, accepts_marketing: 'yes' })),
    ),
  );
  await shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', 'not-refused');
  const opened = await openArchive(shop.db, { mode: 'write', wait: 5, dryRun: false, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  archive = opened.archive;
});
afterAll(() => {
  archive.close();
  shop.close();
});

interface Said {
  readonly by: 'hand' | 'table';
  readonly customer: number;
  readonly channel: Channel;
  readonly status: ConsentStatus;
  /** UTC seconds; null for a row without a day. */
  readonly at: number | null;
}
interface Suppressed {
  readonly kind: 'email' | 'phone' | 'domain' | 'customer';
  readonly customer: number;
}

const FIRST = Date.UTC(2026, 1, 1) / 1000;
const NOW = FIRST + 1000;
const said: fc.Arbitrary<Said> = fc
  .record({
    by: fc.constantFrom('hand' as const, 'table' as const),
    customer: fc.constantFrom(...CUSTOMERS),
    channel: fc.constantFrom(...CHANNELS),
    status: fc.constantFrom<ConsentStatus[]>('granted', 'refused', 'unknown'),
    at: fc.option(fc.integer({ min: FIRST, max: FIRST + 4 })),
  })
  .map((one) => (one.by === 'hand' ? { ...one, at: one.at ?? FIRST } : one));
const suppressed: fc.Arbitrary<Suppressed> = fc.record({
  kind: fc.constantFrom('email' as const, 'phone' as const, 'domain' as const, 'customer' as const),
  customer: fc.constantFrom(...CUSTOMERS),
});

function say(one: Said | Suppressed, nth: number): void {
  if ('status' in one) {
    const { by, customer, channel, status, at } = one;
    const line = { customer, channels: [channel], status, at, note: null, proof: null };
    if (by === 'hand') stateConsent(archive, customer, { channel, status, note: null, at: at ?? FIRST });
    else takeConsents(archive, { file: { name: 'said.csv', hash: `${nth}` }, lines: [line], refused: [] }, NOW);
  } else if (one.kind === 'customer') {
    addSuppression(archive, { kind: 'customer', customer: one.customer }, { hint: '', reason: null, at: NOW });
  } else {
    const { email, phone } = PEOPLE[one.customer - 1] ?? PEOPLE[0];
    const value = { email, phone: `+86${phone}`, domain: one.customer === 3 ? 'gmail.com' : 'example.com' }[one.kind];
    const hash = suppressionHash(suppressionKey(archive), one.kind, value);
    addSuppression(archive, { kind: one.kind, hash }, { hint: '', reason: null, at: NOW });
  }
}

/** A refusal by hand or by a table that nobody took back by hand later. */
function refuses(all: readonly (Said | Suppressed)[], customer: number, channel: Channel): boolean {
  const theirs = all.filter((one): one is Said => 'status' in one && one.customer === customer);
  const of = theirs.filter((one) => one.channel === channel);
  const lastNo = Math.max(...of.filter(({ status }) => status === 'refused').map(({ at }) => at ?? NOW));
  const lastYes = Math.max(
    ...of.filter(({ by, status }) => by === 'hand' && status !== 'refused').map(({ at }) => at ?? NOW),
  );
  return lastNo > -Infinity && lastNo >= lastYes;
}

function isSuppressed(all: readonly (Said | Suppressed)[], customer: number, channel: Channel): boolean {
  return all.some((one) => {
    if ('status' in one) return false;
    // Ann and Ben have their addresses at one domain.
    if (one.kind === 'domain') return channel === 'email' && (one.customer === 3) === (customer === 3);
    if (one.customer !== customer) return false;
    return one.kind === 'customer' || (one.kind === 'email') === (channel === 'email');
  });
}

it('for any statements in any order', () => {
  const anything = fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: suppressed });
  let through = 0;
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), (all) => {
      archive.write(() => archive.db.exec('DELETE FROM consents; DELETE FROM suppressions'));
      all.forEach(say);
      for (const channel of CHANNELS) {
        const people = CUSTOMERS.map(peopleFor(archive, channel, Number.MAX_SAFE_INTEGER));
        for (const kind of KINDS) {
          const listed = gate(people, kind).allowed.map(({ customer }) => customer);
          through += listed.length;
          const never = CUSTOMERS.filter(
            (customer) => refuses(all, customer, channel) || isSuppressed(all, customer, channel),
          );
          // Everybody else is on it: the shop asks nobody, and nothing else keeps them out.
          expect(listed).toEqual(CUSTOMERS.filter((customer) => !never.includes(customer)));
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(through).toBeGreaterThan(0);
});
