/**
 * How good what is known of customers is: of how many each thing is known, and what is hardly of use any more.
 * Nothing of it is wrong with the archive: it is for a seller who wants to reach people.
 */
import { suggestMerges } from '../customers/suggest.ts';
import type { Archive } from '../store/open.ts';
import { addYears } from '../values/days.ts';
import {
  fieldsKnown,
  type Found,
  lastGivenBefore,
  phonesPassedOn,
  QUALITY_FIELDS,
  type QualityField,
  unknownStates,
  unreachable,
} from './quality-queries.ts';

/** Contact details that nobody has given since are likely to be others by now. */
const STALE_YEARS = 2;

export const QUALITY_NOTES = [
  'customers_suspected_twice',
  'customer_unreachable',
  'contact_stale',
  'phone_passed_on',
  'order_state_unknown',
] as const;
export type QualityNote = (typeof QUALITY_NOTES)[number];

export interface Quality {
  readonly customers: number;
  readonly fields: readonly { readonly field: QualityField; readonly customers: number }[];
  /** Those there are any of. */
  readonly notes: readonly (Found & { readonly note: QualityNote })[];
}

/** As on the ISO day `asOf`, of what is known now. */
export function qualityOf(archive: Archive, asOf: string): Quality {
  const known = fieldsKnown(archive);
  const since = Date.parse(`${addYears(asOf, -STALE_YEARS)}T00:00:00Z`) / 1000;
  const notes: Readonly<Record<QualityNote, () => Found>> = {
    customers_suspected_twice: () => suspected(archive),
    customer_unreachable: () => unreachable(archive),
    contact_stale: () => lastGivenBefore(archive, since),
    phone_passed_on: () => phonesPassedOn(archive),
    order_state_unknown: () => unknownStates(archive),
  };
  return {
    customers: known.customers,
    fields: QUALITY_FIELDS.map((field) => ({ field, customers: known[field] })),
    notes: QUALITY_NOTES.map((note) => ({ note, ...notes[note]() })).filter(({ count }) => count > 0),
  };
}

/** Pairs that may be one person; the likeliest of them. */
function suspected(archive: Archive): Found {
  const pairs = suggestMerges(archive);
  const [first] = pairs;
  const example = first === undefined ? null : `#${first.customers[0]}, #${first.customers[1]}`;
  return { count: pairs.length, example, subject: null };
}
