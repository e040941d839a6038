/** No false alarms: whatever the program itself made is found to be right, at every step of a shop's life. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonicalDump } from '../../src/archive/dump.ts';
import { rebuild } from '../../src/archive/rebuild.ts';
import { openArchive } from '../../src/store/open.ts';
import { KEY } from '../helpers/key.ts';
import { spawnRegulars } from '../helpers/run.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const files = (folder: string): string[] =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.(json|md)$/.test(name) && name.includes('.'))
    .map((name) => join(folder, name));

const NOW = '2026-11-01T04:00:00Z';

async function expectClean(seller: Seller, now?: string): Promise<void> {
  const { stdout, status } = await seller.run(['doctor', '--json'], now === undefined ? {} : { now });
  expect(JSON.parse(stdout)).toEqual([]);
  expect(status).toBe(0);
}

describe('a fixture as it was ingested', () => {
  const settings = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN'];

  it.each([...files('shops'), ...files('broken'), ...files('teashop')])('%s', async (file) => {
    const seller = newSeller();
    const { status } = await seller.run(['ingest', join(fixtures, file), ...settings], { now: NOW });
    if (!existsSync(seller.db)) expect(status).not.toBe(0);
    else await expectClean(seller, NOW);
  });
});

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'item',
  'quantity',
  'unit_price',
  'order_total',
];
const order = (number: number, name: string, email: string, phone: string, status = 'paid', day = '2026-05-04') => [
  `A-${number}`,
  `${day} 10:00:00`,
  status,
  name,
  email,
  phone,
  'Tea',
  '1',
  '5.00',
  '5.00',
];

/** Everything that moves records between customers, and states between versions. */
const FIRST = csv([
  HEADER,
  order(1, 'Ann Archer', 'ann@example.com', '030 901820'),
  order(2, 'Ann Archer', '', '030 901820'),
  order(3, 'Ben Baker', 'ben@example.com', '030 901830'),
  order(4, 'Cy Cole', '', '030 901830'),
  order(5, 'Di Dunn', '', '030 901840'),
  order(6, 'Ed Eden', '', '030 901840'),
  order(7, 'Flo Fay', '', '030 901840'),
  order(8, '', '', ''),
]);
const SECOND = csv([
  HEADER,
  // Other contact details, a further state, a fourth name, a person both ways.
  order(1, 'Ann Archer', 'ann.archer@example.com', '030 901820', 'shipped'),
  order(3, 'Ben Baker', 'ben@example.com', '030 901830', 'cancelled'),
  order(9, 'Guy Gill', '', '030 901840'),
  order(10, 'Ann Archer', 'ann@example.com', '030 901850', 'paid', '2026-06-01'),
]);
const GERMAN = ['--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'DE'];

describe('a shop that is used', () => {
  it('is right after every step', async () => {
    const seller = newSeller();
    const step = async (...args: string[]) => {
      const { status, stderr } = await seller.run(args);
      expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
      await expectClean(seller);
    };
    await step('ingest', seller.write('first.csv', FIRST), ...GERMAN, '--shop', 'Till');
    await step('tag', 'add', 'regular', '--customer', 'ann@example.com');
    await step('consent', 'set', 'ben@example.com', 'email', 'refused');
    await step('suppress', 'add', 'Ed Eden');
    await step('ingest', seller.write('second.csv', SECOND), ...GERMAN, '--shop', 'Till');
    await step('shops', 'edit', 'Till', '--timezone', 'Pacific/Auckland');
    await step('shops', 'edit', 'Till', '--cash-on-delivery', 'yes');
    await step('imports', 'undo', '1', '--yes');
    await step('ingest', 'first.csv', '--shop', 'Till');
    await step('imports', 'undo', '2', '--yes');
    await step('imports', 'undo', '3', '--yes');
    await step('rebuild');
    await step('ingest', 'second.csv', '--shop', 'Till');
    await step('ingest', 'first.csv', '--shop', 'Till');
    const before = await seller.dump();
    await step('rebuild');
    expect(await seller.dump()).toBe(before);
  });

  it('is right whenever it is looked at while another run writes', async () => {
    const seller = newSeller();
    const many = Array.from({ length: 4000 }, (_, index) =>
      order(index + 100, `Buyer ${index}`, `b${index}@example.com`, ''),
    );
    const ingest = async (name: string, text: string) => {
      const file = seller.write(name, text);
      const args = ['ingest', file, '--shop', 'Till', '--db', seller.db];
      const { status, stderr } = await spawnRegulars([...args, ...GERMAN], { cwd: seller.folder });
      expect(status, stderr).toBe(0);
    };
    await ingest('first.csv', FIRST);
    await ingest('second.csv', SECOND);
    const run = { ended: false, looks: 0 };
    const writing = ingest('many.csv', csv([HEADER, ...many])).finally(() => (run.ended = true));
    for (; !run.ended; run.looks++) await expectClean(seller, new Date().toISOString());
    await writing;
    expect(run.looks).toBeGreaterThan(1);
    await expectClean(seller, new Date().toISOString());
  });

  it('reads phones the same when an import is taken back by a run of its own', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('one.csv', csv([HEADER, order(1, 'Ann Archer', '', '030 901820')])), ...GERMAN);
    const before = await seller.dump();
    await seller.ingest(
      seller.write('two.csv', csv([HEADER, order(1, 'Ann Archer', 'ann@example.com', '', 'shipped')])),
    );
    const undo = await spawnRegulars(['imports', 'undo', '2', '--yes', '--db', seller.db]);
    expect(undo.status, undo.stderr).toBe(0);
    expect(await seller.dump()).toBe(before);
    await expectClean(seller);
  });
});

