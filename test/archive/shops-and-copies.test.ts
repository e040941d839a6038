import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const TILL = csv([
  ['order_id', 'order_date', 'status', 'email', 'order_total'],
  ['T-1', '2026-05-04 23:30:00', 'paid', 'ann@example.com', '14.00'],
  ['T-2', '2026-06-10 00:15:00', 'shipped', 'ben@example.com', '5.00'],
]);
const WEB = csv([
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
  ],
  ['#1', 'ann@example.com', 'paid', 'fulfilled', '2026-06-20 23:30:00 +0100', 'GBP', '20.00', 'Tea', '1'],
  ['#2', 'cy@example.com', 'pending', 'fulfilled', '2026-06-21 10:00:00 +0100', 'GBP', '30.00', 'Tea', '1'],
  ['#3', 'cy@example.com', 'pending', 'unfulfilled', '2026-06-22 10:00:00 +0100', 'GBP', '40.00', 'Tea', '1'],
  ['#4', 'cy@example.com', 'voided', 'fulfilled', '2026-06-22 10:00:00 +0100', 'GBP', '50.00', 'Tea', '1'],
]);

/** Two shops: a till that counts in Berlin unless told otherwise, and a web shop in London. */
async function open(zone = 'Europe/Berlin'): Promise<Seller> {
  const seller = newSeller();
  const till = ['--shop', 'Till', '--timezone', zone, '--currency', 'EUR'];
  await seller.ingest(seller.write('till.csv', TILL), ...till);
  await seller.ingest(seller.write('web.csv', WEB), '--shop', 'Web', '--timezone', 'Europe/London');
  return seller;
}
const edit = (seller: Seller, ...args: string[]) => seller.run(['shops', 'edit', ...args]);

describe('shops list', () => {
  it('says how each shop is set up', async () => {
    const seller = await open();
    const common = { country: null, consent_policy: 'granted', contact_policy: 'any', cash_on_delivery: false };
    expect(await seller.json('shops', 'list')).toEqual([
      { shop: 'Till', platform: 'generic', currency: 'EUR', time_zone: 'Europe/Berlin', orders: 2, ...common },
      { shop: 'Web', platform: 'shopify', currency: 'GBP', time_zone: 'Europe/London', orders: 4, ...common },
    ]);
  });
});

describe('shops edit', () => {
  it('counts what a cash-on-delivery shop has shipped, until it is no longer one', async () => {
    const seller = await open();
    const before = await seller.dump();
    expect(await seller.json('status')).toMatchObject({ counting_orders: 3, net: { EUR: 1900, GBP: 2000 } });
    expect((await edit(seller, 'Web', '--cash-on-delivery', 'yes')).stderr).toContain('1 order worked out anew');
    expect(await seller.json('status')).toMatchObject({ counting_orders: 4, net: { EUR: 1900, GBP: 5000 } });
    expect(await seller.query("SELECT order_number FROM orders_view WHERE counting AND shop = 'Web'")).toEqual([
      { order_number: '#1' },
      { order_number: '#2' },
    ]);
    await edit(seller, 'Web', '--cash-on-delivery', 'no');
    expect(await seller.dump()).toBe(before);
  });

  it('moves times that were written without an offset, as if the zone had been told at first', async () => {
    const [seller, told] = [await open(), await open('Asia/Shanghai')];
    expect((await edit(seller, 'Till', '--timezone', 'Asia/Shanghai')).status).toBe(0);
    expect(await seller.query("SELECT placed_at, day FROM orders_view WHERE shop = 'Till' ORDER BY 1")).toEqual([
      { placed_at: '2026-05-04T15:30:00Z', day: '2026-05-04' },
      { placed_at: '2026-06-09T16:15:00Z', day: '2026-06-10' },
    ]);
    expect(await seller.dump()).toBe(await told.dump());
  });

  it('moves days, not times, where the file wrote the offset', async () => {
    const seller = await open();
    await edit(seller, 'Web', '--timezone', 'Asia/Tokyo');
    expect(await seller.query("SELECT placed_at, day FROM orders_view WHERE order_number = '#1'")).toEqual([
      { placed_at: '2026-06-20T22:30:00Z', day: '2026-06-21' },
    ]);
    expect(await seller.json('shops', 'list')).toMatchObject([
      { time_zone: 'Europe/Berlin' },
      { time_zone: 'Asia/Tokyo' },
    ]);
  });

  it('holds for files that come later', async () => {
    const seller = await open();
    await edit(seller, 'Web', '--cash-on-delivery', 'yes');
    await seller.ingest(seller.write('july.csv', WEB.replaceAll('#', '#7')), '--shop', 'Web');
    expect(await seller.json('status')).toMatchObject({ net: { GBP: 10_000 } });
  });

  it('changes nothing when it is only tried', async () => {
    const seller = await open();
    const before = await seller.dump();
    const { status, stderr } = await edit(seller, 'Web', '--cash-on-delivery', 'yes', '--timezone', 'Asia/Tokyo', '-n');
    expect(status).toBe(0);
    expect(stderr).toContain('dry run: nothing was changed');
    expect(await seller.dump()).toBe(before);
  });

  it.each<[string[], number, string]>([
    [['Corner', '--cash-on-delivery', 'yes'], 1, 'no shop is called "Corner"; known: Till, Web'],
    [['Till'], 2, 'nothing to change'],
    [['Till', '--timezone', 'Europe/Atlantis'], 2, 'Europe/Atlantis'],
    [['Till', '--cash-on-delivery', 'maybe'], 2, 'maybe'],
    [['Till', '--country', 'Germany'], 2, 'GERMANY'],
  ])('cannot do %j', async (args, exit, said) => {
    const seller = await open();
    const before = await seller.dump();
    const { status, stdout, stderr } = await edit(seller, ...args);
    expect({ status, stdout }).toEqual({ status: exit, stdout: '' });
    expect(stderr).toContain(said);
    expect(await seller.dump()).toBe(before);
  });
});

