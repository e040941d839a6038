/** SQL of who is who as it stands, in the order in which it is worked out anew. */
import {
  isProfiled,
  isShown,
  PROFILED,
  RECORD_FACTS,
  type RecordFacts,
  SPOKEN_OF,
} from '../customers/affected-queries.ts';
import type { Identifier } from '../customers/identifiers.ts';
import type { Archive } from '../store/open.ts';
import type { FindingName } from './finding.ts';

/** A record beside what stands of it. */
export interface StandingRecord extends RecordFacts {
  readonly customer: number | null;
  /** Of a customer that merges hold together: whose it would be without, and the latest of them. */
  readonly part: number | null;
  readonly merge: number | null;
  /** Orders stand on it. */
  readonly hasOrders: boolean;
  /** Something was said of it by hand, or by a file of customers. */
  readonly spokenOf: boolean;
  /** A standing file of customers speaks of it. */
  readonly profiled: boolean;
  readonly identifiers: readonly Identifier[];
}

type Row = RecordFacts &
  Pick<StandingRecord, 'customer' | 'part' | 'merge'> & {
    readonly hasOrders: number;
    readonly spokenOf: number;
    readonly profiled: number;
  };

export function* standingRecords({ db }: Archive): Generator<StandingRecord> {
  const rows = db
    .prepare(`SELECT ${RECORD_FACTS}, c.customer_id AS customer, m.part_id AS part, m.merge_id AS merge, EXISTS (SELECT 1 FROM orders o WHERE o.record_id = r.record_id) AS hasOrders,
                     r.record_id IN (${SPOKEN_OF}) AS spokenOf, ${isProfiled('r.record_id')} AS profiled
              FROM records r LEFT JOIN record_customers c USING (record_id) LEFT JOIN merged_records m USING (record_id) ORDER BY r.record_id`)
    .iterate() as IterableIterator<Row>;
  const identifiers = identifiersByRecord(db);
  try {
    for (const row of rows)
      yield {
        ...row,
        hasOrders: row.hasOrders === 1,
        spokenOf: row.spokenOf === 1,
        profiled: row.profiled === 1,
        identifiers: identifiers.of(row.record),
      };
  } finally {
    identifiers.end();
  }
}

/** Asked for records in ascending order. */
function identifiersByRecord(db: Archive['db']) {
  const rows = db
    .prepare(`SELECT record_id AS record, kind, scope, value, role, state, line_type AS lineType, name_key AS nameKey
              FROM identifiers ORDER BY record_id, kind, scope, value, role`)
    .iterate() as IterableIterator<Identifier & { readonly record: number }>;
  let next = rows.next();
  return {
    of(record: number): Identifier[] {
      const found: Identifier[] = [];
      for (; !next.done && next.value.record <= record; next = rows.next())
        if (next.value.record === record) found.push(next.value);
      return found;
    },
    end(): void {
      rows.return?.();
    },
  };
}

export function lastRecord({ db }: Archive): number {
  return Number(db.prepare('SELECT max(record_id) FROM records').pluck().get() ?? 0);
}

/** Every record, and whether it shows who somebody is. */
export function* recordsShown({ db }: Archive): Generator<[record: number, isShown: boolean]> {
  const rows = db
    .prepare(`SELECT r.record_id, ${isShown('r.record_id')} FROM records r`)
    .raw()
    .iterate() as IterableIterator<[number, shown: number]>;
  for (const [record, shown] of rows) yield [record, shown === 1];
}

/** What stands for nobody: of a record there is not, or without any order. */
export function* strayPeople({ db }: Archive): Generator<[FindingName, id: number]> {
  const queries = [
    `SELECT 'identifiers_wrong', record_id FROM identifiers WHERE record_id NOT IN (SELECT record_id FROM records) GROUP BY record_id`,
    `SELECT 'record_customer_wrong', record_id FROM record_customers WHERE record_id NOT IN (SELECT record_id FROM records)`,
    `SELECT 'record_customer_wrong', customer_id FROM record_customers k GROUP BY customer_id
       HAVING NOT EXISTS (SELECT 1 FROM record_customers own WHERE own.record_id = k.customer_id AND own.customer_id = k.customer_id)`,
    `SELECT 'record_customer_wrong', record_id FROM merged_records WHERE record_id NOT IN (SELECT record_id FROM record_customers)`,
    `SELECT 'customer_surplus', customer_id FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id)
       AND NOT EXISTS (SELECT 1 FROM record_customers k WHERE k.customer_id = c.customer_id AND ${isProfiled('k.record_id')})`,
  ];
  for (const sql of queries) yield* db.prepare(sql).raw().iterate() as IterableIterator<[FindingName, number]>;
}

export type SharedRow = readonly [kind: string, scope: string, value: string, names: number, accounts: number];

export function sharedRows({ db }: Archive): SharedRow[] {
  return db.prepare('SELECT kind, scope, value, names, accounts FROM shared_values').raw().all() as SharedRow[];
}

/** By number, those who have orders or of whom a file of customers speaks, whether or not they have a row of their own. */
export function customersThereAre({ db }: Archive): IterableIterator<number> {
  return db
    .prepare(
      `SELECT customer_id FROM record_customers WHERE record_id IN (SELECT record_id FROM orders UNION ${PROFILED}) GROUP BY customer_id ORDER BY customer_id`,
    )
    .pluck()
    .iterate() as IterableIterator<number>;
}
