/** Which sheets of a workbook are read, and what of a sheet is more than its cells. */
import { describe, expect, it } from 'vitest';
import { openRows } from '../../src/ingest/rows/open-rows.ts';
import { platforms } from '../../src/platforms/index.ts';
import { sourceOf } from '../helpers/open-workbook.ts';
import { NEW_SHOP, newSeller, type Summary } from '../helpers/seller.ts';
import { xls } from '../helpers/xls.ts';
import { rows, type SheetXml, table, xlsx } from '../helpers/xlsx.ts';

const HEADER = 'order_id|order_date|status|item|quantity|order_total';
const order = (id: string, total = '5') => `${id}|2026-05-04|paid|Tea|1|${total}`;
const orders = (...ids: readonly string[]) => table([HEADER, ...ids.map((id) => order(id))].join('\n'));
const OTHER = table('order_id|order_date|order_total|phone\nP-1|2026-05-04|7|13800138000');

async function read(sheets: readonly SheetXml[], ...args: string[]) {
  const seller = newSeller();
  const summary = await seller.ingest(seller.write('orders.xlsx', xlsx({ sheets })), ...NEW_SHOP, ...args);
  const found = await seller.query('SELECT order_number FROM orders_view ORDER BY 1');
  return { seller, summary, numbers: found.map((row) => row['order_number']) };
}

async function refused(sheets: readonly SheetXml[], ...args: string[]) {
  const seller = newSeller();
  const file = seller.write('orders.xlsx', xlsx({ sheets }));
  const { status, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, ...args]);
  expect(status).toBe(1);
  return stderr;
}

const layouts = platforms.flatMap((platform) => platform.layouts);
async function opened(bytes: Uint8Array, sheet?: string) {
  const source = await sourceOf(bytes);
  const { reader } = await openRows(source, { sheet }, layouts);
  return reader;
}

