import { expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'order_total', 'email'];
const orders = (...rows: readonly (readonly [string, string])[]) =>
  csv([HEADER, ...rows.map(([id, status]) => [id, '2026-05-01', status, '10.00', `${id}@example.com`])]);

async function shop(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(
    seller.write('a.csv', orders(['A-1', '已完成'], ['A-2', '已完成'], ['A-3', 'paid'], ['A-4', 'frozen'])),
    '--timezone',
    'UTC',
    '--currency',
    'USD',
  );
  return seller;
}
const states = async (seller: Seller) => {
  const rows = await seller.query<{ order_number: string; state: string }>(
    'SELECT order_number, state FROM orders_view ORDER BY 1',
  );
  return rows.map(({ state }) => state);
};

it('tells of a word it does not know, with the line that gives it a meaning', async () => {
  const seller = newSeller();
  const { stderr } = await seller.run([
    'ingest',
    seller.write('a.csv', orders(['A-1', '已完成'])),
    '--timezone',
    'UTC',
    '--currency',
    'USD',
  ]);
  expect(stderr).toContain('"已完成" (status) is not known: 1 order is kept and not counted');
  expect(stderr).toContain('regulars platforms map-status generic 已完成 … --db ');
});

it('works out anew every order that says the word, and no other, without reading a file again', async () => {
  const seller = await shop();
  expect(await states(seller)).toEqual(['unknown', 'unknown', 'paid', 'unknown']);
  const { stderr } = await seller.run(['platforms', 'map-status', 'generic', '已完成', 'completed']);
  expect(stderr).toContain('"已完成" means completed: 2 orders changed');
  expect(await states(seller)).toEqual(['completed', 'completed', 'paid', 'unknown']);
  expect((await seller.json<{ counting_orders: number }>('status')).counting_orders).toBe(3);
  expect((await seller.run(['doctor'])).status).toBe(0);
});

it('holds for files that come later, for rebuild, and until it is taken back', async () => {
  const seller = await shop();
  const before = await seller.dump();
  await seller.run(['platforms', 'map-status', 'generic', '已完成', 'shipped']);
  const summary = await seller.ingest(seller.write('b.csv', orders(['A-9', ' 已完成'])));
  expect(summary.unknownWords).toEqual([]);
  const mapped = await seller.dump();
  await seller.run(['rebuild', '--yes']);
  expect(await seller.dump()).toBe(mapped);
  await seller.run(['imports', 'undo', String(summary.import), '--yes']);
  expect((await seller.run(['platforms', 'map-status', 'generic', '已完成', '--remove'])).status).toBe(0);
  expect(await seller.dump()).toBe(before);
});

it('lists what was said when no order says the word any more, and takes it back', async () => {
  const seller = newSeller();
  const { import: id } = await seller.ingest(seller.write('a.csv', orders(['A-1', 'frozen'])), ...NEW_SHOP);
  await seller.run(['platforms', 'map-status', 'generic', 'frozen', 'cancelled']);
  await seller.run(['imports', 'undo', String(id), '--yes']);
  expect(await seller.json('platforms', 'words')).toMatchObject([{ word: 'frozen', orders: 0, means: 'cancelled' }]);
  expect((await seller.run(['platforms', 'map-status', 'generic', 'frozen', '--remove'])).status).toBe(0);
  expect(await seller.json('platforms', 'words')).toEqual([]);
});

it('changes nothing of it when tried', async () => {
  const seller = await shop();
  const before = await seller.dump();
  const { stderr } = await seller.run(['platforms', 'map-status', 'generic', 'frozen', 'cancelled', '-n']);
  expect(stderr).toContain('1 order changed');
  expect(await seller.dump()).toBe(before);
});

it('lists every word with what it is taken for and by whom, unknown ones first', async () => {
  const seller = await shop();
  await seller.run(['platforms', 'map-status', 'generic', 'frozen', 'cancelled']);
  expect(await seller.json('platforms', 'words')).toEqual([
    { platform: 'generic', column: 'status', word: '已完成', orders: 2, means: 'unknown', by: 'nobody' },
    { platform: 'generic', column: 'status', word: 'frozen', orders: 1, means: 'cancelled', by: 'you' },
    { platform: 'generic', column: 'status', word: 'paid', orders: 1, means: 'paid', by: 'platform' },
  ]);
});

it.each([
  [['generic', 'frozen', 'thawed'], '"thawed" is no meaning of a status word'],
  [['generic', 'molten', 'paid'], 'no order of generic says "molten" where it is not understood'],
  [['generic', '*', 'paid'], '"*"'],
  [['gneric', 'frozen', 'paid'], 'gneric'],
  [['generic', 'frozen', 'paid', '--remove'], 'with --remove no meaning is given'],
])('refuses %j and says why', async (args, says) => {
  const seller = await shop();
  const before = await seller.dump();
  const { status, stderr } = await seller.run(['platforms', 'map-status', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
  expect(await seller.dump()).toBe(before);
});
