import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const TILL = csv([
  ['Receipt', 'When', 'Sum', 'Guest mail', 'Article', 'Pieces'],
  ['R-1', '2026-05-04', '19.50', 'ann@example.com', 'Longjing 50 g', '2'],
  ['R-2', '2026-05-05', '48.00', 'ben@example.com', 'Teapot', '1'],
]);
const map = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).flatMap(([field, header]) => ['--map', `${field}=${header}`]);
const TILL_MAP = map({
  order_id: 'Receipt',
  order_date: 'When',
  order_total: 'Sum',
  email: 'Guest mail',
  item: 'Article',
  quantity: 'Pieces',
});
const plain = (...rows: readonly (readonly [string, string, string])[]) =>
  csv([['order_id', 'order_date', 'order_total'], ...rows]);

describe('columns told by hand', () => {
  it('are bound by --map, whatever their case', async () => {
    const seller = newSeller();
    const told = TILL_MAP.map((word) => word.replace('Guest mail', 'GUEST MAIL'));
    const summary = await seller.ingest(seller.write('till.csv', TILL), ...told, ...NEW_SHOP);
    expect(summary).toMatchObject({ platform: 'generic', orders: { new: 2 }, lines: 2, net: { USD: 6750 } });
    expect(await seller.query('SELECT order_number, email, total, units FROM orders_view ORDER BY 1')).toEqual([
      { order_number: 'R-1', email: 'ann@example.com', total: 1950, units: 2 },
      { order_number: 'R-2', email: 'ben@example.com', total: 4800, units: 1 },
    ]);
  });

  it('name only what is not named plainly already', async () => {
    const seller = newSeller();
    const file = seller.write('till.csv', TILL.replace('When', 'order_date').replace('Sum', 'order_total'));
    expect(await seller.ingest(file, '--map', 'order_id=Receipt', ...NEW_SHOP)).toMatchObject({ orders: { new: 2 } });
  });

  it('are asked for only where a plain name does not tell them', async () => {
    const seller = newSeller();
    const file = seller.write('till.csv', TILL.replace('Receipt', 'Order ID'));
    const { stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '--map', 'order_total=Sum']);
    expect(stderr).toMatch(/ingest till\.csv .*USD --map order_total=Sum --map order_date='…'\n/);
  });

  it('need not be told of an e-mail, however it is spelt', async () => {
    const seller = newSeller();
    const rows = plain(['P-1', '2026-05-04', '5.00']).replace('order_total', 'order_total,E-Mail');
    await seller.ingest(seller.write('till.csv', rows.replace('5.00', '5.00,ann@example.com')), ...NEW_SHOP);
    expect(await seller.query('SELECT email FROM orders_view')).toEqual([{ email: 'ann@example.com' }]);
  });

  it('are kept by --save-map for later files with that header, and for no others', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('may.csv', TILL), ...TILL_MAP, ...NEW_SHOP, '--save-map', 'till');
    const june = TILL.replaceAll('R-', 'J-').replaceAll('2026-05', '2026-06');
    expect(await seller.ingest(seller.write('june.csv', june))).toMatchObject({ layout: 'till', orders: { new: 2 } });
    expect(await seller.query("SELECT email, units FROM orders_view WHERE order_number = 'J-1'")).toEqual([
      { email: 'ann@example.com', units: 2 },
    ]);
    const other = await seller.run(['ingest', seller.write('other.csv', june.replace('Receipt', 'Bill'))]);
    expect(other).toMatchObject({ status: 1, stdout: '' });
  });

  it('are not kept where the ingest fails or is only tried', async () => {
    const seller = newSeller();
    const file = seller.write('may.csv', TILL);
    const args = ['ingest', file, ...TILL_MAP, ...NEW_SHOP, '--save-map', 'till'];
    expect((await seller.run([...args, '--expect-orders', '3'])).status).toBe(1);
    expect((await seller.run([...args, '--dry-run'])).status).toBe(0);
    expect((await seller.run(['ingest', file, ...NEW_SHOP])).status).toBe(2);
  });

  it.each([
    ['order_id', 'field=Header'],
    ['order_id=', 'field=Header'],
    ['colour=Article', 'field=Header'],
  ])('must be written as %s is not', async (pair, said) => {
    const seller = newSeller();
    const { status, stdout, stderr } = await seller.run(['ingest', seller.write('t.csv', TILL), '--map', pair]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/hint: fields: order_id, order_date, order_time, status/);
  });

  it('must be in the file', async () => {
    const seller = newSeller();
    const told = map({ order_id: 'Receipt', order_date: 'Day', order_total: 'Sum' });
    const { status, stderr } = await seller.run(['ingest', seller.write('till.csv', TILL), ...told, ...NEW_SHOP]);
    expect(status).toBe(1);
    expect(stderr).toContain('Day');
    expect(stderr).toMatch(/--map order_date=Day .*--map order_date='…'\n/);
  });

  it('may not stand twice', async () => {
    const seller = newSeller();
    const file = seller.write('till.csv', TILL.replace('Article', 'Sum'));
    const { status, stderr } = await seller.run(['ingest', file, ...TILL_MAP, ...NEW_SHOP]);
    expect(status).toBe(1);
    expect(stderr).toContain('till.csv:1: two columns are called "Sum"');
  });
});

