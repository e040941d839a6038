import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'item',
  'quantity',
  'unit_price',
  'order_total',
];
const TILL = csv([
  HEADER,
  ['T-1', '2026-05-04 23:30:00', 'paid', 'Ann Archer', 'ann@example.com', 'Tea', '2', '5.00', '14.00'],
  ['T-1', '2026-05-04 23:30:00', 'paid', 'Ann Archer', 'ann@example.com', 'Cup', '1', '4.00', '14.00'],
  ['T-2', '2026-06-10 12:00:00', 'shipped', '=SUM(1)', 'ben@example.com', 'Tea', '1', '5.00', '5.00'],
  ['T-3', '2026-06-11 12:00:00', 'cancelled', 'Ann Archer', 'ann@example.com', 'Tin', '1', '7.00', '7.00'],
  ['T-4', '2026-06-12 12:00:00', 'paid', '', '', 'Tin', '1', '7.00', '7.00'],
  ['T-5', '2026-06-12 12:00:00', 'paid', '', '', 'Tin', 'one', '7.00', '7.00'],
]);
const WEB = csv([
  [
    'Name',
    'Email',
    'Financial Status',
    'Fulfillment Status',
    'Created at',
    'Currency',
    'Total',
    'Refunded Amount',
    'Lineitem name',
    'Lineitem quantity',
    'Lineitem price',
  ],
  [
    '#1',
    'ANN@example.com',
    'partially_refunded',
    'fulfilled',
    '2026-06-20 10:00:00 +0100',
    'GBP',
    '20.00',
    '5.00',
    'Tea',
    '1',
    '20.00',
  ],
  [
    '#2',
    'cy@example.com',
    'pending',
    'fulfilled',
    '2026-06-21 10:00:00 +0100',
    'GBP',
    '30.00',
    '0.00',
    'Tea',
    '1',
    '30.00',
  ],
]);

