/** SQL of the book of orders: all that count, those that were paid back, and their keys. */
import { BATCH, batchesOf } from '../store/batches.ts';
import type { Query } from '../store/ahead/messages.ts';
import { columnsFrom, columnsSql } from '../store/columns.ts';
import type { Archive } from '../store/open.ts';
import { dayNumber } from '../values/day-numbers.ts';
import { NumberRows } from '../values/number-rows.ts';
import { type KeysOf, OrderBook, OrderColumns } from './order-book.ts';

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
export function bookedOrders(archive: Archive, asOf: string, customer?: number): BookedOrders {
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
  return { book: new OrderBook(orders, orderKeys(archive)), paidBack };
}

export interface ByOrder<Columns> {
  readonly columns: { readonly [at in keyof Columns]: string };
  /** Ends in a condition. */
  readonly from: string;
  /** The column of the orders' numbers. */
  readonly order: string;
  readonly params: Readonly<Record<string, string | number | undefined>>;
}

/** Of everybody, or of the customer that `params` tell. */
export function* columnsByOrder<Columns extends readonly unknown[]>(
  archive: Archive,
  { columns, from, order, params }: ByOrder<Columns>,
): Generator<Columns> {
  if (params['customer'] === undefined) {
    const read = columnsFrom<Columns>(archive, columns, batchOf(from, order));
    for (const batch of batchesByOrder(archive)) yield read({ ...params, ...batch });
  } else yield columnsFrom<Columns>(archive, columns, from)(params);
}

/** The same of everybody, to be read ahead. */
export function queriesByOrder<Columns extends readonly unknown[]>(
  archive: Archive,
  { columns, from, order, params }: ByOrder<Columns>,
): Query[] {
  const sql = columnsSql(columns, batchOf(from, order));
  return [...batchesByOrder(archive)].map((batch) => ({ sql, params: { ...params, ...batch } }));
}

const batchOf = (from: string, order: string): string => `${from} AND ${order} BETWEEN :first AND :last`;

function* batchesByOrder({ db }: Archive): Generator<{ readonly first: number; readonly last: number }> {
  const last = db.prepare('SELECT coalesce(max(order_id), 0) FROM orders').pluck().get() as number;
  for (let first = 0; first <= last; first += BATCH) yield { first, last: first + BATCH - 1 };
}

/** The shop `s` and the order `o` that a text names as shop/number. By shops, which are few: else all orders are gone through for one. */
export const namedBy = (key: string): string =>
  `shops s CROSS JOIN orders o ON substr(${key}, 1, length(s.name) + 1) = s.name || '/'
     AND o.shop_id = s.shop_id AND o.order_number = substr(${key}, length(s.name) + 2)`;

/** The numbers of those that are named; of names of anything else there is none. */
export function ordersNamed({ db }: Archive, keys: readonly string[]): Set<number> {
  const find = db.prepare(`SELECT o.order_id FROM json_each(?) asked CROSS JOIN ${namedBy('asked.value')}`);
  return new Set(find.pluck().all(JSON.stringify(keys)) as number[]);
}

/** Of very many, as of a few. */
export function orderKeys(archive: Archive): KeysOf {
  const read = columnsFrom<[number[], string[]]>(
    archive,
    ['o.order_id', "s.name || '/' || o.order_number"],
    'json_each(:ids) asked CROSS JOIN orders o ON o.order_id = asked.value CROSS JOIN shops s USING (shop_id)',
  );
  return (asked) => {
    const keys = new Map<number, string>();
    for (const batch of batchesOf(asked)) {
      const [ids, texts] = read({ ids: batch });
      for (const [at, id] of ids.entries()) keys.set(id, texts[at] as string);
    }
    return (id) => String(keys.get(id));
  };
}
