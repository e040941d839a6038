/**
 * The name, addresses and place that stand for a customer, chosen from all their records in a way
 * that does not depend on which file came first.
 */
import { isCiphertext } from '../values/ciphertext.ts';
import { isNoName } from '../values/no-name.ts';
import type { Identifier } from './identifiers.ts';

/** One record of the customer with the orders that stand on it. */
export interface PortraitRecord {
  readonly facts: {
    readonly fingerprint: string;
    readonly name: string | null;
    readonly receiverName: string | null;
    readonly account: string | null;
    readonly country: string | null;
    readonly province: string | null;
    readonly city: string | null;
    readonly district: string | null;
  };
  readonly identifiers: readonly Identifier[];
  readonly orders: number;
  /** UTC seconds of the latest order. */
  readonly latest: number;
}

export interface Portrait {
  readonly name: string | null;
  readonly account: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneType: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

export function portraitOf(records: readonly PortraitRecord[]): Portrait {
  const usable = (kind: Identifier['kind']) => (record: PortraitRecord) =>
    record.identifiers.flatMap((identifier) =>
      identifier.kind === kind && identifier.state === 'usable' ? [identifier.value] : [],
    );
  const phone = commonest(records, usable('phone'));
  // Of one time, as in files of customers, a place says more than a country.
  const home = latest(
    records,
    ({ facts }) => (shown(facts.city) ?? shown(facts.province) ?? facts.country) && facts,
    ({ facts }) => Number((shown(facts.city) ?? shown(facts.province)) !== null),
  );
  return {
    name:
      commonest(records, (record) => unmasked(nameIn(record))) ??
      // A name half hidden is better than none.
      latest(records, nameIn) ??
      null,
    account: commonest(records, ({ facts }) => unmasked(facts.account)),
    email: commonest(records, usable('email')),
    phone,
    phoneType: phone === null ? null : lineTypeOf(records, phone),
    country: home?.country ?? null,
    province: shown(home?.province ?? null),
    city: shown(home?.city ?? null),
    district: shown(home?.district ?? null),
  };
}

/** Null for what a marketplace has hidden. */
const shown = (text: string | null) => (text === null || text.includes('*') || isCiphertext(text) ? null : text);

function unmasked(text: string | null): readonly string[] {
  const value = shown(text);
  return value === null ? [] : [value];
}

function nameIn({ facts }: PortraitRecord): string | null {
  const name = facts.name ?? facts.receiverName;
  return name === null || isNoName(name) ? null : name;
}

function lineTypeOf(records: readonly PortraitRecord[], phone: string): string | null {
  for (const record of records)
    for (const identifier of record.identifiers)
      if (identifier.kind === 'phone' && identifier.value === phone) return identifier.lineType;
  return null;
}

interface Use {
  readonly orders: number;
  readonly latest: number;
}

/** The value on most orders; among equals the one on the latest, then the first in the alphabet. */
function commonest(
  records: readonly PortraitRecord[],
  valuesOf: (record: PortraitRecord) => readonly string[],
): string | null {
  const [only, ...others] = records;
  if (!only) return null;
  const alone = valuesOf(only);
  if (others.length === 0 && alone.length < 2) return alone[0] ?? null;
  const uses = new Map<string, Use>();
  for (const record of records) {
    for (const value of new Set(valuesOf(record))) {
      const known = uses.get(value) ?? { orders: 0, latest: 0 };
      uses.set(value, { orders: known.orders + record.orders, latest: Math.max(known.latest, record.latest) });
    }
  }
  let best: readonly [string, Use] | undefined;
  for (const entry of uses) if (!best || beats(entry, best)) best = entry;
  return best?.[0] ?? null;
}

function beats([value, use]: readonly [string, Use], [otherValue, other]: readonly [string, Use]): boolean {
  return (use.orders - other.orders || use.latest - other.latest || (value < otherValue ? 1 : -1)) > 0;
}

function latest<V>(
  records: readonly PortraitRecord[],
  valueOf: (record: PortraitRecord) => V | null | '' | undefined,
  weight: (record: PortraitRecord) => number = () => 0,
): V | undefined {
  if (records.length === 1) return (records[0] && valueOf(records[0])) || undefined;
  const dated = records.toSorted(
    (a, b) => b.latest - a.latest || weight(b) - weight(a) || (a.facts.fingerprint < b.facts.fingerprint ? -1 : 1),
  );
  for (const record of dated) {
    const value = valueOf(record);
    if (value) return value;
  }
  return undefined;
}
