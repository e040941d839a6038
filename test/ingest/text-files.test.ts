import { describe, expect, it } from 'vitest';
import { gb18030 } from '../helpers/gb18030.ts';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'item', 'quantity', 'order_total'];
const ROWS = [
  HEADER,
  ['A-1', '2026-05-04 09:15:00', 'paid', '王小茶', 'xiaocha@example.com', '凤凰单丛, 蜜兰香 125g', '1', '1,299.90'],
  ['A-2', '2026-05-05 10:00:00', 'completed', '李远', 'liyuan@example.com', '紫砂壶 "石瓢"', '2', '88.00'],
];
const TOLD = [
  { order_number: 'A-1', customer_name: '王小茶', title: '凤凰单丛, 蜜兰香 125g', total: 129_990 },
  { order_number: 'A-2', customer_name: '李远', title: '紫砂壶 "石瓢"', total: 8800 },
];
const SQL = `SELECT o.order_number, o.customer_name, l.title, o.total FROM orders_view o JOIN order_lines_view l USING (order_number) ORDER BY 1`;

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const text = csv(ROWS);

describe('the characters of a text file', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', gb18030(text), 'gb18030'],
    ['UTF-16 LE', utf16(`\uFEFF${text}`), 'utf-16le'],
    ['UTF-16 BE', utf16(`\uFEFF${text}`, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(text), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(text, true), 'utf-16be'],
  ])('are recognised: %s', async (_, bytes, encoding) => {
    const seller = newSeller();
    const summary = await seller.ingest(seller.write('orders.csv', bytes), ...NEW_SHOP);
    expect(summary).toMatchObject({ encoding, orders: { new: 2, refused: 0 }, lines: 2 });
    expect(await seller.query(SQL)).toEqual(TOLD);
  });

  it('come whole from the four bytes of GB18030', async () => {
    const seller = newSeller();
    const rows = csv([
      HEADER,
      ['B-1', '2026-05-04', 'paid', '𠮷野茶庄', 'yoshino@example.com', '白毫银针', '1', '5.00'],
    ]);
    await seller.ingest(seller.write('orders.csv', gb18030(rows)), ...NEW_SHOP);
    expect(await seller.query('SELECT customer_name FROM orders_view')).toEqual([{ customer_name: '𠮷野茶庄' }]);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['GB18030', gb18030],
    ['UTF-16 LE', (text) => utf16(`\uFEFF${text}`)],
  ])('survive wherever a long file is cut while it is read: %s', async (_, encode) => {
    const seller = newSeller();
    const names = Array.from({ length: 2500 }, (_, index) => `茶${'客'.repeat(index % 7)}${index}`);
    const rows = names.map((name, index) => [`C-${index}`, '2026-05-04', 'paid', name, '', `普洱 ${index}`, '1', '5']);
    await seller.ingest(seller.write('orders.csv', encode(csv([HEADER, ...rows], ',', '\r\n'))), ...NEW_SHOP);
    const told = await seller.query<{ customer_name: string }>('SELECT customer_name FROM orders_view');
    expect(told.map((row) => row.customer_name).toSorted()).toEqual(names.toSorted());
  });

  it('are what the seller says they are', async () => {
    const seller = newSeller();
    const bytes = Buffer.from(csv([HEADER, ['D-1', '2026-05-04', 'paid', 'José Nuñez', '', 'Té', '1', '5']]), 'latin1');
    await seller.ingest(seller.write('orders.csv', bytes), ...NEW_SHOP, '--encoding', 'windows-1252');
    expect(await seller.query('SELECT customer_name FROM orders_view')).toEqual([{ customer_name: 'José Nuñez' }]);
  });

  it('stop the ingest where they are not, and nothing is stored', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', gb18030(text));
    const { status, stdout, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '--encoding', 'utf-8']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^regulars: orders\.csv.*utf-8.*\nhint: .*--encoding/);
    expect(await seller.dump()).toBe('');
  });
});

