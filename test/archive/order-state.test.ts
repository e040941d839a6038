import { describe, expect, it } from 'vitest';
import { deriveOrder, type StatedOrder } from '../../src/archive/order-state.ts';
import { type Words } from '../../src/archive/status-words.ts';
import { generic } from '../../src/platforms/generic.ts';
import { shopify } from '../../src/platforms/shopify.ts';
import { taobao } from '../../src/platforms/taobao.ts';

const order = (words: Words, amounts: Partial<Omit<StatedOrder, 'words'>> = {}): StatedOrder => ({
  words,
  total: 10000,
  paid: null,
  refunded: 0,
  ...amounts,
});
const plain = { cashOnDelivery: false };

describe('the state of an order', () => {
  it.each([
    ['等待买家付款', 'unpaid', false],
    ['买家已付款，等待卖家发货', 'paid', true],
    ['卖家已发货，等待买家确认', 'shipped', true],
    ['交易成功', 'completed', true],
    ['交易关闭', 'cancelled', false],
    ['梦幻状态', 'unknown', false],
  ])('reads Taobao %s as %s, counting %s', (word, state, counting) => {
    expect(deriveOrder(order({ status: word }), taobao.states, plain)).toMatchObject({ state, counting });
  });

  it('reads a full-width and an ASCII comma as the same word', () => {
    const derive = (status: string) => deriveOrder(order({ status }), taobao.states, plain);
    expect(derive('买家已付款，等待卖家发货')).toEqual(derive('买家已付款,等待卖家发货'));
  });

  it.each([
    [{ payment: 'paid', fulfilment: 'unfulfilled' }, 0, 'paid', true, 10000],
    [{ payment: 'paid', fulfilment: 'fulfilled' }, 0, 'shipped', true, 10000],
    [{ payment: 'partially_refunded', fulfilment: 'fulfilled' }, 2500, 'shipped', true, 7500],
    [{ payment: 'refunded', fulfilment: 'fulfilled' }, 10000, 'refunded', false, 0],
    [{ payment: 'pending', fulfilment: 'unfulfilled' }, 0, 'unpaid', false, 0],
    [{ payment: 'voided' }, 0, 'cancelled', false, 0],
    [
      { payment: 'paid', fulfilment: 'unfulfilled', cancellation: '2026-05-04 10:00:00 -0400' },
      0,
      'cancelled',
      false,
      0,
    ],
  ] as const)('reads Shopify %j with %i refunded as %s', (words, refunded, state, counting, net) => {
    expect(deriveOrder(order(words, { refunded }), shopify.states, plain)).toMatchObject({ state, counting, net });
  });

  it('counts a shipped but unpaid order only for a cash-on-delivery shop', () => {
    const words = { payment: 'pending', fulfilment: 'fulfilled' };
    expect(deriveOrder(order(words), shopify.states, plain).counting).toBe(false);
    expect(deriveOrder(order(words), shopify.states, { cashOnDelivery: true })).toMatchObject({
      counting: true,
      net: 10000,
    });
  });

  it('counts a paid order of nothing, and not one netted to nothing', () => {
    expect(deriveOrder(order({ status: 'paid' }, { total: 0 }), generic.states, plain).counting).toBe(true);
    expect(deriveOrder(order({ status: 'paid' }, { refunded: 10000 }), generic.states, plain).counting).toBe(false);
  });

  it('takes orders of a file without any status as paid', () => {
    expect(deriveOrder(order({}), generic.states, plain)).toMatchObject({ state: 'paid', counting: true });
  });

  it('does not subtract a Taobao refund twice when the paid amount is 0 already', () => {
    expect(
      deriveOrder(order({ status: '交易成功' }, { paid: 0, refunded: 10000 }), taobao.states, plain),
    ).toMatchObject({
      state: 'refunded',
      counting: false,
      net: 0,
    });
    expect(
      deriveOrder(order({ status: '交易成功' }, { paid: 10000, refunded: 3000 }), taobao.states, plain),
    ).toMatchObject({ counting: true, net: 7000 });
  });

  it('names the word it does not know and its column', () => {
    expect(deriveOrder(order({ status: 'awaiting_pickup' }), generic.states, plain).unknown).toEqual([
      { role: 'status', word: 'awaiting_pickup' },
    ]);
  });

  it('never takes a word for a property every object has', () => {
    expect(deriveOrder(order({ status: 'constructor' }), generic.states, plain).state).toBe('unknown');
  });
});
