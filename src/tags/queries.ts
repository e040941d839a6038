/** Labels on customers: facts with an origin and a reason, hung on a record of the customer. */
import { recordOf } from '../customers/anchor-queries.ts';
import { type Moment, tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';

export interface NewTag {
  readonly tag: string;
  /** 'hand', or 'segment:NAME' where the customers came from one. */
  readonly origin: string;
  readonly reason: string | null;
  /** Last day on which the tag no longer holds. */
  readonly expires: string | null;
  /** UTC seconds. */
  readonly at: number;
}

const ACTIVE = tagHolds('t');

/** Customers who carry the tag already keep it as it is. */
export function addTag(
  archive: Archive,
  customers: readonly number[],
  tag: NewTag,
  moment: Moment,
): { readonly added: number; readonly already: number } {
  return archive.write(() => {
    const { db } = archive;
    const carries = db.prepare(
      `SELECT 1 FROM tag_facts t JOIN record_customers USING (record_id) WHERE customer_id = :customer AND tag = :tag AND ${ACTIVE}`,
    );
    const add = db.prepare(
      'INSERT INTO tag_facts (tag, record_id, origin, reason, added_at, expires_day) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const record = recordOf(archive);
    let added = 0;
    for (const customer of customers) {
      if (carries.get({ customer, tag: tag.tag, ...moment })) continue;
      add.run(tag.tag, record(customer), tag.origin, tag.reason, tag.at, tag.expires);
      added++;
    }
    return { added, already: customers.length - added };
  });
}

/** Tags that have expired are not taken off: nobody carries them. */
export function removeTag(
  archive: Archive,
  customers: readonly number[],
  tag: string,
  { at, asOf }: { readonly at: number; readonly asOf: string },
): { readonly removed: number; readonly without: number } {
  return archive.write(() => {
    const remove = archive.db.prepare(
      `UPDATE tag_facts SET removed_at = ? WHERE tag = ? AND removed_at IS NULL AND (expires_day IS NULL OR expires_day > ?)
         AND record_id IN (SELECT record_id FROM record_customers WHERE customer_id = ?)`,
    );
    const removed = customers.filter((customer) => remove.run(at, tag, asOf, customer).changes > 0).length;
    return { removed, without: customers.length - removed };
  });
}

export interface TagRow {
  readonly tag: string;
  readonly customer_id: number;
  readonly name: string | null;
  readonly origin: string;
  readonly reason: string | null;
  readonly added_at: number;
  readonly expires_day: string | null;
}

export function taggedCustomers(archive: Archive, tag: string, moment: Moment): TagRow[] {
  return archive.db
    .prepare(`SELECT t.tag, k.customer_id, c.name, t.origin, t.reason, max(t.added_at) AS added_at, t.expires_day
              FROM tag_facts t JOIN record_customers k USING (record_id) JOIN customers c USING (customer_id)
              WHERE t.tag = :tag AND ${ACTIVE} GROUP BY k.customer_id ORDER BY k.customer_id`)
    .all({ tag, ...moment }) as TagRow[];
}

export function countTags(archive: Archive, moment: Moment): { tag: string; customers: number }[] {
  return archive.db
    .prepare(
      `SELECT t.tag, count(DISTINCT k.customer_id) AS customers FROM tag_facts t JOIN record_customers k USING (record_id) WHERE ${ACTIVE} GROUP BY t.tag ORDER BY t.tag`,
    )
    .all({ ...moment }) as { tag: string; customers: number }[];
}
