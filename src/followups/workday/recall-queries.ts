/** SQL of what was said of follow-ups, with every number that whoever it was said of may have had then. */
import type { Archive } from '../../store/open.ts';
import type { Outcome } from '../outcome.ts';
import type { PlayChannel } from '../plays/play.ts';

export interface SaidOnce {
  readonly play: string;
  readonly occurrence: string;
  readonly record: number;
  /** Whose it is now. */
  readonly customer: number;
  /** Which they, or whoever was merged with them since, had once. */
  readonly number: number;
  /** 1 where the number is of whoever it was said of, before any merge by hand. */
  readonly own: 0 | 1;
  readonly outcome: Outcome;
  readonly until: string | null;
  readonly channel: PlayChannel | null;
  readonly day: string;
}

/** The first first; nothing else may be asked of the archive meanwhile. */
export function saidOnce({ db }: Archive): IterableIterator<SaidOnce> {
  return db
    .prepare(
      `SELECT f.play, f.occurrence, f.record_id AS record, k.customer_id AS customer, n.record_id AS number, theirs.part_id IS whose.part_id AS own,
              f.outcome, f.until_day AS until, f.channel, f.day
       FROM followup_outcomes f JOIN record_customers k USING (record_id) JOIN record_customers n ON n.customer_id = k.customer_id
         LEFT JOIN merged_records theirs ON theirs.record_id = f.record_id LEFT JOIN merged_records whose ON whose.record_id = n.record_id
       ORDER BY f.stated_at, f.outcome_id`,
    )
    .iterate() as IterableIterator<SaidOnce>;
}
