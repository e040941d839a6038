/** Which purchases are used up when, whatever the order in which the lines were read. */
import { expect, it } from 'vitest';
import { OrderBook, OrderColumns } from '../../src/measures/order-book.ts';
import { PurchaseList } from '../../src/segments/purchase-list.ts';
import { NEVER, refillsOf, usualGapsOf } from '../../src/segments/refills.ts';
import { NumberRows } from '../../src/values/number-rows.ts';

const [TEA, CUP] = [0, 1];

interface Order {
  readonly customer: number;
  readonly day: number;
  /** Product and quantity. */
  readonly lines: readonly (readonly [number, number])[];
}

/** Orders are read as they stand here, numbered from 1. */
function bought(...orders: readonly Order[]): PurchaseList {
  const columns = new OrderColumns();
  for (const [at, { customer, day }] of orders.entries()) columns.add(at + 1, customer, day, day * 86_400, 0);
  const book = new OrderBook(columns, () => String);
  const places = book.places();
  const rows = new NumberRows(3);
  for (const [at, { lines }] of orders.entries())
    for (const [product, quantity] of lines) rows.add([places[at + 1] as number, product, quantity]);
  return new PurchaseList(book, rows);
}

/** A piece of tea lasts ten days, of cups nothing is said. */
const supplyOf = (product: number) => (product === TEA ? 10 : undefined);

const refills = (list: PurchaseList, withEarlier = false) =>
  Array.from(refillsOf(list, { supplyOf, withEarlier }), ({ line, usedUp, boughtNext }) => ({
    order: list.order(line),
    read: list.readAs[line],
    usedUp,
    next: boughtNext === NEVER ? null : boughtNext,
  }));

it('is of the latest purchase, though an earlier one is read after it', () => {
  const list = bought({ customer: 1, day: 50, lines: [[TEA, 2]] }, { customer: 1, day: 20, lines: [[TEA, 1]] });
  expect(refills(list)).toEqual([{ order: 1, read: 0, usedUp: 70, next: null }]);
  expect(refills(list, true)).toEqual([
    { order: 2, read: 1, usedUp: 30, next: 50 },
    { order: 1, read: 0, usedUp: 70, next: null },
  ]);
});

it('is of the last of several lines of one order', () => {
  const lines = [
    [TEA, 1],
    [CUP, 1],
    [TEA, 3],
  ] as const;
  const list = bought({ customer: 1, day: 20, lines }, { customer: 1, day: 40, lines: [[TEA, 1]] });
  expect(refills(list, true)).toEqual([
    { order: 1, read: 2, usedUp: 50, next: 40 },
    { order: 2, read: 3, usedUp: 50, next: null },
  ]);
});

it('is of each customer by themselves, product after product as they came to them', () => {
  const list = bought(
    { customer: 2, day: 10, lines: [[TEA, 1]] },
    { customer: 1, day: 20, lines: [[TEA, 1]] },
    { customer: 3, day: 5, lines: [] },
    { customer: 2, day: 30, lines: [[TEA, 1]] },
  );
  expect(refills(list, true).map(({ order, next }) => [order, next])).toEqual([
    [2, null],
    [1, 30],
    [4, null],
  ]);
});

it('waits for the usual gap, of which there must be five; twice on one day is none', () => {
  const cups = (customer: number, ...days: readonly number[]) =>
    days.map((day): Order => ({ customer, day, lines: [[CUP, 9]] }));
  const four = bought(...cups(1, 10, 10, 20, 40, 70), ...cups(2, 5, 12));
  expect(usualGapsOf(four)(CUP)).toBeUndefined();
  expect(refills(four)).toEqual([]);
  const five = bought(...cups(1, 10, 10, 20, 40, 70), ...cups(2, 5, 12, 100));
  expect(usualGapsOf(five)(CUP)).toBe(20);
  expect(refills(five).map(({ order, usedUp }) => [order, usedUp])).toEqual([
    [5, 90],
    [8, 120],
  ]);
  expect(usualGapsOf(five)(TEA)).toBeUndefined();
});
