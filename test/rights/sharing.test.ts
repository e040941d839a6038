/** People who share an e-mail or phone with somebody who is forgotten stay who they are. */
import { expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'item', 'order_total'];
const SHOP = ['--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD'];
const OFFICE = 'office@example.com';

async function shopOf(rows: readonly (readonly [name: string, email: string, day: string])[]): Promise<Seller> {
  const seller = newSeller();
  const orders = rows.map(([name, email, day], at) => [`O-${at}`, day, name, email, 'Tea', '1.00']);
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...orders])), ...SHOP);
  return seller;
}

const names = async (seller: Seller) =>
  (await seller.query<{ name: string }>('SELECT name FROM customers_view ORDER BY name')).map(({ name }) => name);

const sound = async (seller: Seller) =>
  expect(
    (await seller.run(['doctor', '--ignore', 'backup_missing', '--ignore', 'dated_in_future'])).stdout
      .trim()
      .split('\n'),
  ).toHaveLength(1);

it('is not made one person with them where they are too few to share it', async () => {
  const seller = await shopOf(
    ['Ann Archer', 'Bob Baker', 'Cid Carter', 'Dan Drew'].map((name) => [name, OFFICE, '2026-05-01'] as const),
  );
  expect(await names(seller)).toHaveLength(4);
  expect((await seller.run(['customers', 'forget', 'Ann Archer', '--yes'])).status).toBe(0);
  expect(await names(seller)).toEqual(['Bob Baker', 'Cid Carter', 'Dan Drew']);
  expect((await seller.run(['rebuild'])).status).toBe(0);
  expect(await names(seller)).toEqual(['Bob Baker', 'Cid Carter', 'Dan Drew']);
  await sound(seller);
});

it('is not forgotten with them, however many go at a time', async () => {
  const old = Array.from(
    { length: 2100 },
    (_, at) => [`Old ${at} Buyer`, `old${at}@example.com`, '2019-05-01'] as const,
  );
  const seller = await shopOf([
    ['Ann Archer', OFFICE, '2019-05-01'],
    ...old,
    ['Bob Baker', OFFICE, '2019-05-01'],
    ['Cid Carter', OFFICE, '2026-05-01'],
    ['Dan Drew', OFFICE, '2026-05-01'],
  ]);
  const args = ['retention', 'apply', '--older-than', '3y', '--as-of', '2026-06-01', '--yes'];
  expect((await seller.run(args)).status).toBe(0);
  expect(await names(seller)).toEqual(['Cid Carter', 'Dan Drew']);
  await sound(seller);
});
