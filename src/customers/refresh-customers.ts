/**
 * Works out anew who is who around the records that changed: their values, everybody who shares one,
 * and the customers all of those belonged to. Values nobody touched are never looked at.
 */
import type { Archive } from '../store/open.ts';
import {
  closeAffected,
  identifierWriter,
  type JoiningValue,
  joiningValues,
  noteAffected,
  recordsWithoutIdentifiers,
  removeIdentifiers,
  replaceSharedValues,
  sharedValues,
  ordersByRecord,
  type StoredRecord,
  storedRecords,
  supersededRecords,
  writeRecordCustomers,
} from './affected-queries.ts';
import { customerWriters } from './customer-queries.ts';
import { evidenceOf, identifiersOf, isEvidence } from './identifiers.ts';
import { components, type Evidence, isShared, type ValueUse, valueKey, valueUses } from './matching.ts';
import { type PortraitRecord, portraitOf } from './portrait.ts';

/** A value that several people use. */
export interface SharedUse extends ValueUse {
  /** It no longer joins anybody; otherwise its users were kept apart by their names. */
  readonly shared: boolean;
}

export interface RefreshedCustomers {
  readonly customersAdded: number;
  readonly customersRemoved: number;
  /** Values found by this refresh to be used by several people. */
  readonly severalUsers: readonly SharedUse[];
}

export function refreshCustomers(archive: Archive, touched: ReadonlySet<number>): RefreshedCustomers {
  if (touched.size === 0) return { customersAdded: 0, customersRemoved: 0, severalUsers: [] };
  noteAffected(archive, touched);
  const touchedValues = new Map(joiningValues(archive).map((value) => [valueKey(...value), value]));
  removeIdentifiers(archive);
  const known = addIdentifiers(archive, touchedValues);
  closeAffected(archive, touchedValues.values());
  for (const stored of storedRecords(archive, known)) known.set(stored.facts.record, stored);

  const records = evidence(known);
  const uses = valueUses(records);
  const { shared, newlyShared } = judgeShared(archive, uses, touchedValues);
  const customers = components(records, shared);
  for (const [record, heirs] of supersededRecords(archive)) {
    const owners = heirs.flatMap((heir) => customers.get(heir) ?? []);
    if (owners.length > 0) customers.set(record, Math.min(...owners));
  }
  const before = writeRecordCustomers(archive, customers);
  const now = writeCustomers(archive, known, customers, before);
  return {
    customersAdded: [...now].filter((customer) => !before.has(customer)).length,
    customersRemoved: [...before].filter((customer) => !now.has(customer)).length,
    severalUsers: [...newlyShared, ...keptApart(records, uses, shared, touchedValues, customers)],
  };
}

/** Notes the values of the new identifiers among the touched ones. */
function addIdentifiers(archive: Archive, touched: Map<string, JoiningValue>): Map<number, StoredRecord> {
  const write = identifierWriter(archive);
  const known = new Map<number, StoredRecord>();
  for (const facts of recordsWithoutIdentifiers(archive)) {
    const identifiers = identifiersOf(facts);
    for (const identifier of identifiers) {
      write.add(facts.record, identifier);
      const { kind, scope, value } = identifier;
      if (isEvidence(identifier)) touched.set(valueKey(kind, scope, value), [kind, scope, value]);
    }
    known.set(facts.record, { facts, identifiers });
  }
  write.flush();
  return known;
}

function evidence(known: ReadonlyMap<number, StoredRecord>): Evidence[] {
  const records: Evidence[] = [];
  for (const [record, { facts, identifiers }] of known) {
    const found = evidenceOf(record, facts, identifiers);
    if (found.accounts.length + found.emails.length + found.phones.length > 0) records.push(found);
  }
  return records;
}

/** Values whose every user is at hand are judged anew; a shared value nobody touched stays as it was. */
function judgeShared(
  archive: Archive,
  uses: ReadonlyMap<string, ValueUse>,
  touched: ReadonlyMap<string, JoiningValue>,
): { shared: Set<string>; newlyShared: SharedUse[] } {
  const before = sharedValues(archive);
  const shared = new Set<string>();
  const found: ValueUse[] = [];
  for (const [key, use] of uses) {
    if (!isShared(use) && !(before.has(key) && !touched.has(key))) continue;
    shared.add(key);
    if (!before.has(key) || touched.has(key)) found.push(use);
  }
  const gone = [...before].flatMap(([key, value]) => (touched.has(key) ? [value] : []));
  replaceSharedValues(archive, gone, found);
  const isNew = ({ kind, scope, value }: ValueUse) => !before.has(valueKey(kind, scope, value));
  return { shared, newlyShared: found.filter(isNew).map((use) => ({ ...use, shared: true })) };
}

/** Phones and e-mails that people of two or three names use, who were not joined for it. */
function keptApart(
  records: readonly Evidence[],
  uses: ReadonlyMap<string, ValueUse>,
  shared: ReadonlySet<string>,
  touched: ReadonlyMap<string, unknown>,
  customers: ReadonlyMap<number, number>,
): SharedUse[] {
  const suspects = new Map<string, Set<number>>();
  for (const [key, use] of uses)
    if (use.names > 1 && touched.has(key) && !shared.has(key)) suspects.set(key, new Set());
  if (suspects.size === 0) return [];
  for (const { record, phones } of records)
    for (const { value } of phones) suspects.get(valueKey('phone', '', value))?.add(customers.get(record) ?? record);
  return [...suspects].flatMap(([key, users]) => {
    const use = uses.get(key);
    return use && users.size > 1 ? [{ ...use, shared: false }] : [];
  });
}

/** Writes the row of every customer reached, and gives those there are. */
function writeCustomers(
  archive: Archive,
  known: ReadonlyMap<number, StoredRecord>,
  customers: ReadonlyMap<number, number>,
  before: ReadonlySet<number>,
): Set<number> {
  const standing = ordersByRecord(archive);
  const portrayed = new Map<number, PortraitRecord[]>();
  for (const [record, customer] of customers) {
    const stored = known.get(record);
    const orders = standing.get(record);
    if (!stored || !orders) continue;
    const part = { facts: stored.facts, identifiers: stored.identifiers, ...orders };
    const others = portrayed.get(customer);
    if (others) others.push(part);
    else portrayed.set(customer, [part]);
  }
  const writers = customerWriters(archive, before);
  for (const [customer, records] of portrayed) writers.write(customer, portraitOf(records));
  for (const customer of before) if (!portrayed.has(customer)) writers.remove(customer);
  writers.flush();
  return new Set(portrayed.keys());
}