/** Two shops: a till that counts in Berlin, and a web shop. */
const tea = new Seller();
beforeAll(async () => {
  const till = ['--shop', 'Till', '--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'DE'];
  await tea.ingest(tea.write('till.csv', TILL), ...till);
  await tea.ingest(tea.write('web.csv', WEB), '--shop', 'Web', '--timezone', 'Europe/London');
});
afterAll(() => tea.leave());

describe('imports', () => {
  it('are listed with their shops and counts', async () => {
    const common = { imported_at: '2026-07-01T04:00:00Z', mended: 0, undone_at: null };
    expect(await tea.json('imports', 'list')).toEqual([
      { import_id: 1, file: 'till.csv', platform: 'generic', shops: ['Till'], orders: 4, refusals: 1, ...common },
      { import_id: 2, file: 'web.csv', platform: 'shopify', shops: ['Web'], orders: 2, refusals: 0, ...common },
    ]);
  });

  it('show their refusals, or an empty list', async () => {
    expect(await tea.json('imports', 'show', '1')).toMatchObject([{ file: 'till.csv', line: 7, order_number: 'T-5' }]);
    expect(await tea.json('imports', 'show', '2')).toEqual([]);
    expect((await tea.run(['imports', 'show', '2', '--fail-if-empty'])).status).toBe(4);
    expect((await tea.run(['imports', 'show', '3'])).stderr).toContain('regulars: there is no import 3\nhint: ');
  });
});

describe('status', () => {
  it('has all figures, money by currency in minor units', async () => {
    expect(await tea.json('status')).toEqual({
      shops: 2,
      imports: 2,
      orders: 6,
      counting_orders: 4,
      order_lines: 7,
      customers: 3,
      customers_without_orders: 0,
      anonymous_orders: 1,
      refusals: 1,
      first_order: '2026-05-04',
      last_order: '2026-06-21',
      orders_by_shop: { Till: 4, Web: 2 },
      last_order_by_shop: { Till: '2026-06-12', Web: '2026-06-21' },
      net: { EUR: 2600, GBP: 1500 },
      refunded: { GBP: 500 },
      total: {},
      total_left_out: {},
      encrypted: false,
    });
  });

  it('is asked for any day', async () => {
    expect(await tea.json('--as-of', '2026-06-10', 'status')).toMatchObject({
      orders: 2,
      order_lines: 3,
      customers: 2,
      anonymous_orders: 0,
      first_order: '2026-05-04',
      last_order: '2026-06-10',
      net: { EUR: 1900 },
      refunded: {},
    });
  });

  it('is a table on a terminal and CSV in a pipe', async () => {
    expect((await tea.run(['status'])).stdout).toMatch(/^figure,value\n/);
    const { stdout } = await tea.run(['status'], { tty: { stdout: true } });
    expect(stdout).toContain('15.00');
    expect(stdout).not.toContain('silent');
  });

  it('tells a shop whose orders end long before the day', async () => {
    const asOf = (day: string) => tea.run(['status', '--as-of', day], { tty: { stdout: true, columns: 120 } });
    const { stdout } = await asOf('2026-07-15');
    expect(stdout).toContain('Till: no order after 2026-06-12, for 33 days');
    expect(stdout).not.toContain('Web: no order');
    expect((await asOf('2026-11-01')).stdout).toContain('Web: no order');
  });
});

describe('money in another currency than the reporting one', () => {
  it('is no 0.00 in a list, and said to be left out', async () => {
    const seller = newSeller();
    const rows = [
      ['order_id', 'order_date', 'email', 'order_total', 'currency'],
      ['A', '2026-05-04', 'ann@example.com', '5.00', 'USD'],
      ['B', '2026-05-04', 'ben@example.com', '9.00', 'EUR'],
    ];
    await seller.ingest(seller.write('orders.csv', csv(rows)), ...NEW_SHOP);
    const columns = ['--columns', 'amount_spent,value_band'];
    const { stdout, stderr } = await seller.run(['customers', 'list', ...columns, '--json']);
    expect(JSON.parse(stdout)).toEqual([
      { amount_spent: 500, value_band: 'vip' },
      { amount_spent: null, value_band: null },
    ]);
    expect(stderr).toBe(
      '1 counting order is in EUR: counted as orders, left out of amounts; give the rate: regulars rates import FILE\n',
    );
    expect(await seller.json('segment', 'members', '--where', 'amount_spent < 1')).toEqual([]);
  });
});

describe('query', () => {
  it('reads the views with their documented columns', async () => {
    const [order] = await tea.query("SELECT * FROM orders_view WHERE order_number = 'T-1'");
    expect(order).toMatchObject({
      shop: 'Till',
      platform: 'generic',
      account: null,
      customer_name: 'Ann Archer',
      email: 'ann@example.com',
      phone: null,
      state: 'paid',
      counting: 1,
      placed_at: '2026-05-04T21:30:00Z',
      day: '2026-05-04',
      currency: 'EUR',
      total: 1400,
      refunded: 0,
      net: 1400,
    });
    const lines = 'SELECT title, quantity, unit_price FROM order_lines_view WHERE order_number = ? ORDER BY position';
    expect(await tea.query(lines.replace('?', "'T-1'"))).toEqual([
      { title: 'Tea', quantity: 2, unit_price: 500 },
      { title: 'Cup', quantity: 1, unit_price: 400 },
    ]);
    // One person in both shops, by her e-mail; her cancelled order is not among those that count.
    const customers = "SELECT number_of_orders, orders_all FROM customers_view WHERE email = 'ann@example.com'";
    expect(await tea.query(customers)).toEqual([{ number_of_orders: 2, orders_all: 3 }]);
    expect(await tea.query('SELECT * FROM consents_view')).toEqual([]);
  });

  it('writes every format, formulas defused where a spreadsheet may open it', async () => {
    const sql = "SELECT order_number, customer_name, total FROM orders_view WHERE order_number = 'T-2'";
    const as = async (format: string) => (await tea.run(['query', sql, '--format', format])).stdout;
    expect(await as('json')).toContain('"customer_name":"=SUM(1)"');
    expect(JSON.parse(await as('ndjson'))).toEqual({ order_number: 'T-2', customer_name: '=SUM(1)', total: 500 });
    expect(await as('csv')).toContain("'=SUM(1)");
    expect(await as('tsv')).toMatch(/^order_number\tcustomer_name\ttotal\n/);
    expect(await as('table')).toContain('T-2');
  });

  it('gives a header alone, or an empty list, where nothing is found', async () => {
    const sql = "SELECT day FROM orders_view WHERE order_number = 'none'";
    expect((await tea.run(['query', sql])).stdout).toBe('day\n');
    expect(await tea.query(sql)).toEqual([]);
  });

  it.each([
    'DELETE FROM orders',
    'DROP VIEW orders_view',
    'PRAGMA user_version = 9',
    '; /* * */ -- read?\n EXPLAIN PRAGMA user_version',
    "ATTACH DATABASE 'other.db' AS other",
    'SELECT 1; DELETE FROM orders',
    'DELETE FROM orders RETURNING order_number',
    "VACUUM INTO 'copy.db'",
  ])('never writes: %s', async (sql) => {
    const before = await tea.dump();
    const { status, stdout, stderr } = await tea.run(['query', sql]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^regulars: .+\n(hint: .+\n)?$/);
    expect(await tea.dump()).toBe(before);
  });

  it.each([
    'SELECT nothing FROM orders_view',
    'SELEC 1',
    'SELECT * FROM order_view',
    '',
    "SELECT json('no json')",
    'SELECT :named',
    "SELECT load_extension('other')",
    'SELECT zeroblob(2000000000)',
  ])('says what it did not understand, and which views there are: %j', async (sql) => {
    const { status, stdout, stderr } = await tea.run(['query', sql]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('customers_view, order_lines_view, orders_view');
  });
});
