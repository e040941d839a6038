/** Two files of a platform that belong together: the orders' and the items'. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, Seller } from '../helpers/seller.ts';

const ORDERS = [
  '订单编号',
  '买家会员名',
  '订单状态',
  '订单创建时间',
  '总金额',
  '买家实际支付金额',
  '宝贝标题',
  '店铺名称',
];
const ITEMS = [
  '订单编号',
  '标题',
  '价格',
  '购买数量',
  '外部系统编号',
  '商品属性',
  '套餐信息',
  '备注',
  '订单状态',
  '商家编码',
];
const STATES = ['等待买家付款', '买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '交易成功', '交易关闭'];

const number = (order: number) => `3384401190559800${String(order).padStart(3, '0')}`;

interface Shown {
  readonly order: number;
  readonly stage: number;
}

const orders = (shown: readonly Shown[]) =>
  csv([
    ORDERS,
    ...shown.map(({ order, stage }) => [
      number(order),
      `客${order % 3}`,
      STATES[stage] ?? '',
      '2026-05-04 10:00:00',
      '20.00',
      '20.00',
      `龙井，杯 ${order}`,
      '山月茶铺',
    ]),
  ]);

/** Two items each, so that what comes of the order alone is told from what its items say. */
const items = (shown: readonly number[]) =>
  csv([
    ITEMS,
    ...shown.flatMap((order) =>
      ['龙井', '杯'].map((title) => [number(order), title, '10.00', '1', '', '', '', '', '交易成功', `SKU-${title}`]),
    ),
  ]);

type Piece = readonly ['orders', readonly Shown[]] | readonly ['items', readonly number[]];

const order = fc.nat(5);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.tuple(
    fc.constant('orders' as const),
    fc.uniqueArray(fc.record({ order, stage: fc.nat(STATES.length - 1) }), {
      minLength: 1,
      selector: (one) => one.order,
    }),
  ),
  fc.tuple(fc.constant('items' as const), fc.uniqueArray(order, { minLength: 1 })),
);
const textOf = ([kind, shown]: Piece) => (kind === 'orders' ? orders(shown) : items(shown));

async function archiveOf<T>(pieces: readonly Piece[], ask: (seller: Seller) => Promise<T>): Promise<T> {
  const seller = new Seller();
  try {
    for (const [at, one] of pieces.entries()) await seller.ingest(seller.write(`${at}.csv`, textOf(one)));
    return await ask(seller);
  } finally {
    seller.leave();
  }
}

const lines = (seller: Seller) =>
  seller.query<{ order_number: string; sku: string | null }>(
    'SELECT order_number, sku FROM order_lines_view ORDER BY 1, 2',
  );

describe('an order whose items come in a file of their own', () => {
  it('has these items, and its own buyer, amount and shop', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('orders.csv', orders([{ order: 1, stage: 3 }])));
    expect(await lines(seller)).toEqual([{ order_number: number(1), sku: null }]);
    expect(await seller.ingest(seller.write('items.csv', items([1])))).toMatchObject({
      orders: { new: 0, changed: 1 },
      lines: 2,
    });
    expect((await lines(seller)).map(({ sku }) => sku)).toEqual(['SKU-杯', 'SKU-龙井']);
    expect(await seller.query('SELECT shop, account, total, state FROM orders_view')).toEqual([
      { shop: '山月茶铺', account: '客1', total: 2000, state: 'completed' },
    ]);
  });

  it('waits for the order where it has not come, and is told of', async () => {
    const seller = newSeller();
    const { stderr } = await seller.run(['ingest', seller.write('items.csv', items([1, 2]))]);
    expect(stderr).toContain('the items of 2 orders are kept and wait for the orders themselves');
    expect(await seller.json('status')).toMatchObject({ orders: 0, shops: 0, customers: 0 });
    await seller.ingest(seller.write('orders.csv', orders([{ order: 1, stage: 3 }])));
    expect((await lines(seller)).map(({ sku }) => sku)).toEqual(['SKU-杯', 'SKU-龙井']);
    expect((await seller.run(['doctor'])).status).toBe(0);
  });

  it('goes back to what its own file says when the items are taken back', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('orders.csv', orders([{ order: 1, stage: 3 }])));
    const before = await seller.dump();
    const { import: id } = await seller.ingest(seller.write('items.csv', items([1])));
    await seller.run(['imports', 'undo', String(id), '--yes']);
    expect(await seller.dump()).toBe(before);
  });
});

it('is the same whatever the order in which the files come, rebuilt as well, and nothing is wrong with it', async () => {
  const permuted = fc
    .array(piece, { minLength: 2, maxLength: 4 })
    .chain((pieces) => fc.tuple(fc.constant(pieces), fc.shuffledSubarray([...pieces], { minLength: pieces.length })));
  await fc.assert(
    fc.asyncProperty(permuted, async ([pieces, shuffled]) => {
      const dump = await archiveOf(pieces, (seller) => seller.dump());
      await archiveOf(shuffled, async (seller) => {
        expect(await seller.dump()).toBe(dump);
        expect((await seller.run(['doctor'])).stdout.trim().split('\n')).toHaveLength(1);
        await seller.run(['rebuild', '--yes']);
        expect(await seller.dump()).toBe(dump);
      });
    }),
    { numRuns: 12 },
  );
});

it('is as before when a file is ingested and taken back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 2 }), piece, async (others, more) => {
      // What is today and in which currency is reported stays as the first order has set it.
      const before: Piece[] = [['orders', [{ order: 9, stage: 3 }]], ...others];
      await archiveOf(before, async (seller) => {
        const untouched = await seller.dump();
        const { outcome, import: id } = await seller.ingest(seller.write('more.csv', textOf(more)));
        fc.pre(outcome === 'taken');
        expect((await seller.run(['imports', 'undo', String(id), '--yes'])).status).toBe(0);
        expect(await seller.dump()).toBe(untouched);
      });
    }),
    { numRuns: 12 },
  );
});
