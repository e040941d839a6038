/** SQL of the follow-ups: what the triggers read, what was sent, what was done about it. */
import type { Channel, Kind } from '../contacts/gate.ts';
import type { Archive } from '../store/open.ts';
import type { CustomerOrders } from './candidate.ts';
import type { PastTouch } from './plan.ts';

/** Customers with a counting order by `asOf`; temp.measures must stand for that day. */
export function customerOrders(archive: Archive, asOf: string): CustomerOrders[] {
  const { db } = archive;
  const ends = new Map<number, { firstDay: string; firstKey: string; lastDay: string; lastKey: string }>();
  const orders = db
    .prepare(`SELECT o.customer_id, o.day, s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id)
              WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.day <= ? ORDER BY o.placed_at, s.name, o.order_number`)
    .raw()
    .iterate(asOf) as IterableIterator<[number, string, string]>;
  for (const [customer, day, key] of orders) {
    const known = ends.get(customer);
    if (known) [known.lastDay, known.lastKey] = [day, key];
    else ends.set(customer, { firstDay: day, firstKey: key, lastDay: day, lastKey: key });
  }
  const measures = db
    .prepare(
      'SELECT customer_id AS customer, number_of_orders AS orders, rhythm_days AS rhythmDays, amount_spent AS value FROM temp.measures ORDER BY customer_id',
    )
    .all() as Pick<CustomerOrders, 'customer' | 'orders' | 'rhythmDays' | 'value'>[];
  return measures.flatMap((row) => {
    const found = ends.get(row.customer);
    return found ? [{ ...row, ...found }] : [];
  });
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
                (SELECT group_concat(title, '; ') FROM (SELECT l.title FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
                   WHERE o.order_id = (SELECT order_id FROM orders p WHERE p.customer_id = c.customer_id AND p.counting = 1 AND p.day <= ? ORDER BY p.placed_at DESC, p.order_number DESC LIMIT 1)
                   ORDER BY l.position)) AS last_items
              FROM customers c JOIN temp.measures m USING (customer_id) WHERE c.customer_id = ?`)
    .get(asOf, customer) as Person | undefined;
}
