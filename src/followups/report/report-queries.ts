/** SQL of what a play brought: who was contacted or held out by it first when, and what they bought after that. */
import { reported, teachConverting } from '../../measures/order-queries.ts';
import type { Archive } from '../../store/open.ts';
import { sumSql } from '../../store/sum-sql.ts';
import type { Outcome } from '../outcome.ts';

/** Of the customers of a group whose days are over, how many bought within them, and for how much. */
export interface GroupRow {
  readonly people: number;
  /** Those whose days are not over yet; they are in no other figure. */
  readonly waiting: number;
  readonly bought: number;
  /** Minor units of the reporting currency, less refunds, each order by the rate of its day. */
  readonly net: number;
  /** Orders in other currencies without a rate, which `net` leaves out. */
  readonly other_currency_orders: number;
}

interface Asked {
  readonly play: string;
  /** Days, both inclusive. */
  readonly since: string;
  readonly asOf: string;
  /** Days after the contact, that of the contact included. */
  readonly days: number;
  readonly currency: string;
}

const NOBODY: GroupRow = { people: 0, waiting: 0, bought: 0, net: 0, other_currency_orders: 0 };

/**
 * Each customer once, by the first time they were contacted, or would have been. Whoever was tried without an answer counts
 * as contacted: to leave them out would compare those who are easily reached with everybody. What was handed over and
 * then put off or dropped was no contact.
 */
export function groups(archive: Archive, asked: Asked): { readonly contacted: GroupRow; readonly heldOut: GroupRow } {
  teachConverting(archive, asked.currency);
  const rows = archive.db
    .prepare(
      `WITH firsts AS (
         SELECT customer_id, held, day, date(day, '+' || :days || ' days') AS last FROM (
           SELECT customer_id, outcome = 'held_out' AS held, day,
             row_number() OVER (PARTITION BY customer_id ORDER BY day, outcome_id) AS place
           FROM (
             SELECT k.customer_id, f.outcome, f.day, f.outcome_id,
               max(f.outcome IN ('skipped', 'snoozed')) OVER (PARTITION BY f.occurrence, k.customer_id
                 ORDER BY f.stated_at DESC, f.outcome_id DESC) AS dropped_since
             FROM followup_outcomes f JOIN record_customers k USING (record_id) WHERE f.play = :play AND f.day <= :asOf)
           WHERE outcome = 'held_out' OR (outcome IN ('handed_over', 'done') AND NOT dropped_since))
         WHERE place = 1 AND day >= :since)
       SELECT held, sum(over) AS people, sum(1 - over) AS waiting, coalesce(sum(over AND orders > 0), 0) AS bought,
         ${sumSql('iif(over, net, 0)')} AS net, sum(iif(over, unreported, 0)) AS other_currency_orders
       FROM (SELECT g.held, g.last <= :asOf AS over, count(o.order_id) AS orders, ${sumSql(reported('o.net'))} AS net,
               sum(o.order_id IS NOT NULL AND ${reported('o.net')} IS NULL) AS unreported
             FROM firsts g LEFT JOIN orders o ON o.customer_id = g.customer_id AND o.counting = 1 AND o.day BETWEEN g.day AND g.last
             GROUP BY g.customer_id)
       GROUP BY held`,
    )
    .all(asked) as (GroupRow & { readonly held: 0 | 1 })[];
  const found = new Map(rows.map(({ held, ...row }) => [held, row]));
  return { contacted: found.get(0) ?? NOBODY, heldOut: found.get(1) ?? NOBODY };
}

/** How many follow-ups of the play ended in what, by the last that was said of each. */
export function countsOf(
  { db }: Archive,
  { play, since, asOf }: Pick<Asked, 'play' | 'since' | 'asOf'>,
): Map<Outcome, number> {
  const rows = db
    .prepare(
      `SELECT outcome, count(*) FROM (
         SELECT f.outcome, row_number() OVER (PARTITION BY f.occurrence, k.customer_id ORDER BY f.stated_at DESC, f.outcome_id DESC) AS place
         FROM followup_outcomes f JOIN record_customers k USING (record_id) WHERE f.play = :play AND f.day BETWEEN :since AND :asOf)
       WHERE place = 1 GROUP BY 1`,
    )
    .raw()
    .all({ play, since, asOf }) as [Outcome, number][];
  return new Map(rows);
}
