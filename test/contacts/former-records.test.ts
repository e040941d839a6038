/** A refusal reaches what an order said of the customer before a later file: that may come back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'order_total',
  'accepts_marketing',
];
const order = (number: string, status: string, name: string, email: string, phone: string) => [
  number,
  '2026-05-01 10:00:00',
  status,
  name,
  email,
  phone,
  '5.00',
  'yes',
];
const [P, Q] = ['+8613912345601', '+8613912345602'];

let seller: Seller;
beforeEach(() => {
  seller = newSeller();
});

/** Gives the number of the import. */
const ingest = async (name: string, ...orders: (readonly string[])[]): Promise<string> =>
  String((await seller.ingest(seller.write(name, csv([HEADER, ...orders])), ...NEW_SHOP)).import);
const run = async (args: readonly string[], stdin?: string) => {
  const { status, stderr } = await seller.run(args, stdin === undefined ? {} : { stdin });
  expect(status, stderr).toBe(0);
};
const listed = async (kind = 'care') => {
  const to = ['--where', 'orders_all > 0', '--channel', 'sms', '--kind', kind];
  return (await seller.json<{ name: string }[]>('export', 'contacts', ...to)).map(({ name }) => name);
};
const healthy = async () => expect(await seller.json('doctor')).toEqual([]);

const table = (...rows: string[][]) => csv(rows);
const SAYINGS: readonly [string, readonly string[], (string | undefined)?][] = [
  ['by hand', ['consent', 'set', 'Bea Archer', 'sms', 'refused']],
  ['by a table', ['consent', 'import', '-'], table(['phone', 'channel', 'status'], [Q, 'sms', 'refused'])],
  ['to a tool', ['touches', 'import', '-'], table(['phone', 'result', 'date'], [Q, 'TD', '2026-05-06'])],
  ['by a complaint', ['touches', 'import', '-'], table(['phone', 'result', 'date'], [Q, 'complained', '2026-05-06'])],
  ['as suppressed', ['suppress', 'add', 'Bea Archer']],
];

describe('what a customer refused', () => {
  it.each(SAYINGS)(
    'holds for the record an order had before, once the later file is taken back: %s',
    async (_, args, stdin) => {
      await ingest(
        'a.csv',
        order('O-1', 'paid', 'Ann Archer', '', P),
        order('O-9', 'paid', 'Zoe Zimmer', '', '+8613912345609'),
      );
      const later = await ingest('b.csv', order('O-1', 'shipped', 'Bea Archer', '', Q));
      expect(await listed('promotion')).toEqual(['Zoe Zimmer', 'Bea Archer']);
      await run(args, stdin);
      expect(await listed()).toEqual(['Zoe Zimmer']);
      await healthy();
      await run(['imports', 'undo', later, '--yes']);
      expect(await seller.json('customers', 'list', '--columns', 'name')).toHaveLength(2);
      expect(await listed()).toEqual(['Zoe Zimmer']);
      await healthy();
    },
  );

  it('is told once, and a suppression of it lifted at once', async () => {
    await ingest('a.csv', order('O-1', 'paid', 'Ann Archer', '', P));
    const later = await ingest('b.csv', order('O-1', 'shipped', 'Bea Archer', '', Q));
    await run(['consent', 'set', 'Bea Archer', 'sms', 'refused', '--on', '2026-06-01']);
    await run(['suppress', 'add', '#2']);
    expect(await seller.json('suppress', 'list')).toMatchObject([{ suppression_id: 1, customer_id: 2 }]);
    const history = await seller.json<{ source: string }[]>('consent', 'show', 'Bea Archer', '--history');
    expect(history.filter(({ source }) => source === 'hand')).toHaveLength(1);
    await run(['suppress', 'remove', '1']);
    await run(['consent', 'set', 'Bea Archer', 'sms', 'unknown']);
    expect(await listed()).toEqual(['Bea Archer']);
    await run(['imports', 'undo', later, '--yes']);
    expect(await seller.json('suppress', 'list')).toEqual([]);
  });

  it('does not hold for a record on which orders of somebody else stand', async () => {
    await ingest('a.csv', order('O-1', 'paid', 'Ann Archer', '', P), order('O-2', 'paid', 'Ann Archer', '', P));
    await ingest('b.csv', order('O-1', 'shipped', 'Bea Archer', '', Q));
    await run(['consent', 'set', 'Bea Archer', 'sms', 'refused']);
    expect(await listed()).toEqual(['Ann Archer']);
  });

  it('makes nobody one with somebody else', async () => {
    await ingest('a.csv', order('O-1', 'paid', 'Ann Archer', 'ann@example.com', P));
    await ingest('b.csv', order('O-1', 'shipped', 'Bea Archer', '', Q));
    await ingest(
      'c.csv',
      order('O-2', 'paid', 'Cid Carter', 'ann@example.com', '+8613912345603'),
      order('O-3', 'paid', 'Ann Archer', '', P),
    );
    await run(['consent', 'set', 'Bea Archer', 'sms', 'refused']);
    // Who is who is found out anew around her, and around both of the others.
    await ingest(
      'd.csv',
      order('O-4', 'paid', 'Bea Archer', 'bea@example.com', Q),
      order('O-5', 'paid', 'Cid Carter', 'cid@example.com', '+8613912345603'),
      order('O-6', 'paid', 'Ann Archer', 'archer@example.com', P),
    );
    const people = await seller.query('SELECT order_number, customer_id FROM orders ORDER BY 1');
    expect(people.map(Object.values)).toEqual([
      ['O-1', 2],
      ['O-2', 3],
      ['O-3', 4],
      ['O-4', 2],
      ['O-5', 3],
      ['O-6', 4],
    ]);
    await healthy();
    await run(['rebuild', '--yes']);
    await healthy();
    expect(await seller.query('SELECT order_number, customer_id FROM orders ORDER BY 1')).toEqual(people);
  });
});
