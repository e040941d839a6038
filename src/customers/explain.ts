/** Why a customer's records are one person: every value two of them share, and what was not taken as proof. */
import type { Archive } from '../store/open.ts';
import { type EvidenceRow, evidenceOfCustomer, type RecordEvidence, recordsOf } from './queries.ts';

export interface Link {
  readonly kind: EvidenceRow['kind'];
  readonly value: string;
  readonly records: readonly number[];
}

export interface LeftOut {
  readonly kind: EvidenceRow['kind'];
  readonly value: string;
  /** shared: used by too many; receiver: the parcel's, not the buyer's; otherwise the state of the value. */
  readonly reason: string;
  readonly records: readonly number[];
  readonly otherCustomers: number;
}

export interface Explanation {
  readonly records: readonly RecordEvidence[];
  readonly links: readonly Link[];
  readonly leftOut: readonly LeftOut[];
}

export function explainCustomer(archive: Archive, customer: number): Explanation {
  const links = new Map<string, Link & { records: number[] }>();
  const leftOut = new Map<string, LeftOut & { records: number[] }>();
  const rows = evidenceOfCustomer(archive, customer);
  const several = underSeveralNames(rows);
  for (const row of rows) {
    const { kind, value, record_id } = row;
    const reason = whyNot(row);
    const name = several.has(value) ? (row.name_key ?? '') : '';
    const key = [kind, row.scope, value, reason ?? '', name].join('\u0000');
    const known = reason === undefined ? links.get(key) : leftOut.get(key);
    if (known) known.records.push(record_id);
    else if (reason === undefined) links.set(key, { kind, value, records: [record_id] });
    else leftOut.set(key, { kind, value, reason, records: [record_id], otherCustomers: row.others });
  }
  return { records: recordsOf(archive, customer), links: [...links.values()], leftOut: [...leftOut.values()] };
}

/** Phones that stand beside different names: such a phone joins only the records where the name is the same. */
function underSeveralNames(rows: readonly EvidenceRow[]): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const { kind, value, name_key: name } of rows) {
    if (kind !== 'phone' || name === null) continue;
    names.set(value, (names.get(value) ?? new Set()).add(name));
  }
  return new Set([...names].filter(([, found]) => found.size > 1).map(([value]) => value));
}

function whyNot(row: EvidenceRow): string | undefined {
  if (row.state !== 'usable' && row.state !== 'relay') return row.state;
  if (row.role === 'receiver') return 'receiver';
  return row.shared === 1 ? 'shared' : undefined;
}
