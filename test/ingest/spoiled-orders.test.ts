import { expect, it } from 'vitest';
import type { Refusal } from '../../src/ingest/refusal.ts';
import { SpoiledOrders } from '../../src/ingest/orders/spoiled-orders.ts';

const refusal = (line: number, order: string | null, ...cells: string[]): Refusal => ({
  line,
  order,
  column: null,
  value: null,
  reason: 'column_count',
  rows: [{ line, cells }],
});

it('leaves out the order of a row that cannot be read', () => {
  const spoiled = new SpoiledOrders();
  const bad = refusal(3, 'A-2', 'A-2', 'Tea', ' red');
  spoiled.sound('A-1');
  spoiled.refused(bad);
  spoiled.sound('A-3');
  expect([spoiled.of('A-1'), spoiled.of('A-2'), spoiled.of('A-3')]).toEqual([undefined, bad, undefined]);
});

it.each([
  ['a separator was lost', ['A-12026-05-04', 'paid']],
  ['another separator was used', ['A-1;2026-05-04;paid']],
  ['a quote stands in it', ['A"-1', '2026-05-04', 'paid']],
])('leaves out the order beside a row whose number is damaged: %s', (_, cells) => {
  const [above, below] = [new SpoiledOrders(), new SpoiledOrders()];
  above.sound('A-1');
  above.refused(refusal(3, null, ...cells));
  above.sound('A-2');
  below.sound('A-0');
  below.refused(refusal(3, null, ...cells));
  below.sound('A-1');
  below.sound('A-2');
  for (const spoiled of [above, below]) {
    expect(spoiled.of('A-1')?.line).toBe(3);
    expect(spoiled.of('A-2')).toBeUndefined();
  }
});

it('takes no order further away, whatever the text of the row', () => {
  const spoiled = new SpoiledOrders();
  spoiled.sound('1');
  spoiled.sound('7');
  spoiled.refused(refusal(4, null, 'page 1'));
  spoiled.sound('8');
  expect([spoiled.of('1'), spoiled.of('7'), spoiled.of('8')]).toEqual([undefined, undefined, undefined]);
});