describe('the sheets of a workbook', () => {
  it('are looked through for the first that holds orders', async () => {
    const sheets = [
      { name: 'Empty', xml: '<sheetData/>' },
      { name: 'Cover', xml: table('Tea shop|2026') },
      { name: 'Last year', xml: orders('OLD'), state: 'hidden' as const },
      { name: '订单', xml: orders('W-1', 'W-2') },
      { name: 'Notes', xml: table('to do\ncall Ann') },
      { name: 'Next', xml: table(HEADER) },
    ];
    expect((await read(sheets)).numbers).toEqual(['W-1', 'W-2']);
    const { sheets: notes } = (await opened(xlsx({ sheets }))).notes();
    expect(notes.map(({ name, visible, outcome }) => [name, visible, outcome])).toEqual([
      ['Empty', true, 'empty'],
      ['Cover', true, 'no_table'],
      ['Last year', false, 'hidden'],
      ['订单', true, 'read'],
      ['Notes', true, 'no_table'],
      ['Next', true, 'empty'],
    ]);
  });

  it('are read together under one header, which counts as pasted, as do rows above it', async () => {
    const { seller, summary, numbers } = await read([
      { name: 'May', xml: orders('W-1', 'W-2') },
      { name: 'June', xml: table(`Tea shop\n${HEADER.toUpperCase()}\n${order('W-3')}\n${order('W-4', 'free')}`) },
    ]);
    expect(numbers).toEqual(['W-1', 'W-2', 'W-3']);
    expect(summary.rows).toMatchObject({ read: 5, repeatedHeader: 1, refused: 1 });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 4, order_number: 'W-4' }]);
  });

  it('are told apart where rows of the same number are refused', async () => {
    const seller = newSeller();
    const sheets = [
      { name: 'May', xml: table([HEADER, order('W-2'), order('W-2', '5"')].join('\n')) },
      { name: 'June', xml: table([HEADER, order('W-8'), order('W-9', '5"')].join('\n')) },
    ];
    const file = seller.write('orders.xlsx', xlsx({ sheets }));
    const { stdout, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '--json']);
    const { rows: account } = JSON.parse(stdout) as Summary;
    expect(account).toMatchObject({ read: 5, repeatedHeader: 1, orders: 1, refused: 3 });
    expect(stderr).toContain('orders.xlsx:May:3: order_total "5"": ');
    expect(stderr).toContain('orders.xlsx:June:3: order_total "5"": ');
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { sheet: 'June', line: 3, order_number: 'W-9' },
      { sheet: 'May', line: 3, order_number: 'W-2' },
    ]);
  });

  it.each([
    ['by its dates', (xml: string) => xml.replace(/2026-05-04(?!.*2026)/, '05/04/2026')],
    ['by a formula', (xml: string) => xml.replace(/<.row>(?!.*<.row>)/, '<c><f>2+3</f></c></row>')],
  ])('are told apart where the file is refused %s', async (_, spoil) => {
    const said = await refused([
      { name: 'May', xml: orders('W-1', 'W-2', 'W-3') },
      { name: 'June', xml: spoil(table([HEADER, order('W-8'), 'W-9|2026-05-04|paid|Tea|1'].join('\n'))) },
    ]);
    expect(said).toMatch(/^regulars: orders\.xlsx:June:3: /);
  });

  it('are not taken to explain their columns because another one does', async () => {
    const explained = 'Number of the order|When it was placed|State of the order|Name of the product|Pieces|Sum';
    const { numbers, summary } = await read([
      { name: 'May', xml: table([HEADER, explained, order('W-1'), order('W-2')].join('\n')) },
      { name: 'June', xml: orders('W-3', 'W-4') },
    ]);
    expect(numbers).toEqual(['W-1', 'W-2', 'W-3', 'W-4']);
    expect(summary.rows).toMatchObject({ description: 1, orders: 4 });
  });

  it('name themselves on their rows where several are read', async () => {
    const bytes = xlsx({
      sheets: [
        { name: 'May', xml: orders('W-1') },
        { name: 'June', xml: orders('W-2') },
      ],
    });
    const seen: unknown[] = [];
    await (await opened(bytes)).visit(({ line, sheet, cells }) => seen.push([sheet, line, cells[0]]));
    expect(seen).toEqual([
      ['May', 1, 'order_id'],
      ['May', 2, 'W-1'],
      ['June', 1, 'order_id'],
      ['June', 2, 'W-2'],
    ]);
    const one: unknown[] = [];
    await (await opened(bytes, 'June')).visit(({ line, sheet }) => one.push([sheet, line]));
    expect(one).toEqual([
      [undefined, 1],
      [undefined, 2],
    ]);
  });

  it('are asked about where two hold orders under different headers', async () => {
    const sheets = [
      { name: 'Web', xml: orders('W-1') },
      { name: 'Phone orders', xml: OTHER },
    ];
    const said = await refused(sheets);
    expect(said).toContain('Web, Phone orders');
    expect(said).toContain('--sheet "Web"');
    expect((await read(sheets, '--sheet', 'Phone orders')).numbers).toEqual(['P-1']);
    expect((await read(sheets, '--sheet', 'web')).numbers).toEqual(['W-1']);
  });

  it('are named by name or number, hidden ones too', async () => {
    const sheets = [
      { name: 'First', xml: orders('FIRST') },
      { name: '2', xml: orders('SECOND'), state: 'veryHidden' as const },
      { name: 'Third', xml: orders('THIRD') },
    ];
    const chosen = async (sheet: string) => (await read(sheets, '--sheet', sheet)).numbers;
    expect(await chosen('1')).toEqual(['FIRST']);
    expect(await chosen('2')).toEqual(['SECOND']);
    expect(await chosen('3')).toEqual(['THIRD']);
    expect(await refused(sheets, '--sheet', '4')).toMatch(/no sheet 4\n.*First, 2, Third/);
  });

  it('are all named with the reason where none can be read', async () => {
    const said = await refused([
      { name: 'Cover', xml: table('Tea shop|2026') },
      { name: 'Old', xml: orders('OLD'), state: 'hidden' },
      { name: 'Blank', xml: '<sheetData/>' },
    ]);
    expect(said).toContain('sheets: Cover (no known header), Old (hidden), Blank (empty); --sheet NAME');
    expect(
      await refused([
        { name: 'A', xml: '<sheetData/>' },
        { name: 'B', xml: '<sheetData/>' },
      ]),
    ).toMatch(/is empty\nhint: sheets: A \(empty\), B \(empty\)\n$/);
  });
});

