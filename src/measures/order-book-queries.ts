/** SQL of the book of orders: all that count, those that were paid back, and their keys. */
import type { Archive } from '../store/open.ts';
import { dayNumber } from '../values/day-numbers.ts';
import { NumberRows } from '../values/number-rows.ts';
import { type KeyOf, OrderBook, OrderColumns } from './order-book.ts';

/** Of one customer, or of everybody who is known. */
export const whose = (column: string, customer: number | undefined): string =>
  customer === undefined ? `${column} IS NOT NULL` : `${column} = :customer`;

/** A refund, wholly or in part. */
export const PAID_BACK = "(refunded > 0 OR state = 'refunded')";

export interface BookedOrders {
  readonly book: OrderBook;
  /** Customer, order and the number of its day, of those that were paid back wholly or partly, counting or not. */
  readonly paidBack: NumberRows;
}

/** By the end of `asOf`, as they are known now; of everybody or of one customer. */
export function bookedOrders({ db }: Archive, asOf: string, keyOf: KeyOf, customer?: number): BookedOrders {
  const orders = new OrderColumns();
  const paidBack = new NumberRows(3);
  const rows = db
    .prepare(
      `SELECT order_id, customer_id, day, placed_at, CASE state WHEN 'shipped' THEN 1 WHEN 'completed' THEN 2 ELSE 0 END, counting, ${PAID_BACK}
       FROM orders ${customer === undefined ? 'NOT INDEXED' : ''}
       WHERE ${whose('customer_id', customer)} AND day <= :asOf AND (counting = 1 OR ${PAID_BACK})`,
    )
    .raw()
    .iterate({ asOf, customer }) as IterableIterator<[number, number, string, number, number, number, number]>;
  for (const [id, whom, day, placedAt, stage, counting, back] of rows) {
    const number = dayNumber(day);
    if (counting === 1) orders.add(id, whom, number, placedAt, stage);
    if (back === 1) paidBack.add([whom, id, number]);
  }
  return { book: new OrderBook(orders, keyOf), paidBack };
}

/** shop/number of an order. */
export function orderKeys({ db }: Archive): KeyOf {
  const find = db
    .prepare("SELECT s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id) WHERE o.order_id = ?")
    .pluck();
  return (id) => String(find.get(id));
}
