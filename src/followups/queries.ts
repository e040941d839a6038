/** SQL of the follow-ups: what the triggers read, what was sent, what was done about it. */
import type { Channel, Kind } from '../contacts/gate.ts';
import type { Archive } from '../store/open.ts';
import type { CustomerOrders } from './candidate.ts';
import type { PastTouch } from './plan.ts';

/** Customers with a counting order by `asOf`; temp.measures must stand for that day. */
export function customerOrders(archive: Archive, asOf: string): CustomerOrders[] {
  return archive.db
    .prepare(`
      WITH keyed AS (
        SELECT o.customer_id, o.day, s.name || '/' || o.order_number AS key,
               row_number() OVER (PARTITION BY o.customer_id ORDER BY o.placed_at, s.name, o.order_number) AS nth,
               row_number() OVER (PARTITION BY o.customer_id ORDER BY o.placed_at DESC, s.name DESC, o.order_number DESC) AS nth_last
        FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.day <= ?)
      SELECT m.customer_id AS customer, m.number_of_orders AS orders, f.day AS firstDay, f.key AS firstKey, l.day AS lastDay, l.key AS lastKey,
             m.rhythm_days AS rhythmDays, m.amount_spent AS value
      FROM temp.measures m JOIN keyed f ON f.customer_id = m.customer_id AND f.nth = 1 JOIN keyed l ON l.customer_id = m.customer_id AND l.nth_last = 1
      ORDER BY m.customer_id`)
    .all(asOf) as CustomerOrders[];
}

/** Contacts made by the end of `asOf`, no further back than any budget looks. */
export function touchesSince(archive: Archive, since: string, asOf: string): PastTouch[] {
  const rows = archive.db
    .prepare(`SELECT k.customer_id AS customer, t.day, t.kind = 'promotion' AS promotion FROM touches t JOIN record_customers k USING (record_id)
              WHERE t.day >= ? AND t.day <= ? ORDER BY t.touch_id`)
    .all(since, asOf) as { customer: number; day: string; promotion: number }[];
  return rows.map((row) => ({ ...row, promotion: row.promotion === 1 }));
}

export interface OutcomeRow {
  readonly play: string;
  readonly occurrence: string;
  readonly outcome: 'done' | 'skipped';
  readonly day: string;
}

/** By occurrence, as stated by the end of `asOf`. */
export function outcomes(archive: Archive, asOf: string): Map<string, OutcomeRow> {
  const rows = archive.db
    .prepare('SELECT play, occurrence, outcome, day FROM followup_outcomes WHERE day <= ? ORDER BY occurrence')
    .all(asOf) as OutcomeRow[];
  return new Map(rows.map((row) => [row.occurrence, row]));
}

export interface Statement {
  readonly play: string;
  readonly occurrence: string;
  readonly customer: number;
  readonly outcome: 'done' | 'skipped';
  readonly day: string;
  readonly note: string | null;
  /** UTC seconds. */
  readonly at: number;
  /** What was sent, for an outcome that is a contact. */
  readonly touch: { readonly channel: Channel; readonly kind: Kind } | undefined;
}

/** Gives the outcome that was stated before; then nothing changes. */
export function stateOutcome(archive: Archive, statement: Statement): OutcomeRow | undefined {
  return archive.write(() => {
    const { play, occurrence, customer, outcome, day, note, at, touch } = statement;
    const added = archive.db
      .prepare(
        'INSERT OR IGNORE INTO followup_outcomes (play, occurrence, record_id, outcome, day, note, stated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(play, occurrence, customer, outcome, day, note, at);
    if (added.changes === 0)
      return archive.db
        .prepare('SELECT play, occurrence, outcome, day FROM followup_outcomes WHERE play = ? AND occurrence = ?')
        .get(play, occurrence) as OutcomeRow;
    if (touch) {
      archive.db
        .prepare(
          'INSERT INTO touches (record_id, touched_at, day, channel, kind, play, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(customer, at, day, touch.channel, touch.kind, play, note);
    }
    return undefined;
  });
}

export interface Person {
  readonly customer_id: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly last_items: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly rhythm_days: number | null;
}

/** Who a customer is and what they bought last. */
export function personRow(archive: Archive, customer: number, asOf: string): Person | undefined {
  return archive.db
    .prepare(`SELECT c.customer_id, c.name, c.account, m.last_order_date, m.recency_days, m.rhythm_days,
                (SELECT group_concat(title, '; ') FROM (SELECT l.title FROM orders o JOIN version_lines l USING (version_id)
                   WHERE o.order_id = (SELECT order_id FROM orders p WHERE p.customer_id = c.customer_id AND p.counting = 1 AND p.day <= ? ORDER BY p.placed_at DESC, p.order_number DESC LIMIT 1)
                   ORDER BY l.position)) AS last_items
              FROM customers c JOIN temp.measures m USING (customer_id) WHERE c.customer_id = ?`)
    .get(asOf, customer) as Person | undefined;
}