async function expectTakenBackAtEveryBreath(path: string): Promise<void> {
  const opened = await openArchive(path, { mode: 'write', wait: 0, dryRun: false, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  const { archive } = opened;
  const before = [...canonicalDump(archive)];
  const last = 8;
  for (let breath = 1; breath <= last; breath++) {
    let taken = 0;
    const interrupted = rebuild(archive, async () => {
      if (++taken === breath) throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect([...canonicalDump(archive)]).toEqual(before);
  }
  archive.close();
}

describe('rebuild', () => {
  it('mends everything that follows from facts, and keeps a copy of what was there', async () => {
    const seller = newSeller();
    cpSync(join(fixtures, 'teashop'), seller.folder, { recursive: true });
    for (const args of [
      ['ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv'],
      ['ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea'],
      ['tag', 'add', 'vip', '--customer', '淘小茶'],
    ])
      expect((await seller.run(args, { now: NOW })).status).toBe(0);
    const before = await seller.dump();
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(seller.db);
    db.exec(`
      UPDATE order_versions SET placed_at = placed_at + 7200 WHERE version_id % 7 = 0;
      DELETE FROM orders WHERE order_id % 5 = 0; UPDATE orders SET net = net + 1, day = '2026-01-01', state = 'unknown' WHERE order_id % 3 = 0;
      UPDATE orders SET customer_id = 1 WHERE order_id % 11 = 0; DELETE FROM identifiers WHERE record_id % 4 = 0;
      UPDATE identifiers SET value = value || 'x' WHERE record_id % 4 = 1; UPDATE record_customers SET customer_id = 3 WHERE record_id % 6 = 0;
      DELETE FROM customers WHERE customer_id % 3 = 0; UPDATE customers SET name = 'x'; INSERT INTO shared_values VALUES ('email', '', 'x', 9, 9);`);
    db.close();
    expect(await seller.dump()).not.toBe(before);
    expect((await seller.run(['doctor'], { now: NOW })).status).toBe(1);
    const dry = await seller.run(['rebuild', '-n'], { now: NOW });
    expect(dry).toMatchObject({
      status: 0,
      stderr: 'worked out anew from the facts: 260 orders, 76 customers\ndry run: nothing was changed\n',
    });
    expect(await seller.dump()).not.toBe(before);
    await expectTakenBackAtEveryBreath(seller.db);
    const { status, stderr } = await seller.run(['rebuild'], { now: NOW });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `the archive before is kept as ${seller.db}.20261101T040000Z-rebuild.backup\nworked out anew from the facts: 260 orders, 76 customers\n`,
    });
    expect(await seller.dump()).toBe(before);
    await expectClean(seller, NOW);
  });
});

describe('what is hardly meant', () => {
  const told = async (seller: Seller) =>
    JSON.parse((await seller.run(['doctor', '--json'])).stdout) as {
      finding: string;
      example: string;
      command: string;
    }[];
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  const daily = (shop: string, days: readonly number[], total = '5.00') =>
    csv([
      ['order_id', 'order_date', 'email', 'order_total', 'shop'],
      ...days.map((index) => [`${shop}-${index}`, `${day(index)} 10:00:00`, `b${index % 9}@example.com`, total, shop]),
    ]);
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

  it('is a month missing from a shop that sells every day', async () => {
    const seller = newSeller();
    await seller.ingest(
      seller.write('a.csv', daily('East', [...range(0, 60), ...range(90, 150)])),
      ...NEW_SHOP,
      '--shop',
      'East',
    );
    expect(await told(seller)).toMatchObject([
      {
        finding: 'gap_in_period',
        example: '2026-03-02 – 2026-03-31 (East)',
        command: expect.stringContaining('regulars ingest FILE') as string,
      },
    ]);
    await seller.ingest(seller.write('b.csv', daily('East', range(60, 90))), '--shop', 'East');
    await expectClean(seller);
  });

  it('is no holiday, and no shop that sells now and then', async () => {
    const seller = newSeller();
    await seller.ingest(
      seller.write('a.csv', daily('East', [...range(0, 60), ...range(80, 150)])),
      ...NEW_SHOP,
      '--shop',
      'East',
    );
    const steps = range(0, 25).map((index) => (index === 12 ? 30 : [2, 9, 4, 1][index % 4]) ?? 0);
    const rare = steps.map((_, index) => steps.slice(0, index).reduce((sum, step) => sum + step, 0));
    await seller.ingest(seller.write('b.csv', daily('West', rare)), ...NEW_SHOP, '--shop', 'West');
    await expectClean(seller);
  });

  it('is the same sale in two shops, and the imports that show it are named', async () => {
    const seller = newSeller();
    const rows = (shop: string, total: string) =>
      csv([
        ['order_id', 'order_date', 'email', 'order_total'],
        ['7001', '2026-05-04 10:00:00', 'ann@example.com', '25.00'],
        ['7002', '2026-05-04 10:00:00', 'ben@example.com', total],
        [`${shop}-9`, '2026-05-04 10:00:00', 'cy@example.com', '25.00'],
      ]);
    await seller.ingest(seller.write('a.csv', rows('E', '1.00')), ...NEW_SHOP, '--shop', 'East');
    await seller.ingest(seller.write('b.csv', rows('W', '2.00')), ...NEW_SHOP, '--shop', 'West');
    expect(await told(seller)).toMatchObject([
      {
        finding: 'same_sale_twice',
        count: 1,
        example: '7001 (East #1, West #2)',
        command: expect.stringMatching(/^regulars imports undo 2 -n /) as string,
      },
    ]);
  });
});
