/** Where the addresses of several people stand together none of them is lost. */
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { csv, NEW_SHOP, Seller } from '../helpers/seller.ts';

const AT = { now: '2026-11-01T12:00:00Z' };
let shop: Seller;
beforeEach(async () => {
  shop = new Seller();
  onTestFinished(() => shop.leave());
  const header = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'item', 'order_total'];
  const people = [
    ['Ann Archer', 'ann@example.com', '+12025550101'],
    ['Ben Baker', 'ben@example.com', '+12025550102'],
    ['Cleo Clark', 'cleo@example.com', '+12025550103'],
  ];
  const rows = people.map(([name = '', email = '', phone = ''], at) => [
    `O-${at + 1}`,
    '2026-03-01',
    'paid',
    name,
    email,
    phone,
    'Tea',
    '10.00',
  ]);
  await shop.ingest(shop.write('orders.csv', csv([header, ...rows])), '--shop', 'tea', ...NEW_SHOP);
});

const listed = async (channel = 'email') => {
  const list = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', channel, '--kind', 'service'];
  return (JSON.parse((await shop.run([...list, '--json'], AT)).stdout) as { name: string }[]).map(({ name }) => name);
};

it('in a list of whom never to contact each is taken, and none is kept as the reason of another', async () => {
  shop.write('two.txt', 'ann@example.com, ben@example.com\ncleo@example.com,asked on the phone\n');
  expect((await shop.run(['suppress', 'import', 'two.txt'], AT)).stderr).toContain('3 new');
  expect(await listed()).toEqual([]);
  const { stdout } = await shop.run(['suppress', 'list', '--csv'], AT);
  expect(stdout).not.toContain('ben@example.com');
  expect(stdout).toContain('asked on the phone');
});

it.each([
  [
    'suppress',
    csv([
      ['email', 'reason'],
      ['ann@example.com; ben@example.com', 'x'],
    ]),
  ],
  [
    'touches',
    csv([
      ['email', 'result', 'date'],
      ['ann@example.com / ben@example.com', 'unsubscribed', '2026-10-01'],
    ]),
  ],
  [
    'consent',
    csv([
      ['email', 'channel', 'status'],
      ['ann@example.com, ben@example.com', 'email', 'refused'],
    ]),
  ],
])('in one cell of a table for %s import the row is refused by its line', async (noun, text) => {
  shop.write('t.csv', text);
  const { status, stderr } = await shop.run([noun, 'import', 't.csv'], AT);
  expect(status).not.toBe(0);
  expect(stderr).toContain('t.csv:2');
});

it('a no is heeded of both whom a row may mean, a yes of nobody', async () => {
  shop.write(
    'no.csv',
    csv([
      ['email', 'phone', 'channel', 'status'],
      ['ann@example.com', '+12025550102', 'email', 'refused'],
    ]),
  );
  expect((await shop.run(['consent', 'import', 'no.csv'], AT)).status).toBe(0);
  expect(await listed()).toEqual(['Cleo Clark']);
  shop.write(
    'yes.csv',
    csv([
      ['email', 'phone', 'channel', 'status'],
      ['ann@example.com', '+12025550103', 'sms', 'granted'],
    ]),
  );
  expect((await shop.run(['consent', 'import', 'yes.csv'], AT)).stderr).toContain('yes.csv:2');
});

it('a number in a column of e-mails is no customer, nor is a name', async () => {
  shop.write(
    'odd.csv',
    csv([
      ['email', 'channel', 'status'],
      ['2', 'sms', 'granted'],
      ['Ben Baker', 'sms', 'granted'],
    ]),
  );
  const { status, stderr } = await shop.run(['consent', 'import', 'odd.csv'], AT);
  expect(status).not.toBe(0);
  expect(stderr).toContain('odd.csv:2');
  expect(stderr).toContain('odd.csv:3');
});

it('whoever complained before they came is written to at none of their addresses', async () => {
  shop.write(
    'c.csv',
    csv([
      ['email', 'result', 'date'],
      ['annold@example.com', 'complained', '2026-02-01'],
    ]),
  );
  await shop.run(['touches', 'import', 'c.csv'], AT);
  expect(await listed()).toHaveLength(3);
  const header = [
    'order_id',
    'order_date',
    'status',
    'account',
    'customer_name',
    'email',
    'phone',
    'item',
    'order_total',
  ];
  const orders = [1, 2, 3].map((at) => {
    const email = at === 1 ? 'annold@example.com' : 'annnew@example.com';
    return [`P-${at}`, '2026-04-01', 'paid', 'ann_new', 'Ann Newman', email, '+12025550109', 'Tea', '10.00'];
  });
  await shop.ingest(shop.write('more.csv', csv([header, ...orders])), '--shop', 'tea');
  expect(await listed()).not.toContain('Ann Newman');
  expect(await listed('sms')).not.toContain('Ann Newman');
  expect(await listed('phone')).not.toContain('Ann Newman');
});