describe('what a sheet is beside its cells', () => {
  const merged = (refs: readonly string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

  it('merged order cells count for each item below them', async () => {
    const sheet = table(
      [HEADER, order('W-1', '12'), '||| Tin|2|', '||| Mug|1|', order('W-2'), '| | |Orphan|1|'].join('\n'),
    );
    const xml = sheet + merged(['A2:A4', 'B2:B4', 'C2:C4', 'F2:F4', 'A1:F1', 'A1000000:F1048576', 'A7:A1048576']);
    const seller = newSeller();
    const file = seller.write('orders.xlsx', xlsx({ sheets: [{ name: 'Orders', xml }] }));
    expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ orders: { new: 2, refused: 1 }, lines: 4 });
    expect(await seller.query('SELECT order_number, units, total FROM orders_view ORDER BY 1')).toEqual([
      { order_number: 'W-1', units: 4, total: 1200 },
      { order_number: 'W-2', units: 1, total: 500 },
    ]);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ line: 6, reason: 'missing_order_id' }]);
  });

  it('hidden rows and columns are read and counted', async () => {
    const xml = `<cols><col min="4" max="16384" hidden="1"/></cols>${orders('W-1', 'W-2').replace('<row><c t="inlineStr"><is><t>W-2', '<row hidden="1"><c t="inlineStr"><is><t>W-2')}`;
    const sheets = [{ name: 'Orders', xml }];
    expect((await read(sheets)).numbers).toEqual(['W-1', 'W-2']);
    expect((await opened(xlsx({ sheets }))).notes()).toMatchObject({ hiddenRows: 1, hiddenColumns: 3 });
  });

  it('what stands beside the table is under no column of it, and missing cells are blank', async () => {
    const xml = orders('W-1').replace(/<\/row><\/sheetData>$/, '<c r="H2"><v>9</v></c></row></sheetData>');
    const cells: string[][] = [];
    await (await opened(xlsx({ sheets: [{ name: 'Orders', xml }] }))).visit((row) => cells.push([...row.cells]));
    expect(cells[1]).toHaveLength(6);
    const short = rows(`${orders().replace(/<\/?sheetData>/g, '')}<row><c t="inlineStr"><is><t>W-1</t></is></c></row>`);
    await (await opened(xlsx({ sheets: [{ name: 'Orders', xml: short }] }))).visit((row) => cells.push([...row.cells]));
    expect(cells.at(-1)).toEqual(['W-1', '', '', '', '', '']);
  });

  it('a formula nobody worked out refuses the file where its column is read, and nowhere else', async () => {
    const formula = (column: 'total' | 'other') => {
      const header = table(`${HEADER}|margin`).replace(/<\/?sheetData>/g, '');
      const values = ['W-1', '2026-05-04', 'paid', 'Tea', '1'].map((text) => `<c t="str"><v>${text}</v></c>`).join('');
      const [total, margin] =
        column === 'total' ? ['<c><f>E2*5</f><v/></c>', '<c/>'] : ['<c><v>5</v></c>', '<c><f>F2</f></c>'];
      return rows(`${header}<row>${values}${total}${margin}</row>`);
    };
    const said = await refused([{ name: 'Orders', xml: formula('total') }]);
    expect(said).toMatch(/orders\.xlsx:2: order_total is a formula.*\nhint: open the file in Excel or WPS, save it/);
    expect((await read([{ name: 'Orders', xml: formula('other') }])).numbers).toEqual(['W-1']);
  });

  it('an error in a total refuses the order and keeps the others', async () => {
    const xml = orders('W-1', 'W-2').replace(/<c t="inlineStr"><is><t>5<\/t><\/is><\/c>/, '<c t="e"><v>#REF!</v></c>');
    const { seller, numbers } = await read([{ name: 'Orders', xml }]);
    expect(numbers).toEqual(['W-2']);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { line: 2, column: 'order_total', value: '#REF!', reason: 'bad_amount' },
    ]);
  });
});

describe('an old workbook', () => {
  const cells = (id: string, more: object = {}) => [id, { date: 46_146.385416666664, ...more }, 'paid', 'Tea', 1, 5];
  const header = HEADER.split('|');

  it('gives text, numbers, dates and errors, of the sheets that are not hidden', async () => {
    const bytes = xls({
      sheets: [
        { name: 'Old', hidden: true, rows: [header, cells('OLD')] },
        { name: '订单', rows: [header, cells('W-1'), [...cells('W-2').slice(0, 5), { error: 0x17 }]] },
      ],
    });
    const seller = newSeller();
    await seller.ingest(seller.write('orders.xls', bytes), ...NEW_SHOP);
    expect(await seller.query('SELECT order_number, placed_at, total FROM orders_view')).toEqual([
      { order_number: 'W-1', placed_at: '2026-05-04T09:15:00Z', total: 500 },
    ]);
    expect(await seller.json('imports', 'show', '1')).toMatchObject([
      { line: 3, value: '#REF!', reason: 'bad_amount' },
    ]);
    expect((await opened(bytes)).notes()).toMatchObject({
      errorCells: [{ line: 3, column: 5, text: '#REF!' }],
      sheets: [{ outcome: 'hidden' }, { outcome: 'read' }],
    });
  });

  it('counts from 1904 where it says so', async () => {
    const bytes = xls({
      sheets: [{ name: 'A', rows: [header, ['W-1', { date: 44_684.385416666664 }, 'paid', 'Tea', 1, 5]] }],
      date1904: true,
    });
    const reader = await opened(bytes);
    const seen: string[] = [];
    await reader.visit((row) => seen.push(row.cells[1] ?? ''));
    expect(seen).toEqual(['order_date', '2026-05-04 09:15:00']);
    expect(reader.notes().date1904).toBe(true);
  });
});
