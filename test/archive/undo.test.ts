import { describe, expect, it } from 'vitest';
import { spawnRegulars } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'order_total'];
const order = (id: string, status: string, email: string, phone = '', total = '10.00') => [
  id,
  '2026-05-04 10:00:00',
  status,
  'Ann Archer',
  email,
  phone,
  total,
];
const ingest = (seller: Seller, name: string, ...orders: string[][]) =>
  seller.ingest(seller.write(name, csv([HEADER, ...orders])), ...NEW_SHOP);
const standing = async (seller: Seller) =>
  (await seller.query('SELECT order_number, state FROM orders_view ORDER BY 1')).map((row) => Object.values(row));

describe('imports undo', () => {
  it('takes the orders of a file back, and says how many', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    const before = await seller.dump();
    await ingest(seller, 'june.csv', order('B', 'paid', 'ben@example.com'), order('C', 'paid', 'cy@example.com'));
    const { status, stdout, stderr } = await seller.run(['imports', 'undo', '2', '--yes']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('june.csv taken back: 2 orders gone or changed, 2 customers gone');
    expect(await seller.dump()).toBe(before);
    expect(await seller.json('imports', 'list')).toMatchObject([
      { file: 'may.csv', undone_at: null },
      { file: 'june.csv', undone_at: '2026-07-01T04:00:00Z' },
    ]);
    expect(await seller.json('status')).toMatchObject({ imports: 1, orders: 1, customers: 1 });
  });

  it('leaves an order as the other files show it', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'pending', 'ann@example.com'), order('B', 'paid', 'ann@example.com'));
    await ingest(seller, 'june.csv', order('A', 'shipped', 'ann@example.com'), order('B', 'paid', 'ann@example.com'));
    expect(await standing(seller)).toEqual([
      ['A', 'shipped'],
      ['B', 'paid'],
    ]);
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await standing(seller)).toEqual([
      ['A', 'unpaid'],
      ['B', 'paid'],
    ]);
  });

  it('of the older file leaves the newer as it is', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'pending', 'ann@example.com'), order('B', 'paid', 'ann@example.com'));
    await ingest(seller, 'june.csv', order('A', 'shipped', 'ann@example.com'));
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await standing(seller)).toEqual([['A', 'shipped']]);
  });

  it('of all there is of a shop leaves no shop: its next file sets it up anew, and none is asked about', async () => {
    const seller = newSeller();
    const take = (name: string, number: string, ...args: string[]) =>
      seller.ingest(seller.write(name, csv([HEADER, order(number, 'paid', 'ann@example.com')])), ...args);
    const undo = (id: number) => seller.run(['imports', 'undo', String(id), '--yes']);
    await take('a.csv', 'A', '--shop', 'Till', '--timezone', 'Asia/Shanghai', '--currency', 'USD');
    await undo(1);
    // As doctor asks of any whose zone nobody knows.
    expect((await seller.run(['shops', 'edit', 'Till', '--timezone', 'Asia/Seoul'])).status).toBe(0);
    await take('a.csv', 'A', '--shop', 'Till', '--timezone', 'America/New_York', '--currency', 'USD');
    await take('b.csv', 'B', '--shop', 'Tlil', '--timezone', 'America/New_York', '--currency', 'USD');
    await undo(3);
    await take('b.csv', 'B');
    expect(await seller.json('shops', 'list')).toMatchObject([
      { shop: 'Till', time_zone: 'America/New_York', currency: 'USD', orders: 2 },
    ]);
    expect(await seller.json('status')).toMatchObject({ shops: 1, orders: 2 });
    expect(await seller.query('SELECT DISTINCT placed_at FROM orders_view')).toEqual([
      { placed_at: '2026-05-04T14:00:00Z' },
    ]);
    expect(await seller.dump()).toContain('["setting","time_zone","America/New_York"]');
    for (const id of [2, 4]) await undo(id);
    await take('c.csv', 'C', '--shop', 'Tlil');
    // It is the first now, and as for every first shop its zone is that of the archive's today.
    await seller.run(['shops', 'edit', 'Tlil', '--timezone', 'Asia/Tokyo']);
    expect(await seller.dump()).toContain('["setting","time_zone","Asia/Tokyo"]');
    expect((await seller.run(['doctor'])).status).toBe(0);
  });

  it('parts customers that only the undone file joined', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'), order('B', 'paid', 'anna@example.com'));
    const bridge = '+12025550190';
    await ingest(
      seller,
      'june.csv',
      order('C', 'paid', 'ann@example.com', bridge),
      order('D', 'paid', 'anna@example.com', bridge),
    );
    expect(await seller.json('status')).toMatchObject({ customers: 1 });
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await seller.json('status')).toMatchObject({ customers: 2 });
  });

  it('gives an order back to whoever it was of, by a number in the way of its country', async () => {
    const seller = newSeller();
    const british = ['--shop', 'Leith', '--country', 'GB', '--currency', 'GBP', '--timezone', 'Europe/London'];
    const take = (name: string, ...orders: string[][]) =>
      seller.ingest(seller.write(name, csv([HEADER, ...orders])), ...british);
    await take('may.csv', order('A', 'pending', '', '020 7946 0958'), order('B', 'paid', '', '(020) 79460958'));
    const before = await seller.query('SELECT phone, customer_id FROM orders_view ORDER BY order_number');
    expect(new Set(before.map((row) => JSON.stringify(row))).size).toBe(1);
    await take('june.csv', order('A', 'shipped', 'ann@example.com'), order('B', 'shipped', 'ann@example.com'));
    // A process of its own, that has read no number yet.
    const { status } = await spawnRegulars(['imports', 'undo', '2', '--yes', '--db', seller.db], {
      cwd: seller.folder,
      env: { HOME: seller.folder },
    });
    expect(status).toBe(0);
    expect(await seller.query('SELECT phone, customer_id FROM orders_view ORDER BY order_number')).toEqual(before);
  });

  it('takes refusals along', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    await ingest(seller, 'june.csv', order('B', 'paid', '', '', 'free'));
    expect(await seller.json('status')).toMatchObject({ refusals: 1 });
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await seller.json('status')).toMatchObject({ refusals: 0 });
  });

  it('is taken back itself by ingesting the file again', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    const before = await seller.dump();
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await standing(seller)).toEqual([]);
    expect(await seller.ingest('may.csv', ...NEW_SHOP)).toMatchObject({ outcome: 'taken', orders: { new: 1 } });
    expect(await seller.dump()).toBe(before);
  });

  it('happens once', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    await seller.run(['imports', 'undo', '1', '--yes']);
    const { status, stderr } = await seller.run(['imports', 'undo', '1', '--yes']);
    expect(status).toBe(0);
    expect(stderr).toBe('import 1 was undone before; nothing changed\n');
    expect(await seller.json('imports', 'list')).toHaveLength(1);
  });

  it('is only tried with -n', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    const before = await seller.dump();
    const { status, stderr } = await seller.run(['imports', 'undo', '1', '-n']);
    expect(status).toBe(0);
    expect(stderr).toContain('dry run: nothing was changed');
    expect(await seller.dump()).toBe(before);
  });

  it('asks on a terminal, and needs --yes elsewhere', async () => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    const terminal = (stdin: string) => ({ stdin, tty: { stdin: true, stderr: true } });
    const before = await seller.dump();
    const refused = await seller.run(['imports', 'undo', '1']);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('hint: regulars imports undo 1 --yes');
    for (const stdin of ['n\n', '\n', '']) {
      const { status, stderr } = await seller.run(['imports', 'undo', '1'], terminal(stdin));
      expect([status, stderr]).toEqual([1, expect.stringContaining('not confirmed; nothing was changed\n')]);
    }
    expect(await seller.dump()).toBe(before);
    expect((await seller.run(['imports', 'undo', '1'], terminal('y\n'))).status).toBe(0);
    expect(await standing(seller)).toEqual([]);
  });

  it.each(['7', 'may.csv', '1.5', '-1'])('knows no import %s', async (id) => {
    const seller = newSeller();
    await ingest(seller, 'may.csv', order('A', 'paid', 'ann@example.com'));
    const { status, stdout, stderr } = await seller.run(['imports', 'undo', '--yes', '--', id]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(id);
    expect(await standing(seller)).toEqual([['A', 'paid']]);
  });
});
