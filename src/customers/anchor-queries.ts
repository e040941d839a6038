/** SQL of the records on which what is said of a customer hangs, so that it stays with the person it was said of. */
import type { Archive } from '../store/open.ts';
import { isShown } from './affected-queries.ts';

/** Whoever is named will hardly be found to be somebody else; then whatever came first. */
const FIRST = 'ORDER BY r.name IS NULL AND r.account IS NULL, r.fingerprint LIMIT 1';

/** Of a customer's records that show who they are the one that is first whatever came first. */
export function anchorOf({ db }: Archive, customer: number): number {
  const found = db
    .prepare(
      `SELECT record_id FROM record_customers k JOIN records r USING (record_id) WHERE customer_id = ? AND ${isShown('k.record_id')} ${FIRST}`,
    )
    .pluck()
    .get(customer) as number | undefined;
  return found ?? customer;
}

/** The same where merges hold a customer together: of the one whose number it is, to whom it returns with them. */
export function recordOf({ db }: Archive): (customer: number) => number {
  const find = db
    .prepare(
      `SELECT record_id FROM record_customers k JOIN records r USING (record_id) LEFT JOIN merged_records m USING (record_id)
       WHERE customer_id = :customer AND ${isShown('k.record_id')} AND m.part_id IS (SELECT part_id FROM merged_records WHERE record_id = :customer)
       ${FIRST}`,
    )
    .pluck();
  return (customer) => (find.get({ customer }) as number | undefined) ?? customer;
}

/**
 * Every record that shows who the customer is, and of each that merges hold together in them one at least. A refusal
 * hangs on all: whoever of them it was, none may be written to once they turn out to be several.
 */
export function recordsOf({ db }: Archive, customer: number): number[] {
  const found = db
    .prepare(
      `WITH theirs AS (SELECT record_id, m.part_id, ${isShown('k.record_id')} AS shown FROM record_customers k LEFT JOIN merged_records m USING (record_id)
                       WHERE customer_id = ?)
       SELECT record_id FROM theirs WHERE shown
       UNION SELECT part_id FROM theirs WHERE part_id IS NOT NULL GROUP BY part_id HAVING max(shown) = 0 ORDER BY 1`,
    )
    .pluck()
    .all(customer) as number[];
  return found.length > 0 ? found : [customer];
}
