import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/shops/${path}`, import.meta.url));
const plain = csv([
  ['order_id', 'order_date', 'email', 'order_total'],
  ['P-1', '2026-05-04 23:30:00', 'ann@example.com', '5.00'],
]);
const shops = (seller: Seller) => seller.json<readonly Record<string, unknown>[]>('shops', 'list');

describe('a new shop', () => {
  it('of Taobao is named by its column and set up by its platform', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', fixture('taobao/orders-2017-layout.csv'));
    const { stderr } = await seller.run(['ingest', file, '--shop', 'Other', '-n']);
    expect(stderr).toContain('the file calls the shop 山月茶铺; its orders are taken for Other');
    await seller.ingest(file);
    expect(await shops(seller)).toMatchObject([
      { shop: '山月茶铺', platform: 'taobao', currency: 'CNY', time_zone: 'Asia/Shanghai', country: 'CN', orders: 6 },
    ]);
  });

  it('is not made of orders that stand already in one without a name', async () => {
    const seller = newSeller();
    const text = new TextDecoder('gbk').decode(fixture('taobao/orders-2017-layout.csv'));
    await seller.ingest(seller.write('unnamed.csv', text.replaceAll('山月茶铺', '')));
    const before = await seller.dump();
    const file = seller.write('named.csv', text);
    const { status, stderr } = await seller.run(['ingest', file]);
    expect(status).toBe(1);
    expect(stderr).toContain('names the shop "山月茶铺", and orders of it stand already in "Taobao"');
    expect(await seller.dump()).toBe(before);
    await seller.ingest(file, '--shop', 'Taobao');
    expect(await shops(seller)).toMatchObject([{ shop: 'Taobao', orders: 6 }]);
  });

  it('takes of the flags of several files only what nothing else says', async () => {
    const seller = newSeller();
    mkdirSync(join(seller.folder, 'in'));
    seller.write('in/taobao.csv', fixture('taobao/orders-2017-layout.csv'));
    seller.write('in/plain.csv', plain);
    const flags = ['--timezone', 'America/New_York', '--currency', 'USD'];
    for (let run = 1; run <= 2; run++) expect((await seller.run(['ingest', 'in', ...flags])).status).toBe(0);
    const settings = (await shops(seller)).map(({ shop, currency, time_zone }) => [shop, currency, time_zone]);
    expect(settings).toHaveLength(2);
    expect(settings).toEqual(
      expect.arrayContaining([
        ['generic', 'USD', 'America/New_York'],
        ['山月茶铺', 'CNY', 'Asia/Shanghai'],
      ]),
    );
  });

  it('of Shopify reads zone and currency off the file, and says so', async () => {
    const seller = newSeller();
    const file = seller.write('orders.csv', fixture('shopify/orders-79-columns.csv'));
    const { status, stderr } = await seller.run(['ingest', file, '--shop', "Ann's"]);
    expect(status).toBe(0);
    expect(stderr).toContain(`regulars shops edit 'Ann'\\''s' --timezone ZONE --db ${seller.db}\n`);
    expect(await shops(seller)).toMatchObject([{ shop: "Ann's", platform: 'shopify', currency: 'GBP', orders: 8 }]);
    // Ten minutes before midnight in summer time, half past midnight in winter time: London keeps both.
    expect(await seller.query("SELECT day FROM orders_view WHERE order_number = '#2003'")).toEqual([
      { day: '2025-10-27' },
    ]);
    expect(await seller.query("SELECT day FROM orders_view WHERE order_number = '#2002'")).toEqual([
      { day: '2025-10-25' },
    ]);
  });

  it('is called and set up as the seller says', async () => {
    const seller = newSeller();
    const told = ['--shop', 'Corner 茶', '--timezone', 'America/New_York', '--currency', 'cad', '--country', 'ca'];
    await seller.ingest(seller.write('orders.csv', plain), ...told);
    expect(await shops(seller)).toMatchObject([
      { shop: 'Corner 茶', platform: 'generic', currency: 'CAD', time_zone: 'America/New_York', country: 'CA' },
    ]);
    expect(await seller.query('SELECT placed_at, day, currency FROM orders_view')).toEqual([
      { placed_at: '2026-05-05T03:30:00Z', day: '2026-05-04', currency: 'CAD' },
    ]);
  });

  it('is one of several in a file with a shop column', async () => {
    const seller = newSeller();
    const rows = ['订单编号', '买家会员名', '订单状态', '订单创建时间', '总金额', '买家实际支付金额', '店铺名称'];
    const row = (id: string, shop: string) => [id, `客${id}`, '交易成功', '2026-05-04 10:00:00', '10', '10', shop];
    const file = csv([rows, row('1', '山月茶铺'), row('2', '云边茶铺'), row('3', '山月茶铺')]);
    await seller.ingest(seller.write('orders.csv', file));
    expect((await shops(seller)).map(({ shop, orders }) => [shop, orders])).toEqual([
      ['山月茶铺', 2],
      ['云边茶铺', 1],
    ]);
  });
});

