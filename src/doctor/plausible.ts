/** What people said, hashes nothing can be compared with, and what is sound and yet hardly meant: a check for each finding, under its name. */
import type { Archive } from '../store/open.ts';
import { playsNotUnderstood } from './plays.ts';
import { BREATH, type Check, type FindingName } from './finding.ts';
import {
  contactsThoughSuppressed,
  damagedNumbers,
  datedAfter,
  gaps,
  hashesMalformed,
  refundsTooHigh,
  salesTwice,
  totalsUnlikeLines,
  wordsNotUnderstood,
  wordsWithoutCustomer,
} from './plausible-queries.ts';

/** A file dated further ahead is refused; a clock may be wrong by a time zone. */
const AHEAD = 48 * 3600;

type Found = Iterable<[example: string, subject?: string]>;

/** `now` is UTC seconds. */
export function plausible(archive: Archive, now: number): [FindingName, () => Check][] {
  const checks: readonly [FindingName, (archive: Archive) => Found][] = [
    ['hash_malformed', hashesMalformed],
    ['word_without_customer', wordsWithoutCustomer],
    ['word_not_understood', wordsNotUnderstood],
    ['word_not_understood', playsNotUnderstood],
    ['contacted_though_suppressed', contactsThoughSuppressed],
    ['dated_in_future', () => datedAfter(archive, now + AHEAD)],
    ['order_number_damaged', damagedNumbers],
    ['refund_exceeds_payment', refundsTooHigh],
    ['total_unlike_lines', totalsUnlikeLines],
    ['same_sale_twice', salesTwice],
    ['gap_in_period', gaps],
  ];
  return checks.map(([name, find]) => [name, () => sightings(name, find(archive))]);
}

function* sightings(name: FindingName, found: Found): Check {
  for (const [example, subject] of found) yield subject === undefined ? { name, example } : { name, example, subject };
  yield BREATH;
}
