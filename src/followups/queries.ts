/** SQL of the follow-ups: what was sent, what a parcel may go with, who the people are. */
import { whose } from '../measures/order-book-queries.ts';
import { batchesOf } from '../store/batches.ts';
import { columnsFrom } from '../store/columns.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { once } from '../values/once.ts';
import { sortedLookup } from '../values/sorted-lookup.ts';
import type { PastTouch } from './ledger.ts';

/** Contacts made, or handed over for the day after, by the end of `asOf`: no further back than any budget looks, and all that plays asked for; of everybody or of one customer. */
export function touchesSince(archive: Archive, since: string, asOf: string, customer?: number): PastTouch[] {
  return archive.db
    .prepare(`SELECT k.customer_id AS customer, t.day, t.kind, t.channel, t.play FROM touches t JOIN record_customers k USING (record_id) LEFT JOIN contact_lists l USING (list_id)
              WHERE (t.day >= :since OR t.play IS NOT NULL) AND coalesce(l.day, t.day) <= :asOf AND ${whose('k.customer_id', customer)} ORDER BY t.touch_id`)
    .all({ since, asOf, customer }) as PastTouch[];
}

/** Those whom a merge by hand holds together. */
export function mergedCustomers({ db }: Archive): Set<number> {
  const all = db.prepare('SELECT customer_id FROM merged_records JOIN record_customers USING (record_id)').pluck();
  return new Set(all.all() as number[]);
}

/** What anybody was worth by then, in minor units of the reporting currency; temp.measures must stand. */
export function valuesOf(archive: Archive, customer?: number): (customer: number) => number | null {
  const read = columnsFrom<[number[], (number | null)[]]>(
    archive,
    ['customer_id', 'amount_spent'],
    `(SELECT * FROM temp.measures WHERE ${whose('customer_id', customer)} ORDER BY customer_id)`,
  );
  const valueOf = sortedLookup(...read({ customer }));
  return (whose) => valueOf(whose) ?? null;
}

/** An order that is paid, and was not shipped in so many days, is hardly waiting still. */
const PARCEL_DAYS = 30;

/** Of whoever has an order that is paid and not shipped the last one, as shop/number. */
export function parcelOrders({ db }: Archive, asOf: string, among?: readonly number[]): Map<number, string> {
  return new Map(
    db
      .prepare(
        `SELECT o.customer_id, s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id)
         WHERE o.state = 'paid' AND o.counting = 1 AND o.day BETWEEN :since AND :asOf
           AND ${among ? 'o.customer_id IN (SELECT value FROM json_each(:among))' : 'o.customer_id IS NOT NULL'}
         ORDER BY o.placed_at, s.name, o.order_number`,
      )
      .raw()
      .all({ since: addDays(asOf, -PARCEL_DAYS), asOf, among: JSON.stringify(among ?? null) }) as [number, string][],
  );
}

/** Where each lives, as far as that is known, of everybody or of one customer; read where the first is asked for. */
export function placesOf(archive: Archive, customer?: number): (customer: number) => Home {
  const lookups = once(() => {
    const [customers, countries, provinces] = columnsFrom<[number[], Home['country'][], Home['province'][]]>(
      archive,
      ['customer_id', 'country', 'province'],
      `(SELECT * FROM customers WHERE ${whose('customer_id', customer)} AND (country IS NOT NULL OR province IS NOT NULL) ORDER BY customer_id)`,
    )({ customer });
    return { countryOf: sortedLookup(customers, countries), provinceOf: sortedLookup(customers, provinces) };
  });
  return (whom) => {
    const { countryOf, provinceOf } = lookups();
    return { country: countryOf(whom) ?? null, province: provinceOf(whom) ?? null };
  };
}

interface Home {
  readonly country: string | null;
  readonly province: string | null;
}

/** The last order of a customer that counts by :asOf, for all who name it: which it is depends on no order of rows. */
export const lastOrderOf = (customer: string): string => `SELECT p.order_id FROM orders p
  WHERE p.customer_id = ${customer} AND p.counting = 1
    AND p.day = (SELECT max(day) FROM orders WHERE customer_id = ${customer} AND counting = 1 AND day <= :asOf)
  ORDER BY p.placed_at DESC, (SELECT name FROM shops WHERE shop_id = p.shop_id) DESC, p.order_number DESC LIMIT 1`;

export interface Person {
  readonly customer_id: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly last_items: string | null;
  readonly last_order_date: string | null;
}

/** Who a customer is and what they bought last; temp.measures must stand. `expected`: of whom it will be asked, where they are very many. */
export function personRows(
  { db }: Archive,
  asOf: string,
  expected: readonly number[] = [],
): (customer: number) => Person | undefined {
  const find =
    db.prepare(`SELECT c.customer_id, c.name, c.account, (SELECT last_order_date FROM temp.measures m WHERE m.customer_id = c.customer_id) AS last_order_date,
                (SELECT group_concat(title, '; ') FROM (SELECT l.title FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
                   WHERE o.order_id = (${lastOrderOf('c.customer_id')})
                   ORDER BY l.position)) AS last_items
              FROM json_each(:customers) asked CROSS JOIN customers c ON c.customer_id = asked.value`);
  const known = new Map<number, Person>();
  const read = (customers: readonly number[]) => {
    for (const batch of batchesOf(customers))
      for (const person of find.all({ asOf, customers: batch }) as Person[]) known.set(person.customer_id, person);
  };
  read([...new Set(expected)]);
  return (customer) => {
    // Several follow-ups may be of one.
    if (!known.has(customer)) read([customer]);
    return known.get(customer);
  };
}
