/** SQL of when somebody was last heard of, and of how long they are kept. */
import type { Archive } from '../store/open.ts';

export interface LastHeardOf {
  readonly customer_id: number;
  readonly name: string | null;
  readonly last_day: string;
}

/**
 * Customers of whom there is no order, contact, note, answer, consent or entry of a customer file from `since` on, by number.
 * An entry counts from when its file came: whoever was only just told of has not been forgotten by anybody.
 */
export function notHeardOfSince({ db }: Archive, since: string): LastHeardOf[] {
  return db
    .prepare(
      `WITH signs AS (
         SELECT customer_id, max(day) AS day FROM orders WHERE customer_id IS NOT NULL GROUP BY 1
         UNION ALL SELECT customer_id, max(day) FROM touches JOIN record_customers USING (record_id) GROUP BY 1
         UNION ALL SELECT customer_id, max(max(day, date(noted_at, 'unixepoch'))) FROM notes JOIN record_customers USING (record_id) GROUP BY 1
         UNION ALL SELECT customer_id, date(max(happened_at), 'unixepoch') FROM contact_results JOIN record_customers USING (record_id) WHERE result = 'replied' GROUP BY 1
         UNION ALL SELECT customer_id, date(max(stated_at), 'unixepoch') FROM consents JOIN record_customers USING (record_id) GROUP BY 1
         UNION ALL SELECT customer_id, date(max(imported_at), 'unixepoch') FROM profiles JOIN imports USING (import_id) JOIN record_customers USING (record_id)
           WHERE undone_at IS NULL GROUP BY 1)
       SELECT customer_id, c.name, max(s.day) AS last_day FROM signs s JOIN customers c USING (customer_id)
       GROUP BY customer_id HAVING max(s.day) < ? ORDER BY customer_id`,
    )
    .all(since) as LastHeardOf[];
}

/** Nobody is too old from then on. */
export function removeRetention(archive: Archive): void {
  archive.write(() => archive.db.prepare("DELETE FROM settings WHERE key = 'retention'").run());
}

export function setRetention(archive: Archive, age: string): void {
  archive.write(() =>
    archive.db
      .prepare("INSERT INTO settings VALUES ('retention', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
      .run(age),
  );
}
