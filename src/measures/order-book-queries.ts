/** SQL of the book of orders: all that count, those that were paid back, and their keys. */
import { columnsFrom } from '../store/columns.ts';
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
export function bookedOrders(archive: Archive, asOf: string, keyOf: KeyOf, customer?: number): BookedOrders {
  const orders = new OrderColumns();
  const paidBack = new NumberRows(3);
  const batches = columnsByOrder<[number[], number[], string[], number[], number[]]>(archive, {
    // What it is like in one number: each column more takes its time.
    columns: [
      'order_id',
      'customer_id',
      'day',
      'placed_at',
      `CASE state WHEN 'shipped' THEN 1 WHEN 'completed' THEN 2 ELSE 0 END + 4 * counting + 8 * ${PAID_BACK}`,
    ],
    from: `orders ${customer === undefined ? 'NOT INDEXED' : ''}
      WHERE ${whose('customer_id', customer)} AND day <= :asOf AND (counting = 1 OR ${PAID_BACK})`,
    order: 'order_id',
    params: { asOf, customer },
  });
  for (const [ids, customers, days, placed, likes] of batches)
    for (const [at, id] of ids.entries()) {
      const [whom, day, like] = [customers[at] as number, dayNumber(days[at] as string), likes[at] as number];
      if ((like & 4) !== 0) orders.add(id, whom, day, placed[at] as number, like & 3);
      if ((like & 8) !== 0) paidBack.add([whom, id, day]);
    }
  return { book: new OrderBook(orders, keyOf), paidBack };
}

interface ByOrder<Columns> {
  readonly columns: { readonly [at in keyof Columns]: string };
  /** Ends in a condition. */
  readonly from: string;
  /** The column of the orders' numbers. */
  readonly order: string;
  readonly params: Readonly<Record<string, string | number | undefined>>;
}

/** Orders at a time: few enough that their columns take no memory to speak of. */
const BATCH = 2000;

/** Of everybody, or of the customer that `params` tell. */
export function* columnsByOrder<Columns extends readonly unknown[]>(
  archive: Archive,
  { columns, from, order, params }: ByOrder<Columns>,
): Generator<Columns> {
  if (params['customer'] !== undefined) {
    yield columnsFrom<Columns>(archive, columns, from)(params);
    return;
  }
  const last = archive.db.prepare('SELECT coalesce(max(order_id), 0) FROM orders').pluck().get() as number;
  const batch = columnsFrom<Columns>(archive, columns, `${from} AND ${order} BETWEEN :first AND :last`);
  for (let first = 0; first <= last; first += BATCH) yield batch({ ...params, first, last: first + BATCH - 1 });
}

/** shop/number of an order. */
export function orderKeys({ db }: Archive): KeyOf {
  const find = db
    .prepare("SELECT s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id) WHERE o.order_id = ?")
    .pluck();
  return (id) => String(find.get(id));
}
