/** Exports as platforms wrote them: read without a flag, with the figures that must come out. */
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { corpus, EMPTY, FreshArchive, type Status } from './archive.ts';

const sample = (name: string): string => join(corpus ?? '', 'samples', name);
const archives: FreshArchive[] = [];
afterEach(() => archives.splice(0).forEach((archive) => archive.close()));

async function ingested(
  name: string,
): Promise<{ archive: FreshArchive; exit: number; stderr: string; status: Status }> {
  const archive = new FreshArchive();
  archives.push(archive);
  const { status: exit, stderr } = await archive.ingest([sample(name)]);
  return { archive, exit, stderr, status: await archive.json(['status'], EMPTY) };
}

describe.skipIf(corpus === undefined)('exports as they came', () => {
  test('Taobao orders of 2017', async () => {
    const { archive, exit, stderr, status } = await ingested('taobao-orders-2017.csv');
    expect(exit, stderr).toBe(0);
    expect(status).toMatchObject({
      orders: 5,
      customers: 5,
      anonymous_orders: 0,
      refusals: 0,
      net: { CNY: 194437 },
      refunded: {},
    });
    expect(await archive.rows('SELECT DISTINCT state, platform FROM orders_view')).toEqual([
      { state: 'paid', platform: 'taobao' },
    ]);
  });

  test('Taobao orders of 2012, damaged by a spreadsheet', async () => {
    const { archive, exit, stderr, status } = await ingested('taobao-orders-2012-excel-damaged.csv');
    expect(exit, stderr).toBe(3);
    expect(status).toMatchObject({ orders: 0, customers: 0, refusals: 2, net: {} });
    const refusals = await archive.json<readonly Record<string, string>[]>(['imports', 'show', '1'], []);
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ column: '订单编号', reason: 'order_id_scientific' });
      expect(refusal['explanation']).toMatch(/export.*again.*without opening it in Excel/);
    }
  });

  test('Shopify orders of 2025', async () => {
    const { archive, exit, stderr, status } = await ingested('shopify-orders-2025.csv');
    expect(exit, stderr).toBe(0);
    expect(status).toMatchObject({
      orders: 51,
      counting_orders: 51,
      order_lines: 121,
      customers: 2,
      anonymous_orders: 1,
      refusals: 0,
      net: { INR: 59068329 },
    });
    const orders = await archive.rows(
      'SELECT count(*) AS orders FROM orders_view WHERE customer_id IS NOT NULL GROUP BY customer_id ORDER BY 1 DESC',
    );
    expect(orders).toEqual([{ orders: 49 }, { orders: 1 }]);
  });
});
