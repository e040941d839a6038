import { describe, expect, it } from 'vitest';
import { database } from '../helpers/key.ts';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'email', 'currency', 'order_total'];
const ORDERS = csv([
  HEADER,
  ['A-1', '2026-05-01', 'ann@example.com', 'CNY', '100.00'],
  ['A-2', '2026-05-02', 'ann@example.com', 'USD', '10.00'],
  ['A-3', '2026-05-20', 'ann@example.com', 'USD', '10.01'],
  ['B-1', '2026-05-20', 'ben@example.com', 'JPY', '1000'],
  ['C-1', '2026-04-30', 'cy@example.com', 'USD', '50.00'],
]);
const RATES = csv([
  ['币种', '日期', '汇率'],
  ['USD', '2026/5/1', '7.10'],
  ['美元', '2026/5/15', '7.2345'],
]);

async function shop(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), '--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY');
  return seller;
}
const give = (seller: Seller, rows: string, ...args: string[]) =>
  seller.run(['rates', 'import', seller.write('rates.csv', rows), ...args]);
const spent = (seller: Seller) =>
  seller.json('customers', 'list', '--columns', 'name,amount_spent,number_of_orders,value_band');

describe('rates import', () => {
  it('converts each order by the rate of its day, and leaves out loudly those without one', async () => {
    const seller = await shop();
    expect(await spent(seller)).toMatchObject([
      { amount_spent: 10_000 },
      { amount_spent: null },
      { amount_spent: null },
    ]);
    const { status, stderr } = await give(seller, RATES);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'rates: 2 new, 0 replaced, 0 unchanged, 0 refused\n' });
    // 100.00 + 10.00 × 7.1 + 10.01 × 7.2345 = 243.417…: Cy bought before the first rate, and yen have none.
    expect(await spent(seller)).toMatchObject([
      { amount_spent: 24_342, number_of_orders: 3 },
      { amount_spent: null, number_of_orders: 1 },
      { amount_spent: null, number_of_orders: 1 },
    ]);
    const listed = await seller.run(['customers', 'list']);
    expect(listed.stderr).toContain('1 counting order is in JPY: counted as orders, left out of amounts');
    expect(listed.stderr).toContain('regulars rates import FILE');
    expect((await seller.run(['customers', 'show', 'ann@example.com'])).stdout).toMatch(
      /spent +CNY 243\.42, on average CNY 81\.14/,
    );
    expect((await seller.run(['segment', 'members', '--where', 'amount_spent > 243', '--csv'])).stdout).toContain(
      '243.42',
    );
    // What is kept by currency stays so.
    expect(await seller.json('status')).toMatchObject({
      net: { CNY: 10_000, JPY: 1000, USD: 7001 },
      total: { CNY: 24_342 },
      total_left_out: { JPY: 1, USD: 1 },
    });
    expect((await seller.run(['status', '--format', 'table'])).stdout).toMatch(
      /in all +CNY 243\.42, each order by the rate of its day\n +1 order in JPY left out/,
    );
    expect((await seller.run(['doctor'])).stderr).not.toContain('error');
  });

  it('says in measures by which rates', async () => {
    const seller = await shop();
    await give(seller, RATES);
    const { stdout } = await seller.run(['measures'], { tty: { stdout: true, columns: 200 } });
    expect(stdout).toContain(
      '2 counting orders in USD converted, each at the rate of its day; the latest: 1 USD = 7.2345 CNY since 2026-05-15',
    );
    expect((await seller.run(['measures', '--lang', 'zh'], { tty: { stdout: true } })).stdout).toContain(
      '1 USD = 7.2345 CNY',
    );
    expect(await seller.json('measures', '--as-of', '2026-05-10')).toMatchObject({
      today: {
        population: { converted: { USD: { orders: 1, rate: '7.1', day: '2026-05-01' } }, otherCurrencies: { USD: 1 } },
      },
    });
  });

  it('changes nothing the second time; a newer word for a day replaces the older one and says so', async () => {
    const seller = await shop();
    await give(seller, RATES);
    const before = await seller.dump();
    expect((await give(seller, RATES.replace('7.10', '7.1'))).stderr).toContain('0 new, 0 replaced, 2 unchanged');
    expect(await seller.dump()).toBe(before);
    const newer = RATES.replace('7.10', '7.2');
    expect((await give(seller, newer, '-n')).stderr).toContain('dry run: nothing was changed');
    expect(await seller.dump()).toBe(before);
    expect((await give(seller, newer)).stderr).toContain('USD to CNY from 2026-05-01: 7.1 → 7.2');
    expect((await spent(seller)) as unknown[]).toMatchObject([{ amount_spent: 24_442 }, {}, {}]);
    expect(await seller.json('rates', 'list')).toEqual([
      { currency: 'USD', target: 'CNY', day: '2026-05-01', rate: '7.2' },
      { currency: 'USD', target: 'CNY', day: '2026-05-15', rate: '7.2345' },
    ]);
  });

  it('refuses what no currency is worth, and counts with any rate there is without losing count', async () => {
    const seller = await shop();
    const rows = RATES.replace('7.10', '999999999999').replace('7.2345', '0.0000000001');
    const { status, stderr } = await give(seller, rows);
    expect(status).toBe(3);
    expect(stderr).toContain('no currency is worth so much or so little of another: 0.000000001 to 1000000000');
    await give(seller, RATES.replace('7.10', '1000000000'));
    // 10.00 and 10.01 dollars, of which the first is ten thousand million yuan.
    expect(await spent(seller)).toMatchObject([{ amount_spent: 1_000_000_000_000 + 10_000 + 7242 }, {}, {}]);
    // Of an archive that took it before: what is too much to count is left out, and said.
    const db = database(seller.db);
    db.exec("UPDATE rates SET rate = '999999999999999' WHERE day = '2026-05-01'; DELETE FROM population");
    db.close();
    expect(await spent(seller)).toMatchObject([{ amount_spent: 10_000 + 7242 }, {}, {}]);
    expect((await seller.run(['customers', 'list'])).stderr).toContain('2 counting orders are in USD');
  });

  it('adds up more than can be counted exactly', async () => {
    const seller = newSeller();
    const many = Array.from({ length: 1100 }, (_, at) => [
      `A-${at}`,
      '2026-05-02',
      'ann@example.com',
      'CNY',
      '90000000000000.00',
    ]);
    const args = ['--shop', 'Tea', '--timezone', 'UTC', '--currency', 'CNY'];
    await seller.ingest(seller.write('orders.csv', csv([HEADER, ...many])), ...args);
    expect(await spent(seller)).toMatchObject([{ amount_spent: Number.MAX_SAFE_INTEGER }]);
    expect(await seller.json('status')).toMatchObject({ net: { CNY: Number.MAX_SAFE_INTEGER } });
  });

  it('refuses rows by line, column and value, and takes the others', async () => {
    const seller = await shop();
    const rows = [
      ['currency', 'target', 'day', 'rate'],
      ['USD', '', '2026-05-01', '7.1'],
      ['USD', 'CNY', '2026-05-01', '7.2'],
      ['dollars', '', '2026-05-01', '7.1'],
      ['USD', 'yuan?', '2026-05-01', '7.1'],
      ['CNY', '', '2026-05-01', '1'],
      ['USD', '', '2026-02-30', '7.1'],
      ['USD', '', '2026-05-03', '-7.1'],
    ];
    const { status, stderr } = await give(seller, csv(rows));
    expect(status).toBe(3);
    expect(stderr).toBe(`rates: 1 new, 0 replaced, 0 unchanged, 6 refused
warning: rates.csv:3: rate "7.2": an earlier row gives another rate for the same day
warning: rates.csv:4: currency "dollars": this is not a currency code such as CNY or USD
warning: rates.csv:5: target "yuan?": this is not a currency code such as CNY or USD
warning: rates.csv:6: currency "CNY": a currency has no rate to itself
warning: rates.csv:7: day "2026-02-30": this is not a day
warning: rates.csv:8: rate "-7.1": this is not a rate: a decimal number above 0, such as 7.1045
`);
    expect((await give(seller, csv(rows), '--lang', 'zh')).stderr).toContain('前面的行给了同一天另一个汇率');
  });

  it('uses no rate the other way round, and says which are of no use', async () => {
    const seller = await shop();
    const { status, stderr } = await give(
      seller,
      csv([
        ['currency', 'target', 'day', 'rate'],
        ['CNY', 'USD', '2026-01-01', '0.14'],
      ]),
    );
    expect(status).toBe(0);
    expect(stderr).toContain('1 of them is not to CNY, the reporting currency, and not used');
    expect(await spent(seller)).toMatchObject([
      { amount_spent: 10_000 },
      { amount_spent: null },
      { amount_spent: null },
    ]);
    // Until it is the reporting currency.
    await seller.run(['config', 'set', 'reporting_currency', 'USD']);
    expect(await spent(seller)).toMatchObject([
      { amount_spent: 1400 + 2001 },
      { amount_spent: null },
      { amount_spent: 5000 },
    ]);
  });

  it('reads headers that are called otherwise, decimal commas and days first', async () => {
    const seller = await shop();
    const rows = csv(
      [
        ['Devise', 'Datum', 'Kurs'],
        ['USD', '13.05.2026', '7,15'],
      ],
      ';',
    );
    expect((await give(seller, rows)).stderr).toContain('a table of rates has the columns currency, day and rate');
    const told = ['--map', 'currency=Devise', '--decimal', 'comma'];
    expect((await give(seller, rows, ...told)).stderr).toContain('1 new');
    const open = await give(seller, rows.replace('13.05', '03.05'), ...told);
    expect(open.status).toBe(1);
    expect(open.stderr).toContain('--date-format');
    expect((await give(seller, rows.replace('13.05', '03.05'), ...told, '--date-format', 'dmy')).stderr).toContain(
      '1 new',
    );
    expect(await seller.json('rates', 'list')).toMatchObject([
      { day: '2026-05-03', rate: '7.15' },
      { day: '2026-05-13' },
    ]);
  });

  it.each<[string[], number, string]>([
    [['none.csv'], 1, 'none.csv'],
    [['rates.csv', '--map', 'price=Rate'], 2, 'fields: currency, target, day, rate'],
    [['rates.csv', '--target', 'XXY'], 2, '--target cannot be "XXY"'],
  ])('cannot import %j', async (args, exit, said) => {
    const seller = await shop();
    seller.write('rates.csv', RATES);
    const { status, stderr } = await seller.run(['rates', 'import', ...args]);
    expect({ status, stderr }).toMatchObject({ status: exit, stderr: expect.stringContaining(said) as string });
  });

  it('lists nothing where nothing was given', async () => {
    expect(await (await shop()).json('rates', 'list')).toEqual([]);
  });
});