describe('a plain file of a new shop', () => {
  it.each<[string, string[], string, string]>([
    ['time zone', ['--currency', 'CNY'], '--timezone Asia/Shanghai', 'needs_timezone'],
    ['currency', ['--timezone', 'Asia/Shanghai'], '--currency CNY', 'needs_currency'],
  ])('needs a %s, and shows the line to paste', async (_, given, missing, code) => {
    const seller = newSeller();
    const file = seller.write("ann's.csv", plain);
    const { status, stdout, stderr } = await seller.run(['ingest', file, ...given]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const [line = ''] = /hint: regulars .*ingest 'ann'\\''s\.csv'.*/.exec(stderr) ?? [];
    for (const flag of [...given, missing]) expect(line).toContain(flag);
    const json = await seller.run(['ingest', file, ...given, '--json']);
    expect(JSON.parse(json.stderr)).toMatchObject({ error: { code } });
    expect(await seller.dump()).toBe('');
    expect((await seller.run(['ingest', file, ...given, ...missing.split(' ')])).status).toBe(0);
  });

  it('is told that phones without a country code wait for its country, and how to give it', async () => {
    const seller = newSeller();
    const rows = csv([
      ['order_id', 'order_date', 'order_total', 'phone'],
      ['P-1', '2026-05-04', '5.00', '19900001001'],
    ]);
    const file = seller.write('phones.csv', rows);
    const settings = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--shop', '茶铺'];
    const { stderr } = await seller.run(['ingest', file, ...settings]);
    const [, line = ''] = /where it is CN: regulars (.*), then ingest the file again/.exec(stderr) ?? [];
    expect(await seller.run(line.split(' '))).toMatchObject({ status: 0 });
    const again = await seller.run(['ingest', file, ...settings]);
    expect(again.stderr).not.toContain('country');
    expect(await seller.query('SELECT phone FROM orders_view')).toEqual([{ phone: '+8619900001001' }]);
    expect((await seller.run(['ingest', file, ...settings])).stderr).toContain('already ingested');
  });

  it('needs neither where its own columns tell them', async () => {
    const seller = newSeller();
    const rows = csv([
      ['order_id', 'order_date', 'order_total', 'currency'],
      ['P-1', '2026-05-04T23:30:00+08:00', '5.00', 'CNY'],
    ]);
    await seller.ingest(seller.write('orders.csv', rows));
    expect(await seller.query('SELECT placed_at, day, currency FROM orders_view')).toEqual([
      { placed_at: '2026-05-04T15:30:00Z', day: '2026-05-04', currency: 'CNY' },
    ]);
  });

  it('asks once on a terminal, but not with --no-input', async () => {
    const seller = newSeller();
    const args = ['ingest', seller.write('orders.csv', plain), '--currency', 'CNY'];
    const terminal = { stdin: 'Asia/Shanghai\n', tty: { stdin: true, stderr: true } };
    expect((await seller.run([...args, '--no-input'], terminal)).status).toBe(2);
    const { status, stderr } = await seller.run(args, terminal);
    expect(status).toBe(0);
    expect(stderr).toContain('Time zone of the shop');
    expect(await shops(seller)).toMatchObject([{ time_zone: 'Asia/Shanghai', currency: 'CNY' }]);
  });

  it.each([
    ['--timezone', 'Mars/Olympus'],
    ['--currency', 'euros'],
    ['--country', 'Germany'],
    ['--platform', 'bazaar'],
  ])('is not set up with %s %s', async (flag, value) => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['ingest', seller.write('orders.csv', plain), flag, value]);
    expect(status).toBe(2);
    expect(stderr.toLowerCase()).toContain(value.toLowerCase());
    expect(stderr).toContain('hint: ');
  });
});

describe('a known shop', () => {
  const setUp = ['--shop', 'Till', '--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'DE'];
  const next = plain.replaceAll('P-1', 'P-2');

  it('needs no flags again, and takes those that agree', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', plain), ...setUp);
    await seller.ingest(seller.write('b.csv', next), '--shop', 'Till');
    await seller.ingest(seller.write('c.csv', plain.replaceAll('P-1', 'P-3')), ...setUp);
    expect(await shops(seller)).toMatchObject([{ shop: 'Till', orders: 3 }]);
  });

  it.each([
    ['timezone', 'Europe/Berlin', 'Asia/Shanghai'],
    ['currency', 'EUR', 'USD'],
    ['country', 'DE', 'FR'],
  ])('is not set up anew with another %s', async (setting, known, told) => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', plain), ...setUp);
    const before = await seller.dump();
    const file = seller.write('b.csv', next);
    const { status, stdout, stderr } = await seller.run(['ingest', file, '--shop', 'Till', `--${setting}`, told]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`the shop "Till" is set up with ${setting} ${known}, not ${told}`);
    expect(stderr).toContain('hint: name another shop with --shop');
    expect(await seller.dump()).toBe(before);
  });

  it('takes no export of another platform', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', fixture('shopify/orders-79-columns.csv')), '--shop', 'Fern');
    const file = seller.write('b.csv', fixture('taobao/orders-2017-layout.csv'));
    const { status, stderr } = await seller.run(['ingest', file, '--shop', 'Fern']);
    expect(status).toBe(2);
    expect(stderr).toContain('the shop "Fern" is set up with platform shopify, not taobao');
  });
});

