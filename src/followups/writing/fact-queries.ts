/** SQL of what a message may say of a customer, and of an order. */
import { namedBy } from '../../measures/order-book-queries.ts';
import type { Archive } from '../../store/open.ts';
import { lastOrderOf } from '../queries.ts';

export interface CustomerFacts {
  readonly name: string | null;
  readonly account: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly number_of_orders: number | null;
  /** Minor units of the reporting currency; null where all of it is in another. */
  readonly amount_spent: number | null;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly favourite_product: string | null;
}

/** temp.measures must stand. */
export function customerFacts({ db }: Archive): (customer: number) => CustomerFacts | undefined {
  const find = db.prepare(
    `SELECT c.name, c.account, c.country, c.province, c.city, m.number_of_orders, m.amount_spent, m.first_order_date, m.last_order_date,
       m.recency_days, m.favourite_product
     FROM customers c LEFT JOIN temp.measures m USING (customer_id) WHERE c.customer_id = ?`,
  );
  return (customer) => find.get(customer) as CustomerFacts | undefined;
}

export interface OrderFacts {
  readonly number: string;
  readonly shop: string;
  /** ISO 3166-1 alpha-2, of the shop. */
  readonly country: string | null;
  readonly items: readonly string[];
}

interface OrderRow extends Omit<OrderFacts, 'items'> {
  /** JSON. */
  readonly items: string;
}

const ORDER = `SELECT o.order_number AS number, s.name AS shop, s.country,
    (SELECT json_group_array(title) FROM (SELECT title FROM version_lines l WHERE l.version_id = o.lines_version_id ORDER BY l.position)) AS items`;

export interface OrderBook {
  /** By shop/number. */
  readonly named: (order: string) => OrderFacts | undefined;
  /** The last counting one by the day. */
  readonly lastOf: (customer: number) => OrderFacts | undefined;
}

export function orderFacts({ db }: Archive, asOf: string): OrderBook {
  const named = db.prepare(`${ORDER} FROM ${namedBy(':order')}`);
  const last = db.prepare(
    `${ORDER} FROM orders o JOIN shops s USING (shop_id) WHERE o.order_id = (${lastOrderOf(':customer')})`,
  );
  const read = (row: unknown): OrderFacts | undefined => {
    const found = row as OrderRow | undefined;
    return found && { ...found, items: JSON.parse(found.items) as string[] };
  };
  return {
    named: (order) => read(named.get({ order })),
    lastOf: (customer) => read(last.get({ customer, asOf })),
  };
}
