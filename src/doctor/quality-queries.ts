/** SQL of how much is known of customers, and of what is hardly of use any more. */
import type { Archive } from '../store/open.ts';

export const QUALITY_FIELDS = ['name', 'phone', 'email', 'address', 'birthday'] as const;
export type QualityField = (typeof QUALITY_FIELDS)[number];

/** How many customers there are, and of how many each field is known. */
export function fieldsKnown({ db }: Archive): Readonly<Record<QualityField | 'customers', number>> {
  return db
    .prepare(
      `WITH lives AS (SELECT DISTINCT k.customer_id FROM records r JOIN record_customers k USING (record_id)
         WHERE r.address IS NOT NULL AND instr(r.address, '*') = 0),
       born AS (SELECT DISTINCT k.customer_id FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
           WHERE p.birthday IS NOT NULL AND i.undone_at IS NULL
         UNION SELECT customer_id FROM (SELECT k.customer_id, e.value, row_number() OVER (PARTITION BY k.customer_id ORDER BY e.edited_at DESC, e.edit_id DESC) AS place
             FROM edits e JOIN record_customers k USING (record_id) WHERE e.field = 'birthday') WHERE place = 1 AND value IS NOT NULL)
       SELECT count(*) AS customers, count(name) AS name, count(phone) AS phone, count(email) AS email,
         (SELECT count(*) FROM lives JOIN customers USING (customer_id)) AS address,
         (SELECT count(*) FROM born JOIN customers USING (customer_id)) AS birthday
       FROM customers`,
    )
    .get() as Record<QualityField | 'customers', number>;
}

/** How many there are, and one of them; `subject` is what a line to type names. */
export interface Found {
  readonly count: number;
  readonly example: string | null;
  readonly subject: string | null;
}

/** `subject` and `example` of each, in an order that stays. */
function found({ db }: Archive, each: string, bound: Readonly<Record<string, number>> = {}): Found {
  return db
    .prepare(
      `WITH each (subject, example) AS (${each})
       SELECT (SELECT count(*) FROM each) AS count, (SELECT example FROM each ORDER BY subject LIMIT 1) AS example,
         CAST((SELECT subject FROM each ORDER BY subject LIMIT 1) AS TEXT) AS subject`,
    )
    .get(bound) as Found;
}

const REACHES = "i.state = 'usable' AND i.kind IN ('email', 'phone')";

/** Customers without any e-mail or phone that reaches them. */
export const unreachable = (archive: Archive): Found =>
  found(
    archive,
    `SELECT customer_id, '#' || customer_id FROM customers WHERE customer_id NOT IN (
       SELECT k.customer_id FROM identifiers i JOIN record_customers k USING (record_id) WHERE ${REACHES})`,
  );

/** Customers all of whose usable e-mails and phones were last given before `:since`, UTC seconds. */
export const lastGivenBefore = (archive: Archive, since: number): Found =>
  found(
    archive,
    `SELECT k.customer_id, '#' || k.customer_id FROM record_customers k
       LEFT JOIN (SELECT record_id, max(placed_at) AS at FROM orders GROUP BY 1) o USING (record_id)
       LEFT JOIN (SELECT p.record_id, max(coalesce(i.exported_at, i.imported_at)) AS at FROM profiles p JOIN imports i USING (import_id)
                  WHERE i.undone_at IS NULL GROUP BY 1) f USING (record_id)
     WHERE k.customer_id IN (SELECT customer_id FROM customers)
       AND EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = k.record_id AND ${REACHES})
     GROUP BY k.customer_id HAVING max(max(coalesce(o.at, 0), coalesce(f.at, 0))) < :since`,
    { since },
  );

/** Phones of a customer that somebody of another name has ordered with since. */
export const phonesPassedOn = (archive: Archive): Found =>
  found(
    archive,
    `WITH used AS (SELECT i.value, k.customer_id, i.name_key, max(o.placed_at) AS latest FROM identifiers i
         JOIN record_customers k USING (record_id) JOIN orders o USING (record_id)
       WHERE i.kind = 'phone' AND i.state = 'usable' AND i.role = 'buyer' AND i.name_key IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM shared_values s WHERE s.kind = i.kind AND s.value = i.value AND s.scope = i.scope) GROUP BY 1, 2, 3)
     SELECT DISTINCT was.customer_id, '#' || was.customer_id FROM used was JOIN used has USING (value)
     WHERE has.customer_id <> was.customer_id AND has.name_key <> was.name_key AND has.latest > was.latest`,
  );

/** Orders whose words mean nothing yet; `subject` is their platform. */
export const unknownStates = (archive: Archive): Found =>
  found(
    archive,
    `SELECT v.platform, o.order_number || ' (' || s.name || ')' FROM orders o JOIN order_versions v USING (version_id) JOIN shops s ON s.shop_id = o.shop_id
     WHERE o.state = 'unknown'`,
  );
