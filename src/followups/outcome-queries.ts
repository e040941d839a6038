/** SQL of what came of follow-ups: everything said of one is a row. */
import type { Kind } from '../contacts/gate.ts';
import { dropDelivered } from '../contacts/touch-queries.ts';
import { recordOf } from '../customers/anchor-queries.ts';
import { namedBy, whose } from '../measures/order-book-queries.ts';
import type { Archive } from '../store/open.ts';
import type { Candidate } from './candidate.ts';
import type { Place } from './capacity.ts';
import { isFinal, isNoContact, isObjection, type Outcome, type Result, type Said } from './outcome.ts';
import type { PlayChannel } from './plays/play.ts';

const SAID = `SELECT f.play, f.occurrence, k.customer_id AS customer, f.outcome, f.result, f.until_day AS until, f.day
  FROM followup_outcomes f JOIN record_customers k USING (record_id)`;
/** Of one that an order set off whoever it was stated of. */
const OF_ONE = 'f.play = :play AND f.occurrence = :occurrence AND (:order IS NOT NULL OR k.customer_id = :customer)';
const IN_ORDER = 'ORDER BY f.stated_at, f.outcome_id';
const LAST_FIRST = 'ORDER BY f.stated_at DESC, f.outcome_id DESC';

const ofOne = ({ play, occurrence, order, customer }: Candidate) => ({ play: play.name, occurrence, order, customer });

/** As stated by the end of `asOf`, the first first; of everybody or of one customer. */
export function outcomes({ db }: Archive, asOf: string, customer?: number): Said[] {
  return db
    .prepare(`${SAID} WHERE f.day <= :asOf AND ${whose('k.customer_id', customer)} ${IN_ORDER}`)
    .all({ asOf, customer }) as Said[];
}

/** The same of one occurrence, whenever it was stated: of one that an order set off whoever it was stated of. */
export function outcomesOf({ db }: Archive, candidate: Candidate): Said[] {
  return db.prepare(`${SAID} WHERE ${OF_ONE} ${IN_ORDER}`).all(ofOne(candidate)) as Said[];
}

/**
 * By which it was last handed over or done, whoever it was said of where an order set it off; where merges hold the
 * customer together, to the one whose number it is first. Undefined where it never was.
 */
export function contactedBy({ db }: Archive, candidate: Candidate): PlayChannel | undefined {
  return db
    .prepare(
      `SELECT f.channel FROM followup_outcomes f JOIN record_customers k USING (record_id) LEFT JOIN merged_records m USING (record_id)
       WHERE ${OF_ONE}
         AND f.outcome IN ('handed_over', 'done') AND f.channel IS NOT NULL
       ORDER BY m.part_id IS (SELECT part_id FROM merged_records WHERE record_id = :customer) DESC, f.stated_at DESC, f.outcome_id DESC LIMIT 1`,
    )
    .pluck()
    .get(ofOne(candidate)) as PlayChannel | undefined;
}

/** The places of those held out on the day; of everybody or of one customer. */
export function heldOutOn({ db }: Archive, day: string, customer?: number): Place[] {
  return db
    .prepare(
      `SELECT f.day, f.channel, f.play FROM followup_outcomes f JOIN record_customers k USING (record_id)
       WHERE f.outcome = 'held_out' AND f.day = :day AND ${whose('k.customer_id', customer)}`,
    )
    .all({ day, customer }) as Place[];
}

export interface Statement {
  readonly outcome: Outcome;
  readonly result: Result | null;
  /** Of one that is snoozed. */
  readonly until: string | null;
  readonly day: string;
  /** Of the contact, where it is to be made on a later day. */
  readonly contactDay?: string;
  readonly note: string | null;
  /** UTC seconds. */
  readonly at: number;
  /** By which it was done. */
  readonly channel: PlayChannel | null;
  readonly list: number | null;
}

/**
 * Gives what was said before, where nothing more is to be said of it or the same was said; then nothing changes.
 * What is handed over or done is a contact, but where nobody answered, or what is done was handed over before and has
 * not come up again since. What is handed over and then put off or dropped is none.
 */
