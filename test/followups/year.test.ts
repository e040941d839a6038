/**
 * The tea shop for a year, day by day through the commands: nobody is contacted too often, at the wrong hour or against
 * their word, nothing planned is lost, every day may be run twice, and days left out are made up for. What holds is
 * counted anew by year/check, which knows nothing of the planner.
 *
 * Without YEAR_DAYS only the first days are run. The whole year takes some ten minutes:
 * YEAR_DAYS=365 npx vitest run --project plain test/followups/year.test.ts
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { YearShop } from './year/shop.ts';
import { Year, type YearFound } from './year/year.ts';

const DAYS = Number(process.env['YEAR_DAYS'] ?? 8);

let shop: YearShop;
let found: YearFound;
beforeAll(async () => {
  shop = await YearShop.open();
  found = await new Year(shop).live(DAYS);
  if (process.env['YEAR_DAYS'] !== undefined) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
}, 3_600_000);
afterAll(() => shop.close());

it('breaks no budget, quiet hour, consent or suppression on any day', () => {
  expect(found.broken).toEqual([]);
});

it('accounts for every follow-up that was planned', () => {
  expect(found.unaccounted).toEqual([]);
});

it('is the same when a day is run twice', () => {
  expect(found.unlike).toEqual([]);
});

it('makes up for days left out, as far as it still makes sense, and tells what has expired', () => {
  expect(found.lost).toEqual([]);
});

it('has all of it to hold up to', () => {
  for (const contact of ['promotion by sms', 'promotion by email', 'care by wechat', 'care by phone', 'care by parcel'])
    expect(found.contacts[contact], contact).toBeGreaterThan(0);
  for (const fact of ['granted', 'refused', 'suppressed', 'complained', 'refunded', 'wish'])
    expect(found.facts[fact], fact).toBeGreaterThan(0);
  expect(found.gaps.caught).toBeGreaterThan(0);
  expect(found.gaps.expired).toBeGreaterThan(0);
});
