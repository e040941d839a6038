import { afterEach, expect, it } from 'vitest';
import { products, type Products } from '../../src/measures/order-queries.ts';
import { type OrderSpec, type World, world } from '../helpers/world.ts';

let shop: World | undefined;
afterEach(() => shop?.close());

async function bought(orders: readonly OrderSpec[]): Promise<Products | undefined> {
  shop = await world([{ name: 'Ann Archer', orders }]);
  return products(shop.archive, { asOf: '2026-06-30', currency: 'CNY' })[0];
}

it('a product without a SKU is its title, without regard to case and blanks', async () => {
  const titles = ['龙井茶 250g', '龙井茶  250G ', ' 龙井茶     250g', '龙井茶\u3000250g'];
  const orders = titles.map((title) => ({ day: '2026-05-01', lines: [{ title }] }));
  expect(await bought(orders)).toMatchObject({ lines: 4, distinct_products: 1 });
});

it('the favourite is the one of most pieces, however its title was written', async () => {
  const lines = [
    { title: 'Green Tea', quantity: 2 },
    { title: 'green  tea', quantity: 2 },
    { title: 'Cup', quantity: 3 },
  ];
  const known = await bought([{ day: '2026-05-01', lines }]);
  expect(known?.distinct_products).toBe(2);
  expect(known?.favourite_product.toLowerCase()).toMatch(/green +tea/);
});

it('other words, another SKU or another shop are another product', async () => {
  const known = await bought([
    { day: '2026-05-01', lines: [{ title: '龙井茶 250g' }, { title: '龙井茶 500g' }, { title: '龙井茶250g' }] },
    { day: '2026-05-02', lines: [{ sku: 'LJ-1', title: '龙井茶 250g' }] },
    { day: '2026-05-03', lines: [{ sku: 'LJ-2', title: '龙井茶 250g' }] },
    { day: '2026-05-04', shop: 2, lines: [{ title: '龙井茶 250g' }] },
  ]);
  expect(known?.distinct_products).toBe(6);
});
