/** Each customer as the gate sees them for one channel: address, consent, suppression, policy. */
import type { Archive } from '../store/open.ts';
import {
  type Channel,
  type ConsentPolicy,
  type ConsentStatus,
  decide,
  type GatePerson,
  type GateReason,
  type Kind,
} from './gate.ts';
import {
  addresses,
  addressesHeld,
  bestAddresses,
  isAnythingSaidSince,
  type Among,
  consentByCustomer,
  consentsByChannel,
  countryByCustomer,
  type LineType,
  ordersAt,
  suppressions,
} from './queries.ts';
import { type ShopsOf, shopsByCustomer } from './shop-queries.ts';
import { FOREVER } from './forever.ts';
import { suppressionKey } from '../store/settings.ts';
import { placeOf } from '../values/mailbox.ts';
import { once } from '../values/once.ts';
import { suppressionHash } from '../values/suppression-key.ts';
import { mailDomainsOf } from '../values/mail-domain.ts';

export interface Person extends GatePerson {
  readonly customer: number;
  readonly lineType: LineType | null;
  /** Orders the chosen address stands on. */
  readonly addressOrders: number;
  /** The shops whose marketplaces let nobody write but about orders, where there are no others. */
  readonly serviceOnlyShops: readonly string[];
}

export interface PeopleOf {
  (customer: number): Person;
  /** The address alone, which takes much less time. */
  readonly addressOf: (customer: number) => string | undefined;
}

/**
 * As they stood before `until`, UTC seconds; a refusal and a suppression hold whenever they were made,
 * and for everybody who is reached at the same address. `among` are all who are reached where those asked for are.
 */
export function peopleFor(archive: Archive, channel: Channel, until: number, among?: Among): PeopleOf {
  return peopleOn(archive, channel, until, among, {
    consent: (at) => consentByCustomer(archive, channel, at, among),
    country: once(() => countryByCustomer(archive, among)),
    shops: shopsByCustomer(archive, among),
  });
}

/** The same on several channels: what is alike on all of them is read once. */
export function peopleOnChannels(archive: Archive, until: number, among?: Among): (channel: Channel) => PeopleOf {
  const known = new Map<Channel, PeopleOf>();
  const consents = new Map<number, ReturnType<typeof consentsByChannel>>();
  const consentsAt = (at: number) => {
    let found = consents.get(at);
    if (!found) consents.set(at, (found = consentsByChannel(archive, at, among)));
    return found;
  };
  const country = once(() => countryByCustomer(archive, among));
  const shops = shopsByCustomer(archive, among);
  return (channel) => {
    let found = known.get(channel);
    if (!found) {
      const alike = { consent: (at: number) => consentsAt(at)(channel), country, shops };
      known.set(channel, (found = peopleOn(archive, channel, until, among, alike)));
    }
    return found;
  };
}

interface Alike {
  /** Of the channel, said before then. */
  readonly consent: (until: number) => ReadonlyMap<number, ConsentStatus>;
  /** Asked of few lists: looked up then. */
  readonly country: () => (customer: number) => string | undefined;
  readonly shops: ReturnType<typeof shopsByCustomer>;
}

function peopleOn(
  archive: Archive,
  channel: Channel,
  until: number,
  among: Among,
  { consent: consentBefore, country, shops }: Alike,
): PeopleOf {
  const consent = consentBefore(until);
  const refused = new Set<number>();
  const later = isAnythingSaidSince(archive, until) ? consentBefore(FOREVER) : consent;
  for (const [customer, status] of later) if (status === 'refused') refused.add(customer);
  const suppressed = suppressedBy(archive, channel, among);
  const best = bestAddresses(archive, channel, among);
  const reachedAt = (customers: ReadonlySet<number>) => {
    const values = new Set(addressesHeld(archive, channel, [...customers]).map((value) => placeOf(channel, value)));
    return (address: string | null) => address !== null && values.size > 0 && values.has(placeOf(channel, address));
  };
  const [refusedAt, suppressedAt] = [reachedAt(refused), reachedAt(suppressed.customers)];
  const costly: Costly = {
    home: (customer) => country()(customer),
    orders: ordersAt(archive, channel),
    lineType: (customer) => {
      const other = best.lineTypes().get(customer);
      return other === undefined ? 'mobile' : other;
    },
  };
  const personOf = (customer: number): Person => {
    const address = best.addressOf(customer) ?? null;
    const found: Found = {
      address,
      suppressed: suppressed.customers.has(customer) || suppressed.address(address) || suppressedAt(address),
      consent: refused.has(customer) || refusedAt(address) ? 'refused' : (consent.get(customer) ?? 'unknown'),
    };
    return new Reached(customer, channel, found, shops(customer), costly);
  };
  return Object.assign(personOf, { addressOf: best.addressOf });
}

