/** SQL that writes the customers' rows. */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import type { Portrait } from './portrait.ts';

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
