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
  const batches = columnsByOrder<[number[], number[], string[], number[], number[]]>(db, {
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

interface ByOrder {
  readonly columns: readonly string[];
  /** Ends in a condition. */
  readonly from: string;
  /** The column of the orders' numbers. */
  readonly order: string;
  readonly params: { readonly customer: number | undefined } & Readonly<Record<string, string | number | undefined>>;
}

/** Orders at a time: few enough that their columns take no memory to speak of. */
const BATCH = 2000;

/** Columns side by side, of everybody or of one customer, as JSON: value by value they take twice as long to read. */
export function* columnsByOrder<Columns extends readonly unknown[]>(
  db: Archive['db'],
  { columns, from, order, params }: ByOrder,
): Generator<Columns> {
  const select = `SELECT ${columns.map((column) => `json_group_array(${column})`).join(', ')} FROM ${from}`;
  const read = (texts: unknown) => (texts as string[]).map((text) => JSON.parse(text) as unknown) as unknown as Columns;
  if (params.customer !== undefined) {
    yield read(db.prepare(select).raw().get(params));
    return;
  }
  const last = db.prepare('SELECT coalesce(max(order_id), 0) FROM orders').pluck().get() as number;
  const batch = db.prepare(`${select} AND ${order} BETWEEN :first AND :last`).raw();
  for (let first = 0; first <= last; first += BATCH)
    yield read(batch.get({ ...params, first, last: first + BATCH - 1 }));
}

/** shop/number of an order. */
export function orderKeys({ db }: Archive): KeyOf {
  const find = db
    .prepare("SELECT s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id) WHERE o.order_id = ?")
    .pluck();
  return (id) => String(find.get(id));
}
