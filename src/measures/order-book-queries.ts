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
  // What it is like in one number: each value more takes its time.
  const select = `SELECT order_id, customer_id, day, placed_at, CASE state WHEN 'shipped' THEN 1 WHEN 'completed' THEN 2 ELSE 0 END + 4 * counting + 8 * ${PAID_BACK}
    FROM orders ${customer === undefined ? 'NOT INDEXED' : ''}
    WHERE ${whose('customer_id', customer)} AND day <= :asOf AND (counting = 1 OR ${PAID_BACK})`;
  type Row = [number, number, string, number, number];
  for (const [id, whom, day, placedAt, like] of rowsByOrder<Row>(db, select, 'order_id', customer, { asOf })) {
    const number = dayNumber(day);
    if ((like & 4) !== 0) orders.add(id, whom, number, placedAt, like & 3);
    if ((like & 8) !== 0) paidBack.add([whom, id, number]);
  }
  return { book: new OrderBook(orders, keyOf), paidBack };
}

/** So many at a time: rows one by one take half as long again. */
const BATCH = 2000;

/** Rows of a query that ends in a condition, of everybody or of one customer; `order` is its column of the orders' numbers. */
export function* rowsByOrder<Row>(
  db: Archive['db'],
  select: string,
  order: string,
  customer: number | undefined,
  params: Readonly<Record<string, string>> = {},
): Generator<Row> {
  if (customer !== undefined) {
    yield* db
      .prepare(select)
      .raw()
      .all({ ...params, customer }) as Row[];
    return;
  }
  const last = db.prepare('SELECT coalesce(max(order_id), 0) FROM orders').pluck().get() as number;
  const rows = db.prepare(`${select} AND ${order} BETWEEN :from AND :to`).raw();
  for (let from = 0; from <= last; from += BATCH) yield* rows.all({ ...params, from, to: from + BATCH - 1 }) as Row[];
}

/** shop/number of an order. */
export function orderKeys({ db }: Archive): KeyOf {
  const find = db
    .prepare("SELECT s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id) WHERE o.order_id = ?")
    .pluck();
  return (id) => String(find.get(id));
}
