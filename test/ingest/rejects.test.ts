import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../helpers/gb18030.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';
import { table, xlsx } from '../helpers/xlsx.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'item', 'order_total', 'note'];
const GOOD = [
  ['G-1', '2026-05-04 10:00:00', '王小茶', '龙井茶', '19.50', ''],
  ['B-1', '2026-05-05 10:00:00', '李远', '白毫银针, 30g', '48.00', '说"快点"\n谢谢'],
  ['B-1', '2026-05-05 10:00:00', '李远', '紫砂壶', '48.00', ''],
  ['B-2', '2026-05-06 10:00:00', '周岚', '茶杯', '7.00', ''],
];
const WHOLE = csv([HEADER, ...GOOD]);
const BROKEN = WHOLE.replaceAll('2026-05-05', '2026-05-50').replace('7.00', 'free');

const reject = (seller: Seller, content: string | Uint8Array, ...args: string[]) =>
  seller.run(['ingest', seller.write('orders.csv', content), ...NEW_SHOP, '--rejects', 'mend.csv', ...args]);
const mend = (seller: Seller) => readFileSync(join(seller.folder, 'mend.csv'), 'utf8');

describe('refused rows', () => {
  it('are written with the header, whole orders as they stood, for their owner alone', async () => {
    const seller = newSeller();
    const { status, stdout, stderr } = await reject(seller, BROKEN);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('3 refused rows written to mend.csv');
    const refused = csv([HEADER, ...GOOD.slice(1)])
      .replaceAll('2026-05-05', '2026-05-50')
      .replace('7.00', 'free');
    // A spreadsheet that is to mend them reads Chinese only behind a byte order mark.
    expect(mend(seller)).toBe(`\ufeff${refused}`);
    if (process.platform !== 'win32') expect(statSync(join(seller.folder, 'mend.csv')).mode & 0o777).toBe(0o600);
  });

  it('are mended by lines that go to the same archive', async () => {
    const seller = newSeller();
    const { stderr } = await reject(seller, BROKEN);
    expect(stderr).toContain(`Next: regulars imports show 1 --db ${seller.db}\n`);
    expect(stderr).toMatch(new RegExp(`then: regulars ingest mend\\.csv .*--db ${seller.db}\n`));
  });

  it('are UTF-8 and comma-separated, whatever the file was', async () => {
    const [plain, foreign] = [newSeller(), newSeller()];
    await reject(plain, BROKEN);
    await reject(foreign, gb18030(BROKEN));
    expect(mend(foreign)).toBe(mend(plain));
  });

  it('come in once they are mended, and everything is as if nothing had been wrong', async () => {
    const [seller, lucky] = [newSeller(), newSeller()];
    await lucky.ingest(lucky.write('orders.csv', WHOLE), ...NEW_SHOP);
    await reject(seller, BROKEN);
    expect(await seller.query('SELECT order_number FROM orders_view')).toEqual([{ order_number: 'G-1' }]);
    seller.write('mended.csv', mend(seller).replaceAll('2026-05-50', '2026-05-05').replace('free', '7.00'));
    expect(await seller.ingest('mended.csv')).toMatchObject({ orders: { new: 2, refused: 0 }, lines: 3 });
    expect(await seller.json('status')).toMatchObject({ refusals: 0 });
    expect(await seller.json('imports', 'list')).toMatchObject([{ refusals: 2, mended: 2 }, { refusals: 0 }]);
    const facts = async (one: Seller) =>
      (await one.dump()).split('\n').filter((line) => !line.startsWith('["refusal"'));
    expect(await facts(seller)).toEqual(await facts(lucky));
  });

  it('are refused again while they are not mended', async () => {
    const seller = newSeller();
    await reject(seller, BROKEN);
    const again = await seller.run(['ingest', 'mend.csv']);
    expect(again).toMatchObject({ status: 3, stdout: '' });
    // An order that is refused twice is still one order that is missing.
    expect(await seller.json('status')).toMatchObject({ orders: 1, refusals: 2 });
    // The same number in another shop mends nothing.
    await seller.ingest(seller.write('other.csv', WHOLE), ...NEW_SHOP, '--shop', 'Other');
    expect(await seller.json('status')).toMatchObject({ refusals: 2 });
  });

  it('of which characters were lost are refused until these are typed in', async () => {
    const seller = newSeller();
    const bytes = Buffer.from(WHOLE);
    bytes[bytes.indexOf('周岚') + 5] = 0x2a;
    await reject(seller, bytes);
    const again = await seller.run(['ingest', 'mend.csv']);
    expect(again).toMatchObject({ status: 3 });
    expect(again.stderr).toMatch(/mend\.csv:2: customer_name: characters .* were lost/);
    // Nor does it help to save them in a spreadsheet.
    const sheets = [{ name: 'mend', xml: table(mend(seller).replaceAll(',', '|')) }];
    expect(await seller.ingest(seller.write('mend.xlsx', xlsx({ sheets })))).toMatchObject({ orders: { refused: 1 } });
    const typed = mend(seller).replace('\uFFFD*', '岚');
    // A column that nobody reads may keep the mark.
    seller.write('mended.csv', typed.replace(/,\n$/, ',\uFFFD\n'));
    expect(await seller.ingest('mended.csv')).toMatchObject({ orders: { new: 1, refused: 0 } });
  });

  it('are written all of them, however many there are', async () => {
    const seller = newSeller();
    const rows = Array.from({ length: 2500 }, (_, at) => (GOOD[1] ?? []).with(0, `C-${at}`));
    const { status, stderr } = await reject(seller, csv([HEADER, ...GOOD, ...rows]).replaceAll('05-05', '05-50'));
    expect({ status, told: stderr.includes('2502 refused rows written to mend.csv') }).toEqual({
      status: 3,
      told: true,
    });
    expect(mend(seller).match(/^[BC]-/gm)).toHaveLength(2502);
  });

  it('are written as well from a file that was ingested before, those that are still refused', async () => {
    const seller = newSeller();
    const orders = seller.write('orders.csv', BROKEN);
    await seller.run(['ingest', orders, ...NEW_SHOP]);
    await seller.ingest(seller.write('mended.csv', csv([HEADER, ...GOOD.slice(3)])));
    expect((await seller.run(['imports', 'show', '1'])).stderr).toContain(
      'regulars ingest orders.csv --rejects mend.csv',
    );
    const { status, stderr } = await reject(seller, BROKEN);
    expect({ status, told: stderr.includes('2 refused rows written to mend.csv') }).toEqual({ status: 0, told: true });
    expect(mend(seller)).toBe(`\ufeff${csv([HEADER, ...GOOD.slice(1, 3)]).replaceAll('2026-05-05', '2026-05-50')}`);
  });

  it('are gathered from all files of one ingest', async () => {
    const seller = newSeller();
    const files = ['a', 'b'].map((name) => seller.write(`${name}.csv`, BROKEN.replaceAll(/([GB]-)/g, `${name}$1`)));
    expect((await seller.run(['ingest', ...files, ...NEW_SHOP, '--rejects', 'mend.csv'])).status).toBe(3);
    expect(mend(seller).match(/^[ab]B-/gm)).toEqual(['aB-', 'aB-', 'aB-', 'bB-', 'bB-', 'bB-']);
    expect(mend(seller).match(/order_id/g)).toHaveLength(1);
  });
});

