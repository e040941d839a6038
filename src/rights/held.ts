/** Everything that is held on one customer, in this archive as it stands. */
import { recordsOfCustomers } from '../customers/queries.ts';
import { mailDomainsOf } from '../values/mail-domain.ts';
import { suppressionHash } from '../values/suppression-key.ts';
import type { Archive } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';
import {
  heldImports,
  heldNumbers,
  heldOrders,
  type HeldRow,
  heldRows,
  heldSuppressions,
  type SECTIONS,
} from './held-queries.ts';
import { refusedRowsOf } from './refused-rows.ts';
import { subjectOf } from './subject.ts';

export type SectionName = keyof typeof SECTIONS | 'orders' | 'suppressions' | 'refused_rows' | 'imports';

export interface HeldData {
  readonly customer: number;
  /** Numbers they have or had. */
  readonly numbers: readonly number[];
  readonly sections: Readonly<Record<SectionName, readonly HeldRow[]>>;
}

export function heldOn(archive: Archive, customer: number): HeldData {
  const { known, values } = subjectOf(archive, recordsOfCustomers(archive, [customer]));
  const key = readSetting(archive, 'suppression_key');
  const hashes = known.flatMap(({ kind, value }) =>
    key !== undefined && (kind === 'email' || kind === 'phone')
      ? [
          suppressionHash(key, kind, value),
          ...(kind === 'email' ? mailDomainsOf(value).map((domain) => suppressionHash(key, 'domain', domain)) : []),
        ]
      : [],
  );
  const refused = [...refusedRowsOf(archive, values)];
  const rows = (name: keyof typeof SECTIONS) => heldRows(archive, name);
  return {
    customer,
    numbers: heldNumbers(archive),
    sections: {
      identifiers: rows('identifiers'),
      contact_details: rows('contact_details'),
      orders: heldOrders(archive),
      parcels_from_others: rows('parcels_from_others'),
      customer_files: rows('customer_files'),
      corrections: rows('corrections'),
      notes: rows('notes'),
      mentioned_in_notes_on_others: rows('mentioned_in_notes_on_others'),
      tags: rows('tags'),
      consents: rows('consents'),
      suppressions: heldSuppressions(archive, hashes),
      contacts: rows('contacts'),
      contact_lists: rows('contact_lists'),
      message_results: rows('message_results'),
      follow_ups: rows('follow_ups'),
      points: rows('points'),
      segment_snapshots: rows('segment_snapshots'),
      merges_and_splits: rows('merges_and_splits'),
      refused_rows: refused.map(({ importId, file, line, order, column, value, reason, rows: raw }) => ({
        import: importId,
        file,
        line,
        order_number: order,
        column,
        value,
        reason,
        rows: raw.map(({ cells }) => cells.join(' | ')),
      })),
      imports: heldImports(archive, [...new Set(refused.map(({ importId }) => importId))]),
    },
  };
}
