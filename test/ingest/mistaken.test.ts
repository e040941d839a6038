/** Files that look whole and are not, or belong to another shop. */
import { expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'order_total'];
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    `Q-${index}`,
    '2026-03-01 10:00',
    `User ${index}`,
    `u${index}@example.com`,
    '1.00',
  ]);

it('a quote never closed costs its own row and not those up to the next one', async () => {
  const seller = newSeller();
  const text = csv([HEADER, ...rows(40)])
    .replace('User 20', '"Jim Smith')
    .replace('User 35', '"Ann Lee"');
  const summary = await seller.ingest(seller.write('orders.csv', text), ...NEW_SHOP);
  expect(summary.orders).toMatchObject({ new: 39, refused: 1 });
  expect(await seller.json('imports', 'show', '1')).toMatchObject([
    { line: 22, order_number: 'Q-20', reason: 'broken_quotes', column: 'customer_name', value: '"Jim Smith' },
  ]);
});

it('a quote that swallows whole rows and then closes is found out', async () => {
  const seller = newSeller();
  const text = csv([HEADER, ...rows(40)])
    .replace('User 20', '"Jim Smith')
    .replace('User 35', 'Ann Lee"');
  const told = await seller.run(['ingest', seller.write('orders.csv', text), ...NEW_SHOP]);
  expect(told.status).toBe(1);
  expect(told.stderr).toContain('orders.csv:22: a quote opened here is never closed');
  expect(await seller.dump()).toBe('');
});

it('a note of several lines is no such quote', async () => {
  const seller = newSeller();
  const [first = [], ...others] = rows(3);
  const noted = first.map((cell, index) => (index === 2 ? 'Ann\nArcher, Flat 2\nLeeds' : cell));
  await seller.ingest(seller.write('orders.csv', csv([HEADER, noted, ...others])), ...NEW_SHOP);
  expect(await seller.json('status')).toMatchObject({ orders: 3 });
});

it('the same file is not taken for a second shop', async () => {
  const seller = newSeller();
  const file = seller.write('orders.csv', csv([HEADER, ...rows(2)]));
  await seller.ingest(file, ...NEW_SHOP, '--shop', 'A');
  const told = await seller.run(['ingest', file, ...NEW_SHOP, '--shop', 'B']);
  expect(told.status).toBe(1);
  expect(told.stderr).toContain('already ingested for the shop "A"');
  expect(told.stderr).toContain('regulars imports undo 1');
  expect(await seller.json('status')).toMatchObject({ shops: 1, orders: 2 });
});

it('an order number that is known with another buyer and time belongs to another shop', async () => {
  const seller = newSeller();
  const one = ['1001', '2026-03-01 10:00', 'Ann Lee', 'ann@example.com', '10.00'];
  await seller.ingest(seller.write('one.csv', csv([HEADER, one])), ...NEW_SHOP);
  const before = await seller.dump();
  for (const other of [
    ['1001', '2026-03-01 11:00', 'Cy Dow', 'cy@example.com', '30.00'],
    ['1001', '2026-04-01 11:00', 'Cy Dow', '', '30.00'],
  ]) {
    const told = await seller.run(['ingest', seller.write('two.csv', csv([HEADER, other])), '--json']);
    expect(told.status).toBe(1);
    expect(JSON.parse(told.stderr)).toMatchObject({ error: { code: 'other_shop' } });
  }
  expect(await seller.dump()).toBe(before);
});

it('what is known of an order that has no status, no money or no person is not made up', async () => {
  const seller = newSeller();
  const text = csv([
    ['order_id', 'order_date', 'status', 'account', 'order_total'],
    ['1', '2026-03-01', 'paid', 'ann', '10.00'],
    ['2', '2026-03-01', '', 'bob', '10.00'],
    ['3', '2026-03-01', 'paid', 'guest', '-4.00'],
    ['4', '2026-03-02', 'paid', 'guest', '5.00'],
    ['5', '14672', 'paid', 'cy', '5.00'],
  ]);
  const summary = await seller.ingest(seller.write('orders.csv', text), ...NEW_SHOP);
  expect(summary).toMatchObject({ orders: { new: 4, refused: 1 }, customers: { new: 2, anonymousOrders: 2 } });
  expect(summary.unknownWords).toMatchObject([{ word: '', orders: 1 }]);
  expect(await seller.query('SELECT order_number FROM orders_view WHERE counting ORDER BY 1')).toEqual([
    { order_number: '1' },
    { order_number: '4' },
  ]);
});

it('a settlement is refused by its name', async () => {
  const seller = newSeller();
  const header =
    '商家昵称,入帐日期,入帐时间,支付流水号,主订单id,子订单id,入帐类型,收入金额(元),支出金额(元),业务描述,备注,收/付渠道,数据创建时间,数据修改时间';
  const row =
    '山月茶铺,2026-05-01,2026-05-01 10:00:00,20260501,4500000000000000011,,交易收款,168.00,0.00,,,,2026-05-01,2026-05-01';
  const told = await seller.run(['ingest', seller.write('file.csv', `${header}\n${row}\n`)]);
  expect(told.status).toBe(1);
  expect(told.stderr).toContain('file.csv:1: this is a settlement of Taobao; it holds no orders');
  expect(await seller.dump()).toBe('');
});

it('an unknown table with parcels in it is taken for nothing else', async () => {
  const seller = newSeller();
  const table =
    '订单号,下单时间,订单金额,收货人,快递公司,快递单号\nA1001,2026-05-01 10:00:00,88.00,林舟,山月快递,780001\n';
  const told = await seller.run(['ingest', seller.write('file.csv', table)]);
  expect(told.status).toBe(2);
  expect(told.stderr).not.toContain('holds no orders');
  expect(told.stderr).toContain('--map');
});