describe('the form of a text file', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ])('separates columns by %s, found or told', async (name, sign) => {
    const [found, told] = [newSeller(), newSeller()];
    await found.ingest(found.write('orders.csv', csv(ROWS, sign)), ...NEW_SHOP);
    await told.ingest(told.write('orders.csv', csv(ROWS, sign)), ...NEW_SHOP, '--delimiter', name);
    expect(await found.query(SQL)).toEqual(TOLD);
    expect(await told.dump()).toBe(await found.dump());
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends its lines with %s', async (_, lineEnd) => {
    const seller = newSeller();
    await seller.ingest(seller.write('orders.csv', csv(ROWS, ',', lineEnd)), ...NEW_SHOP);
    expect(await seller.query(SQL)).toEqual(TOLD);
  });

  it('may mix line ends and lack the last one', async () => {
    const seller = newSeller();
    const [header = [], first = [], second = []] = ROWS;
    const mixed = csv([header], ',', '\r\n') + csv([first], ',', '\r') + csv([second], ',', '');
    expect(await seller.ingest(seller.write('orders.csv', mixed), ...NEW_SHOP)).toMatchObject({ rows: { read: 2 } });
    expect(await seller.query(SQL)).toEqual(TOLD);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('counts physical lines, %s inside quotes included', async (_, lineEnd) => {
    const seller = newSeller();
    const item = ['Tea', 'with a', '"note"'].join(lineEnd);
    const rows = [
      HEADER,
      ['E-1', '2026-05-04', 'paid', 'Ann', '', item, '1', '5'],
      ['E-2', 'soon', 'paid', 'Ben', '', 'Tea', '1', '5'],
    ];
    await seller.ingest(seller.write('orders.csv', csv(rows, ',', lineEnd)), ...NEW_SHOP);
    expect(await seller.query('SELECT title FROM order_lines_view')).toEqual([{ title: item }]);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 5, value: 'soon' }]);
  });

  it('may hold text as ="…", apostrophes and inch marks, and keeps the zeros of an order number', async () => {
    const seller = newSeller();
    const lines = [
      HEADER.join(','),
      `="00123",2026-05-04,paid,'Ann,,5" pot,1,5.00`,
      `'0777,2026-05-05,paid,Ben,,Tin,1,6`,
    ];
    await seller.ingest(seller.write('orders.csv', `${lines.join('\n')}\n`), ...NEW_SHOP);
    expect(await seller.query(SQL)).toEqual([
      { order_number: '00123', customer_name: 'Ann', title: '5" pot', total: 500 },
      { order_number: '0777', customer_name: 'Ben', title: 'Tin', total: 600 },
    ]);
  });

  it('may open with lines that are no header', async () => {
    const seller = newSeller();
    const preamble = 'Tea shop,,\nOrders from 2026-05-01 to 2026-05-31,,\n\n';
    const bad = ['E-2', 'soon', 'paid', 'Ben', '', 'Tea', '1', '5'];
    const file = seller.write('orders.csv', preamble + csv([...ROWS, bad]));
    expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ rows: { read: 3, orders: 2, refused: 1 } });
    expect(await seller.query(SQL)).toEqual(TOLD);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 7 }]);
  });

  it.each(['sep=;\r\n', '\uFEFFsep=;\n', '"sep=;"\n'])('may name its separator first: %j', async (first) => {
    const seller = newSeller();
    await seller.ingest(seller.write('orders.csv', first + csv(ROWS, ';')), ...NEW_SHOP);
    expect(await seller.query(SQL)).toEqual(TOLD);
  });

  it('knows its columns in any order, case and spacing, and past a trailing separator', async () => {
    const seller = newSeller();
    const turned = ROWS.map((row, index) => (index === 0 ? row.map((name) => ` ${name.toUpperCase()} `) : row));
    const rows = turned.map((row) => [...row.toReversed(), '']);
    await seller.ingest(seller.write('orders.csv', csv(rows)), ...NEW_SHOP);
    expect(await seller.query(SQL)).toEqual(TOLD);
  });

  it('may come from a pipe', async () => {
    const seller = newSeller();
    const { status, stdout } = await seller.run(['ingest', '-', ...NEW_SHOP, '--json'], { stdin: gb18030(text) });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', encoding: 'gb18030', orders: { new: 2 } });
    expect(await seller.query(SQL)).toEqual(TOLD);
    expect(await seller.json('imports', 'list')).toMatchObject([{ file: '-' }]);
  });
});
