/** Numbers of customers, and what was said of them, when a later export says that an order was somebody else's. */
import { expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'item', 'order_total'];
const SHOP = ['--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];
const PHONE = '+1 202 555 0190';

const order = (id: string, name = '', email = '', phone = '') => [
  id,
  '2026-05-01',
  'paid',
  name,
  email,
  phone,
  'Tea',
  '1',
];
const pending = (id: string) => order(id, '', '', PHONE).with(2, 'pending');

async function take(seller: Seller, name: string, ...orders: string[][]): Promise<void> {
  await seller.ingest(seller.write(name, csv([HEADER, ...orders])), ...SHOP);
}

/** By name, as `customers list` has them; each number leads to whom it is listed for. */
async function numbers(seller: Seller): Promise<Map<string, number>> {
  const rows = await seller.json<{ name: string; customer_id: number }[]>('customers', 'list');
  for (const { name, customer_id: number } of rows)
    expect(await seller.json('customers', 'show', String(number))).toMatchObject({ customer_id: number, name });
  return new Map(rows.map(({ name, customer_id: number }) => [name, number]));
}

async function expectSound(seller: Seller): Promise<void> {
  const { stdout } = await seller.run(['doctor', '--json', '--ignore', 'backup_missing']);
  expect(JSON.parse(stdout)).toEqual([]);
  const dump = await seller.dump();
  await seller.run(['rebuild']);
  expect(await seller.dump()).toBe(dump);
}

const refused = async (seller: Seller, who: string) =>
  (await seller.json<{ channel: string; status: string }[]>('consent', 'show', who)).some(
    ({ channel, status }) => channel === 'email' && status === 'refused',
  );

it('lead to whom they are listed for, and what was said stays with the one who was named', async () => {
  const seller = newSeller();
  await take(seller, 'o.csv', pending('R-1'), order('R-2', 'Ida Ivers', '', PHONE));
  expect(await numbers(seller)).toEqual(new Map([['Ida Ivers', 1]]));
  await seller.run(['customers', 'note', '1', 'likes jasmine']);
  await seller.run(['consent', 'set', '1', 'email', 'refused']);
  await seller.run(['suppress', 'add', '1']);
  await take(seller, 'p.csv', order('R-1', 'Kim Kerr', 'kim@example.com'));
  expect([...(await numbers(seller)).keys()].toSorted()).toEqual(['Ida Ivers', 'Kim Kerr']);
  const ida = await seller.json('customers', 'show', 'Ida Ivers');
  expect(ida).toMatchObject({ notes: [{ text: 'likes jasmine' }], never_contact_by: ['sms', 'email', 'phone'] });
  expect(await seller.json('customers', 'show', 'Kim Kerr')).toMatchObject({ notes: [] });
  // Either may have been the one who asked.
  expect([await refused(seller, 'Ida Ivers'), await refused(seller, 'Kim Kerr')]).toEqual([true, true]);
  await expectSound(seller);
  await seller.run(['customers', 'forget', String((await numbers(seller)).get('Ida Ivers')), '--yes']);
  expect([...(await numbers(seller)).keys()]).toEqual(['Kim Kerr']);
});

it('are as sound where one record’s orders turn out to be of several, whichever of them changes last', async () => {
  const seller = newSeller();
  await take(seller, 'o.csv', pending('R-1'), pending('R-9'));
  await seller.run(['consent', 'set', 'R-1', 'email', 'refused']);
  const lou = ['Lou Lowe', 'lou@example.com'] as const;
  await take(seller, 'p.csv', order('R-1', 'Kim Kerr', 'kim@example.com'), order('R-9', ...lou));
  await take(seller, 'q.csv', order('R-10', ...lou, '+12025550133'));
  expect((await numbers(seller)).size).toBe(2);
  await expectSound(seller);
});

it('lead to nobody else where a file is taken back and its order numbers are those of others', async () => {
  const seller = newSeller();
  await take(seller, 'a.csv', order('Q-7', 'Di Fox', 'di@example.com', PHONE));
  await seller.run(['consent', 'set', 'di@example.com', 'email', 'refused']);
  await seller.run(['customers', 'note', 'di@example.com', 'call Di only']);
  await seller.run(['imports', 'undo', '1', '--yes']);
  await take(seller, 'c.csv', order('Q-7', 'Cy Orr', 'cy@example.com'));
  await take(seller, 'n.csv', order('Q-8', 'Di Fox', 'di@example.com'));
  expect(await seller.json('customers', 'show', 'cy@example.com')).toMatchObject({ notes: [] });
  expect(await seller.json('customers', 'show', 'di@example.com')).toMatchObject({ notes: [{ text: 'call Di only' }] });
  expect([await refused(seller, 'di@example.com'), await refused(seller, 'cy@example.com')]).toEqual([true, false]);
  await expectSound(seller);
});

it('lead away from those who stand in place of somebody once nothing else says that they do', async () => {
  const seller = newSeller();
  await take(seller, 'a.csv', order('Q-7', 'Di Fox', 'di@example.com', PHONE));
  await seller.run(['customers', 'note', 'di@example.com', 'call Di only']);
  await take(seller, 'c.csv', order('Q-7', 'Cy Orr', 'cy@example.com').with(2, 'shipped'));
  expect(await seller.json('customers', 'show', 'Q-7')).toMatchObject({ notes: [{ text: 'call Di only' }] });
  await seller.run(['imports', 'undo', '1', '--yes']);
  expect(await seller.json('customers', 'show', 'Q-7')).toMatchObject({ name: 'Cy Orr', notes: [] });
  await expectSound(seller);
});
