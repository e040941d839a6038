/** Nothing that comes later brings back who was forgotten; whoever buys again after that day is somebody new. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, Seller } from '../helpers/seller.ts';
import { FILES, HER, NEEDLES, needlesIn, needleWorld, NOW, orders, SHOP } from './needles.ts';

const N = NEEDLES;
const later = { now: '2026-08-01T04:00:00Z' };

/** What a file brings, and how many of its orders are hers. */
type Case = [what: string, content: string, theirs: number, args?: readonly string[]];

const CASES: readonly Case[] = [
  ['the same file again', `${FILES['orders.csv']}\n`, 6],
  ['an older state of an order', `${FILES['older.csv']}\n`, 1],
  [
    'an overlapping file, with a further state',
    orders(
      { order_id: 'A-1', ...HER, status: 'completed' },
      { order_id: 'C-9', customer_name: 'Mia Miller', email: 'mia@example.com' },
    ),
    1,
  ],
  ['an order nobody knew of', orders({ order_id: 'A-99', ...HER }), 1],
  [
    'another spelling of the e-mail',
    orders({ order_id: 'A-98', customer_name: 'X', email: ` <mailto:${N.refusedEmail}> ` }),
    1,
  ],
  [
    'another spelling of the phone',
    orders({ order_id: 'A-97', customer_name: 'X', phone: `+86 ${N.phoneFullWidth}` }),
    1,
  ],
  ['the account alone', orders({ order_id: 'A-96', account: N.account }), 1],
  [
    'an order of theirs without anything that tells',
    orders({ order_id: 'A-2', customer_name: N.secondName, address: N.address }),
    1,
  ],
  [
    'their own words on an order of theirs, where no row says who bought',
    orders(
      { order_id: 'A-2', item: 'Cup', variant: N.engraving },
      { order_id: 'A-1', item: `A mug with ${N.name}’s initials` },
      { order_id: 'C-9', customer_name: 'Mia Miller', email: 'mia@example.com' },
    ),
    2,
  ],
  ['contact details of an order that was taken back', FILES['undone.csv'].replace('A-0', 'A-95'), 1],
  [
    'another layout',
    csv([
      ['Bestellung', 'Am', 'Wer', 'Mail', 'Summe'],
      ['A-94', '2026-05-04 10:00:00', N.name, N.emailAsWritten, '5.00'],
    ]),
    1,
    ['order_id=Bestellung', 'order_date=Am', 'customer_name=Wer', 'email=Mail', 'order_total=Summe'].flatMap((map) => [
      '--map',
      map,
    ]),
  ],
  [
    'a parcel of somebody else',
    orders({
      order_id: 'B-7',
      account: 'otto',
      customer_name: 'Otto Other',
      email: 'otto@example.com',
      receiver_name: N.name,
      receiver_phone: N.phoneFullWidth,
      address: N.giftAddress,
    }),
    0,
  ],
];

