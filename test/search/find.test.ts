/** What is kept to be looked through finds whom the archive itself finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCustomers } from '../../src/search/find.ts';
import { isSearchRight, keptSearch } from '../../src/search/kept-search.ts';
import { forgetPopulation } from '../../src/store/kept-population.ts';
import type { Archive } from '../../src/store/open.ts';
import { type PersonSpec, world } from '../helpers/world.ts';

const MOMENT = { asOf: '2026-06-30', until: Date.parse('2026-07-01T00:00:00Z') / 1000 };
/** Texts that begin, end and hold each other, in letters of one to four bytes and in both cases. */
const part = fc.constantFrom(
  '陈',
  '静',
  '陈静',
  'Sato',
  'sat',
  'É',
  'é',
  '1',
  '12',
  '3-1',
  '%',
  '_',
  '\\',
  '🍵',
  'Ann',
  ' ',
);
const text = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const person: fc.Arbitrary<PersonSpec> = fc.record(
  {
    name: text,
    account: text,
    email: fc.constantFrom('ann@example.com', 'Sato@Example.com'),
    phone: fc.constantFrom('+8613900000001', '+12025550112'),
    city: text,
    orders: fc.array(
      fc.record({
        day: fc.constantFrom('2026-06-30', '2026-05-01'),
        lines: fc.array(fc.record({ title: text, sku: text }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['name'] },
);

/** What is kept when a reading run ends; here the archive stays open. */
const keepingAtOnce = (archive: Archive): Archive => ({ ...archive, afterwards: (work) => work(archive.db) });
const keepingNothing = (archive: Archive): Archive => ({ ...archive, afterwards: () => undefined });

it('finds the same customers in both', async () => {
  const people = fc.array(person, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(people, fc.array(text, { minLength: 5, maxLength: 5 }), async (some, texts) => {
      const { archive, close } = await world(some);
      try {
        const asked = [
          ...texts,
          ...texts.map((one) => one.toUpperCase()),
          '139 0000-0001',
          '202 555',
          '1-1',
          'EXAMPLE',
        ];
        const expected = asked.map((one) => findCustomers(keepingNothing(archive), one, MOMENT));
        expect(keptSearch(archive, MOMENT)).toBeUndefined();
        findCustomers(keepingAtOnce(archive), 'x', MOMENT);
        expect(keptSearch(archive, MOMENT)).toBeDefined();
        expect(isSearchRight(archive)).toBe(true);
        expect(asked.map((one) => findCustomers(archive, one, MOMENT))).toEqual(expected);
      } finally {
        close();
      }
    }),
    { numRuns: 60 },
  );
});

describe('what is kept', () => {
  it('is not asked on a day that orders lie after', async () => {
    const { archive, close } = await world([
      { name: 'Early', orders: [{ day: '2026-05-01' }] },
      { name: 'Earlier Late', orders: [{ day: '2026-06-30' }] },
    ]);
    expect(findCustomers(keepingAtOnce(archive), 'early', MOMENT)).toEqual([1]);
    expect(findCustomers(archive, 'earl', MOMENT)).toEqual([1, 2]);
    expect(findCustomers(archive, 'earl', { asOf: '2026-05-31', until: MOMENT.until })).toEqual([1]);
    close();
  });

  it('finds a line break, and nothing across it, as the tables do', async () => {
    const { archive, close } = await world([{ name: 'Ida\nBerg', orders: [{ day: '2026-05-01' }] }]);
    for (const which of [keepingNothing(archive), keepingAtOnce(archive), archive])
      expect(
        ['Ida\nBerg', 'Ida Berg', 'ida', '\u0001', 'g\u0001'].map((text) => findCustomers(which, text, MOMENT)),
      ).toEqual([[1], [], [1], [], []]);
    close();
  });

  it('is made anew where other rules made it', async () => {
    const { archive, close } = await world([{ name: 'Ann', orders: [{ day: '2026-05-01' }] }]);
    findCustomers(keepingAtOnce(archive), 'ann', MOMENT);
    archive.db.exec("UPDATE population SET searched = json_replace(searched, '$.rules', 0)");
    archive.db.exec("UPDATE search_texts SET texts = x'00'");
    expect(findCustomers(archive, 'ann', MOMENT)).toEqual([1]);
    findCustomers(keepingAtOnce(archive), 'ann', MOMENT);
    expect(keptSearch(archive, MOMENT)).toBeDefined();
    expect(isSearchRight(archive)).toBe(true);
    expect(findCustomers(archive, 'ann', MOMENT)).toEqual([1]);
    close();
  });

  it('is gone with a change, and not kept of a time before it', async () => {
    const { archive, close } = await world([{ name: 'Ann', orders: [{ day: '2026-05-01' }] }]);
    let late: () => void = () => undefined;
    findCustomers({ ...archive, afterwards: (work) => (late = () => work(archive.db)) }, 'ann', MOMENT);
    forgetPopulation(archive);
    late();
    expect(archive.db.prepare('SELECT count(*) FROM search_texts').pluck().get()).toBe(0);
    findCustomers(keepingAtOnce(archive), 'ann', MOMENT);
    expect(archive.db.prepare('SELECT count(*) FROM search_texts').pluck().get()).toBe(1);
    forgetPopulation(archive);
    expect(archive.db.prepare('SELECT count(*) FROM search_texts').pluck().get()).toBe(0);
    close();
  });
});
