import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'email',
  'item',
  'quantity',
  'unit_price',
  'order_total',
  'currency',
];
type Row = Readonly<Partial<Record<(typeof HEADER)[number], string>>>;

const GOOD: Row = {
  order_date: '2026-05-04 10:00:00',
  status: 'paid',
  email: 'ann@example.com',
  item: 'Longjing 50 g',
  quantity: '1',
  unit_price: '19.50',
  order_total: '19.50',
  currency: 'USD',
};
const row = (cells: Row): string[] => HEADER.map((name) => ({ ...GOOD, ...cells })[name] ?? '');
const file = (...rows: readonly Row[]) => csv([HEADER, ...rows.map(row)]);

interface Refused {
  readonly file: string;
  readonly line: number;
  readonly order_number: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly explanation: string;
}

describe('a row that cannot be read', () => {
  it('is told by its broken order number where several orders fell together under one', async () => {
    const seller = newSeller();
    const broken = { order_id: '3.45679E+18' };
    const rows = file({ ...broken, order_total: '10.00' }, { order_id: 'G-1' }, { ...broken, order_total: '20.00' });
    const { status } = await seller.run(['ingest', seller.write('orders.csv', rows), ...NEW_SHOP]);
    expect(status).toBe(3);
    expect(await seller.json<readonly Refused[]>('imports', 'show', '1')).toMatchObject([
      { line: 2, reason: 'order_id_scientific', value: '3.45679E+18' },
    ]);
  });

  it.each<[string, Row, string, string]>([
    ['bad_date', { order_date: '2026-02-30 10:00:00' }, 'order_date', '2026-02-30 10:00:00'],
    ['bad_date', { order_date: 'yesterday' }, 'order_date', 'yesterday'],
    ['missing_date', { order_date: '' }, 'order_date', ''],
    ['future_date', { order_date: '2062-05-04 10:00:00' }, 'order_date', '2062-05-04 10:00:00'],
    ['date_too_old', { order_date: '1970-01-01 00:00:00' }, 'order_date', '1970-01-01 00:00:00'],
    ['bad_amount', { order_total: 'free' }, 'order_total', 'free'],
    ['bad_amount', { unit_price: '1.9E+1' }, 'unit_price', '1.9E+1'],
    ['missing_amount', { order_total: '' }, 'order_total', ''],
    ['too_many_decimals', { order_total: '19.505' }, 'order_total', '19.505'],
    ['too_many_decimals', { order_total: '19.50', unit_price: '', currency: 'JPY' }, 'order_total', '19.50'],
    ['bad_quantity', { quantity: '1.5' }, 'quantity', '1.5'],
    ['bad_quantity', { quantity: 'two' }, 'quantity', 'two'],
    ['bad_currency', { currency: 'dollars' }, 'currency', 'dollars'],
    ['order_id_scientific', { order_id: '1.37359E+14' }, 'order_id', '1.37359E+14'],
    ['order_id_scientific', { order_id: '2E+15' }, 'order_id', '2E+15'],
  ])('is refused alone, with its place and value: %s %j', async (reason, bad, column, value) => {
    const seller = newSeller();
    const name = seller.write(
      'orders.csv',
      file({ order_id: 'G-1' }, { order_id: 'B-2', ...bad }, { order_id: 'G-3' }),
    );
    const { status, stderr } = await seller.run(['ingest', name, ...NEW_SHOP]);
    expect(status).toBe(3);
    const refused = await seller.json<readonly Refused[]>('imports', 'show', '1');
    expect(refused).toMatchObject([
      { file: name, line: 3, order_number: bad['order_id'] ?? 'B-2', column, value, reason },
    ]);
    expect(stderr).toContain(`orders.csv:3: ${column} "${value}": ${refused[0]?.explanation}`);
    expect(stderr).toContain('Next: regulars imports show 1');
    expect(await seller.query('SELECT order_number FROM orders_view ORDER BY 1')).toEqual([
      { order_number: 'G-1' },
      { order_number: 'G-3' },
    ]);
  });

  it.each<[string, string[], string | null]>([
    ['column_count', ['B-2', '2026-05-04'], 'B-2'],
    ['column_count', [...row({ order_id: 'B-2' }), 'more'], 'B-2'],
    ['missing_order_id', row({ order_id: '' }), null],
  ])('is refused as a whole row: %s %j', async (reason, cells, order) => {
    const seller = newSeller();
    const rows = csv([HEADER, row({ order_id: 'G-1' }), cells, row({ order_id: 'G-3' })]);
    const summary = await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP);
    expect(summary).toMatchObject({ orders: { new: 2, refused: 1 }, rows: { read: 3, orders: 2, refused: 1 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 3, order_number: order, reason }]);
  });

  it('takes its whole order along, and the rows are kept as they stood', async () => {
    const seller = newSeller();
    const rows = file(
      { order_id: 'B-1', item: 'Teapot' },
      { order_id: 'G-2' },
      { order_id: 'B-1', item: 'Cup, grey', quantity: 'some' },
    );
    const summary = await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP);
    expect(summary).toMatchObject({
      orders: { new: 1, refused: 1 },
      rows: { read: 3, orders: 1, refused: 2 },
      lines: 1,
    });
    const [refused] = await seller.json<readonly { line: number; row: string }[]>('imports', 'show', '1');
    expect(refused).toMatchObject({ line: 4, column: 'quantity', value: 'some' });
    expect(JSON.parse(refused?.row ?? '')).toEqual([
      { line: 2, cells: row({ order_id: 'B-1', item: 'Teapot' }) },
      { line: 4, cells: row({ order_id: 'B-1', item: 'Cup, grey', quantity: 'some' }) },
    ]);
  });

  it.each<[string, Row, string]>([
    ['order_total', { order_total: '45.00' }, '45.00'],
    ['status', { status: 'refunded' }, 'refunded'],
    ['email', { email: 'ben@example.com' }, 'ben@example.com'],
    ['currency', { currency: 'EUR' }, 'EUR'],
  ])('contradicts another row of its order in %s', async (column, other, value) => {
    const seller = newSeller();
    const rows = file({ order_id: 'B-1' }, { order_id: 'B-1', item: 'Cup', ...other });
    await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { line: 3, order_number: 'B-1', column, value, reason: 'conflicting_order_fields' },
    ]);
  });

  it('is told in the language of the seller, and programs get the same words in any', async () => {
    const seller = newSeller();
    const name = seller.write('orders.csv', file({ order_id: 'G-1' }, { order_id: 'B-2', quantity: 'two' }));
    const { stderr } = await seller.run(['ingest', name, ...NEW_SHOP, '--lang', 'zh']);
    expect(stderr).toContain('orders.csv:3: quantity "two": 这不是整数件数');
    const [refused] = await seller.json<readonly Refused[]>('imports', 'show', '1', '--lang', 'zh');
    expect(refused?.reason).toBe('bad_quantity');
  });

  it('is one of many, of which a screen shows the first', async () => {
    const seller = newSeller();
    const rows = Array.from({ length: 9 }, (_, index) => ({ order_id: `B-${index}`, quantity: 'two' }));
    const { status, stderr } = await seller.run(['ingest', seller.write('orders.csv', file(...rows)), ...NEW_SHOP]);
    expect(status).toBe(3);
    expect(stderr.match(/orders\.csv:\d+: quantity/g)).toHaveLength(5);
    expect(stderr).toContain('9 refused');
    expect(await seller.json('imports', 'show', '1')).toHaveLength(9);
    expect(await seller.json('status')).toMatchObject({ orders: 0, refusals: 9 });
  });
});