describe('who was forgotten', () => {
  it.each<Case>(CASES)('does not come back with %s', async (_, content, theirs, args = []) => {
    const { seller } = await needleWorld();
    await seller.run(['customers', 'forget', N.email, '--yes'], { now: NOW });
    const named = () => seller.query('SELECT count(customer_id) AS named FROM orders_view');
    const before = (await named())[0]?.['named'] as number;
    const { stdout, stderr } = await seller.run(
      ['ingest', seller.write('rejects.csv', content), ...SHOP, ...args, '--json'],
      later,
    );
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'taken', forgotten: theirs });
    expect(stderr.includes(`of people who were forgotten`)).toBe(theirs > 0);
    expect(needlesIn(seller.folder)).toEqual([]);
    const others = content.includes('C-9') || content.includes('B-7') ? 1 : 0;
    expect(await named()).toEqual([{ named: before + others }]);
    expect(JSON.parse((await seller.run(['doctor', '--ignore', 'backup_old', '--json'], later)).stdout)).toEqual([]);
  });

  it('does not come back with a plain file of another platform’s shop', async () => {
    const seller = newSeller();
    const shop = ['Hillside', '--platform', 'shopify', '--timezone', 'UTC', '--currency', 'USD'];
    await seller.run(['shops', 'add', ...shop]);
    await seller.ingest(seller.write('orders.csv', orders({ order_id: 'A-1', ...HER })), '--shop', 'Hillside');
    await seller.run(['customers', 'forget', N.email, '--yes'], { now: NOW });
    const named = orders({ order_id: 'A-1', customer_name: N.name, address: N.olderAddress });
    await seller.ingest(seller.write('rejects.csv', named), '--shop', 'Hillside');
    expect(needlesIn(seller.folder)).toEqual([]);
  });

  it('does not come back by taking files back, reading them again and working everything out anew, in any order', async () => {
    const { seller } = await needleWorld();
    await seller.run(['customers', 'forget', N.email, '--yes'], { now: NOW });
    const acts = {
      orders: ['ingest', 'orders.csv', ...SHOP],
      older: ['ingest', 'older.csv', ...SHOP],
      undone: ['ingest', 'undone.csv', ...SHOP],
      undo1: ['imports', 'undo', '1', '--yes'],
      undo3: ['imports', 'undo', '3', '--yes'],
      rebuild: ['rebuild'],
    } as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.values(acts)), { minLength: 1, maxLength: 5 }),
        async (some) => {
          for (const args of some) await seller.run(args, later);
          expect(needlesIn(seller.folder)).toEqual([]);
          expect((await seller.run(['doctor', '-q', '--ignore', 'backup_old'], later)).status).toBe(0);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('leaves of refused rows nothing but their number', async () => {
    const { seller } = await needleWorld();
    await seller.run(['customers', 'forget', N.email, '--yes'], { now: NOW });
    const rows = orders(
      { order_id: 'R-7', order_date: 'soon', customer_name: 'X', phone: `Tel. ${N.phoneAsWritten} (mobile)` },
      { order_id: 'R-8', order_date: 'soon', customer_name: 'X', email: 'x@example.com' },
    );
    await seller.run(['ingest', seller.write('rejects.csv', rows), ...SHOP, '--rejects', 'mend.csv'], later);
    expect(needlesIn(seller.folder)).toEqual([]);
    const kept = await seller.query<{ rows: string }>(
      "SELECT rows FROM refusals WHERE order_number IN ('R-7', 'R-8') ORDER BY order_number",
    );
    expect(
      kept.map(({ rows: raw }) => (JSON.parse(raw) as { cells: string[] }[]).map(({ cells }) => cells.length > 0)),
    ).toEqual([[false], [true]]);
    expect(readFileSync(join(seller.folder, 'mend.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
    expect((await seller.run(['doctor', '--ignore', 'backup_old', '--ignore', 'backup_missing'], later)).status).toBe(
      0,
    );
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])('is somebody new by an order placed later, which stands %s an older one', async (_, first) => {
    const { seller, her } = await needleWorld();
    await seller.run(['customers', 'forget', N.email, '--yes'], { now: NOW });
    const two = [
      { order_id: 'A-50', ...HER, order_date: '2026-07-01 04:00:01' },
      { order_id: 'A-51', ...HER, order_date: '2026-07-01 04:00:00' },
    ];
    const file = seller.write('rejects.csv', orders(two[first] ?? {}, two[1 - first] ?? {}));
    const summary = (await seller.ingest(file, ...SHOP)) as unknown as { forgotten: number };
    expect(summary.forgotten).toBe(1);
    const named = await seller.query<{ order_number: string; customer_id: number | null }>(
      "SELECT order_number, customer_id FROM orders_view WHERE order_number IN ('A-50', 'A-51') ORDER BY 1",
    );
    expect(named.map(({ customer_id: customer }) => customer !== null)).toEqual([true, false]);
    expect(named[0]?.customer_id).toBeGreaterThan(her);
    expect((await seller.run(['doctor', '--ignore', 'backup_old', '--ignore', 'backup_missing'], later)).status).toBe(
      0,
    );
    // And may be forgotten again.
    await seller.run(['customers', 'forget', N.email, '--yes'], later);
    expect(needlesIn(seller.folder)).toEqual([]);
    expect((await seller.run(['doctor', '--ignore', 'backup_old', '--ignore', 'backup_missing'], later)).status).toBe(
      0,
    );
  });
});

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

describe('a file of customers', () => {
  async function youzan(): Promise<Seller> {
    const seller = newSeller();
    const read = (...path: string[]) => readFileSync(join(fixtures, ...path));
    await seller.ingest(seller.write('customers.csv', read('customers', 'youzan', 'customers.csv')));
    return seller;
  }

  it('does not bring them back beside a phone that others use', async () => {
    const seller = newSeller();
    const shared = '+8613700137000';
    const rows = [
      { order_id: 'D-1', customer_name: 'Dora Deal', email: 'dora@example.com', phone: shared },
      { order_id: 'E-1', customer_name: 'Emil Ende', email: 'emil@example.com', phone: shared },
    ];
    await seller.ingest(seller.write('orders.csv', orders(...rows)), ...SHOP);
    await seller.run(['customers', 'forget', 'dora@example.com', '--yes'], { now: NOW });
    const list = csv([
      ['customer_name', 'email', 'phone', 'note'],
      ['Dora Deal', 'dora@example.com', shared, 'new'],
      ['Emil Ende', 'emil@example.com', shared, ''],
    ]);
    const { stdout } = await seller.run(['customers', 'import', seller.write('list.csv', list), '--json'], later);
    expect(JSON.parse(stdout)).toMatchObject({ forgotten: 1, customers: { new: 0, matched: 1 } });
    expect(await seller.query('SELECT name FROM customers_view')).toEqual([{ name: 'Emil Ende' }]);
  });

  it('does not bring them back, be it that nothing but a nickname told them', async () => {
    const seller = await youzan();
    const people = await seller.query<{ customer_id: number }>('SELECT customer_id FROM customers_view ORDER BY 1');
    expect(people).toHaveLength(3);
    for (const { customer_id: number } of people)
      expect(await seller.run(['customers', 'forget', String(number), '--yes'], { now: NOW })).toMatchObject({
        status: 0,
      });
    const file = readFileSync(join(seller.folder, 'customers.csv'), 'utf8');
    const { stdout, stderr } = await seller.run(['ingest', seller.write('again.csv', `${file}\n`), '--json'], later);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'customers', forgotten: 3, customers: { new: 0, matched: 0 } });
    expect(stderr).toContain('3 rows of people who were forgotten were left out');
    expect(await seller.query('SELECT count(*) AS people FROM customers_view')).toEqual([{ people: 0 }]);
    expect(await seller.query('SELECT count(*) AS said FROM profiles')).toEqual([{ said: 0 }]);
    expect((await seller.run(['doctor', '--ignore', 'backup_old', '--ignore', 'backup_missing'], later)).status).toBe(
      0,
    );
  });

  it('does not bring them back by a phone beside the e-mail of somebody else', async () => {
    const seller = newSeller();
    const file = orders(
      { order_id: 'A-1', customer_name: 'Ann Archer', phone: '+12025550101' },
      { order_id: 'B-1', customer_name: 'Ben Baker', email: 'ben@example.com' },
    );
    await seller.ingest(seller.write('a.csv', file), ...SHOP);
    await seller.run(['customers', 'forget', 'A-1', '--yes'], { now: NOW });
    const people = csv([
      ['customer_name', 'email', 'phone'],
      ['Ann Archer', 'ben@example.com', '+12025550101'],
    ]);
    const map = ['customer_name', 'email', 'phone'].flatMap((name) => ['--map', `${name}=${name}`]);
    await seller.run(['customers', 'import', seller.write('p.csv', people), '--country', 'US', ...map], later);
    const { stdout } = await seller.run(['doctor', '--json', '--ignore', 'backup_missing'], later);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
