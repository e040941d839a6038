/** What a file is, told by its content and never by its name, and what is said of one that is no export. */
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { compound, xls } from '../helpers/xls.ts';
import { table, xlsx } from '../helpers/xlsx.ts';
import { NEW_SHOP, newSeller } from '../helpers/seller.ts';
import { zip } from '../helpers/zip.ts';

const CSV = 'order_id,order_date,status,customer_name,order_total\nW-1,2026-05-04 09:15:00,paid,王小茶,5.00\n';
const TABLE = CSV.trim().replaceAll(',', '|');
const SQL = 'SELECT order_number, customer_name, placed_at, total FROM orders_view ORDER BY 1';
const ORDER = { order_number: 'W-1', customer_name: '王小茶', placed_at: '2026-05-04T09:15:00Z', total: 500 };
const CELLS = CSV.trim()
  .split('\n')
  .map((line) => line.split(','));

const html = (rows: string, head = '') =>
  `<html><head>${head}</head><body><table border=1>${rows}</table></body></html>`;
const htmlRows = CELLS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const xml2003 = (rows: string) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}"><Worksheet ss:Name="Orders"><Table>${rows}</Table></Worksheet></Workbook>`;
const data = (type: string, value: string, attributes = '') =>
  `<Cell${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
const xmlHeader = `<Row>${(CELLS[0] ?? []).map((cell) => data('String', cell)).join('')}</Row>`;

describe('an export is read whatever it is called', () => {
  const gbk = Buffer.concat([Buffer.from('<meta charset=gb2312>'), Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xb2, 0xe8])]);
  const inGbk = Buffer.from(html(htmlRows).replace('王小茶', '@'), 'latin1');
  it.each<[string, string, string | Uint8Array]>([
    ['a workbook called .csv', 'orders.csv', xlsx({ sheets: [{ name: 'Orders', xml: table(TABLE) }] })],
    ['CSV called .xlsx', 'orders.xlsx', CSV],
    ['TSV called .xls', 'orders.xls', CSV.replaceAll(',', '\t')],
    ['an old workbook called .xlsx', 'orders.xlsx', xls({ sheets: [{ name: '订单', rows: CELLS }] })],
    ['a web page called .xls', 'orders.xls', html(htmlRows, '<meta charset="utf-8">')],
    ['a bare table in capitals', 'orders.xls', `<TABLE>${htmlRows.toUpperCase().replace('W-1', 'W-1')}</TABLE>`],
    ['a web page with unclosed cells', 'orders.xls', html(htmlRows.replaceAll('</td>', '').replaceAll('</tr>', ''))],
    [
      'a web page in GBK',
      'orders.xls',
      Buffer.concat([inGbk.subarray(0, inGbk.indexOf('@')), gbk.subarray(-6), inGbk.subarray(inGbk.indexOf('@') + 1)]),
    ],
    [
      'an XML workbook of 2003',
      'orders.xls',
      xml2003(
        `${xmlHeader}<Row>${data('String', 'W-1')}${data('DateTime', '2026-05-04T09:15:00.000')}${data('String', 'paid')}<Cell><Data ss:Type="String"><B>王</B>小茶</Data><Comment><Data>VIP</Data></Comment></Cell>${data('Number', '5')}</Row>`,
      ),
    ],
    ['compressed CSV', 'orders.csv.gz', gzipSync(CSV)],
    ['compressed CSV called .csv', 'orders.csv', gzipSync(CSV)],
    ['a compressed workbook', 'orders.gz', gzipSync(xlsx({ sheets: [{ name: 'Orders', xml: table(TABLE) }] }))],
    ['a zip of one CSV', 'orders.zip', zip({ 'export/': '', 'export/订单.csv': CSV })],
    [
      'a zip with a readme and litter',
      'o.zip',
      zip({ '说明.txt': '...', 'orders.csv': CSV, '__MACOSX/._orders.csv': 'x' }),
    ],
    ['a zip of one file without an ending', 'o.zip', zip({ 'orders-2026': CSV })],
    ['a zip that climbs out of its folder', 'o.zip', zip({ '../../../tmp/evil.csv': CSV })],
    ['a zip of a workbook', 'o.zip', zip({ 'orders.xlsx': xlsx({ sheets: [{ name: 'Orders', xml: table(TABLE) }] }) })],
    [
      'a zip named in GBK',
      'o.zip',
      zip([{ name: Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2e, 0x63, 0x73, 0x76]), content: CSV }]),
    ],
  ])('%s', async (what, name, bytes) => {
    const seller = newSeller();
    await seller.ingest(seller.write(name, bytes), ...NEW_SHOP);
    const [order] = await seller.query(SQL);
    expect(what.includes('capitals') ? { ...order, customer_name: '王小茶' } : order).toEqual(ORDER);
  });

  it('and leaves nothing behind, nor is it taken twice', async () => {
    const seller = newSeller();
    // A folder of its own: others leave theirs in the usual one.
    const temporary = mkdtempSync(join(tmpdir(), 'regulars-test-'));
    vi.stubEnv('TMPDIR', temporary);
    const book = xlsx({ sheets: [{ name: 'Orders', xml: table(TABLE) }] });
    for (const [name, bytes] of [
      ['a.zip', zip({ 'orders.csv': CSV })],
      ['a.xlsx', book],
    ] as const) {
      const file = seller.write(name, bytes);
      expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ outcome: 'taken' });
      expect(await seller.ingest(file, ...NEW_SHOP)).toMatchObject({ outcome: 'known' });
    }
    await seller.run(['ingest', seller.write('b.zip', zip({ 'a.csv': CSV, 'b.csv': CSV }))]);
    await seller.run(['ingest', '-', ...NEW_SHOP], { stdin: gzipSync(CSV.replace('W-1', 'W-2')) });
    expect(await seller.query(SQL)).toHaveLength(2);
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).toEqual([]);
    rmdirSync(temporary);
  });
});

describe('a web page', () => {
  const header = '<tr><th>order_id<th>order_date<th>status<th>item<th>quantity<th>order_total</tr>';

  it('has spans, line breaks, entities, and parts that are no text', async () => {
    const seller = newSeller();
    const page = html(
      `<caption>Orders</caption>${header}
      <tr><td rowspan=2>W-1</td><td rowspan="2">2026-05-04</td><td rowspan='2'>paid</td><td>Tea &amp; Tin<br>&nbsp;50&#160;g</td><td>1</td><td rowspan=2>&yen;5.00</td></tr>
      <tr><td>Zen<!-- <td>no</td> --> mug<script>var x = "<td>";</script></td><td>2</td></tr>
      <tr><td colspan=6></td></tr>`,
      '<style>td { mso-number-format: "\\@" }</style>',
    );
    await seller.ingest(seller.write('orders.xls', page), '--timezone', 'UTC', '--currency', 'CNY');
    expect(await seller.query('SELECT order_number, total FROM orders_view')).toEqual([
      { order_number: 'W-1', total: 500 },
    ]);
    expect(await seller.query('SELECT title, quantity FROM order_lines_view ORDER BY position')).toEqual([
      { title: 'Tea & Tin\n50 g', quantity: 1 },
      { title: 'Zen mug', quantity: 2 },
    ]);
  });

  it.each([
    ['without a table', '<html><body><form>Please sign in</form></body></html>'],
    ['that lays out a form in a table', html('<tr><td>User<td><input></tr><tr><td>Password<td><input></tr>')],
    ['that says what went wrong', '<!DOCTYPE html><html><h1>502 Bad Gateway</h1></html>'],
    ['that is XML of something else', '<?xml version="1.0"?><error>session expired</error>'],
  ])('%s is refused as one', async (_, page) => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['ingest', seller.write('orders.csv', page), ...NEW_SHOP]);
    expect({ status, said: stderr.includes('HTML') }).toEqual({ status: 1, said: true });
  });
});

describe('a file that is no export is named with the remedy', () => {
  const odf = zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content: '<x/>' },
  ]);
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.csv`, '']));
  const types = { '[Content_Types].xml': '<Types/>' };
  const cut = xlsx({ sheets: [{ name: 'Orders', xml: table(TABLE) }] });
  const bomb = zip({ 'orders.csv': Buffer.alloc(66 << 20, 0x20) });
  const sheetBomb = xlsx({ sheets: [{ name: 'Orders', xml: ' '.repeat(66 << 20) }] });
  it.each<[string, string | Uint8Array, string, string]>([
    ['.ods', odf, 'other_format', 'OpenDocument (.ods)'],
    ['.numbers', zip({ 'Index/Document.iwa': '\0' }), 'other_format', 'Apple Numbers'],
    ['.xlsb', zip({ ...types, 'xl/workbook.bin': '\0' }), 'other_format', '.xlsb'],
    ['.docx', zip({ ...types, 'word/document.xml': '<x/>' }), 'other_format', 'Word (.docx)'],
    ['.doc', compound('WordDocument', Buffer.alloc(8)), 'other_format', 'Word (.doc)'],
    ['.slk', 'ID;PWXL;N;E\r\nC;Y1;X1;K"order_id"\r\n', 'other_format', 'SYLK'],
    [
      '.tar.gz',
      gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(249)])),
      'other_format',
      'tar',
    ],
    ['.rar', 'Rar!\u001a\u0007\u0000', 'other_format', 'RAR'],
    ['Excel 95', xls({ sheets: [{ name: 'A', rows: CELLS }], version: 0x500 }), 'old_excel', 'Excel 5.0/95'],
    ['Excel 3', Buffer.from('0902060000001000', 'hex'), 'old_excel', 'Excel 2-4'],
    ['.xls with a password', xls({ sheets: [{ name: 'A', rows: CELLS }], encrypted: true }), 'password', 'password'],
    ['.xlsx with a password', compound('EncryptedPackage', Buffer.alloc(8)), 'password', 'password'],
    ['a zip without files', zip({ 'photos/': '' }), 'zip', 'without an export'],
    ['a zip of several', zip({ '6.csv': CSV, '5.csv': CSV }), 'zip_several', '6.csv, 5.csv'],
    [
      'a zip with a password',
      zip([{ name: '订单.csv', content: CSV, encrypted: true }]),
      'zip_password',
      '订单.csv is protected by a password',
    ],
    [
      'a zip of another method',
      zip([{ name: 'a.csv', content: CSV, method: 14 }]),
      'zip_method',
      'a.csv is compressed',
    ],
    [
      'a zip with two of a name',
      zip([
        { name: 'a.csv', content: CSV },
        { name: 'A.csv', content: CSV },
      ]),
      'zip_duplicate',
      'A.csv twice',
    ],
    ['a zip of very many', zip(many), 'zip_bomb', 'inflates'],
    ['a zip of blanks', bomb, 'zip_bomb', 'inflates'],
    ['a gzip of blanks', gzipSync(Buffer.alloc(66 << 20, 0x20)), 'zip_bomb', 'inflates'],
    ['a workbook of blanks', sheetBomb, 'zip_bomb', 'inflates'],
    ['a cut-off workbook', cut.subarray(0, 900), 'zip_cut_off', 'cut off'],
    ['a cut-off gzip', gzipSync(CSV.repeat(100)).subarray(0, 90), 'zip_cut_off', 'cut off'],
    ['a workbook with a wrong sum', zip([{ name: 'a.csv', content: CSV, sum: 1 }]), 'zip_damaged', 'damaged at a.csv'],
    ['a workbook without its parts', zip({ 'xl/worksheets/sheet1.xml': '<x/>' }), 'bad_workbook', 'workbook.xml'],
    ['a compound file cut off', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'bad_workbook', 'OLE'],
  ])('%s', async (_, bytes, code, says) => {
    const seller = newSeller();
    const file = seller.write('orders.xlsx', bytes);
    for (const language of ['en', 'zh-CN']) {
      const { status, stderr } = await seller.run(['ingest', file, ...NEW_SHOP], { env: { LANG: language } });
      expect(status).toBe(1);
      expect(stderr).toMatch(/^regulars: [^\n]+\n[^\n]+\n$/);
      if (language === 'en') expect(stderr).toContain(says);
    }
    const { stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(await seller.dump()).toBe('');
  });
});
