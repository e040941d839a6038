/** Every move between two days of the tea shop is told, once, and has a reason. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TeaShop } from '../helpers/tea-shop.ts';

let tea: TeaShop;
beforeAll(async () => {
  tea = await TeaShop.open();
});
afterAll(() => tea.leave());

interface Moved {
  readonly change: string;
  readonly customer_id: number;
  readonly reason: string;
  readonly detail: string | null;
}

const members = async (name: string, day: string) =>
  new Set(
    (await tea.json<{ customer_id: number }[]>('segment', 'members', name, '--as-of', day)).map(
      (row) => row.customer_id,
    ),
  );

it.each(['at_risk', 'champions', 'late', 'lost', 'vip'])('%s', async (name) => {
  const [from, until] = ['2026-06-30', '2026-10-31'];
  const moved = await tea.json<Moved[]>('segment', 'diff', name, '--since', from, '--as-of', until);
  const [before, after] = [await members(name, from), await members(name, until)];
  const ids = (change: string) => moved.filter((row) => row.change === change).map((row) => row.customer_id);
  expect(ids('joined')).toEqual([...after].filter((id) => !before.has(id)));
  expect(ids('left')).toEqual([...before].filter((id) => !after.has(id)));
  expect(moved.length).toBeGreaterThan(0);
  for (const { customer_id: id, reason, detail } of moved) {
    expect(['bought', 'aged', 'ranking', 'refunded']).toContain(reason);
    const orders = await tea.query(
      `SELECT 1 FROM orders_view WHERE customer_id = ${id} AND day > '${from}' AND day <= '${until}' AND order_number = '${detail}'`,
    );
    expect(orders.length > 0, `${id} ${reason} ${detail}`).toBe(reason === 'bought' || reason === 'refunded');
  }
});