describe('a file that names no shop', () => {
  const setUp = ['--timezone', 'Europe/Berlin', '--currency', 'EUR'];
  const order = (number: string) => plain.replaceAll('P-1', number);

  it('is taken for the only one of its platform, and says so', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('web.csv', fixture('shopify/orders-79-columns.csv')), '--shop', 'Web');
    await seller.ingest(seller.write('a.csv', order('P-1')), ...setUp, '--shop', 'Till');
    const mapped = ['--map', 'order_id=order_id', '--map', 'order_total=order_total'];
    const told = await seller.run(['ingest', seller.write('b.csv', order('P-2')), ...mapped]);
    expect(told).toMatchObject({ status: 0 });
    expect(told.stderr).toContain('taken for Till, the only shop of generic');
    expect(await seller.ingest('a.csv')).toMatchObject({ orders: { new: 0, unchanged: 1 } });
    expect((await shops(seller)).map(({ shop, orders }) => [shop, orders])).toEqual([
      ['Web', 8],
      ['Till', 2],
    ]);
  });

  it('is refused with the question which it is, where there are several', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', order('P-1')), ...setUp, '--shop', "Ann's till");
    await seller.ingest(seller.write('b.csv', order('P-2')), ...setUp, '--shop', 'Market');
    const before = await seller.dump();
    const file = seller.write('c.csv', order('P-3'));
    const { status, stdout, stderr } = await seller.run(['ingest', file, '--no-input']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(
      "which shop is c.csv of? It names none, and there are several of generic: Ann's till, Market",
    );
    expect(stderr).toContain(`ingest c.csv --no-input --shop 'Ann'\\''s till'\n`);
    expect(JSON.parse((await seller.run(['platforms', 'explain', file, '--json'])).stdout)).toMatchObject({
      stopped_by: 'which_shop',
    });
    expect(await seller.dump()).toBe(before);
    // Of several files the line speaks of this one alone.
    const two = await seller.run(['ingest', seller.write('d.csv', order('P-4')), file]);
    expect(two.status).toBe(1);
    expect(two.stderr).toContain("ingest c.csv --shop 'Ann");
  });
});

describe('one order number in two shops', () => {
  const shopify = (id: string, email: string, day: string) =>
    csv([
      [
        'Name',
        'Email',
        'Financial Status',
        'Fulfillment Status',
        'Created at',
        'Currency',
        'Total',
        'Lineitem name',
        'Lineitem quantity',
        'Id',
      ],
      ['#1001', email, 'paid', 'fulfilled', `${day} 10:00:00 +0000`, 'GBP', '20.00', 'Tea', '1', id],
    ]);

  it.each<[string, string, string, string]>([
    ['another number of the platform', '5700000009999', 'ann@example.com', '2026-05-04'],
    ['another buyer and day', '', 'ben@example.com', '2026-06-04'],
  ])('is refused with the question which shop it is, by %s', async (_, id, email, day) => {
    const seller = newSeller();
    await seller.ingest(seller.write('north.csv', shopify('5700000001001', 'ann@example.com', '2026-05-04')));
    const before = await seller.dump();
    const file = seller.write('south.csv', shopify(id, email, day));
    const { status, stdout, stderr } = await seller.run(['ingest', file]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('south.csv:2: order #1001 of the shop "Shopify"');
    expect(stderr).toContain('hint: if this file is from another shop, name it: --shop NAME');
    expect(await seller.dump()).toBe(before);
    await seller.ingest(file, '--shop', 'South');
    expect(await seller.query('SELECT shop, order_number FROM orders_view ORDER BY shop')).toEqual([
      { shop: 'Shopify', order_number: '#1001' },
      { shop: 'South', order_number: '#1001' },
    ]);
  });

  it('is the same order where number and buyer agree', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', shopify('5700000001001', 'ann@example.com', '2026-05-04')));
    const again = shopify('5700000001001', 'ann@example.com', '2026-05-04').replace('20.00', '25.00');
    expect(await seller.ingest(seller.write('b.csv', again))).toMatchObject({ orders: { new: 0, changed: 1 } });
  });
});
