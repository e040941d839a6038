/** `platforms explain`: how a file is read, told without storing anything. */
import { gzipSync } from 'node:zlib';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { explanationHead } from '../../src/commands/explain-head.ts';
import type { Explanation } from '../../src/ingest/explain/explain-file.ts';
import { NO_NOTES, type TableNotes } from '../../src/ingest/tables/table-source.ts';
import { wordsFor } from '../../src/messages/words.ts';
import { explain, field, PLAIN, read, screen } from '../helpers/explain.ts';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';
import { zip } from '../helpers/zip.ts';

const NOTES: TableNotes = {
  ...NO_NOTES,
  sheets: [
    { name: 'May', visible: true, outcome: 'read' },
    { name: 'Notes', visible: false, outcome: 'hidden' },
  ],
  hiddenRows: 2,
  hiddenColumns: 1,
  errorCells: [{ line: 7, column: 0, text: '#REF!' }],
  emptyFormulas: [{ line: 9, column: 2, text: '' }],
};
const NOTHING: Explanation = {
  size: undefined,
  packed: undefined,
  found: {},
  notes: NO_NOTES,
  header: undefined,
  layouts: [],
  fields: [],
  absent: [],
  ignored: [],
  decimal: undefined,
  dates: undefined,
  shops: [],
  built: undefined,
  states: [],
  orders: [],
  refusals: { count: 0, first: [] },
  stopped: undefined,
};

