/** The measures that were kept, of all and of some, and who of some may be contacted: the same as worked out of all together. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANNELS } from '../../src/contacts/gate.ts';
import { peopleFor } from '../../src/contacts/people.ts';
import { addSuppression, stateConsent, reachedTogether } from '../../src/contacts/queries.ts';
import { suppressionHash } from '../../src/values/suppression-key.ts';
import { gather, gatherOf, isKeptRight } from '../../src/measures/gather.ts';
import { measuresOf } from '../../src/measures/queries.ts';
import { keepPopulation, readPopulation, wipePopulation } from '../../src/store/kept-population.ts';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { addDays } from '../../src/values/days.ts';
import { KEY } from '../helpers/key.ts';
import { type OrderSpec, type PersonSpec, world } from '../helpers/world.ts';

const FIRST = '2025-01-01';
const LAST = 500;
const day = fc.integer({ min: 0, max: LAST }).map((days) => addDays(FIRST, days));
const order: fc.Arbitrary<OrderSpec> = fc.record({
  day,
  net: fc.integer({ min: 0, max: 100_000 }),
  refunded: fc.constantFrom(0, 0, 500),
  discount: fc.constantFrom(0, 300),
  currency: fc.constantFrom('CNY', 'CNY', 'USD', 'JPY'),
  counting: fc.boolean(),
  shop: fc.constantFrom(1, 2),
  lines: fc.array(
    fc.record({
      title: fc.constantFrom('龙井茶', 'Green Tea', 'green  tea'),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const people: fc.Arbitrary<PersonSpec[]> = fc
  .array(fc.record({ orders: fc.array(order, { maxLength: 5 }), phone: fc.constantFrom(1, 2, 3, undefined) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) =>
    some.map(({ orders, phone }, index) => ({
      name: `P${index}`,
      orders,
      ...(phone === undefined ? {} : { phone: `+861990000100${phone}` }),
    })),
  );
const rates = fc.array(fc.record({ day, rate: fc.constantFrom('7.1', '0.0472', '6.999999') }), { maxLength: 3 });

/** What is kept when a reading run ends; here the archive stays open. */
function keepingAtOnce(archive: Archive): Archive {
  return { ...archive, afterwards: (work) => archive.write(() => work(archive.db)) };
}