describe('what is no order and no refusal', () => {
  it('is a word for nothing', async () => {
    const seller = newSeller();
    const rows = file({ order_id: 'G-1', email: 'n/a', quantity: '-', currency: 'null' });
    expect(await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP)).toMatchObject({
      orders: { new: 1, refused: 0 },
      customers: { new: 0, anonymousOrders: 1 },
    });
  });

  it('is a status nobody knows: the order is kept, named and not counted', async () => {
    const seller = newSeller();
    const rows = file({ order_id: 'G-1' }, { order_id: 'G-2', status: 'on_backorder' });
    const name = seller.write('orders.csv', rows);
    const { status, stderr } = await seller.run(['ingest', name, ...NEW_SHOP]);
    expect(status).toBe(0);
    expect(stderr).toContain('"on_backorder"');
    expect(await seller.json('status')).toMatchObject({ orders: 2, counting_orders: 1, net: { USD: 1950 } });
  });

  it('is an order number that only looks like a number', async () => {
    const seller = newSeller();
    const rows = file({ order_id: '1E3' }, { order_id: '0x3E8' }, { order_id: '1000' }, { order_id: '01000' });
    await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP);
    const numbers = await seller.query('SELECT order_number FROM orders_view ORDER BY order_number');
    expect(numbers.map((order) => order['order_number'])).toEqual(['01000', '0x3E8', '1000', '1E3']);
  });
});
