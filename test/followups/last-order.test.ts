/** Which order of a customer is the last is the same for all who name it, whichever the archive met first. */
import { expect, it } from 'vitest';
import { personRows } from '../../src/followups/queries.ts';
import { workFacts } from '../../src/followups/workday/facts-queries.ts';
import { orderFacts } from '../../src/followups/writing/fact-queries.ts';
import { gather } from '../../src/measures/gather.ts';
import { type OrderSpec, world } from '../helpers/world.ts';

const of = (day: string, shop: number, title: string): OrderSpec => ({ day, shop, lines: [{ title }] });
const both = [of('2026-06-20', 1, 'Longjing'), of('2026-06-20', 2, 'Oolong')];
const SHOP = '山月茶铺';

it.each([
  ['one after the other', both, false],
  ['the other way round', both.toReversed(), false],
  ['with one number', both, true],
  ['with one number, the other way round', both.toReversed(), true],
])('of two of one minute it is that of the shop whose name comes last: %s', async (_, orders, isSame) => {
  const { archive, close } = await world([{ name: '安', orders: [of('2026-06-19', 1, 'Before'), ...orders] }]);
  if (isSame) archive.db.exec("UPDATE orders SET order_number = '7' WHERE day = '2026-06-20'");
  const { asOf } = gather(archive, '2026-07-01');
  const named = [
    personRows(archive, asOf)(1)?.last_items,
    workFacts(archive, asOf)({ customer: 1, order: null }),
    orderFacts(archive, asOf).lastOf(1),
  ];
  close();
  expect(named).toMatchObject([
    'Longjing',
    { lastItems: ['Longjing'], shop: SHOP },
    { items: ['Longjing'], shop: SHOP },
  ]);
});
