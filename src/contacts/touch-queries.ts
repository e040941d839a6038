/** SQL of contacts that were made, and of what other tools tell of them. */
import type { Archive } from '../store/open.ts';
import type { Channel, Kind } from './gate.ts';
import type { Result } from './results/result-export.ts';

/** What whoever was followed up said, by the names of followups/outcome.ts. */
type Answer = 'reached' | 'wants' | 'complaint' | 'opted_out';

export interface TouchRow {
  readonly customer_id: number;
  readonly name: string | null;
  /** UTC seconds. */
  readonly at: number;
  /** Of a contact; null for a result, whose day is that of its time. */
  readonly day: string | null;
  readonly channel: Channel;
  readonly kind: Kind | null;
  readonly play: string | null;
  readonly list_id: number | null;
  /** What a tool told of a message, or what whoever was followed up said. */
  readonly result: Result | Answer | null;
  /** The tool that told of it. */
  readonly source: string | null;
}

export interface TouchesAsked {
  readonly customers: readonly number[];
  /** The last day, and UTC seconds at its end. */
  readonly asOf: string;
  readonly until: number;
  /** The first, and UTC seconds at its beginning. */
  readonly since: string;
  readonly from: number;
  /** At most so many. */
  readonly limit: number;
}

/** The last said of the follow-up that a contact was made for, until it was put off and a contact of its own. */
const ANSWER = `SELECT said.result FROM followup_outcomes made
    JOIN followup_outcomes said ON said.play = made.play AND said.occurrence = made.occurrence AND said.outcome_id >= made.outcome_id
    JOIN record_customers whose ON whose.record_id = said.record_id AND whose.customer_id = k.customer_id
  WHERE made.record_id = t.record_id AND made.play = t.play AND made.stated_at = t.touched_at AND made.channel = t.channel
    AND said.result <> 'no_answer' AND said.day <= :asOf
    AND NOT EXISTS (SELECT 1 FROM followup_outcomes later WHERE later.play = made.play AND later.occurrence = made.occurrence
      AND later.record_id = said.record_id AND later.outcome = 'snoozed' AND later.outcome_id BETWEEN made.outcome_id AND said.outcome_id)
  ORDER BY said.outcome_id DESC LIMIT 1`;

/** The newest first. One result that stands on several parts of a customer is one. */
export function touchRows({ db }: Archive, { customers, ...asked }: TouchesAsked): TouchRow[] {
  return db
    .prepare(
      `WITH asked AS (SELECT value AS customer_id FROM json_each(:customers)),
         told AS (
           SELECT k.customer_id, t.touched_at AS at, t.day, t.channel, t.kind, t.play, t.list_id, (${ANSWER}) AS result, NULL AS source, t.touch_id AS id
           FROM touches t JOIN record_customers k USING (record_id) WHERE t.day BETWEEN :since AND :asOf
           UNION ALL
           SELECT k.customer_id, c.happened_at, NULL, c.channel, NULL, NULL, NULL, c.result, c.source, max(c.result_id)
           FROM contact_results c JOIN record_customers k USING (record_id) WHERE c.happened_at >= :from AND c.happened_at < :until
           GROUP BY k.customer_id, c.happened_at, c.channel, c.result)
       SELECT customer_id, name, at, day, channel, kind, play, list_id, result, source
       FROM told JOIN asked USING (customer_id) JOIN customers USING (customer_id)
       ORDER BY at DESC, customer_id, channel, result, id DESC LIMIT :limit`,
    )
    .all({ customers: JSON.stringify(customers), ...asked }) as TouchRow[];
}

/**
 * Two may tell of one contact: what it was made by, and a tool that it was delivered. On one channel, and whatever either
 * says it was for, a delivery belongs to a list on each day of the list's use, from its own to the last, and to a play on
 * its day. So where one of these is noted a contact goes that is known by its delivery alone; results/queries.ts notes
 * none where it is there already. Which of them came first makes no difference.
 */
export function dropDelivered(
  { db }: Archive,
  customers: readonly number[],
  { channel, from, to }: { readonly channel: string; readonly from: string; readonly to: string },
): void {
  db.prepare(
    `DELETE FROM touches WHERE list_id IS NULL AND play IS NULL AND channel = :channel AND day BETWEEN :from AND :to
       AND record_id IN (SELECT k.record_id FROM json_each(:customers) c CROSS JOIN record_customers k ON k.customer_id = c.value)`,
  ).run({ channel, from, to, customers: JSON.stringify(customers) });
}