describe('what is told of a file', () => {
  it('names the shops of orders only, and shows bytes that are no text as such', async () => {
    const seller = newSeller();
    const header = ['订单编号', '买家会员名', '订单状态', '订单创建时间', '总金额', '买家实际支付金额', '店铺名称'];
    const row = (id: string, buyer: string) => [id, buyer, '交易成功', '2026-05-04 10:00:00', '10', '10', '山月茶铺'];
    const described = ['必填', ...header.slice(1).map(() => '说明')];
    const text = csv([header, described, row('T-1', '淘小茶'), row('T-2', 'ÿ客')]);
    const bytes = Buffer.from(text);
    const at = bytes.indexOf('ÿ');
    bytes.fill(0xff, at, at + 2);
    const { document } = await explain(seller, seller.write('report.csv', bytes));
    expect(document.shops).toEqual([expect.objectContaining({ name: '山月茶铺' })]);
    expect(field(document, 'account')?.examples).toEqual(['说明', '淘小茶', '\uFFFD\uFFFD客']);
  });

  it('says of a Taobao report how its bytes were read, and where each column went', async () => {
    const seller = newSeller();
    const file = seller.write('report.csv', read('shops', 'taobao', 'orders-2018-layout.csv'));
    const { document, status } = await explain(seller, file);
    expect(status).toBe(0);
    expect(document).toMatchObject({
      file: 'report.csv',
      container: 'text',
      encoding: { name: 'gb18030' },
      delimiter: { sign: ',', why: 'fits' },
      header: { line: 1, columns: 56, known: true },
      layout: { platform: 'taobao', name: 'order report', grain: 'order', evidence: 'file' },
      decimal: { value: 'point', why: 'layout', example: null },
      dates: { value: 'ymd', why: 'layout', example: null },
      rows: { read: 4, orders: 4, refused: 0, repeated_header: 0 },
      order_count: 4,
      stopped_by: null,
    });
    expect(document.shops).toEqual([
      {
        name: '山月茶铺',
        name_from: 'file',
        platform: 'taobao',
        time_zone: 'Asia/Shanghai',
        time_zone_from: 'platform',
        currency: 'CNY',
        currency_from: 'platform',
        country: 'CN',
        is_new: true,
      },
    ]);
    expect(field(document, 'receiverPhone')).toMatchObject({
      columns: [
        { position: 19, header: '联系手机' },
        { position: 18, header: '联系电话' },
      ],
      examples: ['19900002201', '19900002202', expect.any(String)],
    });
    expect(field(document, 'paid')).toMatchObject({
      columns: [{ header: '买家实际支付金额' }],
      preference: ['买家实际支付金额', '买家实付金额'],
    });
    expect(document.absent_fields).toEqual(['refund']);
    expect(document.ignored_columns.map(({ header }) => header)).toContain('物流单号');
    const taken = new Set(document.fields.flatMap(({ columns }) => columns.map(({ position }) => position)));
    expect(document.ignored_columns.length + taken.size).toBe(56);
  });

  it('shows the first orders as understood', async () => {
    const seller = newSeller();
    const file = seller.write('report.csv', read('shops', 'taobao', 'orders-2018-layout.csv'));
    const { document } = await explain(seller, file);
    expect(document.orders).toHaveLength(3);
    expect(document.orders[0]).toMatchObject({
      line: 2,
      order_number: '212345678901234567',
      shop: '山月茶铺',
      placed_wall: '2018-08-03T10:00:00',
      placed_at: '2018-08-03T02:00:00Z',
      currency: 'CNY',
      total: 26_900,
      paid: 26_900,
      words: { status: '交易成功' },
      state: 'completed',
      counting: true,
      net: 26_900,
      province: '浙江省',
      city: '宁波市',
      district: '鄞州区',
      postcode: '315100',
    });
    expect(document.orders[0]?.['identifiers']).toEqual([
      { kind: 'account', value: '听雨楼主', role: 'buyer', state: 'usable' },
      { kind: 'email', value: 'tingyu@example.com', role: 'buyer', state: 'usable' },
      { kind: 'phone', value: '+8619900002201', role: 'receiver', state: 'usable' },
    ]);
    expect(document.states).toContainEqual({
      words: { status: '交易关闭' },
      state: 'cancelled',
      counting: false,
      unknown: [],
      orders: 1,
    });
  });

  it('says for Shopify what of several columns is taken first, and why it is no other layout', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', read('shops', 'shopify', 'orders-79-columns.csv'));
    const { document } = await explain(seller, file);
    expect(document.encoding).toEqual({ name: 'utf-8', why: 'valid' });
    expect(field(document, 'phone')?.columns.map(({ header }) => header)).toEqual([
      'Phone',
      'Billing Phone',
      'Shipping Phone',
    ]);
    expect(document.other_layouts).toContainEqual({
      platform: 'generic',
      name: 'plain names',
      bound: 5,
      missing: ['order_id', 'order_date', 'order_total / unit_price / line_total'],
    });
    expect(document.shops).toMatchObject([
      {
        name: 'Shopify',
        name_from: 'platform',
        time_zone: 'Europe/London',
        time_zone_from: 'file',
        currency_from: 'file',
      },
    ]);
    // A column where any word means the same is told once, whatever was written.
    expect(document.states).toContainEqual({
      words: { payment: 'paid', fulfilment: 'unfulfilled', cancellation: '*' },
      state: 'cancelled',
      counting: false,
      unknown: [],
      orders: 1,
    });
  });

  it('says what whole columns decided, and shows the cell', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', PLAIN);
    const { document } = await explain(seller, file, ...NEW_SHOP);
    expect(document).toMatchObject({
      delimiter: { sign: ';', why: 'fits' },
      decimal: { value: 'comma', why: 'column', example: { text: '1.299,50', line: 2 } },
      dates: { value: 'dmy', why: 'column', example: { text: '23/05/2026', line: 2 } },
      orders: [
        { total: 129_950, placed_wall: '2026-05-23T00:00:00' },
        { total: 1200, placed_wall: '2026-06-04T00:00:00' },
      ],
    });
  });

  it('says what a flag settled instead', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', `sep=;\n${PLAIN}`);
    const told = ['--decimal', 'comma', '--date-format', 'dmy', '--encoding', 'windows-1252', '--shop', 'Till'];
    const { document } = await explain(seller, file, ...told, ...NEW_SHOP);
    expect(document).toMatchObject({
      encoding: { name: 'windows-1252', why: 'told' },
      delimiter: { sign: ';', why: 'stated' },
      decimal: { why: 'told' },
      dates: { why: 'told' },
      shops: [{ name: 'Till', name_from: 'told', time_zone_from: 'told', currency_from: 'told' }],
    });
    const { document: under } = await explain(seller, file, '--delimiter', 'semicolon', ...NEW_SHOP);
    expect(under.delimiter).toEqual({ sign: ';', why: 'told' });
  });

  it('follows --map, and considers nothing else then', async () => {
    const seller = newSeller();
    const file = seller.write(
      'till.csv',
      csv([
        ['Receipt', 'When', 'Sum', 'Till'],
        ['R-1', '2026-05-04', '19.50', '3'],
      ]),
    );
    const map = ['--map', 'order_id=Receipt', '--map', 'order_date=When', '--map', 'order_total=Sum'];
    const { document } = await explain(seller, file, ...map, ...NEW_SHOP);
    expect(document).toMatchObject({ layout: { platform: 'generic', name: 'mapped columns' }, other_layouts: [] });
    expect(field(document, 'total')).toMatchObject({ columns: [{ position: 3, header: 'Sum' }], examples: ['19.50'] });
    expect(document.ignored_columns).toEqual([{ position: 4, header: 'Till', examples: ['3'] }]);
  });

  it('finds the header below other lines', async () => {
    const seller = newSeller();
    const { document } = await explain(seller, seller.write('o.csv', `Orders of May\n\n${PLAIN}`), ...NEW_SHOP);
    expect(document.header).toMatchObject({ line: 3, columns: 4 });
    expect(document.orders[0]).toMatchObject({ line: 4 });
  });

  it('counts refused rows, names the first, and ends as ingest would', async () => {
    const seller = newSeller();
    const rows = Array.from({ length: 7 }, (_, index) => [`B-${index}`, 'soon', '5.00']);
    const file = seller.write(
      'o.csv',
      csv([['order_id', 'order_date', 'order_total'], ['A-1', '2026-05-04', '5.00'], ...rows]),
    );
    const { document, status } = await explain(seller, file, ...NEW_SHOP);
    expect(status).toBe(3);
    expect(document).toMatchObject({ rows: { read: 8, orders: 1, refused: 7 }, refusal_count: 7 });
    expect(document.refusals).toHaveLength(5);
    expect(document.refusals[0]).toEqual({
      sheet: null,
      line: 3,
      order_number: 'B-0',
      column: 'order_date',
      value: 'soon',
      reason: 'bad_date',
    });
    const { stdout } = await screen(seller, file, ...NEW_SHOP);
    expect(stdout).toContain('o.csv:3: order_date "soon"');
    expect(stdout).toContain('2 more refused');
  });

  it('names words of a status column that no rule knows', async () => {
    const seller = newSeller();
    const file = seller.write('o.csv', read('broken', 'unknown-status.csv'));
    expect((await screen(seller, file, ...NEW_SHOP)).stdout).toMatch(/"on_backorder" \(not known: on_backorder\)/);
  });

  it('tells of a workbook which sheets were read, and of no encoding', async () => {
    const seller = newSeller();
    const book = new exceljs.Workbook();
    book.addWorksheet('Start');
    book.addWorksheet('May').addRows([
      ['order_id', 'order_date', 'order_total'],
      ['A-1', '2026-05-04', 19.5],
    ]);
    const file = seller.write('may.csv', new Uint8Array(await book.xlsx.writeBuffer()));
    const { document } = await explain(seller, file, ...NEW_SHOP);
    expect(document).toMatchObject({
      container: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: [
        { name: 'Start', outcome: 'empty' },
        { name: 'May', outcome: 'read' },
      ],
      orders: [{ line: 2, total: 1950 }],
    });
    const { stdout } = await screen(seller, file, ...NEW_SHOP);
    expect(stdout).toMatch(
      /^file +Excel workbook \(\.xlsx\), \d.*\nsheets +Start: empty\n +May: read\nheader +line 1/m,
    );
  });

  it.each([
    ['gzip', (text: string) => gzipSync(text), /^file +CSV text with semicolons, compressed by gzip, 115 B$/m],
    ['zip', (text: string) => zip({ 'orders.csv': text }), /^file +CSV text with semicolons in a zip archive, 115 B$/m],
  ] as const)('tells of a file that it was packed by %s', async (packed, pack, said) => {
    const seller = newSeller();
    const file = seller.write('orders.csv', pack(PLAIN));
    expect((await explain(seller, file, ...NEW_SHOP)).document).toMatchObject({ packed, container: 'text', size: 115 });
    expect((await screen(seller, file, ...NEW_SHOP)).stdout).toMatch(said);
  });

  it('tells what a workbook says beside its cells', () => {
    const table: Explanation = { ...NOTHING, notes: NOTES };
    const told = Object.fromEntries(explanationHead(wordsFor('en'), table));
    expect(told['sheets']).toBe('May: read\nNotes: hidden, not read');
    expect(told['cells']).toBe(
      '2 hidden rows and 1 hidden column, read like any other\n1 with an error, the first in row 7: #REF!\n1 formula never worked out, the first in row 9',
    );
  });

  it('reads a pipe', async () => {
    const seller = newSeller();
    const { stdout, status } = await seller.run(['platforms', 'explain', '-', ...NEW_SHOP, '--json'], { stdin: PLAIN });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', order_count: 2 });
  });
});
