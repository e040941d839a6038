import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'phone', 'item', 'quantity', 'order_total'];
const SQL = 'SELECT order_number, customer_name, phone, placed_at, total FROM orders_view ORDER BY 1';

type Sheets = Readonly<Record<string, readonly (readonly exceljs.CellValue[])[]>>;

async function workbook(sheets: Sheets): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const order = (id: exceljs.CellValue, total: exceljs.CellValue = 5): exceljs.CellValue[] => [
  id,
  '2026-05-04 09:15:00',
  'paid',
  'Ann Archer',
  '+12025550190',
  'Tea',
  1,
  total,
];

describe('a workbook', () => {
  it('gives text, numbers and dates as its cells show them', async () => {
    const seller = newSeller();
    const rows = [
      HEADER,
      ['W-1', new Date('2026-05-04T09:15:00Z'), 'paid', '王小茶', '+12025550190', '龙井茶', 2, 1299.9],
      ['007', '2026-05-05 10:00', 'completed', 'Ben', 12_025_550_191, 'Tin', 1, '88.00'],
      [1003, new Date('2026-05-06T00:00:00Z'), 'paid', 'Cy', null, 'Tin', 1, 0.1 + 0.2],
    ];
    const file = seller.write('orders.xlsx', await workbook({ Orders: rows }));
    const summary = await seller.ingest(file, ...NEW_SHOP, '--country', 'US');
    expect(summary).toMatchObject({ encoding: null, rows: { read: 3, orders: 3 }, lines: 3 });
    const facts = { placed_at: '2026-05-05T10:00:00Z', total: 8800 };
    expect(await seller.query(SQL)).toEqual([
      { order_number: '007', customer_name: 'Ben', phone: '+12025550191', ...facts },
      { order_number: '1003', customer_name: 'Cy', phone: null, placed_at: '2026-05-06T00:00:00Z', total: 30 },
      {
        order_number: 'W-1',
        customer_name: '王小茶',
        phone: '+12025550190',
        placed_at: '2026-05-04T09:15:00Z',
        total: 129_990,
      },
    ]);
  });

  it('gives what formulas, rich text and links show', async () => {
    const seller = newSeller();
    const rich = { richText: [{ text: 'Ann ' }, { font: { bold: true }, text: 'Archer' }] };
    const link = { text: 'W-1', hyperlink: 'https://example.com/orders/W-1' };
    const cells = [
      link,
      '2026-05-04',
      'paid',
      rich,
      '',
      'Tea',
      1,
      { formula: '2*6.25', result: 12.5, date1904: false },
    ];
    await seller.ingest(seller.write('orders.xlsx', await workbook({ Orders: [HEADER, cells] })), ...NEW_SHOP);
    expect(await seller.query(SQL)).toMatchObject([{ order_number: 'W-1', customer_name: 'Ann Archer', total: 1250 }]);
  });

  it('names the sheet row of what it refuses, past a preamble and blank rows', async () => {
    const seller = newSeller();
    const rows = [['Tea shop'], [], HEADER, order('W-1'), [], order('W-2', 'free')];
    const file = seller.write('orders.xlsx', await workbook({ Orders: rows }));
    expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ orders: { new: 1, refused: 1 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { file: 'orders.xlsx', line: 6, order_number: 'W-2', column: 'order_total', value: 'free', reason: 'bad_amount' },
    ]);
  });

  it('refuses a number too long for a spreadsheet to keep as an order number', async () => {
    const seller = newSeller();
    const rows = [HEADER, order('W-1'), order(3_351_500_000_123_456_512)];
    const file = seller.write('orders.xlsx', await workbook({ Orders: rows }));
    expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ orders: { new: 1, refused: 1 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 3, reason: 'order_id_scientific' }]);
  });

  it('is told by its content, not by its name', async () => {
    const [book, table] = [newSeller(), newSeller()];
    await book.ingest(book.write('orders.csv', await workbook({ Orders: [HEADER, order('W-1')] })), ...NEW_SHOP);
    const text = csv([HEADER, order('W-1').map((cell) => `${cell as string | number}`)]);
    await table.ingest(table.write('orders.xlsx', text), ...NEW_SHOP);
    expect(await table.dump()).toBe(await book.dump());
    expect(await book.query(SQL)).toMatchObject([{ order_number: 'W-1' }]);
  });

  it('may come from a pipe', async () => {
    const seller = newSeller();
    const stdin = await workbook({ Orders: [HEADER, order('W-1')] });
    expect(await seller.run(['ingest', '-', ...NEW_SHOP], { stdin })).toMatchObject({ status: 0 });
    expect(await seller.query(SQL)).toMatchObject([{ order_number: 'W-1', total: 500 }]);
  });
});

describe('a workbook that cannot be taken', () => {
  it.each<[string, () => Promise<Uint8Array>, readonly string[], string]>([
    ['is empty', () => workbook({ Orders: [] }), [], 'is empty'],
    ['has a header only', () => workbook({ Orders: [HEADER] }), [], 'a header and no orders'],
    ['is cut off', async () => (await workbook({ Orders: [HEADER, order('W-1')] })).subarray(0, 900), [], 'cut off'],
    ['lacks the sheet asked for', () => workbook({ Orders: [HEADER] }), ['--sheet', '2'], 'has no sheet 2'],
  ])('%s', async (_, bytes, args, said) => {
    const seller = newSeller();
    const file = seller.write('orders.xlsx', await bytes());
    const { status, stdout, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, ...args]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^regulars: .*orders\.xlsx .*\n(hint: .*\n)?$/);
    expect(stderr).toContain(said);
    expect(await seller.dump()).toBe('');
  });
});