export function stateOutcome(archive: Archive, candidate: Candidate, statement: Statement): Said | undefined {
  return archive.write(() => {
    const { play, occurrence } = candidate;
    const { outcome, result, until, day, contactDay = day, note, at, channel, list } = statement;
    const before = outcomesOf(archive, candidate);
    const last = before.at(-1);
    const isNews = isObjection(statement) && !isHeard(archive, candidate, statement);
    if (last && !isNews && (isSame(statement)(last) || isFinal(before))) return last;
    const record = recordOfCandidate(archive, candidate);
    archive.db
      .prepare(
        `INSERT INTO followup_outcomes (play, occurrence, record_id, outcome, result, until_day, channel, list_id, day, note, stated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(play.name, occurrence, record, outcome, result, until, channel, list, day, note, at);
    if (isNoContact(statement)) dropHandedOver(archive, candidate);
    const isDone = isContact(statement) && outcome === 'done' && !sinceOpen(before).some(isContact);
    if ((isDone || outcome === 'handed_over') && channel !== null) {
      dropDelivered(archive, [candidate.customer], { channel, from: contactDay, to: contactDay });
      archive.db
        .prepare(
          'INSERT INTO touches (record_id, touched_at, day, channel, kind, play, note, list_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(record, at, contactDay, channel, play.kind satisfies Kind, play.name, note, list);
    }
    return undefined;
  });
}

/** Whether the same was said on the same day. */
export const isSame =
  ({ outcome, result, until, day }: Pick<Said, 'outcome' | 'result' | 'until' | 'day'>) =>
  (said: Said): boolean =>
    said.outcome === outcome && said.result === result && said.until === until && said.day === day;

/** Who opted out of one channel may do so of another. */
function isHeard({ db }: Archive, candidate: Candidate, said: Statement): boolean {
  const { result, channel } = said;
  const found = db
    .prepare(
      `SELECT 1 FROM followup_outcomes f JOIN record_customers k USING (record_id)
       WHERE ${OF_ONE}
         AND f.result = :result AND (:result <> 'opted_out' OR f.channel IS :channel)`,
    )
    .get({ ...ofOne(candidate), result, channel });
  return found !== undefined;
}

/** What was said after it was last put off or dropped, or nobody answered. */
const sinceOpen = (before: readonly Said[]): readonly Said[] => before.slice(before.findLastIndex(isNoContact) + 1);

/** Whoever did not answer, or was put off or dropped, was not contacted, though they were on the list. */
function dropHandedOver({ db }: Archive, candidate: Candidate): void {
  db.prepare(
    `DELETE FROM touches WHERE play = :play AND record_id IN (SELECT record_id FROM record_customers WHERE customer_id = :customer)
       AND list_id = (SELECT f.list_id FROM followup_outcomes f JOIN record_customers k USING (record_id)
         WHERE ${OF_ONE} AND f.outcome = 'handed_over'
         ${LAST_FIRST} LIMIT 1)`,
  ).run(ofOne(candidate));
}

const isContact = ({ outcome, result }: Pick<Said, 'outcome' | 'result'>): boolean =>
  outcome === 'handed_over' || (outcome === 'done' && result !== 'no_answer');

/** That of the order, which it stays with whoever turns out to have bought it. */
function recordOfCandidate(archive: Archive, { order, customer, before }: Candidate): number {
  if (before) return before.record;
  const found = archive.db
    .prepare(`SELECT o.record_id FROM ${namedBy(':order')} WHERE o.customer_id = :customer`)
    .pluck()
    .get({ order, customer }) as number | undefined;
  return found ?? recordOf(archive)(customer);
}

/** The last day on which anything was handed over; undefined where nothing was. */
export function lastHandOver({ db }: Archive): string | undefined {
  const day = db.prepare("SELECT max(day) FROM followup_outcomes WHERE outcome = 'handed_over'").pluck().get();
  return (day as string | null) ?? undefined;
}
