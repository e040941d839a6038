/** What stands above, in and between the rows of orders, and how it is told from them. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/ingest/text/dialect.ts';
import { duplicateHeaders, recognise } from '../../src/ingest/tables/recognise.ts';
import { platforms } from '../../src/platforms/index.ts';
import { csv, NEW_SHOP, newSeller, type Summary } from '../helpers/seller.ts';
import { readTable } from '../helpers/read-table.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'item', 'quantity', 'order_total'];
const order = (id: string, item = 'Tea') => [id, '2026-05-04 09:15:00', 'Ann', item, '1', '5.00'];
const TAOBAO = ['订单编号', '买家会员名', '订单状态', '订单创建时间', '买家实际支付金额'];
const BOUGHT = ['3456789012345678901', '小茶', '交易成功', '2026-05-04 09:15:00', '5.00'];

async function ingest(text: string | Uint8Array, ...args: string[]) {
  const seller = newSeller();
  const file = seller.write('orders.csv', text);
  const { status, stdout, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, ...args, '--json']);
  return { seller, status, stderr, summary: stdout === '' ? undefined : (JSON.parse(stdout) as Summary) };
}

describe('a header', () => {
  it.each<[string, string[]]>([
    [
      'in full width, with blanks and colons',
      ['订单编号：', '买家会员名 ', '订 单 状 态', '订单创建时间:', '买家实际支付金额'],
    ],
    ['over several lines', ['订单\n编号', '买家会员名', '订单状态', '订单创建\r\n时间', '买家实际支付金额']],
    [
      'with signs that nobody sees',
      ['\u200b订单编号', '买家\u00a0会员名', '\u202d订单状态\u202c', '订单创建时间\ufeff', '买家实际支付金额\t'],
    ],
    [
      'that marks what must be filled in',
      ['*订单编号', '*买家会员名', '订单状态*', '订单创建时间', '买家实际支付金额'],
    ],
  ])('is known %s', async (_, header) => {
    expect(await ingest(csv([header, BOUGHT]))).toMatchObject({
      status: 0,
      summary: { platform: 'taobao', orders: { new: 1 } },
    });
  });

  it('stands for the plain names with blanks or underlines', async () => {
    const header = ['Order ID', 'order\ndate', 'Customer  Name', 'ITEM', 'quantity', 'order-total'.replace('-', ' ')];
    expect(await ingest(csv([header, order('A-1')]))).toMatchObject({ status: 0, summary: { orders: { new: 1 } } });
  });

  it('may have names that mean something elsewhere', async () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', '2026'];
    const rows = [
      [...odd, ...HEADER],
      [...odd, ...order('A-1')],
    ];
    expect(await ingest(csv(rows))).toMatchObject({ status: 0, summary: { orders: { new: 1 } } });
  });

  it('may repeat names that nothing is read from, and they are told', async () => {
    const rows = [{ line: 1, cells: [...HEADER, 'note', 'Note ', 'x'] }];
    const recognised = recognise(
      rows,
      platforms.flatMap(({ layouts }) => layouts),
    );
    expect(recognised && duplicateHeaders(recognised)).toEqual(['note']);
  });

  it('may stand below thirty lines at most', async () => {
    const above = (count: number) => 'Report,,\n'.repeat(count) + csv([HEADER, order('A-1')]);
    expect(await ingest(above(29))).toMatchObject({ status: 0, summary: { orders: { new: 1 } } });
    expect(await ingest(above(30))).toMatchObject({ status: 1 });
  });

  const utf8 = Buffer.from(csv([TAOBAO, BOUGHT]));
  it.each<[string, string]>([
    ['read as GBK', new TextDecoder('gb18030').decode(utf8)],
    ['read as Windows-1252', new TextDecoder('windows-1252').decode(utf8)],
    ['read as Big5', new TextDecoder('big5').decode(utf8)],
  ])('that was %s and saved so is explained', async (_, garbled) => {
    const { status, stderr, seller } = await ingest(garbled);
    expect(status).toBe(1);
    expect(stderr).toContain('mojibake_header');
    if (!garbled.includes('\uFFFD') || garbled.startsWith('璁')) expect(stderr).toMatch(/订单编号/);
    expect(await seller.dump()).toBe('');
  });

  it('of GBK that was read as letters is explained', async () => {
    const { gb18030 } = await import('../helpers/gb18030.ts');
    const garbled = new TextDecoder('windows-1252').decode(gb18030(csv([TAOBAO, BOUGHT])));
    expect((await ingest(garbled)).stderr).toMatch(/mojibake_header.*¶©µ¥±àºÅ.*订单编号/);
  });

  it.each(['锟斤拷,锟斤拷锟斤拷,时间\n1,2,3\n', '????,???,????\n1,2,3\n'])(
    'whose letters are lost is explained: %j',
    async (text) => {
      expect((await ingest(text)).stderr).toContain('mojibake_header');
    },
  );

  it.each<[string, string]>([
    ['headerless', csv([order('A-1'), order('A-2')])],
    ['sideways', HEADER.map((name, index) => `${name},${order('A-1')[index]},${order('A-2')[index]}\n`).join('')],
    ['other_header', csv([HEADER, order('A-1'), ['order_date', 'order_id', ...HEADER.slice(2)], order('A-2')])],
    ['other_header', csv([HEADER, order('A-1'), [...HEADER.slice(0, 4), 'order_total', 'quantity'], order('A-2')])],
    ['no_header', 'colour,size\nred,4\n'],
  ])('is %s: the file is refused', async (code, text) => {
    const { status, stderr, seller } = await ingest(text);
    expect(status).toBe(1);
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ error: { code } });
    expect(await seller.dump()).toBe('');
  });
});

describe('rows that are no orders', () => {
  const accounted = async (...rows: string[][]) => (await ingest(csv([HEADER, ...rows]))).summary?.rows;

  it('explain the columns below the header', async () => {
    const words = [
      'Platform unique order ID.',
      'Time when it was placed.',
      'Who',
      'Product',
      'How many',
      'Sum of it all',
    ];
    expect(await accounted(words, order('A-1'))).toMatchObject({ read: 2, description: 1, orders: 1, refused: 0 });
    expect(await accounted(order('A-1'), words)).toMatchObject({ description: 0, orders: 1, refused: 1 });
  });

  it.each([
    ['totals', ['合计', '', '', '', '9', '90.00']],
    ['totals', ['Total: 90.00', '', '', '', '', '']],
    ['totals', ['', '', '', '', '', 'Grand total']],
    ['totals', ['总计：', '', '', '', '12', '90.00']],
    ['footer', ['共 12 条', '', '', '', '', '']],
    ['footer', ['12', 'record(s) downloaded', 'from 2026-05-01 to 2026-05-31', '', '', ''].slice(0, 3)],
    ['footer', ['Seller ID : teahouse']],
    ['footer', ['导出时间：2026-06-01 10:00:00']],
    ['blank', ['', '', '', '', '', '', '', '', '']],
    ['blank', ['', '']],
    ['blank', ['-', '--', ' ', 'null', '/', '\t']],
    ['repeatedHeader', HEADER],
  ] as const)('are counted as %s: %j', async (kind, row) => {
    const rows = await accounted(order('A-1'), [...row]);
    expect(rows).toMatchObject({ read: 2, orders: 1, refused: 0, [kind]: 1 });
  });

  it('do not take an order that only speaks of a total', async () => {
    expect(await accounted(order('A-1', 'Total'), order('A-2', '共 3 条毛巾'))).toMatchObject({ orders: 2, totals: 0 });
  });
});

describe('a row', () => {
  const refused = async (text: string) => {
    const { seller, summary } = await ingest(text);
    expect(summary).toMatchObject({ orders: { new: 2, refused: 1 } });
    return (await seller.json<Record<string, unknown>[]>('imports', 'show', '1'))[0];
  };
  const between = (line: string) => csv([HEADER, order('A-1')]) + line + csv([order('A-3')]);

  it.each<[string, string, string]>([
    ['too long', 'A-2,2026-05-04,Ann,Tea, red,1,5.00\n', 'column_count'],
    ['too long by a blank', 'A-2,,2026-05-04,Ann,Tea,1,\n', 'column_count'],
    ['too short', 'A-2,2026-05-04,Ann,Tea,1\n', 'column_count'],
    ['separated by something else', 'A-2;2026-05-04;Ann;Tea;1;5.00\n', 'column_count'],
    ['with a quote in a number', 'A-2,2026-05-04,Ann,Tea,1,5".00\n', 'stray_quote'],
    ['with a quote in its order number', 'A"-2,2026-05-04,Ann,Tea,1,5.00\n', 'stray_quote'],
    ['with text behind a closing quote', 'A-2,2026-05-04,Ann,"Tea" red,1,5.00\n', 'broken_quotes'],
    [
      'with a quote that opens and does not close',
      'A-2,2026-05-04,Ann,"Tea,1,5.00\nA-9,2026-05-04,"Ann",Tea,1,5.00\n',
      'broken_quotes',
    ],
  ])('that is %s is refused alone', async (_, line, reason) => {
    const text = line.includes('A-9') ? between(line).replace(/A-3.*\n/, '') : between(line);
    expect(await refused(text)).toMatchObject({ line: 3, reason });
  });

  it('may have inch marks and nicknames in its texts', async () => {
    const { seller } = await ingest(between('A-2,2026-05-04,Ann "Tea" Lee,TV 32",1,5.00\n'));
    expect(await seller.query("SELECT customer_name FROM orders_view WHERE order_number = 'A-2'")).toEqual([
      { customer_name: 'Ann "Tea" Lee' },
    ]);
  });

  it('ends with a separator in files where all rows do', async () => {
    const text = csv([HEADER, [...order('A-1'), ''], [...order('A-2'), '']]);
    expect((await ingest(text)).summary).toMatchObject({ orders: { new: 2, refused: 0 } });
  });
});

describe('the way a file quotes', () => {
  it.each<[string, string, object]>([
    ['quotes escaped by backslashes', 'a,b\n"1","x \\"y\\", z"\n"2","w"\n', { ...plain(','), backslash: true }],
    ['single quotes around everything', `'a','b'\n'1','x, y'\n'2','O''Neil'\n`, { ...plain(','), quote: "'" }],
    ['single quotes where they are needed', `a,b\n1,'x, y'\n2,z\n`, { ...plain(','), quote: "'" }],
    ['backslashes that are only text', 'a,b\n"C:\\x\\",1\n"2",3\n', plain(',')],
    ['apostrophes that are only text', "a,b\n'1,2\nO'Neil,3\n", plain(',')],
    ['one row with another separator', 'a;b;c\n1,5;2;3\n4;5;6\n7,8,9\n', plain(';')],
  ])('is found: %s', async (_, text, dialect) => expect((await readTable(Buffer.from(text))).dialect).toEqual(dialect));
});
