/** SQL of the follow-ups: what the triggers read, what was sent, what was done about it. */
import type { Channel, Kind } from '../contacts/gate.ts';
import { dropDelivered } from '../contacts/touch-queries.ts';
import { recordOf } from '../customers/anchor-queries.ts';
import type { Archive } from '../store/open.ts';
import type { CustomerOrders } from './candidate.ts';
import type { PastTouch } from './plan.ts';

/** Customers with a counting order by `asOf`; temp.measures must stand for that day. */
export function customerOrders(archive: Archive, asOf: string): CustomerOrders[] {
  const ends = orderEnds(archive, asOf);
  const measures = archive.db
    .prepare(
      'SELECT customer_id AS customer, number_of_orders AS orders, rhythm_days AS rhythmDays, amount_spent AS value FROM temp.measures ORDER BY customer_id',
    )
    .all() as Pick<CustomerOrders, 'customer' | 'orders' | 'rhythmDays' | 'value'>[];
  return measures.flatMap((row) => {
    const found = ends.get(row.customer);
    return found ? [{ ...row, ...found }] : [];
  });
}

type OrderEnds = Pick<CustomerOrders, 'firstDay' | 'firstKey' | 'lastDay' | 'lastKey'>;

/** The first and the last counting order by `asOf`, of everybody or of one customer. */
export function orderEnds(archive: Archive, asOf: string, customer?: number): Map<number, OrderEnds> {
  const ends = new Map<number, { -readonly [K in keyof OrderEnds]: OrderEnds[K] }>();
  const orders = archive.db
    .prepare(`SELECT o.customer_id, o.day, s.name || '/' || o.order_number FROM orders o JOIN shops s USING (shop_id)
              WHERE ${whose('o.customer_id', customer)} AND o.counting = 1 AND o.day <= :asOf ORDER BY o.placed_at, s.name, o.order_number`)
    .raw()
    .iterate({ asOf, customer }) as IterableIterator<[number, string, string]>;
  for (const [number, day, key] of orders) {
    const known = ends.get(number);
    if (known) [known.lastDay, known.lastKey] = [day, key];
    else ends.set(number, { firstDay: day, firstKey: key, lastDay: day, lastKey: key });
  }
  return ends;
}

const whose = (column: string, customer: number | undefined) =>
  customer === undefined ? `${column} IS NOT NULL` : `${column} = :customer`;

/** Contacts made by the end of `asOf`, no further back than any budget looks; of everybody or of one customer. */
export function touchesSince(archive: Archive, since: string, asOf: string, customer?: number): PastTouch[] {
  return archive.db
    .prepare(`SELECT k.customer_id AS customer, t.day, t.kind FROM touches t JOIN record_customers k USING (record_id)
              WHERE t.day >= :since AND t.day <= :asOf AND ${whose('k.customer_id', customer)} ORDER BY t.touch_id`)
    .all({ since, asOf, customer }) as PastTouch[];
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

/** The same of one occurrence. */
export function outcomeOf(archive: Archive, play: string, occurrence: string, asOf: string): OutcomeRow | undefined {
  return archive.db
    .prepare(
      'SELECT play, occurrence, outcome, day FROM followup_outcomes WHERE play = ? AND occurrence = ? AND day <= ?',
    )
    .get(play, occurrence, asOf) as OutcomeRow | undefined;
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
    const record = recordOf(archive)(customer);
    const added = archive.db
      .prepare(
        'INSERT OR IGNORE INTO followup_outcomes (play, occurrence, record_id, outcome, day, note, stated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(play, occurrence, record, outcome, day, note, at);
    if (added.changes === 0)
      return archive.db
        .prepare('SELECT play, occurrence, outcome, day FROM followup_outcomes WHERE play = ? AND occurrence = ?')
        .get(play, occurrence) as OutcomeRow;
    if (touch) {
      dropDelivered(archive, [customer], { channel: touch.channel, from: day, to: day });
      archive.db
        .prepare(
          'INSERT INTO touches (record_id, touched_at, day, channel, kind, play, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(record, at, day, touch.channel, touch.kind, play, note);
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
