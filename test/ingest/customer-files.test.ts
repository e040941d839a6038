/** Files of customers: who they are and what is known of them beside their orders. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newSeller, Seller } from '../helpers/seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(fixtures, ...path));

type File = readonly [path: readonly string[], args?: readonly string[]];
const ORDERS: File = [['shops', 'youzan', 'order-report.csv']];
const CUSTOMERS: File = [['customers', 'youzan', 'customers.csv']];
const ITEMS: File = [['shops', 'youzan', 'item-report.csv']];

async function take(seller: Seller, [path, args = []]: File): Promise<number> {
  const summary = await seller.ingest(seller.write(path.at(-1) ?? '', read(...path)), ...args);
  return summary.import;
}

async function dumpOf(files: readonly File[]): Promise<string> {
  const seller = new Seller();
  try {
    for (const file of files) await take(seller, file);
    expect((await seller.run(['doctor'])).stdout.trim().split('\n')).toHaveLength(1);
    const dump = await seller.dump();
    await seller.run(['rebuild', '--yes']);
    expect(await seller.dump()).toBe(dump);
    return dump;
  } finally {
    seller.leave();
  }
}

interface Card {
  readonly name: string;
  readonly phone: string | null;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly tags: readonly { readonly tag: string; readonly origin: string }[];
  readonly orders: readonly unknown[];
}

describe('a file of customers', () => {
  it('adds what it says to those who ordered, and brings those who did not, also where nothing proves who they are', async () => {
    const seller = newSeller();
    await take(seller, ORDERS);
    const { stdout, stderr, status } = await seller.run([
      'ingest',
      seller.write('customers.csv', read(...CUSTOMERS[0])),
      '--json',
    ]);
    expect({ status, summary: JSON.parse(stdout) as unknown }).toMatchObject({
      status: 0,
      summary: {
        outcome: 'customers',
        layout: 'customers',
        customers: { new: 1, matched: 2 },
        rows: { read: 3, orders: 3, refused: 0 },
      },
    });
    expect(stderr).not.toMatch(/column_count|another number of columns/);
    const card = await seller.json<Card>('customers', 'show', '13800138001');
    expect(card).toMatchObject({
      name: '小林',
      profile: { nickname: '小林', birthday: '1991-05-04', gender: '女', points: 200, since: '2024-01-01' },
      tags: [
        { tag: '老客', origin: 'import:2' },
        { tag: '龙井', origin: 'import:2' },
      ],
    });
    expect(card.orders).toHaveLength(2);
    expect(await seller.json<Card>('customers', 'show', '钱多')).toMatchObject({
      phone: null,
      orders: [],
      profile: { gender: '其他' },
    });
    // Customers are those who bought; the others are counted apart.
    expect(await seller.json('status')).toMatchObject({ customers: 2, customers_without_orders: 1 });
  });

  it('shows it on the card', async () => {
    const seller = newSeller();
    await take(seller, ORDERS);
    await take(seller, CUSTOMERS);
    const { stdout } = await seller.run(['customers', 'show', '13800138001', '--color', 'never'], {
      tty: { stdout: true, columns: 80 },
    });
    expect(stdout).toMatch(/birthday +1991-05-04\ngender +female\npoints +200\n/);
    expect(stdout).toMatch(/tags +.*老客.*龙井/);
  });

  it('is the same whenever it comes', async () => {
    const dump = await dumpOf([ORDERS, CUSTOMERS, ITEMS]);
    expect(await dumpOf([CUSTOMERS, ITEMS, ORDERS])).toBe(dump);
    expect(await dumpOf([ITEMS, ORDERS, CUSTOMERS])).toBe(dump);
  });

  it('changes nothing the second time, and leaves nothing when it is taken back', async () => {
    const seller = newSeller();
    await take(seller, ORDERS);
    const before = await seller.dump();
    const id = await take(seller, CUSTOMERS);
    const after = await seller.dump();
    await take(seller, CUSTOMERS);
    expect(await seller.dump()).toBe(after);
    await seller.run(['imports', 'undo', String(id), '--yes']);
    expect(await seller.dump()).toBe(before);
    expect((await seller.run(['doctor'])).stdout.trim().split('\n')).toHaveLength(1);
    await take(seller, CUSTOMERS);
    expect(await seller.dump()).toBe(after);
  });

  it('leaves out a cell it cannot read, and takes it mended', async () => {
    const seller = newSeller();
    const text = read(...CUSTOMERS[0]).toString();
    const file = seller.write('a.csv', text.replace('1991-05-04', 'in May'));
    const { status, stderr } = await seller.run(['ingest', file]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/a\.csv:2: 客户生日.*this cannot be read as a date/);
    expect(await seller.json<Card>('customers', 'show', '13800138001')).toMatchObject({ profile: { birthday: null } });
    await seller.ingest(seller.write('mended.csv', text));
    expect(await seller.json<Card>('customers', 'show', '13800138001')).toMatchObject({
      profile: { birthday: '1991-05-04' },
    });
  });
});

describe('of Shopify', () => {
  it.each([
    ['customers-classic.csv', 2, { email: 'granted', sms: 'refused' }, 'ann@example.com'],
    ['customers-current.csv', 1, { email: 'refused', sms: 'refused' }, 'ben@example.org'],
  ])('%s: says whom it may be written to today', async (file, count, consents, who) => {
    const seller = newSeller();
    const summary = await seller.ingest(seller.write(file, read('customers', 'shopify', file)));
    expect(summary).toMatchObject({ platform: 'shopify', layout: 'customers', customers: { new: count } });
    const said = await seller.json<readonly { channel: string; status: string }[]>('consent', 'show', who);
    expect(Object.fromEntries(said.map(({ channel, status }) => [channel, status]))).toMatchObject(consents);
  });

  it('keeps an apostrophe’s postcode and phone as text', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('c.csv', read('customers', 'shopify', 'customers-classic.csv')));
    expect(await seller.json<Card>('customers', 'show', 'ann@example.com')).toMatchObject({
      phone: '+12025550101',
      profile: { note: 'likes green tea' },
    });
  });
});

it('is told from orders by platforms explain', async () => {
  const seller = newSeller();
  const { status, stderr } = await seller.run(['platforms', 'explain', seller.write('c.csv', read(...CUSTOMERS[0]))]);
  expect(status).toBe(0);
  expect(stderr).toContain('c.csv holds customers, not orders');
});
