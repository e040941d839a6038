/** SQL of what stands on a card beside orders: labels, consents, contacts, names and numbers. Moments are UTC seconds. */
import { consentsSql } from '../store/consents-sql.ts';
import { type Moment, tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { isShown } from './affected-queries.ts';

const ISO = (at: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${at}, 'unixepoch')`;

export interface CardTag {
  readonly tag: string;
  readonly reason: string | null;
  readonly origin: string;
  readonly added_at: string;
  readonly expires_day: string | null;
}

export function tagsOf(archive: Archive, customer: number, { asOf, until }: Moment): CardTag[] {
  const rows = archive.db
    .prepare(`SELECT tag, reason, origin, ${ISO('max(added_at)')} AS added_at, expires_day
              FROM tag_facts t JOIN record_customers USING (record_id) WHERE customer_id = :customer AND ${tagHolds('t')}
              GROUP BY tag ORDER BY tag`)
    .all({ customer, asOf, until });
  return rows as CardTag[];
}

export interface CardConsent {
  readonly channel: string;
  readonly status: string;
  readonly source: string;
  readonly stated_at: string;
}

/** What the customer had said before `until`. */
export function consentsOf(archive: Archive, customer: number, until: number): CardConsent[] {
  return archive.db
    .prepare(
      `SELECT channel, status, source, stated_at FROM (${consentsSql('before :until', 'of :among')}) ORDER BY channel`,
    )
    .all({ among: JSON.stringify([customer]), until }) as CardConsent[];
}

export interface CardTouch {
  readonly touched_at: string;
  readonly day: string;
  readonly channel: string;
  readonly kind: string;
  readonly play: string | null;
  readonly note: string | null;
}

/** Contacts made by the end of the day, newest first. */
export function touchesOf(archive: Archive, customer: number, asOf: string): CardTouch[] {
  return archive.db
    .prepare(`SELECT ${ISO('touched_at')} AS touched_at, day, channel, kind, play, note
              FROM touches JOIN record_customers USING (record_id)
              WHERE customer_id = ? AND day <= ? ORDER BY day DESC, touches.touched_at DESC, touch_id DESC`)
    .all(customer, asOf) as CardTouch[];
}

export interface CardResult {
  readonly happened_at: string;
  readonly channel: string;
  readonly result: string;
  readonly source: string;
}

/** What other tools tell of messages before `until`, newest first; what stands on several parts is one. */
export function resultsOf(archive: Archive, customer: number, until: number): CardResult[] {
  return archive.db
    .prepare(`SELECT ${ISO('r.happened_at')} AS happened_at, channel, result, source, max(result_id) AS id
              FROM contact_results r JOIN record_customers USING (record_id)
              WHERE customer_id = ? AND r.happened_at < ? GROUP BY r.happened_at, channel, result ORDER BY r.happened_at DESC, id DESC`)
    .all(customer, until)
    .map((row) => {
      const { id: _, ...result } = row as CardResult & { readonly id: number };
      return result;
    });
}

/** Every record of the customer, by number, and whether an order or a file of customers speaks of it still. */
export function recordNumbers(
  archive: Archive,
  customer: number,
): { readonly record_id: number; readonly stands: number }[] {
  return archive.db
    .prepare(`SELECT record_id, ${isShown('k.record_id')} AS stands
              FROM record_customers k WHERE customer_id = ? ORDER BY record_id`)
    .all(customer) as { record_id: number; stands: number }[];
}

/** Names the customer goes by on records, other than their own. */
export function otherNames(archive: Archive, customer: number): string[] {
  return archive.db
    .prepare(`SELECT DISTINCT coalesce(r.name, r.receiver_name) AS other FROM record_customers k JOIN records r USING (record_id) JOIN customers c USING (customer_id)
              WHERE k.customer_id = ? AND other IS NOT NULL AND other IS NOT c.name ORDER BY other`)
    .pluck()
    .all(customer) as string[];
}