describe('what the lines come to', () => {
  it('is the total where no column states one', async () => {
    const seller = newSeller();
    const rows = csv([
      ['order_id', 'order_date', 'item', 'quantity', 'unit_price'],
      ['L-1', '2026-05-04', 'Tea', '2', '9.50'],
      ['L-1', '2026-05-04', 'Cup', '', '4.25'],
    ]);
    expect(await seller.ingest(seller.write('orders.csv', rows), ...NEW_SHOP)).toMatchObject({
      lines: 2,
      total: { USD: 2325 },
    });
  });
});

describe('the decimal sign', () => {
  const total = async (cells: readonly string[], ...args: string[]) => {
    const seller = newSeller();
    const rows = cells.map((cell, index) => [`D-${index}`, '2026-05-04', cell] as const);
    return (await seller.ingest(seller.write('orders.csv', plain(...rows)), ...NEW_SHOP, ...args)).total['USD'];
  };

  it.each<[string, string[], number]>([
    ['1,234.50 and 1,234', ['1,234.50', '1,234'], 246_850],
    ['1.234,50 and 1.234', ['1.234,50', '1.234'], 246_850],
    ['9,5 and 1.234', ['9,5', '1.234'], 124_350],
    ['1,234,567 and 1,234', ['1,234,567', '1,234'], 123_580_100],
    ['whole numbers', ['12', '30'], 4200],
  ])('is decided by the whole column: %s', async (_, cells, expected) => expect(await total(cells)).toBe(expected));

  it.each<[string, string[], number]>([
    ['point', ['1,234', '2,500'], 373_400],
    ['comma', ['1,23', '2,50'], 373],
    ['comma', ['1.234', '2.500'], 373_400],
  ])('is a matter of --decimal %s: %j', async (sign, cells, expected) =>
    expect(await total(cells, '--decimal', sign)).toBe(expected),
  );

  it('refuses only the odd rows when it is told', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', plain(['D-1', '2026-05-04', '9.50'], ['D-2', '2026-05-04', '9,50']));
    expect((await seller.run(['ingest', file, ...NEW_SHOP])).status).toBe(1);
    const summary = await seller.ingest(file, ...NEW_SHOP, '--decimal', 'point');
    expect(summary).toMatchObject({ orders: { new: 1, refused: 1 }, total: { USD: 950 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 3, value: '9,50', reason: 'bad_amount' }]);
  });
});

describe('the order of day and month', () => {
  const days = async (dates: readonly string[], ...args: string[]) => {
    const seller = newSeller();
    const rows = dates.map((date, index) => [`D-${index}`, date, '5'] as const);
    await seller.ingest(seller.write('orders.csv', plain(...rows)), ...NEW_SHOP, ...args);
    return (await seller.query('SELECT day FROM orders_view ORDER BY order_number')).map((row) => row['day']);
  };

  it.each<[string[], string[]]>([
    [
      ['04/05/2026', '23/05/2026'],
      ['2026-05-04', '2026-05-23'],
    ],
    [
      ['04/05/2026', '05/23/2026'],
      ['2026-04-05', '2026-05-23'],
    ],
    [
      ['2026/5/4', '2026年5月23日'],
      ['2026-05-04', '2026-05-23'],
    ],
    [
      ['4 May 2026', 'May 23, 2026'],
      ['2026-05-04', '2026-05-23'],
    ],
  ])('is decided by the whole column: %j', async (dates, expected) => expect(await days(dates)).toEqual(expected));

  it.each([
    ['dmy', '2026-05-04'],
    ['mdy', '2026-04-05'],
  ])('is a matter of --date-format %s', async (order, expected) =>
    expect(await days(['04/05/2026', '04.05.2026 10:30'], '--date-format', order)).toEqual([expected, expected]),
  );

  it('refuses only the odd rows when it is told', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', plain(['D-1', '23/05/2026', '5'], ['D-2', '05/23/2026', '5']));
    expect((await seller.run(['ingest', file, ...NEW_SHOP])).status).toBe(1);
    await seller.ingest(file, ...NEW_SHOP, '--date-format', 'dmy');
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { line: 3, column: 'order_date', value: '05/23/2026', reason: 'bad_date' },
    ]);
  });
});
