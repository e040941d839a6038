/** SQL of who may be one person although the evidence does not join them. */
import type { Archive } from '../store/open.ts';

/** A value beside the customers that have it, with the name it stands beside. */
export interface ValueUsers {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly customers: readonly number[];
}

/** More than so many users say nothing of any two of them. */
const MOST = 5;

type Row = [kind: ValueUsers['kind'], value: string, customers: string];

const users = (rows: unknown[]): ValueUsers[] =>
  (rows as Row[]).map(([kind, value, customers]) => ({ kind, value, customers: JSON.parse(customers) as number[] }));

/** E-mails and phones of two or more customers as buyers: what the rules did not take as proof. */
export function valuesOfSeveral({ db }: Archive): ValueUsers[] {
  return users(
    db
      .prepare(
        `SELECT kind, value, json_group_array(DISTINCT customer_id) FROM identifiers JOIN record_customers USING (record_id) JOIN customers USING (customer_id)
         WHERE kind IN ('email', 'phone') AND role = 'buyer' AND state IN ('usable', 'relay')
         GROUP BY kind, value, scope HAVING count(DISTINCT customer_id) BETWEEN 2 AND ${MOST}`,
      )
      .raw()
      .all(),
  );
}

/**
 * Phones of parcels that several customers have under the same name, on all they ordered: whoever sends
 * a gift has other parcels.
 */
export function receiversOfSeveral({ db }: Archive): ValueUsers[] {
  return users(
    db
      .prepare(
        `WITH sizes AS (SELECT customer_id, count(*) AS records FROM record_customers WHERE record_id IN (SELECT record_id FROM orders) GROUP BY customer_id),
           uses AS (SELECT value, name_key, customer_id, count(DISTINCT record_id) AS records, max(role) AS role FROM identifiers JOIN record_customers USING (record_id) JOIN customers USING (customer_id)
                    WHERE kind = 'phone' AND state = 'usable' AND name_key IS NOT NULL GROUP BY value, name_key, customer_id)
         SELECT 'phone', value, json_group_array(u.customer_id) FROM uses u JOIN sizes s ON s.customer_id = u.customer_id AND s.records <= u.records
         GROUP BY value, name_key HAVING count(*) BETWEEN 2 AND ${MOST} AND max(role) = 'receiver'`,
      )
      .raw()
      .all(),
  );
}

export interface Contact {
  readonly customer: number;
  readonly nameKey: string;
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

/** E-mails and mobile numbers with the name beside them, by name. */
export function namedContacts({ db }: Archive): IterableIterator<Contact> {
  return db
    .prepare(
      `SELECT DISTINCT customer_id AS customer, coalesce(name_key, '') AS nameKey, kind, value FROM identifiers JOIN record_customers USING (record_id) JOIN customers USING (customer_id)
       WHERE kind IN ('email', 'phone') AND state = 'usable' ORDER BY nameKey, kind, value, customer`,
    )
    .iterate() as IterableIterator<Contact>;
}

export interface Place {
  readonly customer: number;
  readonly name: string;
  readonly city: string;
  readonly address: string;
}

/** Where parcels of a name went. */
export function places({ db }: Archive): IterableIterator<Place> {
  return db
    .prepare(
      `SELECT DISTINCT customer_id AS customer, name, city, address FROM (
         SELECT k.customer_id, coalesce(r.receiver_name, r.name) AS name, coalesce(r.city, r.province, '') AS city, r.address
         FROM records r JOIN record_customers k USING (record_id) JOIN customers c USING (customer_id) WHERE r.address IS NOT NULL)
       WHERE name IS NOT NULL ORDER BY customer`,
    )
    .iterate() as IterableIterator<Place>;
}

/** Pairs of customers that were kept apart by hand, the lower number first. */
export function pairsApart({ db }: Archive): [one: number, other: number][] {
  return db
    .prepare(
      `SELECT DISTINCT min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id)
       FROM overrides o JOIN override_records x ON x.override_id = o.override_id AND x.side = 0 JOIN record_customers a ON a.record_id = x.record_id
         JOIN override_records y ON y.override_id = o.override_id AND y.side = 1 JOIN record_customers b ON b.record_id = y.record_id
       WHERE o.kind = 'split' AND o.undone_at IS NULL AND a.customer_id <> b.customer_id`,
    )
    .raw()
    .all() as [number, number][];
}
