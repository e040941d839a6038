/** What a file's blacklist suppresses beside what a person suppressed: undoing the file takes nothing back that was said by hand. */
import { expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const SHOP = ['--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];
const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'item', 'order_total'];
const MAP = ['Name', 'Mail', 'Blocked'].flatMap((header, at) => [
  '--map',
  `${['customer_name', 'email', 'blacklist'][at]}=${header}`,
]);

async function shopWithList(): Promise<Seller> {
  const seller = newSeller();
  const orders = ['2026-05-01', '2026-05-02'].map((day, at) => [
    `O-${at}`,
    day,
    'Ann Archer',
    'ann@example.com',
    '+12025550101',
    'Tea',
    '1.00',
  ]);
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...orders])), ...SHOP);
  return seller;
}

async function listed(seller: Seller): Promise<void> {
  const file = seller.write(
    'list.csv',
    csv([
      ['Name', 'Mail', 'Blocked'],
      ['Ann Archer', 'ann@example.com', 'rude'],
    ]),
  );
  const { status, stderr } = await seller.run(['customers', 'import', file, ...MAP, '--country', 'US']);
  expect(status, stderr).toBe(0);
}

const suppressed = async (seller: Seller) => (await seller.json<unknown[]>('suppress', 'list')).length;
const undo = (seller: Seller) => seller.run(['imports', 'undo', '2', '--yes']);

it('stays when it is said by hand after the list said so', async () => {
  const seller = await shopWithList();
  await listed(seller);
  expect((await seller.run(['suppress', 'add', 'ann@example.com'])).stderr).not.toContain('before');
  expect((await undo(seller)).status).toBe(0);
  expect(await suppressed(seller)).toBe(1);
});

it('stays when somebody it was said of is forgotten, and the list is taken back', async () => {
  const seller = await shopWithList();
  await seller.run(['suppress', 'add', '1', '--reason', 'asked']);
  await listed(seller);
  expect((await seller.run(['customers', 'forget', '1', '--yes'])).status).toBe(0);
  await undo(seller);
  expect(await suppressed(seller)).toBeGreaterThan(0);
});

it('goes with the list where only that said so, also of somebody who was split since', async () => {
  const seller = await shopWithList();
  await listed(seller);
  await seller.run(['customers', 'split', '1', '--order', 'O-1']);
  const hints = await seller.json<{ hint: string }[]>('suppress', 'list');
  expect(hints.map(({ hint }) => hint).join(' ')).not.toContain('.0');
  const { status, stderr } = await undo(seller);
  expect(status, stderr).toBe(0);
  expect(await suppressed(seller)).toBe(0);
});

it('is refused under the name of a map of orders, which stays', async () => {
  const seller = await shopWithList();
  const orders = csv([
    ['No', 'When', 'Sum'],
    ['X-1', '2026-05-01', '1.00'],
  ]);
  const map = ['--map', 'order_id=No', '--map', 'order_date=When', '--map', 'order_total=Sum', '--save-map', 'mine'];
  await seller.ingest(seller.write('mapped.csv', orders), ...map, ...SHOP);
  const before = await seller.json('maps', 'list');
  const file = seller.write(
    'list.csv',
    csv([
      ['Name', 'Mail', 'Blocked'],
      ['Ann Archer', 'ann@example.com', ''],
    ]),
  );
  const refused = await seller.run(['customers', 'import', file, ...MAP, '--country', 'US', '--save-map', 'mine']);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('mine names a map for other rows already');
  expect(await seller.json('maps', 'list')).toEqual(before);
});
