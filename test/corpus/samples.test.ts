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
  return { archive, exit, stderr, status: await archive.json(['status', '--as-of', '2026-12-31'], EMPTY) };
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

  const counts = (name: string) => ingested(name).then(({ status, exit, stderr }) => ({ status, exit, stderr }));

  test('Taobao items of 2017, before or after their orders', async () => {
    const [items, orders] = ['taobao-lines-2017.csv', 'taobao-orders-2017.csv'].map(sample) as [string, string];
    for (const files of [
      [items, orders],
      [orders, items],
    ]) {
      const archive = new FreshArchive();
      archives.push(archive);
      for (const file of files) expect((await archive.ingest([file])).status).toBe(0);
      expect(await archive.json<Status>(['status', '--as-of', '2026-12-31'], EMPTY)).toMatchObject({
        orders: 5,
        order_lines: 5,
        customers: 5,
        refusals: 0,
      });
    }
  });

  test('1688 orders of 2020, whose order cells are merged', async () => {
    const { archive, exit, stderr, status } = await ingested('1688-2020.xlsx');
    expect(exit, stderr).toBe(0);
    expect(status).toMatchObject({ orders: 5, order_lines: 21, customers: 5, anonymous_orders: 0, refusals: 0 });
    expect(await archive.rows('SELECT count(*) AS orders FROM orders_view WHERE refund_pending')).toEqual([
      { orders: 1 },
    ]);
  });

  test('1688 orders saved as Strict Open XML', async () => {
    const { status, exit, stderr } = await counts('1688-strict-ooxml.xlsx');
    expect(exit, stderr).toBe(0);
    expect(status).toMatchObject({ orders: 6, order_lines: 33, customers: 5, refusals: 0 });
  });

  test('Douyin orders of 2026, in which nobody is known', async () => {
    const { archive, exit, stderr, status } = await ingested('douyin-2026.csv');
    expect(exit, stderr).toBe(0);
    expect(status).toMatchObject({ orders: 3, order_lines: 4, customers: 0, anonymous_orders: 3, refusals: 0 });
    const states = await archive.rows('SELECT state FROM orders_view ORDER BY placed_at');
    expect(states).toEqual([{ state: 'refunded' }, { state: 'completed' }, { state: 'refunded' }]);
  });

  test('Youzan orders and customers', async () => {
    const orders = await ingested('youzan-orders.csv');
    expect(orders.exit, orders.stderr).toBe(0);
    expect(orders.status).toMatchObject({ orders: 2, customers: 2, anonymous_orders: 0, refusals: 0 });
    const { archive } = orders;
    const { status, stderr } = await archive.ingest([sample('youzan-customers.csv')]);
    expect(status, stderr).toBe(0);
    const rows = await archive.rows<{ name: string; phone: string | null }>(
      'SELECT name, number_of_orders AS orders FROM customers_view ORDER BY 1',
    );
    expect(rows).toEqual([
      { name: 'Alice', orders: 1 },
      { name: 'Foo', orders: 0 },
      { name: '沙拉', orders: 1 },
    ]);
    expect(await archive.json<object>(['customers', 'show', 'Alice', '--as-of', '2026-12-31'], {})).toMatchObject({
      profile: { birthday: '1990-01-01', gender: '女', points: 200 },
      tags: [{ tag: '生日蛋糕' }],
    });
  });
});
