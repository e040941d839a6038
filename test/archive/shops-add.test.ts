import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const ROWS = csv([
  ['order_id', 'order_date', 'status', 'phone', 'order_total'],
  ['T-1', '2026-05-04 23:30:00', 'paid', '19900001001', '14.00'],
]);
const add = (seller: Seller, ...args: string[]) => seller.run(['shops', 'add', ...args]);
const TILL = ['Till', '--platform', 'generic', '--timezone', 'Europe/Berlin', '--currency', 'EUR'];

describe('shops add', () => {
  it('sets a shop up before its first file, which then needs no flag but the name', async () => {
    const seller = newSeller();
    const { status, stdout, stderr } = await add(seller, ...TILL, '--country', 'cn', '--consent-policy', 'not-refused');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('Till set up: Europe/Berlin, EUR');
    const set = {
      shop: 'Till',
      platform: 'generic',
      currency: 'EUR',
      time_zone: 'Europe/Berlin',
      country: 'CN',
      consent_policy: 'not-refused',
      contact_policy: 'any',
      cash_on_delivery: false,
    };
    expect(await seller.json('shops', 'list')).toEqual([{ ...set, orders: 0 }]);
    expect(await seller.json('status')).toMatchObject({ shops: 1, orders_by_shop: { Till: 0 } });
    expect((await seller.run(['status', '--format', 'table'])).stdout).toContain('1: Till (0 orders)');
    expect(await seller.json('config', 'list')).toMatchObject([
      { setting: 'reporting_currency', value: 'EUR' },
      { setting: 'time_zone', value: 'Europe/Berlin' },
    ]);
    expect((await seller.run(['doctor'])).stderr).not.toContain('error');
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till');
    expect(await seller.json('shops', 'list')).toEqual([{ ...set, orders: 1 }]);
    expect(await seller.query('SELECT placed_at, currency, phone FROM orders_view')).toEqual([
      { placed_at: '2026-05-04T21:30:00Z', currency: 'EUR', phone: '+8619900001001' },
    ]);
  });

  it('is the archive’s first shop, whichever file comes first', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    await seller.ingest(seller.write('b.csv', ROWS), '--shop', 'B', '--timezone', 'Asia/Tokyo', '--currency', 'JPY');
    expect(await seller.json('config', 'list')).toMatchObject([{ value: 'EUR' }, { value: 'Europe/Berlin' }]);
    expect(await seller.json('shops', 'list')).toMatchObject([
      { shop: 'Till', orders: 0 },
      { shop: 'B', orders: 1 },
    ]);
  });

  it('stays as it was set up when all its orders are taken back', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till');
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await seller.json('shops', 'list')).toMatchObject([{ shop: 'Till', orders: 0 }]);
    const { status, stderr } = await seller.run(['ingest', 'till.csv', '--shop', 'Till', '--currency', 'USD']);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('currency EUR') as string });
  });

  it('sets a shop up that lost its orders, and moves what they said', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD');
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await seller.json('shops', 'list')).toEqual([]);
    expect((await add(seller, ...TILL)).status).toBe(0);
    expect(await seller.json('config', 'list')).toMatchObject([{ value: 'EUR' }, { value: 'Europe/Berlin' }]);
    await seller.ingest('till.csv', '--shop', 'Till');
    expect(await seller.query('SELECT placed_at, currency FROM orders_view')).toEqual([
      { placed_at: '2026-05-04T21:30:00Z', currency: 'EUR' },
    ]);
    expect((await seller.run(['doctor'])).stderr).not.toContain('error');
  });

  it('changes nothing the second time, and says so where it would be otherwise', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    const before = await seller.dump();
    const again = await add(seller, ...TILL);
    expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining('nothing changed') as string });
    const other = await add(seller, 'Till', '--platform', 'generic', '--timezone', 'UTC', '--currency', 'EUR');
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('time_zone Europe/Berlin, not UTC');
    expect(other.stderr).toContain('regulars shops edit');
    expect(await seller.dump()).toBe(before);
  });

  it('takes from the platform what it has only one of', async () => {
    const seller = newSeller();
    expect((await add(seller, '山月茶铺', '--platform', 'taobao', '--lang', 'zh')).stderr).toContain(
      '已设置店铺 山月茶铺',
    );
    expect(await seller.json('shops', 'list')).toMatchObject([
      { currency: 'CNY', time_zone: 'Asia/Shanghai', country: 'CN', contact_policy: 'any' },
    ]);
  });

  it('is tried without leaving an archive', async () => {
    const seller = newSeller();
    expect((await add(seller, ...TILL, '-n')).stderr).toContain('dry run: nothing was changed');
    expect(await seller.dump()).toBe('');
  });

  it.each<[string[], string]>([
    [['Till', '--platform', 'shopfy', '--timezone', 'UTC', '--currency', 'EUR'], 'did you mean shopify?'],
    [
      ['Till', '--platform', 'generic', '--timezone', 'Europe/Berln', '--currency', 'EUR'],
      'did you mean Europe/Berlin?',
    ],
    [['Till', '--platform', 'generic', '--timezone', 'UTC', '--currency', 'euro'], 'did you mean EUR?'],
    [['Till', '--platform', 'generic', '--timezone', 'UTC', '--currency', 'EUX'], '--currency cannot be "EUX"'],
    [
      ['Till', '--platform', 'generic', '--timezone', 'UTC', '--currency', 'EUR', '--country', 'Germany'],
      'did you mean DE?',
    ],
    [['Till', '--platform', 'shopify', '--currency', 'EUR'], 'which time zone does the shop "Till" keep?'],
    [['Till', '--platform', 'generic', '--timezone', 'UTC'], 'which currency does the shop "Till" sell in?'],
    [['Till'], '--platform'],
    [[' ', '--platform', 'taobao'], 'cannot be " "'],
  ])('cannot do %j', async (args, said) => {
    const seller = newSeller();
    const { status, stderr } = await add(seller, ...args);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(said) as string });
    expect(await seller.dump()).toBe('');
  });
});

