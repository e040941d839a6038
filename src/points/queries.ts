/** SQL of points: the rules, what was said by hand, and what points follow from. */
import { recordOf } from '../customers/anchor-queries.ts';
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import type { RuleVersion } from './rules.ts';

/** By rule, each in the order of days. */
export function ruleVersions({ db }: Archive): RuleVersion[] {
  return db.prepare('SELECT name, day, value FROM point_rules ORDER BY name, day').all() as RuleVersion[];
}

/** Of one day the later word holds. False where it was so before. */
export function setRule(archive: Archive, { name, day, value }: RuleVersion, at: number): boolean {
  return (
    archive.write(() =>
      archive.db
        .prepare(
          `INSERT INTO point_rules (name, day, value, said_at) VALUES (:name, :day, :value, :at)
           ON CONFLICT DO UPDATE SET value = :value, said_at = :at WHERE value <> :value`,
        )
        .run({ name, day, value, at }),
    ).changes > 0
  );
}

export interface PointEntry {
  readonly kind: 'add' | 'redeem';
  readonly points: number;
  readonly reason: string | null;
  readonly day: string;
}

/** False where the same was said before: twice on one day is once. */
export function addEntry(archive: Archive, customer: number, entry: PointEntry, at: number): boolean {
  return archive.write(() => {
    const said = archive.db
      .prepare(
        `SELECT 1 FROM point_entries JOIN record_customers USING (record_id)
         WHERE customer_id = :customer AND kind = :kind AND points = :points AND reason IS :reason AND day = :day`,
      )
      .get({ customer, ...entry });
    if (said !== undefined) return false;
    const record = recordOf(archive)(customer);
    archive.db
      .prepare(
        'INSERT INTO point_entries (record_id, kind, points, reason, day, said_at) VALUES (:record, :kind, :points, :reason, :day, :at)',
      )
      .run({ record, ...entry, at });
    return true;
  });
}

/** Narrows to some customers, by the name of their column; to nobody less where absent. */
const among = (customers: readonly number[] | undefined, column: string): string =>
  customers === undefined ? '' : `AND ${column} IN (SELECT value FROM json_each(:customers))`;

export interface PointOrder {
  readonly customer: number;
  readonly day: string;
  readonly number: string;
  readonly platform: string;
  readonly currency: string;
  readonly net: number;
}

/** Counting ones, by customer and in the order in which they were placed. */
export function countingOrders(
  { db }: Archive,
  asOf: string,
  customers: readonly number[] | undefined,
): IterableIterator<PointOrder> {
  return db
    .prepare(
      `SELECT o.customer_id AS customer, o.day, o.order_number AS number, s.platform, o.currency, o.net
       FROM orders o JOIN shops s USING (shop_id)
       WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.day <= :asOf ${among(customers, 'o.customer_id')}
       ORDER BY o.customer_id, o.day, o.placed_at, o.shop_id, o.order_number`,
    )
    .iterate({ asOf, customers: JSON.stringify(customers ?? null) }) as IterableIterator<PointOrder>;
}

export interface PointNote {
  readonly customer: number;
  readonly kind: 'praise' | 'referral';
  readonly day: string;
  /** Whom they brought. */
  readonly brought: number | null;
}

export function pointNotes(
  { db }: Archive,
  { asOf, until }: Moment,
  customers: readonly number[] | undefined,
): PointNote[] {
  return db
    .prepare(
      `SELECT k.customer_id AS customer, n.kind, n.day, b.customer_id AS brought
       FROM notes n JOIN record_customers k USING (record_id) LEFT JOIN record_customers b ON b.record_id = n.referred_record_id
       WHERE n.kind IN ('praise', 'referral') AND n.noted_at < :until AND n.day <= :asOf ${among(customers, 'k.customer_id')}
       ORDER BY n.day, n.noted_at, n.note_id`,
    )
    .all({ asOf, until, customers: JSON.stringify(customers ?? null) }) as PointNote[];
}

export type EntryOf = PointEntry & { readonly customer: number };

export function entriesOf({ db }: Archive, asOf: string, customers: readonly number[] | undefined): EntryOf[] {
  return db
    .prepare(
      `SELECT k.customer_id AS customer, e.kind, e.points, e.reason, e.day
       FROM point_entries e JOIN record_customers k USING (record_id) WHERE e.day <= :asOf ${among(customers, 'k.customer_id')}
       ORDER BY e.day, e.said_at, e.point_entry_id`,
    )
    .all({ asOf, customers: JSON.stringify(customers ?? null) }) as EntryOf[];
}

export interface Statement {
  readonly customer: number;
  readonly platform: string;
  /** UTC seconds of the file. */
  readonly at: number;
  readonly points: number;
}

/** How many points files of customers say that somebody has: of each platform as the latest file says. */
export function statementsOf({ db }: Archive, until: number, customers: readonly number[] | undefined): Statement[] {
  return db
    .prepare(
      `WITH said AS (
         SELECT k.customer_id AS customer, i.platform, coalesce(i.exported_at, i.imported_at) AS at, p.import_id, sum(p.points) AS points
         FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
         WHERE i.undone_at IS NULL AND i.imported_at < :until AND p.points IS NOT NULL ${among(customers, 'k.customer_id')}
         GROUP BY 1, p.import_id),
       latest AS (SELECT *, row_number() OVER (PARTITION BY customer, platform ORDER BY at DESC, import_id DESC) AS nth FROM said)
       SELECT customer, platform, at, points FROM latest WHERE nth = 1 ORDER BY customer, at, platform`,
    )
    .all({ until, customers: JSON.stringify(customers ?? null) }) as Statement[];
}
