/** SQL that writes who belongs to which customer, and the customers' rows. */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import { isProfiled, RECORD_FACTS, type RecordFacts } from './affected-queries.ts';
import type { Identifier } from './identifiers.ts';
import { type Portrait, portraitOf, type PortraitRecord } from './portrait.ts';

const COLUMNS = 'customer_id, name, account, email, phone, phone_type, country, province, city, district';

const row = (customer: number, portrait: Portrait) => {
  const { name, account, email, phone, phoneType, country, province, city, district } = portrait;
  return [customer, name, account, email, phone, phoneType, country, province, city, district] as const;
};

/** Rows of records that were not there before; written at the latest by `flush`. */
export function newcomerWriters(archive: Archive) {
  const { db } = archive;
  const identifiers = new BulkInsert(
    db,
    'identifiers (record_id, kind, scope, value, role, state, line_type, name_key)',
  );
  const belongings = new BulkInsert(db, 'record_customers (record_id, customer_id)');
  const customers = new BulkInsert(db, `customers (${COLUMNS})`);
  return {
    identifier(record: number, { kind, scope, value, role, state, lineType, nameKey }: Identifier): void {
      identifiers.add(record, kind, scope, value, role, state, lineType, nameKey);
    },
    /** A customer of one record. */
    customer(record: number, portrait: Portrait): void {
      belongings.add(record, record);
      customers.add(...row(record, portrait));
    },
    flush(): void {
      for (const bulk of [identifiers, belongings, customers]) bulk.flush();
    },
  };
}

/** Moves records between customers, their orders with them. */
export function belongingWriters(archive: Archive) {
  const { db } = archive;
  const put = db.prepare(
    'INSERT INTO record_customers VALUES (?, ?) ON CONFLICT (record_id) DO UPDATE SET customer_id = excluded.customer_id',
  );
  const remove = db.prepare('DELETE FROM record_customers WHERE record_id = ?');
  const orders = db.prepare('UPDATE orders SET customer_id = ? WHERE record_id = ? AND customer_id IS NOT ?');
  return {
    move(record: number, customer: number | null): void {
      if (customer === null) remove.run(record);
      else put.run(record, customer);
    },
    orders(record: number, customer: number | null): void {
      orders.run(customer, record, customer);
    },
  };
}

/** Whose a record is. */
export function customerQuery({ db }: Archive): (record: number) => number | undefined {
  const find = db.prepare('SELECT customer_id FROM record_customers WHERE record_id = ?').pluck();
  return (record) => find.get(record) as number | undefined;
}

/** Writes customers anew from all their records. */
export function portraitQueries(archive: Archive) {
  const { db } = archive;
  const facts = db.prepare(`
    SELECT ${RECORD_FACTS}, count(o.order_id) AS orders, coalesce(max(o.placed_at), 0) AS latest
    FROM record_customers c JOIN records r USING (record_id) LEFT JOIN orders o USING (record_id)
    WHERE c.customer_id = ? AND (o.order_id IS NOT NULL OR ${isProfiled('r.record_id')}) GROUP BY r.record_id`);
  const identifiers = db.prepare(`
    SELECT i.record_id AS record, i.kind, i.scope, i.value, i.role, i.state, i.line_type AS lineType, i.name_key AS nameKey
    FROM record_customers c JOIN identifiers i USING (record_id) WHERE c.customer_id = ?
    ORDER BY i.record_id, i.kind, i.scope, i.value`);
  const replace = db.prepare(`INSERT OR REPLACE INTO customers (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare('DELETE FROM customers WHERE customer_id = ?');
  const named = editedNames(archive);
  /** Records on which orders stand, or of which a file of customers speaks. */
  const records = (customer: number): PortraitRecord[] => {
    const found = new Map<number, Identifier[]>();
    for (const identifier of identifiers.all(customer) as (Identifier & { readonly record: number })[]) {
      const known = found.get(identifier.record);
      if (known) known.push(identifier);
      else found.set(identifier.record, [identifier]);
    }
    return (facts.all(customer) as (RecordFacts & { orders: number; latest: number })[]).map((record) => ({
      facts: record,
      identifiers: found.get(record.record) ?? [],
      orders: record.orders,
      latest: record.latest,
    }));
  };
  return {
    /** Undefined for one of whom no order and no file of customers speaks. */
    portrait(customer: number): Portrait | undefined {
      const seen = records(customer);
      if (seen.length === 0) return undefined;
      const portrait = portraitOf(seen);
      return { ...portrait, name: named.get(customer) ?? portrait.name };
    },
    write(customer: number, portrait: Portrait): void {
      replace.run(row(customer, portrait));
    },
    /** False where there was none. */
    remove(customer: number): boolean {
      return remove.run(customer).changes > 0;
    },
  };
}

/** Names given by hand, by customer as they stand: they outweigh what orders say. */
function editedNames({ db }: Archive): Map<number, string> {
  const edits = db
    .prepare(`SELECT customer_id, value FROM edits JOIN record_customers USING (record_id)
              WHERE field = 'name' ORDER BY edited_at, edit_id`)
    .raw()
    .iterate() as IterableIterator<[customer: number, name: string | null]>;
  const names = new Map<number, string>();
  for (const [customer, name] of edits) {
    if (name === null) names.delete(customer);
    else names.set(customer, name);
  }
  return names;
}