describe('shops edit --currency', () => {
  it('is for a shop without orders, and the first one’s is the archive’s', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    const { stderr } = await seller.run(['shops', 'edit', 'Till', '--currency', 'usd', '--timezone', 'UTC']);
    expect(stderr).toContain('reporting_currency: EUR → USD');
    expect(stderr).toContain('time_zone: Europe/Berlin → UTC');
    expect(await seller.json('shops', 'list')).toMatchObject([{ currency: 'USD' }]);
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till');
    const late = await seller.run(['shops', 'edit', 'Till', '--currency', 'EUR']);
    expect(late.status).toBe(1);
    expect(late.stderr).toContain('Till has 1 order, whose amounts are in its currency');
    expect(await seller.query('SELECT currency FROM orders_view')).toEqual([{ currency: 'USD' }]);
  });
});

describe('config', () => {
  it('sets what amounts are in and whose day is today, and says what it was', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    const { status, stderr } = await seller.run(['config', 'set', 'reporting_currency', 'usd']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'reporting_currency: EUR → USD\n' });
    expect((await seller.run(['config', 'set', 'reporting_currency', 'USD'])).stderr).toContain('nothing changed');
    expect((await seller.run(['config', 'set', 'time_zone', 'UTC', '--lang', 'zh'])).stderr).toContain('time_zone：');
    // Set by hand, it no longer goes with the first shop.
    await seller.run(['shops', 'edit', 'Till', '--timezone', 'Asia/Tokyo', '--currency', 'JPY']);
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till');
    expect(await seller.json('config', 'list')).toMatchObject([{ value: 'USD' }, { value: 'UTC' }]);
  });

  it('decides the day, and the currency of measures', async () => {
    const seller = newSeller();
    await add(seller, ...TILL, '--country', 'CN');
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till');
    const day = async (): Promise<unknown> => {
      const { stdout, stderr } = await seller.run(['customers', 'show', '1', '--json'], {
        now: '2026-06-01T20:00:00Z',
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout);
    };
    expect(await day()).toMatchObject({ as_of: '2026-06-01', currency: 'EUR' });
    await seller.run(['config', 'set', 'time_zone', 'Asia/Tokyo']);
    await seller.run(['config', 'set', 'reporting_currency', 'JPY']);
    expect(await day()).toMatchObject({ as_of: '2026-06-02', currency: 'JPY' });
  });

  it('never shows the key of the suppressed', async () => {
    const seller = newSeller();
    await add(seller, ...TILL);
    const key = 'suppression_key';
    expect((await seller.run(['config', 'list', '--csv'])).stdout).not.toContain(key);
    const { status, stderr } = await seller.run(['config', 'set', key, 'f'.repeat(64)]);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('reporting_currency') as string,
    });
    expect(stderr).not.toContain('ffff');
  });

  it.each<[string[], number, string]>([
    [['reporting_curency', 'EUR'], 2, 'did you mean reporting_currency?'],
    [['reporting_currency', 'dollars'], 2, 'reporting_currency cannot be "DOLLARS"'],
    [['time_zone', 'Asia/Shangai'], 2, 'did you mean Asia/Shanghai?'],
  ])('cannot set %j', async (args, exit, said) => {
    const seller = newSeller();
    await add(seller, ...TILL);
    const { status, stderr } = await seller.run(['config', 'set', ...args]);
    expect({ status, stderr }).toMatchObject({ status: exit, stderr: expect.stringContaining(said) as string });
  });

  it('waits for the first shop', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('till.csv', ROWS), '--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD');
    await seller.run(['imports', 'undo', '1', '--yes']);
    const { status, stderr } = await seller.run(['config', 'set', 'time_zone', 'Asia/Tokyo']);
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('no shop yet') as string });
  });
});