/** As a reading command has it. */
async function reading({ path }: Archive): Promise<Archive> {
  const opened = await openArchive(path, { mode: 'read', wait: 5, dryRun: true, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  return opened.archive;
}

const everybody = ({ db }: Archive) => db.prepare('SELECT * FROM temp.measures ORDER BY customer_id').all();
const kindOfMeasures = ({ db }: Archive) =>
  db.prepare("SELECT type FROM temp.sqlite_schema WHERE name = 'measures'").pluck().get();

function rate({ db }: Archive, told: readonly { readonly day: string; readonly rate: string }[]): void {
  for (const [index, { day: since, rate }] of told.entries())
    db.prepare('INSERT OR IGNORE INTO rates VALUES (?, ?, ?, ?, 0)').run(['USD', 'JPY'][index % 2], 'CNY', since, rate);
}

it('what is kept is on every later day what would be worked out', async () => {
  const days = fc.array(fc.integer({ min: -40, max: 1600 }), { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(people, rates, days, async (some, told, [kept = 0, ...asked]) => {
      const shop = await world(some);
      const { archive } = shop;
      rate(archive, told);
      const worked = [...asked, kept].map((after) => {
        const asOf = addDays(FIRST, after);
        return { asOf, population: gather(archive, asOf), measures: everybody(archive) };
      });
      const last = archive.db.prepare('SELECT max(day) FROM orders').pluck().get() as string | null;
      const keptOn = addDays(FIRST, kept);
      gather(keepingAtOnce(archive), keptOn);
      const reader = await reading(archive);
      try {
        for (const { asOf, population, measures } of worked) {
          expect(gather(reader, asOf)).toEqual(population);
          const holds = last !== null && last <= keptOn && last <= asOf;
          expect(kindOfMeasures(reader)).toBe(holds ? 'view' : 'table');
          expect(everybody(reader)).toEqual(measures);
          expect(gather(archive, asOf)).toEqual(population);
          expect(kindOfMeasures(archive)).toBe('table');
          expect(everybody(archive)).toEqual(measures);
        }
      } finally {
        reader.close();
        shop.close();
      }
    }),
    { numRuns: 25 },
  );
});

it('a reader has what was kept when it began, whoever writes meanwhile', async () => {
  const shop = await world([
    { name: 'Ann', orders: [{ day: '2026-05-01' }] },
    { name: 'Ben', orders: [{ day: '2026-05-02' }] },
  ]);
  const { archive } = shop;
  gather(keepingAtOnce(archive), '2026-06-01');
  const reader = await reading(archive);
  gather(reader, '2026-06-02');
  const before = everybody(reader);
  expect(before).toHaveLength(2);
  archive.write(() => wipePopulation(archive));
  expect(everybody(reader)).toEqual(before);
  reader.close();
  expect(archive.db.prepare('SELECT count(*) FROM customer_measures').pluck().get()).toBe(0);
  shop.close();
});

it('what is kept is found to be wrong of anybody', async () => {
  const shop = await world([
    { name: 'Ann', orders: [{ day: '2026-05-01' }, { day: '2026-05-21' }] },
    { name: 'Ben', orders: [{ day: '2026-05-02' }] },
  ]);
  const archive = keepingAtOnce(shop.archive);
  gather(archive, '2026-06-01');
  expect(isKeptRight(archive)).toBe(true);
  for (const spoil of [
    "UPDATE customer_measures SET favourite_product = 'Tea' WHERE customer_id = 2",
    'UPDATE customer_measures SET rhythm_days = rhythm_days + 1e-9 WHERE customer_id = 1',
    'DELETE FROM customer_measures WHERE customer_id = 2',
    'UPDATE customer_measures SET customer_id = 3 WHERE customer_id = 2',
  ]) {
    archive.db.exec(`SAVEPOINT before; ${spoil}`);
    expect(isKeptRight(archive), spoil).toBe(false);
    archive.db.exec('ROLLBACK TO before; RELEASE before');
  }
  expect(isKeptRight(archive)).toBe(true);
  shop.close();
});

it('the measures of one are those gathered for all, on every day', async () => {
  await fc.assert(
    fc.asyncProperty(
      people,
      rates,
      fc.array(fc.integer({ min: -40, max: 800 }), { minLength: 3, maxLength: 3 }),
      async (some, told, days) => {
        const shop = await world(some);
        try {
          const archive = keepingAtOnce(shop.archive);
          rate(archive, told);
          for (const after of days) {
            const asOf = addDays(FIRST, after);
            const population = gather(archive, asOf);
            const all = new Map(shop.customers.map((customer) => [customer, measuresOf(archive, customer)]));
            expect(isKeptRight(archive)).toBe(true);
            for (const customer of shop.customers) {
              expect(gatherOf(archive, asOf, [customer])).toEqual(population);
              expect(measuresOf(archive, customer)).toEqual(all.get(customer));
            }
          }
        } finally {
          shop.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

it('who is reached of one is who is reached of all', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.array(fc.nat(20), { maxLength: 4 }), async (some, objecting) => {
      const shop = await world(some);
      try {
        const { archive, customers } = shop;
        for (const [index, at] of objecting.entries()) {
          const customer = customers[at % customers.length] as number;
          const detail = { hint: '', reason: null, at: 1 };
          if (index % 3 === 0)
            stateConsent(archive, customer, { channel: 'sms', status: 'refused', note: null, at: 1 });
          else if (index % 3 === 1) addSuppression(archive, { kind: 'customer', customer }, detail);
          else {
            const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
            addSuppression(archive, { kind: 'phone', hash: suppressionHash(key, 'phone', '+8619900001001') }, detail);
          }
        }
        for (const channel of CHANNELS) {
          const all = peopleFor(archive, channel, 2e9);
          for (const customer of customers)
            expect(peopleFor(archive, channel, 2e9, reachedTogether(archive, customer))(customer)).toEqual(
              all(customer),
            );
        }
      } finally {
        shop.close();
      }
    }),
    { numRuns: 12 },
  );
});

it('nothing is kept of what was worked out before a change', async () => {
  const shop = await world([{ name: 'Ann', orders: [{ day: '2026-05-01' }] }]);
  const { archive } = shop;
  let late: () => void = () => undefined;
  gather({ ...archive, afterwards: (work) => (late = () => archive.write(() => work(archive.db))) }, '2026-06-01');
  archive.db.exec('INSERT INTO population (id, changes) VALUES (1, 1)');
  late();
  expect(readPopulation(archive)).toEqual({ changes: 1, kept: null, searched: null });
  keepPopulation(archive, { changes: 1, searched: '[]' });
  keepPopulation(archive, { changes: 1, kept: '{}' });
  expect(readPopulation(archive)).toEqual({ changes: 1, kept: '{}', searched: '[]' });
  shop.close();
});
