/**
 * Works out anew who is who around the records that changed: their values, everybody who shares one,
 * and the customers all of those belonged to. Values nobody touched are never looked at.
 */
import type { Archive } from '../store/open.ts';
import { type ContactFacts, evidenceOf, type Identifier, identifiersOf } from './identifiers.ts';
import { components, type Evidence, isShared, type ValueUse, valueKey, valueUses } from './matching.ts';
import {
  closeAffected,
  evidenceRows,
  loadSharedValues,
  prepareAffected,
  replaceIdentifiers,
  replaceTouchedSharedValues,
  writeRecordCustomers,
} from './affected-queries.ts';
import { writeCustomerRows } from './customer-rows.ts';

export interface RefreshedCustomers {
  readonly customersAdded: number;
  readonly customersRemoved: number;
  readonly newlyShared: readonly ValueUse[];
}

export function refreshCustomers(archive: Archive, touched: ReadonlySet<number>): RefreshedCustomers {
  if (touched.size === 0) return { customersAdded: 0, customersRemoved: 0, newlyShared: [] };
  prepareAffected(archive, touched);
  replaceIdentifiers(archive, identifiersOf);
  closeAffected(archive);

  const records = evidenceRecords(archive);
  const { shared, newlyShared } = sharedAmong(archive, records);
  const customers = components(records, shared);
  const changes = writeRecordCustomers(archive, customers);
  writeCustomerRows(archive);
  return { ...changes, newlyShared };
}

function evidenceRecords(archive: Archive): Evidence[] {
  const identifiers = new Map<number, { facts: Pick<ContactFacts, 'name' | 'receiverName'>; list: Identifier[] }>();
  for (const { record, name, receiverName, identifier } of evidenceRows(archive)) {
    const known = identifiers.get(record);
    if (known) known.list.push(identifier);
    else identifiers.set(record, { facts: { name, receiverName }, list: [identifier] });
  }
  const records: Evidence[] = [];
  for (const [record, { facts, list }] of identifiers) {
    const evidence = evidenceOf(record, facts, list);
    if (evidence.accounts.length + evidence.emails.length + evidence.phones.length > 0) records.push(evidence);
  }
  return records;
}

/** Values whose every user is at hand are judged anew; a shared value nobody touched stays as it was. */
function sharedAmong(archive: Archive, records: readonly Evidence[]): { shared: Set<string>; newlyShared: ValueUse[] } {
  const { before, touched } = loadSharedValues(archive);
  const shared = new Set<string>();
  const found: ValueUse[] = [];
  for (const [key, use] of valueUses(records)) {
    if (before.has(key) && !touched.has(key)) shared.add(key);
    else if (isShared(use)) {
      shared.add(key);
      found.push(use);
    }
  }
  replaceTouchedSharedValues(archive, found);
  return { shared, newlyShared: found.filter((use) => !before.has(valueKey(use.kind, use.scope, use.value))) };
}
