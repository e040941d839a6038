/**
 * The row of each affected customer: the name, addresses and place that stand for them, chosen from
 * all their orders in a way that does not depend on which file came first.
 */
import type { Archive } from '../store/open.ts';

interface RecordRow {
  readonly customer_id: number;
  readonly record_id: number;
  readonly fingerprint: string;
  readonly name: string | null;
  readonly receiver_name: string | null;
  readonly account: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly orders: number;
  readonly latest: number;
}

interface AddressRow {
  readonly record_id: number;
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly line_type: string | null;
}

export function writeCustomerRows(archive: Archive): void {
  const { db } = archive;
  const records = groupBy(
    db
      .prepare(`SELECT c.customer_id, r.record_id, r.fingerprint, r.name, r.receiver_name, r.account, r.country, r.province, r.city, r.district,
                       count(o.order_id) AS orders, max(o.placed_at) AS latest
                FROM affected_customers a JOIN record_customers c USING (customer_id) JOIN records r USING (record_id)
                  JOIN orders o ON o.record_id = r.record_id
                GROUP BY r.record_id`)
      .all() as RecordRow[],
    (row) => row.customer_id,
  );
  const addresses = groupBy(
    db
      .prepare(`SELECT i.record_id, i.kind, i.value, i.line_type
                FROM affected_customers a JOIN record_customers c USING (customer_id) JOIN identifiers i USING (record_id)
                WHERE i.kind IN ('email', 'phone') AND i.state = 'usable'`)
      .all() as AddressRow[],
    (row) => row.record_id,
  );
  const write =
    db.prepare(`INSERT OR REPLACE INTO customers (customer_id, name, account, email, phone, phone_type, country, province, city, district)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = db.prepare('DELETE FROM customers WHERE customer_id = ?');
  for (const customer of db.prepare('SELECT customer_id FROM affected_customers').pluck().all() as number[]) {
    const rows = records.get(customer);
    if (!rows) {
      remove.run(customer);
      continue;
    }
    const reachable = rows.flatMap((row) =>
      (addresses.get(row.record_id) ?? []).map((address) => ({ ...address, row })),
    );
    const email = commonest(
      reachable.filter(({ kind }) => kind === 'email'),
      ({ value }) => value,
      ({ row }) => row,
    );
    const phone = commonest(
      reachable.filter(({ kind }) => kind === 'phone'),
      ({ value }) => value,
      ({ row }) => row,
    );
    const name =
      commonest(
        rows,
        (row) => unmasked(row.name ?? row.receiver_name),
        (row) => row,
      ) ?? latest(rows, (row) => row.name ?? row.receiver_name);
    const account = commonest(
      rows,
      (row) => unmasked(row.account),
      (row) => row,
    );
    const home = latest(rows, (row) => (row.city ?? row.province ?? row.country) && row);
    write.run(
      customer,
      name ?? null,
      account ?? null,
      email ?? null,
      phone ?? null,
      reachable.find(({ value }) => value === phone)?.line_type ?? null,
      home?.country ?? null,
      home?.province ?? null,
      home?.city ?? null,
      home?.district ?? null,
    );
  }
}

const unmasked = (text: string | null) => (text?.includes('*') ? null : text);

/** The value on most orders; among equals the one on the latest, then the first in the alphabet. */
function commonest<T>(
  items: readonly T[],
  valueOf: (item: T) => string | null,
  rowOf: (item: T) => RecordRow,
): string | undefined {
  const counts = new Map<string, { orders: number; latest: number }>();
  for (const item of items) {
    const value = valueOf(item);
    if (value === null) continue;
    const row = rowOf(item);
    const known = counts.get(value) ?? { orders: 0, latest: 0 };
    counts.set(value, { orders: known.orders + row.orders, latest: Math.max(known.latest, row.latest) });
  }
  type Use = { orders: number; latest: number };
  const beats = ([value, use]: [string, Use], [otherValue, other]: [string, Use]) =>
    (use.orders - other.orders || use.latest - other.latest || (value < otherValue ? 1 : -1)) > 0;
  let best: [string, Use] | undefined;
  for (const entry of counts) if (!best || beats(entry, best)) best = entry;
  return best?.[0];
}

function latest<V>(rows: readonly RecordRow[], valueOf: (row: RecordRow) => V | null | '' | undefined): V | undefined {
  const dated = rows.toSorted((a, b) => b.latest - a.latest || (a.fingerprint < b.fingerprint ? -1 : 1));
  for (const row of dated) {
    const value = valueOf(row);
    if (value) return value;
  }
  return undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
