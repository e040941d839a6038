/** SQL of the customers' rows: the records a customer is made of, and what stands for them. */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import type { Identifier } from './identifiers.ts';
import type { Portrait, PortraitRecord } from './portrait.ts';

type RecordRow = [
  customer: number,
  record: number,
  fingerprint: string,
  name: string | null,
  receiverName: string | null,
  account: string | null,
  country: string | null,
  province: string | null,
  city: string | null,
  district: string | null,
  orders: number,
  latest: number,
];

/** The affected records by the customer they now belong to; every record of those customers is among them. */
export function recordsByCustomer(
  archive: Archive,
  identifiersOf: (record: number) => readonly Identifier[],
): Map<number, PortraitRecord[]> {
  const rows = archive.db
    .prepare(`SELECT c.customer_id, r.record_id, r.fingerprint, r.name, r.receiver_name, r.account, r.country, r.province, r.city, r.district,
                     count(*), max(o.placed_at)
              FROM affected a JOIN record_customers c USING (record_id) JOIN records r USING (record_id)
                JOIN orders o ON o.record_id = r.record_id
              GROUP BY r.record_id`)
    .raw()
    .iterate() as IterableIterator<RecordRow>;
  const found = new Map<number, PortraitRecord[]>();
  for (const row of rows) {
    const [customer, record, fingerprint, name, receiverName, account, country, province, city, district] = row;
    const [orders, latest] = [row[10], row[11]];
    const identifiers = identifiersOf(record);
    const place = { country, province, city, district };
    const portrayed = { fingerprint, name, receiverName, account, ...place, orders, latest, identifiers };
    const known = found.get(customer);
    if (known) known.push(portrayed);
    else found.set(customer, [portrayed]);
  }
  return found;
}

/** Rows of customers that `before` did not have are new. */
export function customerWriters(archive: Archive, before: ReadonlySet<number>) {
  const { db } = archive;
  const columns = 'customer_id, name, account, email, phone, phone_type, country, province, city, district';
  const added = new BulkInsert(db, `customers (${columns})`);
  const replace = db.prepare(`INSERT OR REPLACE INTO customers (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare('DELETE FROM customers WHERE customer_id = ?');
  return {
    /** Written at the latest by `flush`. */
    write(customer: number, portrait: Portrait): void {
      const { name, account, email, phone, phoneType, country, province, city, district } = portrait;
      const row = [customer, name, account, email, phone, phoneType, country, province, city, district] as const;
      if (before.has(customer)) replace.run(row);
      else added.add(...row);
    },
    remove(customer: number): void {
      remove.run(customer);
    },
    flush(): void {
      added.flush();
    },
  };
}
