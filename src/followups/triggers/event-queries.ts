/** SQL of what happens to customers beside what they order: complaints, birthdays. */
import { editsOf } from '../../customers/edit-queries.ts';
import { birthdays } from '../../segments/field-queries.ts';
import type { Archive } from '../../store/open.ts';
import { dayNumber } from '../../values/day-numbers.ts';
import { whose } from '../../measures/order-book-queries.ts';

/** On a day number. */
export interface CustomerEvent {
  readonly customer: number;
  readonly day: number;
}

/** Said before `until`, UTC seconds, one for a day. */
export function complaints(
  { db }: Archive,
  { asOf, until }: { readonly asOf: string; readonly until: number },
  customer?: number,
): CustomerEvent[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT customer_id, day FROM notes JOIN record_customers USING (record_id)
       WHERE ${whose('customer_id', customer)} AND kind = 'complaint' AND day <= :asOf AND noted_at < :until ORDER BY customer_id, day`,
    )
    .raw()
    .iterate({ asOf, until, customer }) as IterableIterator<[number, string]>;
  return Array.from(rows, ([whom, day]) => ({ customer: whom, day: dayNumber(day) }));
}

/** YYYY-MM-DD, 0000 where no year is told, as said before `until`, UTC seconds; what was said by hand goes before files. */
export function birthdaysOf(archive: Archive, until: number, customer?: number): (readonly [number, string])[] {
  const { db } = archive;
  if (customer === undefined)
    return db
      .prepare(`SELECT customer_id, value FROM (${birthdays('value')})`)
      .raw()
      .all({ until }) as [number, string][];
  const inFiles = db
    .prepare(
      `SELECT p.birthday FROM record_customers k CROSS JOIN profiles p USING (record_id) JOIN imports i USING (import_id)
       WHERE k.customer_id = :customer AND i.undone_at IS NULL AND i.imported_at < :until AND p.birthday IS NOT NULL
       ORDER BY p.import_id DESC, p.line DESC LIMIT 1`,
    )
    .pluck();
  const said =
    editsOf(archive, customer, until).get('birthday') ?? (inFiles.get({ customer, until }) as string | undefined);
  return said === undefined ? [] : [[customer, said]];
}
