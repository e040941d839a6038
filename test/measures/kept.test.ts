/** What reading commands keep in the archive must never be older than what it follows from. */
import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'email', 'currency', 'item', 'order_total'];
const MAY = csv([
  HEADER,
  ['A-1', '2026-05-01', 'paid', 'ann@example.com', 'CNY', 'Tea', '100.00'],
  ['A-2', '2026-05-11', 'paid', 'ann@example.com', 'CNY', 'Cup', '30.00'],
  ['B-1', '2026-05-20', 'paid', 'ben@example.com', 'USD', 'Tea', '10.00'],
  ['C-1', '2026-05-21', 'shipped', 'cy@example.com', 'CNY', 'Pot', '900.00'],
]);
const JUNE = csv([HEADER, ['D-1', '2026-06-01', 'paid', 'dan@example.com', 'CNY', 'Kettle', '5000.00']]);
const PEOPLE = csv([
  ['customer_name', 'email', 'note'],
  ['Eve Early', 'eve@example.com', 'asked for tea'],
  ['Dan Deer', 'dan@example.com', ''],
]);
const RATES = csv([
  ['currency', 'day', 'rate'],
  ['USD', '2026-01-01', '700'],
]);

const kept = (seller: Seller) => {
  const db = new Database(seller.db, { readonly: true });
  const row = db.prepare('SELECT kept IS NOT NULL AS kept, searched IS NOT NULL AS searched FROM population').get();
  db.close();
  return row;
};
/** Of everybody as one by one, and as all together. */
async function same(seller: Seller) {
  for (const { customer_id, number_of_orders, amount_spent, rfm_group, value_band } of await seller.json<
    readonly Record<string, number | string | null>[]
  >('customers', 'list')) {
    const card = await seller.json('customers', 'show', String(customer_id));
    // Of whoever never ordered nothing is measured.
    expect(card).toMatchObject({ measures: number_of_orders === 0 ? null : { amount_spent, rfm_group, value_band } });
  }
}

it('follows every change', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  seller.write('june.csv', JUNE);
  seller.write('rates.csv', RATES);
  seller.write('people.csv', PEOPLE);
  for (const line of [
    'ingest june.csv --shop Tea',
    'rates import rates.csv',
    'config set reporting_currency USD',
    'config set reporting_currency CNY',
    'shops edit Tea --cash-on-delivery yes',
    'shops edit Tea --timezone Asia/Tokyo',
    'imports undo 2 --yes',
    'customers merge ann@example.com ben@example.com --reason same',
    'customers undo 1',
    'customers split ann@example.com --order A-2 --reason gift',
    'customers import people.csv --shop Tea',
    'imports undo 3 --yes',
    'customers forget cy@example.com --yes',
    'rebuild',
  ]) {
    await seller.run(['customers', 'show', 'ann@example.com']);
    await seller.run(['customers', 'find', 'Tea']);
    expect(kept(seller), line).toEqual({ kept: 1, searched: 1 });
    expect((await seller.run(line.split(' '))).status, line).toBe(0);
    expect(kept(seller), line).toEqual({ kept: 0, searched: 0 });
    await same(seller);
    expect((await seller.run(['doctor'])).stderr, line).toContain('nothing is wrong');
  }
});

it('leaves nothing of anybody in the archive once somebody was forgotten', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  await seller.run(['segment', 'list']);
  expect(await seller.query('SELECT count(*) AS measured FROM customer_measures')).toEqual([{ measured: 3 }]);
  await seller.run(['customers', 'forget', 'cy@example.com', '--yes']);
  expect(await seller.query('SELECT count(*) AS measured FROM customer_measures')).toEqual([{ measured: 0 }]);
});

it('stays through what changes no order, and through files that bring nothing new', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  await seller.run(['customers', 'show', 'ann@example.com']);
  const before = await seller.dump();
  for (const line of [
    'ingest may.csv --shop Tea',
    'tag add vip --customer ann@example.com',
    'config set time_zone Asia/Tokyo',
  ]) {
    expect((await seller.run(line.split(' '))).status, line).toBe(0);
    expect(kept(seller), line).toMatchObject({ kept: 1 });
  }
  await same(seller);
  await seller.run(['tag', 'remove', 'vip', '--customer', 'ann@example.com']);
  expect((await seller.dump()).length).toBeGreaterThanOrEqual(before.length);
});

it('is worked out anew for a day that orders lie after', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  await seller.run(['customers', 'show', 'ann@example.com']);
  const early = await seller.json('customers', 'show', 'ann@example.com', '--as-of', '2026-05-05');
  expect(early).toMatchObject({ measures: { number_of_orders: 1, amount_spent: 10_000, value_band: 'vip' } });
  expect(kept(seller)).toMatchObject({ kept: 1 });
});

it('is done without where nothing may be written', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  expect((await seller.run(['customers', 'show', 'ann@example.com', '-n'])).status).toBe(0);
  expect(kept(seller)).toEqual({ kept: 0, searched: 0 });
  const other = new Database(seller.db);
  other.exec('BEGIN IMMEDIATE');
  expect(await seller.run(['customers', 'show', 'ann@example.com'])).toMatchObject({ status: 0, stderr: '' });
  other.exec('ROLLBACK');
  other.close();
  expect(kept(seller)).toEqual({ kept: 0, searched: 0 });
  chmodSync(seller.db, 0o400);
  expect((await seller.run(['customers', 'find', 'Tea'])).stdout).toContain('ben@example.com');
  chmodSync(seller.db, 0o600);
});

it('finds by a title or an SKU whatever is kept', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('may.csv', MAY), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  const found = async (text: string) =>
    (await seller.run(['customers', 'find', text, '--columns', 'customer_id', '--csv'])).stdout.split('\n').length - 2;
  for (const round of ['worked out', 'kept']) {
    expect([await found('tea'), await found('Kettle'), await found('A-'), await found('BEN@')], round).toEqual([
      2, 0, 1, 1,
    ]);
  }
  await seller.ingest(seller.write('june.csv', JUNE), '--shop', 'Tea');
  expect([await found('tea'), await found('kettle')]).toEqual([2, 1]);
  // Listed by number, the first few are measured alone.
  expect((await seller.run(['customers', 'find', 'tea', '--limit', '1', '--csv'])).stdout.split('\n')).toHaveLength(3);
});
