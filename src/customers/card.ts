/** Everything known of one customer, gathered for a screen or a document. */
import { isoInstant } from '../values/iso-instant.ts';
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import {
  type CardConsent,
  type CardResult,
  type CardTag,
  type CardTouch,
  consentsOf,
  otherNames,
  recordNumbers,
  resultsOf,
  tagsOf,
  touchesOf,
} from './card-queries.ts';
import { OWN_PREFIX, genderIn } from './edit-fields.ts';
import { editsOf } from './edit-queries.ts';
import { type NoteRow, notesOf, type ReferrerRow, referrersOf } from './note-queries.ts';
import { overrideRows } from './override-list-queries.ts';
import { type CardOrder, type CardProfile, type CustomerRow, customerRow, ordersOf, profileOf } from './queries.ts';

/** Keys are those of the JSON document; days are YYYY-MM-DD, of a birthday 0000 where no year is told. */
export interface Card extends CustomerRow {
  readonly other_names: readonly string[];
  /** Numbers the customer had before, or has beside their own. */
  readonly other_numbers: readonly number[];
  /** By hand, else as files of customers say. */
  readonly birthday: string | null;
  readonly gender: string | null;
  readonly own_fields: Readonly<Record<string, string>>;
  readonly wishes: {
    readonly language: string | null;
    readonly channel: string | null;
    readonly every_days: number | null;
  };
  readonly shops: readonly string[];
  readonly tags: readonly CardTag[];
  readonly consents: readonly CardConsent[];
  readonly profile: CardProfile;
  readonly touches: readonly CardTouch[];
  readonly results: readonly CardResult[];
  readonly notes: readonly NoteRow[];
  readonly referred_by: readonly ReferrerRow[];
  readonly referred: readonly ReferrerRow[];
  /** In force. */
  readonly overrides: readonly CardOverride[];
  readonly orders: readonly CardOrder[];
  /** How many sets of contact details stand behind the card. */
  readonly records: number;
}

export function cardOf(archive: Archive, customer: number, moment: Moment): Card {
  const { asOf, until } = moment;
  const row = customerRow(archive, customer);
  if (!row) throw new Error(`customer ${customer} has no row`);
  const orders = ordersOf(archive, customer, asOf);
  const edits = editsOf(archive, customer, until);
  const profile = profileOf(archive, customer, until);
  const notes = notesOf(archive, customer, until);
  const records = recordNumbers(archive, customer);
  const every = edits.get('every');
  return {
    ...row,
    other_names: otherNames(archive, customer),
    other_numbers: records.map(({ record_id: record }) => record).filter((record) => record !== customer),
    birthday: edits.get('birthday') ?? profile.birthday,
    gender: edits.get('gender') ?? (profile.gender === null ? null : genderIn(profile.gender)),
    own_fields: ownFields(profile.own, edits),
    wishes: {
      language: edits.get('language') ?? null,
      channel: edits.get('channel') ?? null,
      every_days: every === undefined ? null : Number(every),
    },
    shops: [...new Set(orders.map((order) => order.shop))].toSorted(),
    tags: tagsOf(archive, customer, moment),
    consents: consentsOf(archive, customer, until),
    profile,
    touches: touchesOf(archive, customer, asOf),
    results: resultsOf(archive, customer, until),
    notes,
    referred_by: referrersOf(archive, customer, until),
    referred: broughtBy(notes),
    overrides: overridesInForce(archive, customer),
    orders,
    records: records.filter(({ stands }) => stands === 1).length,
  };
}

export interface CardOverride {
  readonly override_id: number;
  readonly kind: 'merge' | 'split';
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly said_at: string;
}

function overridesInForce(archive: Archive, customer: number): CardOverride[] {
  return overrideRows(archive, { customer }).flatMap(({ override_id, kind, reason, said_at: at, state }) => {
    return state === 'in_force' ? [{ override_id, kind, reason, said_at: isoInstant(at) }] : [];
  });
}

/** What was said by hand over what files say, in the order of their names. */
function ownFields(ofFiles: CardProfile['own'], edits: ReadonlyMap<string, string>): Record<string, string> {
  const own = new Map(Object.entries(ofFiles));
  for (const [field, value] of edits) if (field.startsWith(OWN_PREFIX)) own.set(field.slice(OWN_PREFIX.length), value);
  return Object.fromEntries([...own].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each once, since the first time it was said; notes come newest first. */
function broughtBy(notes: readonly NoteRow[]): ReferrerRow[] {
  const brought = new Map<number, ReferrerRow>();
  for (const { referred_id: customer, referred_name: name, day } of notes.toReversed())
    if (customer !== null && !brought.has(customer)) brought.set(customer, { customer_id: customer, name, day });
  return [...brought.values()];
}