/** What is asked of few lists, or of few of their people: looked up then. */
interface Costly {
  home(customer: number): string | undefined;
  orders(customer: number, address: string): number;
  lineType(customer: number): LineType | null;
}

type Found = Pick<Person, 'address' | 'suppressed' | 'consent'>;

class Reached implements Person {
  readonly customer: number;
  readonly channel: Channel;
  readonly address: string | null;
  readonly suppressed: boolean;
  readonly consent: ConsentStatus;
  readonly #shops: ShopsOf;
  readonly #costly: Costly;

  constructor(customer: number, channel: Channel, found: Found, shops: ShopsOf, costly: Costly) {
    this.customer = customer;
    this.channel = channel;
    this.address = found.address;
    this.suppressed = found.suppressed;
    this.consent = found.consent;
    this.#shops = shops;
    this.#costly = costly;
  }

  get policy(): ConsentPolicy {
    return this.#shops.consent;
  }

  get serviceOnly(): boolean {
    return this.#shops.serviceOnly.length > 0;
  }

  get serviceOnlyShops(): readonly string[] {
    return this.#shops.serviceOnly;
  }

  get countries(): readonly string[] {
    const home = this.#costly.home(this.customer);
    return home === undefined ? this.#shops.countries : [home];
  }

  get lineType(): LineType | null {
    return this.channel === 'email' || this.address === null ? null : this.#costly.lineType(this.customer);
  }

  get addressOrders(): number {
    return this.address === null ? 0 : this.#costly.orders(this.customer, this.address);
  }
}

export interface Gated {
  readonly allowed: readonly Person[];
  readonly leftOut: readonly { readonly person: Person; readonly reason: GateReason }[];
}

/** Passes people through the gate, one row per address: of several who share one, whoever ordered most on it. */
export function gate(people: readonly Person[], kind: Kind): Gated {
  const open: Person[] = [];
  const leftOut: { person: Person; reason: GateReason }[] = [];
  const places = new Set<string>();
  for (const person of people) {
    const decision = decide(person, kind);
    if (decision.allowed) {
      open.push(person);
      places.add(placeFor(person));
    } else leftOut.push({ person, reason: decision.reason });
  }
  // As it mostly is.
  if (places.size === open.length) return { allowed: open, leftOut };
  const owners = ownersOf(open);
  const allowed: Person[] = [];
  for (const person of open) {
    if (owners.get(placeFor(person)) === person) allowed.push(person);
    else leftOut.push({ person, reason: 'same_address' });
  }
  return { allowed, leftOut };
}

function ownersOf(people: readonly Person[]): ReadonlyMap<string, Person> {
  const owners = new Map<string, Person>();
  for (const person of people) {
    const place = placeFor(person);
    const known = owners.get(place);
    if (!known || usesMore(person, known)) owners.set(place, person);
  }
  return owners;
}

const placeFor = ({ channel, address }: Person): string => placeOf(channel, address ?? '');

function usesMore(person: Person, other: Person): boolean {
  const more = person.addressOrders - other.addressOrders;
  return more > 0 || (more === 0 && person.customer < other.customer);
}

interface Suppressed {
  readonly customers: ReadonlySet<number>;
  address(value: string | null): boolean;
}

/** Of whom it is asked. An address at a domain keeps its customer from e-mail at any other. */
function suppressedBy(archive: Archive, channel: Channel, among: Among): Suppressed {
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
    for (const [customer, value] of addresses(archive, 'email', among)) if (isThere(value)) customers.add(customer);
  }
  // Whoever complained is written to nowhere, by which of their addresses ever it was.
  const complained = new Set(
    rows.flatMap((row) => (row.reason === 'complained' && row.hash !== null ? [row.hash] : [])),
  );
  if (complained.size > 0)
    for (const one of ['email', 'phone'] as const)
      for (const [customer, value] of addresses(archive, one, among))
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