describe('backup', () => {
  it('is a copy that answers the same, for its owner alone', async () => {
    const seller = await open();
    const { status, stdout, stderr } = await seller.run(['backup', 'copy.db']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('copy.db and checked: 6 orders');
    const copy = join(seller.folder, 'copy.db');
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect((await seller.run(['--db', copy, 'dump', '--canonical'])).stdout).toBe(await seller.dump());
    expect(readdirSync(seller.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('takes the place of another file only with --force', async () => {
    const seller = await open();
    const copy = join(seller.folder, seller.write('copy.db', 'precious'));
    const refused = await seller.run(['backup', 'copy.db']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('hint: regulars backup copy.db --force');
    expect((await seller.run(['backup', 'copy.db', '--force', '-n'])).status).toBe(0);
    expect(readFileSync(copy, 'utf8')).toBe('precious');
    expect((await seller.run(['backup', 'copy.db', '--force'])).status).toBe(0);
    expect((await seller.run(['--db', copy, 'dump', '--canonical'])).stdout).toBe(await seller.dump());
  });
});

describe('dump', () => {
  it('is the same for the same content, whenever and under whatever names it came', async () => {
    const [seller, other] = [await open(), newSeller()];
    const later = (...args: string[]) => other.run(args, { now: '2026-09-01T00:00:00Z' });
    await later(
      'ingest',
      other.write('a.csv', TILL),
      '--shop',
      'Till',
      '--timezone',
      'Europe/Berlin',
      '--currency',
      'EUR',
    );
    await later('ingest', other.write('b.csv', WEB), '--shop', 'Web', '--timezone', 'Europe/London');
    expect(await other.dump()).toBe(await seller.dump());
  });

  it('is one JSON document a line, and another one for other content', async () => {
    const seller = await open();
    const before = await seller.dump();
    const kinds = before
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as [string])[0]);
    expect(kinds).toEqual(
      expect.arrayContaining(['setting', 'shop', 'version', 'order', 'record', 'identifier', 'customer']),
    );
    expect(before).not.toContain('suppression_key');
    await seller.ingest(seller.write('more.csv', TILL.replaceAll('T-', 'U-')), '--shop', 'Till');
    expect(await seller.dump()).not.toBe(before);
  });

  it('has one form only', async () => {
    expect(await (await open()).run(['dump'])).toMatchObject({ status: 2, stdout: '' });
  });
});
