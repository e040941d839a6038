/** People who have something in common with somebody who is forgotten keep what is theirs. */
import { expect, it } from 'vitest';
import { newSeller } from '../helpers/seller.ts';
import { NOW, orders, SHOP } from './needles.ts';

const later = { now: '2026-09-01T04:00:00Z' };

it('a phone of a household stays with the other one, and keeps nobody out', async () => {
  const seller = newSeller();
  const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601', address: 'Elm Street 12' };
  const bob = { customer_name: 'Bob Archer', email: 'bob@example.com', phone: '13912345601', address: 'Elm Street 12' };
  await seller.ingest(seller.write('one.csv', orders({ order_id: '1', ...ann }, { order_id: '2', ...bob })), ...SHOP);
  const { stdout } = await seller.run(['customers', 'forget', 'ann@example.com', '--yes', '--json'], { now: NOW });
  expect(JSON.parse(stdout)).toMatchObject({ erased: { customers: 1 }, search: { outcome: 'none_found' }, done: true });
  const bobs = () => seller.query('SELECT name, phone, email, orders_all FROM customers_view');
  expect(await bobs()).toEqual([
    { name: 'Bob Archer', phone: '+8613912345601', email: 'bob@example.com', orders_all: 1 },
  ]);
  await seller.ingest(
    seller.write(
      'two.csv',
      orders({ order_id: '1', ...ann }, { order_id: '3', ...bob, order_date: '2026-05-05 10:00:00' }),
    ),
    ...SHOP,
  );
  expect(await bobs()).toMatchObject([{ name: 'Bob Archer', orders_all: 2 }]);
  expect((await seller.run(['doctor'], { now: NOW })).status).toBe(0);
});

it('a value that too many used joins the others again', async () => {
  const seller = newSeller();
  const people = ['Ann Archer', 'Ann Archer', 'Bob Baker', 'Cid Carter', 'Dan Draper'];
  const rows = people.map((name, at) => ({
    order_id: String(at),
    customer_name: name,
    phone: '13912345602',
    ...(at === 4 ? { email: 'dan@example.com' } : {}),
  }));
  await seller.ingest(seller.write('one.csv', orders(...rows)), ...SHOP);
  const before = await seller.query<{ customer_id: number; name: string }>(
    'SELECT customer_id, name FROM customers_view ORDER BY 1',
  );
  const dan = before.find(({ name }) => name === 'Dan Draper');
  expect((await seller.run(['customers', 'forget', String(dan?.customer_id), '--yes'], { now: NOW })).status).toBe(0);
  expect((await seller.run(['doctor'], { now: NOW })).status).toBe(0);
  const dump = await seller.dump();
  await seller.run(['rebuild'], { now: NOW });
  expect(await seller.dump()).toBe(dump);
});

it('whoever was never to be contacted is not when they buy again either', async () => {
  const seller = newSeller();
  const ann = { customer_name: 'Ann Archer', email: 'ann@example.com' };
  await seller.ingest(seller.write('one.csv', orders({ order_id: '1', ...ann })), ...SHOP);
  await seller.run(['suppress', 'add', 'Ann Archer', '--reason', 'asked to be left alone']);
  await seller.run(['customers', 'forget', 'ann@example.com', '--yes'], { now: NOW });
  const again = seller.write('two.csv', orders({ order_id: '2', ...ann, order_date: '2026-08-01 10:00:00' }));
  expect((await seller.run(['ingest', again, ...SHOP], later)).status).toBe(0);
  const card = JSON.parse((await seller.run(['customers', 'show', 'ann@example.com', '--json'], later)).stdout) as {
    never_contact_by: string[];
    orders: unknown[];
  };
  expect(card.never_contact_by).toContain('email');
  expect(card.orders).toHaveLength(1);
});
