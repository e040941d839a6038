/** SQL that tells of merges and splits: all of them, those of a customer, and who left whom. */
import type { Archive } from '../store/open.ts';

export interface OverrideRow {
  readonly override_id: number;
  readonly kind: 'merge' | 'split';
  readonly reason: string | null;
  readonly said_at: number;
  /** `waiting`: a split keeps them apart still; `overruled`: merged again since; `forgotten`: somebody of it was. */
  readonly state: 'in_force' | 'taken_back' | 'waiting' | 'overruled' | 'forgotten';
  /** Those the records are of now, ascending. */
  readonly customers: readonly number[];
  /** Those on the side on which the customer that is asked for is not. */
  readonly others: readonly number[];
  readonly records: readonly number[];
  /** As they were called on these. */
  readonly names: readonly string[];
}

/** In the order in which they were said. */
export function overrideRows(
  { db }: Archive,
  only?: { readonly override?: number; readonly customer?: number },
): OverrideRow[] {
  const rows = db
    .prepare(
      `SELECT o.override_id, o.kind, o.reason, o.said_at, o.undone_at, o.erased_at,
         json_group_array(json_array(r.record_id, r.side, k.customer_id, coalesce(n.name, n.receiver_name, n.account, n.email, n.phone))) AS records
       FROM overrides o LEFT JOIN override_records r USING (override_id) LEFT JOIN record_customers k USING (record_id)
         LEFT JOIN records n USING (record_id)
       WHERE (:override IS NULL OR o.override_id = :override)
         AND (:customer IS NULL OR o.override_id IN (SELECT override_id FROM override_records JOIN record_customers USING (record_id) WHERE customer_id = :customer))
       GROUP BY o.override_id ORDER BY o.override_id`,
    )
    .all({ override: only?.override ?? null, customer: only?.customer ?? null }) as StoredOverride[];
  return rows.map(({ records, undone_at, erased_at, ...row }) => {
    const held = JSON.parse(records) as Held[];
    return {
      ...row,
      state: erased_at !== null ? 'forgotten' : undone_at !== null ? 'taken_back' : stateOf(row.kind, held),
      customers: [...new Set(held.flatMap(([, , customer]) => customer ?? []))].toSorted((a, b) => a - b),
      others: othersOf(held, only?.customer),
      records: held.flatMap(([record]) => record ?? []),
      names: [...new Set(held.flatMap(([, , , name]) => name ?? []))],
    };
  });
}

type Held = readonly [record: number | null, side: number, customer: number | null, name: string | null];

type StoredOverride = Omit<OverrideRow, 'state' | 'customers' | 'others' | 'records' | 'names'> & {
  readonly undone_at: number | null;
  readonly erased_at: number | null;
  readonly records: string;
};

function othersOf(held: readonly Held[], customer: number | undefined): number[] {
  const own = new Set(held.flatMap(([, side, of]) => (of === customer ? [side] : [])));
  return [...new Set(held.flatMap(([, side, of]) => (of === null || own.has(side) ? [] : [of])))].toSorted(
    (a, b) => a - b,
  );
}

function stateOf(kind: OverrideRow['kind'], held: readonly Held[]): OverrideRow['state'] {
  const of = (side: number) => new Set(held.flatMap((one) => (one[1] === side && one[2] !== null ? [one[2]] : [])));
  const [stay, leave] = [of(0), of(1)];
  if (kind === 'merge') return new Set([...stay, ...leave]).size > 1 ? 'waiting' : 'in_force';
  return [...leave].some((customer) => stay.has(customer)) ? 'overruled' : 'in_force';
}

/** The customer that a split in force took this off one, where it did. */
export function splitFrom(
  { db }: Archive,
  customer: number,
  { order, values }: { readonly order?: string; readonly values?: readonly string[] },
): number | undefined {
  return db
    .prepare(
      `SELECT k.customer_id FROM overrides o JOIN override_records stay ON stay.override_id = o.override_id AND stay.side = 0
         JOIN record_customers s ON s.record_id = stay.record_id JOIN override_records leave ON leave.override_id = o.override_id AND leave.side = 1
         JOIN record_customers k ON k.record_id = leave.record_id
       WHERE o.kind = 'split' AND o.undone_at IS NULL AND s.customer_id = :customer AND k.customer_id <> :customer
         AND (EXISTS (SELECT 1 FROM orders r WHERE r.customer_id = k.customer_id AND r.order_number = :order)
           OR EXISTS (SELECT 1 FROM identifiers i JOIN record_customers t USING (record_id)
                      WHERE t.customer_id = k.customer_id AND i.value IN (SELECT value FROM json_each(:values))))
       ORDER BY 1 LIMIT 1`,
    )
    .pluck()
    .get({ customer, order: order ?? null, values: JSON.stringify(values ?? []) }) as number | undefined;
}
