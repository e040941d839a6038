import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const plain = (...rows: readonly (readonly string[])[]) => csv([['order_id', 'order_date', 'order_total'], ...rows]);
const file = plain(['D-1', '2026-05-04', '10.00'], ['D-2', '2026-05-05', '20.50']);

describe('what the seller expects of a file', () => {
  it('lets a file pass that holds it', async () => {
    const seller = newSeller();
    const told = ['--expect-orders', '2', '--expect-total', '30.50'];
    expect(await seller.ingest(seller.write('orders.csv', file), ...NEW_SHOP, ...told)).toMatchObject({
      orders: { new: 2 },
    });
  });

  it.each<[string[], string]>([
    [['--expect-orders', '3'], 'orders.csv has 2 orders, not 3 as expected'],
    [['--expect-total', '30.49'], 'the orders of orders.csv come to USD 30.50, not 30.49 as expected'],
  ])('stores nothing otherwise: %j', async (told, said) => {
    const seller = newSeller();
    await seller.ingest(seller.write('before.csv', plain(['B-1', '2026-04-01', '7'])), ...NEW_SHOP);
    const before = await seller.dump();
    const { status, stdout, stderr } = await seller.run(['ingest', seller.write('orders.csv', file), ...told]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(said);
    expect(await seller.dump()).toBe(before);
    expect(await seller.json('imports', 'list')).toHaveLength(1);
  });

  it('makes no archive where nothing was stored', async () => {
    const seller = newSeller();
    const name = seller.write('orders.csv', file);
    expect((await seller.run(['ingest', name, ...NEW_SHOP, '--expect-orders', '1'])).status).toBe(1);
    expect((await seller.run(['status'])).stderr).toContain('there is no archive');
  });

  it('is a number of orders', async () => {
    const seller = newSeller();
    const name = seller.write('orders.csv', file);
    expect(await seller.run(['ingest', name, ...NEW_SHOP, '--expect-orders', 'two'])).toMatchObject({ status: 2 });
  });
});
