/** Each customer as the gate sees them for one channel: address, consent, suppression, policy. */
import type { Archive } from '../store/open.ts';
import { type Channel, type Decision, decide, type GatePerson, type GateReason, type Kind } from './gate.ts';
import {
  type AddressRow,
  addresses,
  addressesHeld,
  isAnythingSaidSince,
  type Among,
  consentByCustomer,
  countryByCustomer,
  suppressions,
} from './queries.ts';
import { shopsByCustomer } from './shop-queries.ts';
import { suppressionKey } from '../store/settings.ts';
import { foldGmail } from '../values/mailbox.ts';
import { suppressionHash } from '../values/suppression-key.ts';
import { mailDomainsOf } from '../values/mail-domain.ts';

export interface Person extends GatePerson {
  readonly customer: number;
  readonly lineType: AddressRow['line_type'];
  /** Orders the chosen address stands on. */
  readonly addressOrders: number;
  /** The shops whose marketplaces let nobody write but about orders, where there are no others. */
  readonly serviceOnlyShops: readonly string[];
}

export type PeopleOf = (customer: number) => Person;

/**
 * As they stood before `until`, UTC seconds; a refusal and a suppression hold whenever they were made,
 * and for everybody who is reached at the same address. `among` are all who are reached where those asked for are.
 */
export function peopleFor(archive: Archive, channel: Channel, until: number, among?: Among): PeopleOf {
  const consent = consentByCustomer(archive, channel, until, among);
  const country = countryByCustomer(archive, among);
  const shops = shopsByCustomer(archive, among);
  const refused = new Set<number>();
  const later = isAnythingSaidSince(archive, until) ? consentByCustomer(archive, channel, FOREVER, among) : consent;
  for (const [customer, status] of later) if (status === 'refused') refused.add(customer);
  const all = addresses(archive, channel, among);
  const suppressed = suppressedBy(archive, channel, { all, among });
  const best = bestAddresses(all);
  const folded = channel === 'email' ? foldGmail : (value: string) => value;
  const reachedAt = (customers: ReadonlySet<number>) => {
    const values = new Set(addressesHeld(archive, channel, [...customers]).map(folded));
    return (address: string | null) => address !== null && values.has(folded(address));
  };
  const [refusedAt, suppressedAt] = [reachedAt(refused), reachedAt(suppressed.customers)];
  return (customer) => {
    const { value: address = null, line_type: lineType = null, orders = 0 } = best.get(customer) ?? {};
    const bought = shops(customer);
    const home = country.get(customer);
    return {
      customer,
      channel,
      countries: home === undefined ? bought.countries : [home],
      address,
      lineType,
      addressOrders: orders,
      suppressed: suppressed.customers.has(customer) || suppressed.address(address) || suppressedAt(address),
      consent: refused.has(customer) || refusedAt(address) ? 'refused' : (consent.get(customer) ?? 'unknown'),
      policy: bought.consent,
      serviceOnly: bought.serviceOnly.length > 0,
      serviceOnlyShops: bought.serviceOnly,
    };
  };
}

/** Later than anything anybody will have said. */
const FOREVER = Number.MAX_SAFE_INTEGER;

export interface Gated {
  readonly allowed: readonly Person[];
  readonly leftOut: readonly { readonly person: Person; readonly reason: GateReason }[];
}

/** Passes people through the gate, one row per address: of several who share one, whoever ordered most on it. */
export function gate(people: readonly Person[], kind: Kind): Gated {
  const owner = new Map<string, Person>();
  const place = ({ channel, address }: Person) =>
    channel === 'email' && address ? foldGmail(address) : (address ?? '');
  const decided = people.map((person): { person: Person; decision: Decision } => ({
    person,
    decision: decide(person, kind),
  }));
  for (const { person, decision } of decided) {
    if (!decision.allowed || person.address === null) continue;
    const known = owner.get(place(person));
    if (
      !known ||
      person.addressOrders > known.addressOrders ||
      (person.addressOrders === known.addressOrders && person.customer < known.customer)
    ) {
      owner.set(place(person), person);
    }
  }
  const allowed: Person[] = [];
  const leftOut: { person: Person; reason: GateReason }[] = [];
  for (const { person, decision } of decided) {
    if (!decision.allowed) leftOut.push({ person, reason: decision.reason });
    else if (owner.get(place(person)) === person) allowed.push(person);
    else leftOut.push({ person, reason: 'same_address' });
  }
  return { allowed, leftOut };
}

/** On most of the customer's orders, then on the latest, then first in the alphabet. */
function bestAddresses(rows: readonly AddressRow[]): Map<number, AddressRow> {
  const best = new Map<number, AddressRow>();
  for (const row of rows) {
    const known = best.get(row.customer_id);
    const better = !known || row.orders > known.orders || (row.orders === known.orders && row.latest > known.latest);
    if (better) best.set(row.customer_id, row);
  }
  return best;
}

interface Suppressed {
  readonly customers: ReadonlySet<number>;
  address(value: string | null): boolean;
}

/** `all` are the addresses of whom it is asked: one at a domain keeps its customer from e-mail at any other. */
function suppressedBy(
  archive: Archive,
  channel: Channel,
  { all, among }: { readonly all: readonly AddressRow[]; readonly among: Among },
): Suppressed {
  const rows = suppressions(archive).filter((row) => row.channel === null || row.channel === channel);
  const customers = new Set(rows.flatMap((row) => row.customer_id ?? []));
  const hashed = (domains: boolean) =>
    new Set(rows.flatMap((row) => (row.hash !== null && (row.kind === 'domain') === domains ? [row.hash] : [])));
  const [hashes, domains] = [hashed(false), hashed(true)];
  // Where anybody is suppressed and the key is lost nobody may be let through.
  const key = rows.length > 0 ? suppressionKey(archive) : '';
  const kind = channel === 'email' ? 'email' : 'phone';
  if (domains.size > 0) {
    const isThere = perDomain((domain) => domains.has(suppressionHash(key, 'domain', domain)));
    for (const row of all) if (isThere(row.value)) customers.add(row.customer_id);
  }
  // Whoever complained is written to nowhere, by which of their addresses ever it was.
  const complained = new Set(
    rows.flatMap((row) => (row.reason === 'complained' && row.hash !== null ? [row.hash] : [])),
  );
  if (complained.size > 0)
    for (const one of ['email', 'phone'] as const)
      for (const { customer_id: customer, value } of addresses(archive, one, among))
        if (complained.has(suppressionHash(key, one, value))) customers.add(customer);
  return {
    customers,
    address: (value) => value !== null && hashes.size > 0 && hashes.has(suppressionHash(key, kind, value)),
  };
}

/** Many have their addresses at few: each is asked about once. */
function perDomain(isSuppressed: (domain: string) => boolean): (email: string) => boolean {
  const known = new Map<string, boolean>();
  return (email) => {
    const at = email.slice(email.lastIndexOf('@'));
    let found = known.get(at);
    if (found === undefined) known.set(at, (found = mailDomainsOf(email).some(isSuppressed)));
    return found;
  };
}
