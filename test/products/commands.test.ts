import { describe, expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'sku', 'item', 'quantity', 'unit_price'],
  ['A-1', '2026-05-01', 'GT-1', 'Green tea', '2', '12.00'],
  ['A-2', '2026-05-02', '', 'Clay  Cup', '1', '18.00'],
]);
const PRODUCTS = csv([
  ['SKU', '商品名称', '类目', '成本价', '可用天数'],
  ['GT-1', 'Green tea', 'tea', '4.50', '30'],
  ['', 'clay cup', 'cups', '6', ''],
]);

async function shop(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP);
  return seller;
}
const list = (seller: Seller) => seller.json<readonly Record<string, unknown>[]>('products', 'list');

describe('products import', () => {
  it('takes category, cost and days of supply by SKU, else by title', async () => {
    const seller = await shop();
    const { status, stderr } = await seller.run(['products', 'import', seller.write('products.csv', PRODUCTS)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'products: 2 new, 0 changed, 0 unchanged, 0 refused\n' });
    expect(await list(seller)).toMatchObject([
      { sku: 'GT-1', category: 'tea', cost: 450, currency: 'USD', days_of_supply: 30, sold: 2 },
      { sku: null, title: 'clay cup', category: 'cups', cost: 600, days_of_supply: null },
    ]);
  });

  it('changes nothing the second time, and keeps what a later file leaves blank', async () => {
    const seller = await shop();
    await seller.run(['products', 'import', seller.write('products.csv', PRODUCTS)]);
    const before = await seller.dump();
    expect((await seller.run(['products', 'import', 'products.csv'])).stderr).toContain(
      '0 new, 0 changed, 2 unchanged',
    );
    expect(await seller.dump()).toBe(before);
    const later = csv([
      ['sku', 'cost'],
      ['GT-1', '5.00'],
    ]);
    expect((await seller.run(['products', 'import', seller.write('later.csv', later)])).stderr).toContain('1 changed');
    expect((await list(seller))[0]).toMatchObject({ category: 'tea', cost: 500, days_of_supply: 30 });
  });

  it('counts what was sold under a title however it was spelt, and takes a title mended later', async () => {
    const seller = newSeller();
    const orders = ORDERS.replace('Clay  Cup', 'Grüner TEE Ä').replace('Green tea', 'ＧＲＥＥＮ  Tea');
    await seller.ingest(seller.write('orders.csv', orders), ...NEW_SHOP);
    const titles = csv([
      ['title', 'category'],
      ['green tea', 'tea'],
      ['grüner tee ä', 'tea'],
    ]);
    await seller.run(['products', 'import', seller.write('titles.csv', titles)]);
    expect(await list(seller)).toMatchObject([
      { title: 'green tea', sold: 2 },
      { title: 'grüner tee ä', sold: 1 },
    ]);
    const mended = titles.replace('green tea', 'Green Tea');
    expect((await seller.run(['products', 'import', seller.write('mended.csv', mended)])).stderr).toContain(
      '1 changed',
    );
    expect((await list(seller))[0]).toMatchObject({ title: 'Green Tea' });
  });

  it('refuses a row by its line, column and value, and keeps the others', async () => {
    const seller = await shop();
    const bad = csv([
      ['sku', 'cost', 'days_of_supply'],
      ['A', 'cheap', '3'],
      ['B', '2', 'long'],
      ['', '3', '3'],
      ['C', '2', '7'],
    ]);
    const { status, stderr } = await seller.run(['products', 'import', seller.write('bad.csv', bad)]);
    expect(status).toBe(3);
    expect(stderr).toContain('bad.csv:2: cost "cheap": this is not a cost');
    expect(stderr).toContain('bad.csv:3: days_of_supply "long": this is not a number of days');
    expect(stderr).toContain('bad.csv:4: sku "": the row names no product');
    expect((await list(seller)).map(({ sku }) => sku)).toEqual(['C']);
  });

  it.each([
    ['name,age\nAnn,4\n', [], 'there is nothing of products here but their names'],
    ['colour,size\nred,4\n', [], 'no column says which product a row is of'],
    ['sku,cost\n', [], 'products.csv'],
    ['sku,cost\nA,1\n', ['--map', 'weight=cost'], 'field=Header'],
  ])('says what is wrong with %j', async (text, args, says) => {
    const seller = await shop();
    const before = await seller.dump();
    const { status, stderr } = await seller.run(['products', 'import', seller.write('products.csv', text), ...args]);
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(says);
    expect(await seller.dump()).toBe(before);
  });

  it('reads columns told by hand, and changes nothing when tried', async () => {
    const seller = await shop();
    const before = await seller.dump();
    const args = [
      'products',
      'import',
      seller.write('p.csv', 'Code,EK\nGT-1,"4,50"\n'),
      '--map',
      'sku=Code',
      '--map',
      'cost=EK',
      '--decimal',
      'comma',
    ];
    expect((await seller.run([...args, '-n'])).stderr).toContain('1 new');
    expect(await seller.dump()).toBe(before);
    expect((await seller.run(args)).status).toBe(0);
    expect(await list(seller)).toMatchObject([{ sku: 'GT-1', cost: 450 }]);
  });
});