describe('the rejects file', () => {
  it('is not made where nothing was refused', async () => {
    const seller = newSeller();
    expect((await reject(seller, WHOLE)).status).toBe(0);
    expect(existsSync(join(seller.folder, 'mend.csv'))).toBe(false);
  });

  it('never takes the place of another', async () => {
    const seller = newSeller();
    seller.write('mend.csv', 'half mended\n');
    const { status, stderr } = await reject(seller, BROKEN);
    expect(status).toBe(1);
    expect(stderr).toContain('mend.csv exists already');
    expect(mend(seller)).toBe('half mended\n');
  });
});

describe('rejects of files with different headers', () => {
  it('go to a file each, which can be fed again with the line that is shown', async () => {
    const seller = newSeller();
    const german = seller.write('a.csv', 'order_id;order_date;order_total\n1;25.12.2025;5,00\n2;05.06.2025;x\n');
    const other = seller.write(
      'b.csv',
      'order_id,order_date,order_total,sku\n3,2026-01-02,5.00,A\n4,2026-02-31,5.00,B\n',
    );
    const told = await seller.run(['ingest', german, other, ...NEW_SHOP, '--rejects', 'mend.csv']);
    expect(told.status).toBe(3);
    expect(mend(seller)).toBe('\ufefforder_id,order_date,order_total\n2,05.06.2025,x\n');
    expect(told.stderr).toContain('regulars ingest mend.csv --date-format dmy --decimal comma');
    expect(told.stderr).toContain('regulars ingest mend-2.csv');
    seller.write('mend.csv', mend(seller).replace(',x', ',"7,50"'));
    await seller.ingest('mend.csv', '--date-format', 'dmy', '--decimal', 'comma');
    expect(await seller.query("SELECT day, total FROM orders_view WHERE order_number = '2'")).toEqual([
      { day: '2025-06-05', total: 750 },
    ]);
  });

  it('are not written by a dry run, nor where their file cannot be', async () => {
    const seller = newSeller();
    const { status } = await reject(seller, BROKEN, '-n');
    expect(status).toBe(3);
    expect(existsSync(join(seller.folder, 'mend.csv'))).toBe(false);
    seller.write('mend.csv', 'half mended\n');
    expect((await reject(seller, BROKEN)).status).toBe(1);
    expect(existsSync(seller.db)).toBe(false);
  });
});
