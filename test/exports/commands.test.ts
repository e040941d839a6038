/** The archive's own exports: what is in them, for whom, and where they go. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckdb } from '../helpers/duckdb.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';
import { csv } from '../helpers/seller.ts';
import { TeaShop } from '../helpers/tea-shop.ts';

let tea: TeaShop;
let shop: PlainShop;

beforeAll(async () => {
  tea = await TeaShop.open();
  const products = csv([
    ['sku', 'title', 'category'],
    ['', '龙井茶 250g', '绿茶'],
  ]);
  await tea.run(['products', 'import', tea.write('products.csv', products)]);
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601' },
    { customer_name: 'Ben Baker', account: 'ben@example.com', email: 'ben@example.com', phone: '13912345602' },
    { customer_name: '13912345603', account: 'cid', phone: '13912345603' },
    { customer_name: '=1+1', account: '0012', email: 'eve@example.com' },
    // Nobody.
    { item: '面膜，保湿 5片', sku: '007', order_date: '2026-04-01 10:00', quantity: '2', order_total: '200' },
    { customer_name: 'Ann Archer', email: 'ann@example.com', order_date: '2026-06-02 10:00', status: 'cancelled' },
  ]);
  await shop.regulars('suppress', 'add', 'ben@example.com');
});
afterAll(() => {
  tea.leave();
  shop.close();
});

const path = (name: string) => join(shop.folder, name);
const header = async (what: string, ...rest: string[]) =>
  (await shop.regulars('export', what, '--csv', ...rest)).stdout.split('\n')[0]?.split(',');
const rowsOf = <T = Record<string, unknown>>(what: string, ...rest: string[]) =>
  shop.json<T[]>('export', what, ...rest);

const CUSTOMERS =
  'customer_id,name,account,city,number_of_orders,amount_spent,currency,first_order_date,last_order_date,recency_days,lateness,rfm_group,lifecycle_stage,value_band,country,province,district,phone_type,orders_all,lines,units,gross,discount,refunded,average_order_value,other_currency_orders,tenure_days,median_gap_days,rhythm_days,coupon_share,discount_share,refund_rate,distinct_products,shop_count,recency_score,frequency_score,monetary_score,favourite_product,shops,level,points,tags,consented,birthday,gender,language,preferred_channel,every_days,note_count';
const ORDERS =
  'shop,platform,order_number,platform_id,day,placed_at,state,status_word,payment_word,fulfilment_word,refund_word,cancellation_word,counting,refund_pending,currency,total,paid,discount,shipping,refunded,net,lines,units,coupon,customer_id,accepts_marketing,country,province,city,district';
const LINES =
  'shop,platform,order_number,position,sku,title,variant,category,quantity,unit_price,currency,day,placed_at,state,counting,refund_pending,customer_id';

describe('the columns of exports', () => {
  it.each([
    ['customers', CUSTOMERS],
    ['orders', ORDERS],
    ['lines', LINES],
  ])('of %s are these and stay', async (what, columns) => {
    expect(await header(what)).toEqual(columns.split(','));
  });

  it('have phone and e-mail only where contacts are asked for', async () => {
    const withContacts = await header('customers', '--contacts');
    expect(withContacts?.filter((name) => !CUSTOMERS.split(',').includes(name))).toEqual(['phone', 'email']);
    const { status, stderr } = await shop.regulars('export', 'customers', '--columns', 'customer_id,email');
    expect([status, stderr]).toEqual([2, expect.stringContaining('--contacts')]);
  });

  it('are those that are asked for, each once, and amounts with their currency', async () => {
    expect(await header('orders', '--columns', 'net,day,net')).toEqual(['net', 'day', 'currency']);
    expect(await header('lines', '--columns', 'title')).toEqual(['title']);
    expect(await header('customers', '--columns', 'customer_id,lateness')).toEqual(['customer_id', 'lateness']);
    expect(await shop.regulars('export', 'lines', '--columns', 'titel')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean title?') as string,
    });
  });
});

describe('export orders', () => {
  it('has every order, of nobody too, with what the platform said', async () => {
    const rows = await rowsOf('orders');
    expect(rows.map(({ order_number }) => order_number)).toEqual(['1001', '1002', '1003', '1004', '1005', '1006']);
    expect(rows[4]).toMatchObject({ customer_id: null, net: 20_000, units: 2, lines: 1, counting: true });
    expect(rows[5]).toMatchObject({ state: 'cancelled', status_word: 'cancelled', counting: false, day: '2026-06-02' });
  });

  it('is of the customers that are chosen, and of the days', async () => {
    const numbers = async (...rest: string[]) =>
      (await rowsOf<{ order_number: string }>('orders', ...rest)).map(({ order_number }) => order_number);
    expect(await numbers('--customer', 'Ann Archer')).toEqual(['1001', '1006']);
    expect(await numbers('--where', 'orders_all >= 1')).toEqual(['1001', '1002', '1003', '1004', '1006']);
    expect(await numbers('--since', '2026-06-01')).toEqual(['1006']);
    expect(await numbers('--until', '2026-04-30')).toEqual(['1005']);
    expect(await numbers('--as-of', '2026-04-30')).toEqual(['1005']);
    expect(await numbers('--as-of', '2026-04-30', '--until', '2026-12-31')).toEqual(['1005']);
    expect(await numbers('--limit', '2')).toEqual(['1001', '1002']);
    for (const days of [
      ['--since', 'yesterday'],
      ['--since', '2026-06-01', '--until', '2026-05-01'],
    ])
      expect(await shop.regulars('export', 'orders', ...days)).toMatchObject({ status: 2, stdout: '' });
  });

  it('is a table of 80 columns on a terminal', async () => {
    const { stdout } = await run(['--db', shop.db, '--color', 'never', 'export', 'orders'], {
      tty: { stdout: true, columns: 80 },
    });
    expect(stdout.split('\n')[0]).toMatch(/^shop +order_number +day +state +counting +currency +net/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('export lines', () => {
  it('has every product of every order, as it is called', async () => {
    const [row] = await rowsOf('lines', '--until', '2026-04-30');
    expect(row).toMatchObject({
      order_number: '1005',
      position: 1,
      sku: '007',
      title: '面膜，保湿 5片',
      quantity: 2,
      unit_price: 10_000,
      currency: 'CNY',
      day: '2026-04-01',
      customer_id: null,
      counting: true,
    });
  });

  it('tells the category that was said of the product', async () => {
    const lines = await tea.json<{ title: string; category: string | null }[]>('export', 'lines');
    const categories = new Map(lines.map(({ title, category }) => [title, category]));
    expect(categories.get('龙井茶 250g')).toBe('绿茶');
    expect(categories.get('碧螺春 100g')).toBeNull();
  });
});

describe('export customers', () => {
  it('has no address of anybody, wherever it might stand, unless contacts are asked for', async () => {
    const { stdout, stderr } = await shop.regulars('export', 'customers', '--csv');
    expect(stdout).not.toMatch(/@|1391234560/);
    expect(stdout).toContain('"cid"');
    expect(stderr).not.toContain('export contacts');
  });

  it('tells addresses where they are asked for, but of nobody who is suppressed', async () => {
    const { stdout, stderr } = await shop.regulars('export', 'customers', '--contacts', '--json');
    const people = JSON.parse(stdout) as Record<'customer_id' | 'phone' | 'email', unknown>[];
    expect(people.map(({ customer_id, phone, email }) => [customer_id, phone, email])).toEqual([
      [1, '+8613912345601', 'ann@example.com'],
      [2, null, null],
      [3, '+8613912345603', null],
      [4, null, 'eve@example.com'],
    ]);
    expect(stdout).not.toMatch(/ben@|13912345602/);
    expect(stderr).toContain('1 customer never to be contacted');
    expect(stderr).toContain('regulars export contacts');
  });

  it('says the same as customers list of everybody, level and tags included', async () => {
    await shop.regulars('tag', 'add', '老客', '--customer', 'Ann Archer');
    const columns = CUSTOMERS.split(',').filter((name) => name !== 'name' && name !== 'account');
    const listed = await shop.json('customers', 'list', '--columns', columns.join(','));
    expect(await rowsOf('customers', '--columns', columns.join(','))).toEqual(listed);
  });

  it('is asked for a day', async () => {
    expect(await rowsOf('customers', '--as-of', '2026-04-30')).toEqual([]);
    const { status } = await shop.regulars('export', 'customers', '--as-of', '2026-04-30', '--fail-if-empty');
    expect(status).toBe(4);
  });
});

describe('a file of an export', () => {
  it('is for its owner alone, written in the form its name says', async () => {
    const { status, stdout, stderr } = await shop.regulars('export', 'orders', '--out', 'orders.csv');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('6 rows written to orders.csv');
    expect(statSync(path('orders.csv')).mode & 0o777).toBe(0o600);
    const piped = await shop.regulars('export', 'orders');
    expect(readFileSync(path('orders.csv'), 'utf8')).toBe(`\ufeff${piped.stdout}`);
    await shop.regulars('export', 'orders', '--out', 'orders.ndjson');
    expect(readFileSync(path('orders.ndjson'), 'utf8').trim().split('\n')).toHaveLength(6);
    await shop.regulars('export', 'orders', '--out', 'orders.txt', '--json');
    expect(JSON.parse(readFileSync(path('orders.txt'), 'utf8'))).toHaveLength(6);
  });

  it('takes the place of no other unless that is asked for, and of the archive never', async () => {
    writeFileSync(path('there.xlsx'), 'mine');
    const refused = await shop.regulars('export', 'lines', '--out', 'there.xlsx');
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('--force') as string });
    expect(readFileSync(path('there.xlsx'), 'utf8')).toBe('mine');
    expect((await shop.regulars('export', 'lines', '--out', 'there.xlsx', '--force')).status).toBe(0);
    expect((await readXlsx(readFileSync(path('there.xlsx')))).sheets[0]?.rows).toHaveLength(7);
    expect((await shop.regulars('export', 'lines', '--out', 'shop.db', '--force')).status).toBe(1);
    // Nothing that is no file is replaced either, as a device would be by whoever may.
    mkdirSync(path('folder.csv'));
    expect(await shop.regulars('export', 'lines', '--out', 'folder.csv', '--force')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('folder.csv is a folder; name a file in it') as string,
    });
    expect((await rowsOf('lines')).length).toBe(6);
  });

  it('is not there after a dry run, nor what it is written in', async () => {
    for (const form of ['csv', 'xlsx', 'parquet']) {
      const { status, stderr } = await shop.regulars('export', 'lines', '--out', `dry.${form}`, '-n');
      expect([status, stderr]).toEqual([0, expect.stringContaining('nothing was changed')]);
      expect(existsSync(path(`dry.${form}`))).toBe(false);
    }
    expect(readdirSync(shop.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('that is no text goes to a file or another program, never to a terminal', async () => {
    const onTerminal = await run(['--db', shop.db, 'export', 'orders', '--format', 'xlsx'], { tty: { stdout: true } });
    expect(onTerminal).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--out FILE.xlsx') as string,
    });
    expect((await shop.regulars('export', 'orders', '--format', 'xlsx')).stdout).toMatch(/^PK/);
    expect((await shop.regulars('export', 'orders', '--format', 'parquet')).stdout).toMatch(/^PAR1[^]*PAR1$/);
  });

  it('that is no text is of exports alone', async () => {
    for (const line of [['customers', 'list'], ['status'], ['query', 'SELECT 1']])
      expect(await shop.regulars(...line, '--format', 'parquet')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('parquet') as string,
      });
  });

  it('is the same to the byte when it is written again', async () => {
    for (const name of ['again.xlsx', 'again.parquet']) {
      const write = async () => {
        await shop.regulars('export', 'orders', '--out', name, '--force');
        return readFileSync(path(name));
      };
      const first = await write();
      expect((await write()).equals(first)).toBe(true);
    }
  });
});

describe('a Parquet file', () => {
  it('holds the orders of the archive, to the last cent', async () => {
    await tea.run(['export', 'orders', '--out', 'orders.parquet', '--force']);
    const [read] =
      await duckdb(`SELECT count(*)::INTEGER AS orders, sum(net)::VARCHAR AS net, sum(units)::INTEGER AS units,
        count(customer_id)::INTEGER AS known, count(*) FILTER (counting)::INTEGER AS counting, min(day)::VARCHAR AS first,
        sum(epoch(placed_at))::BIGINT::VARCHAR AS placed, count(DISTINCT city)::INTEGER AS cities
      FROM '${join(tea.folder, 'orders.parquet')}'`);
    const [held] =
      await tea.query(`SELECT count(*) AS orders, printf('%d.%02d0', sum(net) / 100, sum(net) % 100) AS net,
        sum(units) AS units, count(customer_id) AS known, sum(counting) AS counting, min(day) AS first,
        CAST(sum(unixepoch(placed_at)) AS TEXT) AS placed, count(DISTINCT city) AS cities FROM orders_view`);
    expect(read).toEqual(held);
    expect(Number(held?.['orders'])).toBeGreaterThan(50);
  });

  it('holds their lines, in Chinese too', async () => {
    await tea.run(['export', 'lines', '--out', 'lines.parquet', '--force']);
    const read = await duckdb(`SELECT title, sum(quantity)::INTEGER AS pieces, sum(unit_price)::VARCHAR AS prices
      FROM '${join(tea.folder, 'lines.parquet')}' GROUP BY title ORDER BY title`);
    const held = await tea.query(`SELECT title, sum(quantity) AS pieces,
        iif(sum(unit_price) IS NULL, NULL, printf('%d.%02d0', sum(unit_price) / 100, sum(unit_price) % 100)) AS prices
      FROM order_lines_view GROUP BY title ORDER BY title`);
    expect(read).toEqual(held);
    expect(held.some(({ title }) => title === '龙井茶 250g')).toBe(true);
  });

  it('holds the customers, with their tags as lists', async () => {
    await tea.run(['tag', 'add', '老客', '--where', 'number_of_orders >= 5']);
    await tea.run(['export', 'customers', '--out', 'customers.parquet', '--force']);
    const [read] = await duckdb(`SELECT count(*)::INTEGER AS customers, sum(amount_spent)::VARCHAR AS spent,
        count(*) FILTER (list_contains(tags, '老客'))::INTEGER AS tagged FROM '${join(tea.folder, 'customers.parquet')}'`);
    const listed = await tea.json<{ amount_spent: number | null; tags: string[] }[]>(
      'customers',
      'list',
      '--columns',
      'amount_spent,tags',
    );
    const spent = listed.reduce((sum, row) => sum + (row.amount_spent ?? 0), 0);
    expect(read).toEqual({
      customers: listed.length,
      spent: `${(spent / 100).toFixed(2)}0`,
      tagged: listed.filter(({ tags }) => tags.includes('老客')).length,
    });
    expect(Number(read?.['tagged'])).toBeGreaterThan(0);
  });
});

describe('a workbook', () => {
  it('holds what the CSV holds, as numbers, days and texts', async () => {
    await shop.regulars('export', 'orders', '--out', 'all.xlsx', '--force');
    const [names = [], ...rows] = (await readXlsx(readFileSync(path('all.xlsx')))).sheets[0]?.rows ?? [];
    expect(names).toEqual(ORDERS.split(','));
    const of = (row: readonly unknown[], name: string) => row[names.indexOf(name)];
    expect(rows).toHaveLength(6);
    expect(of(rows[4] ?? [], 'order_number')).toBe('1005');
    expect(of(rows[4] ?? [], 'net')).toBe(200);
    expect(of(rows[4] ?? [], 'day')).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(of(rows[0] ?? [], 'placed_at')).toEqual(new Date('2026-05-01T02:00:00Z'));
  });

  it('keeps a name that looks like a formula, and an account that looks like a number', async () => {
    await shop.regulars('export', 'customers', '--columns', 'name,account', '--out', 'people.xlsx', '--force');
    const rows = (await readXlsx(readFileSync(path('people.xlsx')))).sheets[0]?.rows;
    expect(rows?.at(-1)).toEqual(['=1+1', '0012']);
  });
});
