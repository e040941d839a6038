/** The archive's settings, what people said, and what is sound and yet hardly meant. */
import type { Archive } from '../store/open.ts';
import { isZone } from '../values/zones.ts';
import { BREATH, type Check, type FindingName } from './finding.ts';
import {
  contactsThoughSuppressed,
  damagedNumbers,
  datedAfter,
  gaps,
  missingSettings,
  refundsTooHigh,
  salesTwice,
  shopZones,
  totalsUnlikeLines,
  wordsWithoutCustomer,
} from './plausible-queries.ts';

export function* checkSettings(archive: Archive): Check {
  for (const [example] of missingSettings(archive)) yield { name: 'setting_missing', example };
  for (const [shop, zone] of shopZones(archive))
    if (!isZone(zone)) yield { name: 'shop_zone_unknown', example: `${zone} (${shop})`, subject: shop };
}

/** A file dated further ahead is refused; a clock may be wrong by a time zone. */
const AHEAD = 48 * 3600;

/** `now` is UTC seconds. */
export function* checkPlausible(archive: Archive, now: number): Check {
  const checks: readonly [FindingName, Iterable<[example: string, subject?: string]>][] = [
    ['word_without_customer', wordsWithoutCustomer(archive)],
    ['contacted_though_suppressed', contactsThoughSuppressed(archive)],
    ['dated_in_future', datedAfter(archive, now + AHEAD)],
    ['order_number_damaged', damagedNumbers(archive)],
    ['refund_exceeds_payment', refundsTooHigh(archive)],
    ['total_unlike_lines', totalsUnlikeLines(archive)],
    ['same_sale_twice', salesTwice(archive)],
    ['gap_in_period', gaps(archive)],
  ];
  for (const [name, found] of checks) {
    for (const [example, subject] of found)
      yield subject === undefined ? { name, example } : { name, example, subject };
    yield BREATH;
  }
}
