/** What somebody said of being contacted, when customers are split or a split is taken back: it never becomes laxer. */
import { anchorOf } from '../customers/anchor-queries.ts';
import { consentsSql } from '../store/consents-sql.ts';
import type { Archive } from '../store/open.ts';

type Status = 'granted' | 'unknown' | 'refused';
const STRICTNESS: readonly Status[] = ['granted', 'unknown', 'refused'];
const stricter = (a: Status, b: Status) => STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b);

interface Statement {
  readonly status: Status;
  /** UTC seconds. */
  readonly at: number;
}

/** By channel. */
type Statements = ReadonlyMap<string, Statement>;

function statementsOf({ db }: Archive, customer: number): Statements {
  const rows = db
    .prepare(
      `SELECT channel, status, unixepoch(stated_at) FROM (${consentsSql('every statement', 'of :among')}) ORDER BY channel`,
    )
    .raw()
    .all({ among: JSON.stringify([customer]) }) as [channel: string, status: Status, at: number][];
  return new Map(rows.map(([channel, status, at]) => [channel, { status, at }]));
}

interface Held {
  readonly source: 'split' | 'undo';
  readonly override: number;
  /** UTC seconds. */
  readonly at: number;
}

/** States for a customer what has come to be laxer than it was. */
function hold(archive: Archive, customer: number, before: Statements, { source, override, at }: Held): void {
  const now = statementsOf(archive, customer);
  const state = archive.db.prepare(
    'INSERT INTO consents (record_id, channel, status, source, note, stated_at, after_override) VALUES (?, ?, ?, ?, NULL, ?, ?)',
  );
  for (const channel of new Set([...before.keys(), ...now.keys()])) {
    const was = before.get(channel)?.status ?? 'unknown';
    const is = now.get(channel);
    // Nothing that was said may be later.
    if (stricter(was, is?.status ?? 'unknown'))
      state.run(anchorOf(archive, customer), channel, was, source, Math.max(at, is?.at ?? 0), override);
  }
}

/** Gives each of the customers that a split makes what the one said before; `split` makes it. */
export function splitConsents(
  archive: Archive,
  customer: number,
  at: number,
  split: () => { readonly override: number; readonly customers: readonly number[] },
): void {
  const { db } = archive;
  const before = statementsOf(archive, customer);
  const suppressed = db
    .prepare(
      'SELECT suppression_id FROM suppressions JOIN record_customers USING (record_id) WHERE customer_id = ? AND lifted_at IS NULL LIMIT 1',
    )
    .pluck()
    .get(customer) as number | undefined;
  const { override, customers } = split();
  for (const one of customers) hold(archive, one, before, { source: 'split', override, at });
  if (suppressed === undefined) return;
  const copy = db.prepare(
    `INSERT INTO suppressions (kind, record_id, hint, reason, added_at, copy_of)
     SELECT kind, :record, '#' || CAST(:one AS INTEGER), reason, :at, suppression_id FROM suppressions WHERE suppression_id = :suppressed
       AND NOT EXISTS (SELECT 1 FROM suppressions s JOIN record_customers k USING (record_id) WHERE k.customer_id = :one AND s.lifted_at IS NULL)`,
  );
  for (const one of customers) copy.run({ one, record: anchorOf(archive, one), at, suppressed });
}

/** What was copied for a split goes with it, unless something was said since; `undo` takes it back and gives the customers there are then. */
export function rejoinedConsents(
  archive: Archive,
  override: number,
  before: readonly number[],
  at: number,
  undo: () => readonly number[],
): void {
  const { db } = archive;
  const stated = before.map((customer) => statementsOf(archive, customer));
  const since = new Set(
    db
      .prepare(
        `SELECT DISTINCT channel FROM consents JOIN record_customers USING (record_id)
         WHERE after_override >= ? AND source <> 'split' AND customer_id IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .all(override, JSON.stringify(before)) as string[],
  );
  db.prepare(
    `DELETE FROM consents WHERE source = 'split' AND after_override = ? AND channel NOT IN (SELECT value FROM json_each(?))`,
  ).run(override, JSON.stringify([...since]));
  db.prepare(
    `DELETE FROM suppressions WHERE copy_of IN (SELECT suppression_id FROM suppressions WHERE lifted_at IS NULL)
       AND record_id IN (SELECT record_id FROM record_customers WHERE customer_id IN (SELECT value FROM json_each(?)))`,
  ).run(JSON.stringify(before));
  const refused = stated.flatMap((one) =>
    [...one].filter(([channel, { status }]) => since.has(channel) && status === 'refused'),
  );
  for (const customer of undo()) {
    const strictest = new Map([...statementsOf(archive, customer), ...refused]);
    hold(archive, customer, strictest, { source: 'undo', override, at });
  }
}
