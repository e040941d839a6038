/** `platforms explain` of a file that cannot be taken, on a terminal, and beside an archive. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, field, PLAIN, read, screen } from '../helpers/explain.ts';
import { gb18030 } from '../helpers/gb18030.ts';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

describe('a file that cannot be read', () => {
  it('with an unknown header: names the nearest layouts and what each lacks, and shows the columns', async () => {
    const seller = newSeller();
    const file = seller.write('web.csv', read('broken', 'unknown-header.csv'));
    const { stdout, stderr, status } = await screen(seller, file);
    expect(status).toBe(2);
    expect(stdout).toMatch(/header +none known; line 1 looks most like one, 10 columns/);
    expect(stdout).toMatch(/closest +Shopify orders: lacks Name, Created at\n/);
    expect(stdout).toMatch(/Customer Email +ada\.quill@example\.com\n/);
    expect(stderr).toContain('closest is shopify orders, which lacks Name, Created at');
    const { document } = await explain(seller, file);
    expect(document).toMatchObject({
      layout: null,
      header: { known: false },
      rows: null,
      orders: [],
      stopped_by: 'no_header',
    });
    expect(document.other_layouts[0]).toEqual({
      platform: 'shopify',
      name: 'orders',
      bound: 7,
      missing: ['Name', 'Created at'],
    });
    expect(document.ignored_columns).toHaveLength(10);
  });

  it('is told as far as it was understood', async () => {
    const seller = newSeller();
    const dates = seller.write('dates.csv', read('broken', 'ambiguous-dates.csv'));
    const { document } = await explain(seller, dates, ...NEW_SHOP);
    expect(document).toMatchObject({
      decimal: { value: 'point', why: 'column' },
      dates: null,
      shops: [],
      rows: null,
      stopped_by: 'ambiguous_date',
    });
    expect(field(document, 'placedAt')?.examples).toContain('04/05/2026');
    const pdf = await screen(seller, seller.write('orders.csv', read('broken', 'not-a-table.pdf')));
    expect(pdf.stdout).toBe('orders.csv\nfile  232 B\n');
    expect(await screen(seller, 'gone.csv')).toMatchObject({ stdout: '', status: 1 });
  });

  it('for want of a setting gives the line that takes it in, and asks nothing', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', PLAIN);
    const { stdout, stderr, status } = await seller.run(['platforms', 'explain', file], {
      tty: { stdin: true, stdout: true, stderr: true },
    });
    expect(status).toBe(2);
    expect(stdout).toContain('day, month, year');
    expect(stderr).toMatch(
      /which time zone does the shop "generic" keep\?\nhint: regulars --db \S+ ingest orders\.csv --timezone Asia\/Shanghai --currency CNY\nput your own .*\n$/,
    );
  });
});

describe('the screen', () => {
  it('speaks Chinese', async () => {
    const seller = newSeller();
    const file = seller.write('report.csv', read('shops', 'taobao', 'orders-2018-layout.csv'));
    const { stdout } = await screen(seller, file, '--lang', 'zh');
    expect(stdout).toMatch(/^编码 +gb18030：/m);
    expect(stdout).toMatch(/^不是 +1688 order report：缺少 货品标题/m);
    expect(stdout).toMatch(/^店铺 +山月茶铺（新店铺，文件中写明）；时区 Asia\/Shanghai（平台的）/m);
    expect(stdout).toMatch(/^收货电话 +联系手机，否则 联系电话 +19900002201/m);
    expect(stdout).toMatch(/^ {2}1 单 {2}订单状态 "交易成功" → 已完成，计入统计$/m);
    expect(stdout).toMatch(/^ {2}电话 +\+8619900002201（可用；收货人的，未必是买家）$/m);
    expect(stdout).not.toMatch(/\b(line|column|lacks)\b/);
  });

  it('lets no character of the file act on the terminal', async () => {
    const seller = newSeller();
    const rows = [
      ['order_id', 'order_date', 'order_total', 'item', 'ex\u001b[31mtra'],
      ['A-1', '2026-05-04', '5.00', 'Tea \u202e\u001b]0;x\u0007', '\u001b[2J'],
    ];
    const { stdout } = await screen(seller, seller.write('o.csv', csv(rows)), ...NEW_SHOP);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
    expect(stdout).toContain('ex\\u{1b}[31mtra');
  });

  it('says how cells are quoted, where that is unusual', async () => {
    const seller = newSeller();
    const quoted = PLAIN.replaceAll(/[^;\n]+/g, "'$&'");
    const { stdout } = await screen(seller, seller.write('o.csv', quoted), ...NEW_SHOP);
    expect(stdout).toMatch(/^delimiter +semicolon: known columns appear under it; cells are quoted by '$/m);
    expect(stdout).toMatch(/^rows +2 read: 2 of orders$/m);
  });

  it('is no table', async () => {
    const seller = newSeller();
    const { stdout, status } = await seller.run(['platforms', 'explain', seller.write('o.csv', PLAIN), '--csv']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });
});

describe('beside an archive', () => {
  it('uses what the archive knows and leaves it as it was', async () => {
    const seller = newSeller();
    const till = csv([
      ['单号', '日期', '金额'],
      ['T-1', '2026-05-04', '88.00'],
    ]);
    const map = ['--map', 'order_id=单号', '--map', 'order_date=日期', '--map', 'order_total=金额'];
    const shop = ['--shop', 'Tea till', '--timezone', 'Asia/Shanghai', '--currency', 'CNY'];
    await seller.ingest(seller.write('may.csv', gb18030(till)), ...map, ...shop, '--save-map', 'till');
    const before = { dump: await seller.dump(), files: readdirSync(seller.folder) };
    const june = seller.write('june.csv', gb18030(till.replace('T-1', 'T-2')));
    const { document, status } = await explain(seller, june, '--shop', 'Tea till');
    expect(status).toBe(0);
    expect(document).toMatchObject({
      layout: { name: 'till' },
      shops: [{ name: 'Tea till', name_from: 'archive', time_zone_from: 'archive', is_new: false }],
      order_count: 1,
    });
    expect(await seller.dump()).toBe(before.dump);
    expect(readdirSync(seller.folder)).toEqual([...before.files, 'june.csv'].toSorted());
  });
});
