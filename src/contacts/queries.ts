/** SQL of contacts: consents, suppressions, addresses with the orders they stand on. */
import { isProfiled, isShown } from '../customers/affected-queries.ts';
import { recordOf, recordsOf } from '../customers/anchor-queries.ts';
import { consentsSql, manyOrdersSay, saidAtOrdersSince } from '../store/consents-sql.ts';
import { gmailBoxOf, isGmail } from '../store/gmail-sql.ts';
import type { Query } from '../store/ahead/messages.ts';
import { columnsFrom, columnsSql } from '../store/columns.ts';
import type { Archive } from '../store/open.ts';
import { once } from '../values/once.ts';
import { sortedLookup } from '../values/sorted-lookup.ts';
import type { Channel, ConsentStatus } from './gate.ts';
import { noteRefused, noteSuppressed } from './said-queries.ts';

/** Some customers, where not everybody is asked for. */
export type Among = readonly number[] | undefined;

const inAmong = (among: Among, customer: string) =>
  among ? `AND ${customer} IN (SELECT value FROM json_each(:among))` : '';
const bound = (among: Among) => (among ? { among: JSON.stringify(among) } : {});

function of({ db }: Archive, among: Among, channel?: Channel): 'of :among' | 'everybody' | 'everybody by their orders' {
  if (among) return 'of :among';
  const many = db.prepare(manyOrdersSay(channel ? 'on :channel' : 'every channel')).pluck();
  return many.get({ channel }) === 1 ? 'everybody by their orders' : 'everybody';
}

export function consentByCustomer(
  archive: Archive,
  channel: Channel,
  until: number,
  among?: Among,
): Map<number, ConsentStatus> {
  const said = consentsSql('before :until', of(archive, among, channel), 'on :channel');
  return new Map(
    archive.db
      .prepare(`SELECT customer_id, status FROM (${said})`)
      .raw()
      .all({ channel, until, ...bound(among) }) as [number, ConsentStatus][],
  );
}

const CONSENT_COLUMNS = ['customer_id', 'channel', 'status'] as const;
const consentsOfAll = (archive: Archive, among: Among): string =>
  `(${consentsSql('before :until', of(archive, among))})`;

/** What the same of everybody is read by, to be read ahead. */
export const consentsAhead = (archive: Archive, until: number): Query => ({
  sql: columnsSql(CONSENT_COLUMNS, consentsOfAll(archive, undefined)),
  params: { until },
});

/** The same of every channel at once, which takes no longer than one. */
export function consentsByChannel(
  archive: Archive,
  until: number,
  among?: Among,
): (channel: Channel) => ReadonlyMap<number, ConsentStatus> {
  const [customers, channels, statuses] = columnsFrom<[number[], string[], ConsentStatus[]]>(
    archive,
    CONSENT_COLUMNS,
    consentsOfAll(archive, among),
  )({ until, ...bound(among) });
  const found = new Map<string, Map<number, ConsentStatus>>();
  for (const [at, customer] of customers.entries()) {
    const [channel, status] = [channels[at] as string, statuses[at] as ConsentStatus];
    const known = found.get(channel);
    if (known) known.set(customer, status);
    else found.set(channel, new Map([[customer, status]]));
  }
  return (channel) => found.get(channel) ?? new Map<number, ConsentStatus>();
}

/** Whether any statement may be of then or later: an order that says something, a file, a word by hand. */
export function isAnythingSaidSince({ db }: Archive, at: number): boolean {
  const found = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM consents WHERE stated_at >= :at) OR EXISTS (SELECT 1 FROM profiles WHERE flags_at >= :at)
         OR EXISTS (SELECT 1 FROM imports WHERE max(coalesce(exported_at, 0), imported_at) >= :at) OR EXISTS (${saidAtOrdersSince(':at')})`,
    )
    .pluck()
    .get({ at });
  return found === 1;
}

/** False where the same was said before of the same moment. */
export function stateConsent(
  archive: Archive,
  customer: number,
  consent: {
    channel: string;
    status: ConsentStatus;
    note: string | null;
    proof?: string | null;
    at: number;
    source?: string;
  },
): boolean {
  return archive.write(() => {
    const { db } = archive;
    const state = db.prepare(
      `INSERT INTO consents (record_id, channel, status, source, note, proof, stated_at, after_override)
       SELECT :record, :channel, :status, :source, :note, :proof, :at, (SELECT coalesce(max(override_id), 0) FROM overrides)
       WHERE NOT EXISTS (SELECT 1 FROM consents WHERE record_id = :record AND channel = :channel AND status = :status AND source = :source
                           AND note IS :note AND proof IS :proof AND stated_at = :at)`,
    );
    const records = consent.status === 'refused' ? recordsOf(archive, customer) : [recordOf(archive)(customer)];
    const facts = { ...consent, proof: consent.proof ?? null, source: consent.source ?? 'hand' };
    const stated = records.reduce((sum, record) => sum + state.run({ ...facts, record }).changes, 0) > 0;
    if (consent.status === 'refused') noteRefused(archive)(records, [consent.channel]);
    return stated;
  });
}

export type LineType = 'mobile' | 'landline' | 'unknown';

export type AddressRow = readonly [customer: number, value: string];

const USABLE = `i.kind = :kind AND i.state = 'usable' AND (:sms = 0 OR i.line_type = 'mobile')`;
const asked = (channel: Channel) => ({ kind: channel === 'email' ? 'email' : 'phone', sms: Number(channel === 'sms') });

/** Usable addresses of every record that shows who somebody is; a receiver's number reaches a customer but proves nothing. */
export function addresses(archive: Archive, channel: Channel, among?: Among): AddressRow[] {
  return archive.db
    .prepare(`SELECT k.customer_id, i.value
              FROM ${among ? 'record_customers k CROSS JOIN identifiers i' : 'identifiers i JOIN record_customers k'} USING (record_id)
              WHERE ${USABLE} ${inAmong(among, 'k.customer_id')} AND ${isShown('i.record_id')}`)
    .raw()
    .all({ ...asked(channel), ...bound(among) }) as AddressRow[];
}

export interface Best {
  addressOf(customer: number): string | undefined;
  /** Of those who are not reached at a mobile. */
  readonly lineTypes: () => ReadonlyMap<number, LineType | null>;
}

/** Of each customer the usable address on most of their orders, then on the latest, then first in the alphabet: customers/portrait.ts. */
export function bestAddresses(archive: Archive, channel: Channel, among?: Among): Best {
  const { db } = archive;
  const column = channel === 'email' ? 'email' : 'phone';
  const from = `FROM customers WHERE ${column} IS NOT NULL ${inAmong(among, 'customer_id')}`;
  const read = columnsFrom<[number[], string[]]>(
    archive,
    ['customer_id', column],
    `(SELECT * ${from} ORDER BY customer_id)`,
  );
  const addressOf = sortedLookup(...read(bound(among)));
  if (channel === 'email') return { addressOf, lineTypes: NO_LINES };
  // Asked of few lists.
  const lineTypes = once(
    () =>
      new Map(
        db.prepare(`SELECT customer_id, phone_type ${from} AND phone_type IS NOT 'mobile'`).raw().all(bound(among)) as [
          number,
          LineType | null,
        ][],
      ),
  );
  if (channel === 'phone') return { addressOf, lineTypes };
  const others = lineTypes();
  const mobiles = new Map(bestMobiles(archive, [...others.keys()]));
  return {
    addressOf: (customer) => (others.has(customer) ? mobiles.get(customer) : addressOf(customer)),
    lineTypes: NO_LINES,
  };
}

const NONE: ReadonlyMap<number, LineType | null> = new Map();
const NO_LINES = (): typeof NONE => NONE;

/** Of those who have a mobile beside a number that is on more of their orders. */
function bestMobiles({ db }: Archive, customers: readonly number[]): [customer: number, value: string][] {
  return db
    .prepare(`SELECT customer_id, value FROM (
                SELECT k.customer_id, i.value,
                  row_number() OVER (PARTITION BY k.customer_id ORDER BY count(DISTINCT o.order_id) DESC, max(o.placed_at) DESC, i.value) AS place
                FROM record_customers k CROSS JOIN identifiers i USING (record_id) LEFT JOIN orders o ON o.record_id = i.record_id
                WHERE ${USABLE} ${inAmong(customers, 'k.customer_id')} AND (o.order_id IS NOT NULL OR ${isProfiled('i.record_id')})
                GROUP BY k.customer_id, i.value) WHERE place = 1`)
    .raw()
    .all({ ...asked('sms'), ...bound(customers) }) as [number, string][];
}

/** Of a customer at an address of theirs. */
export function ordersAt({ db }: Archive, channel: Channel): (customer: number, address: string) => number {
  const count = db
    .prepare(`SELECT count(DISTINCT o.order_id) FROM record_customers k CROSS JOIN identifiers i USING (record_id) CROSS JOIN orders o ON o.record_id = i.record_id
              WHERE k.customer_id = ? AND i.kind = ? AND i.value = ? AND i.state = 'usable'`)
    .pluck();
  return (customer, address) => count.get(customer, asked(channel).kind, address) as number;
}

/** Where customers are reached, also by what no standing file says of them any more: what they said of it holds. */
export function addressesHeld({ db }: Archive, channel: Channel, customers: readonly number[]): string[] {
  if (customers.length === 0) return [];
  return db
    .prepare(`SELECT DISTINCT i.value FROM record_customers k CROSS JOIN identifiers i USING (record_id)
              WHERE k.customer_id IN (SELECT value FROM json_each(?)) AND i.kind = ? AND i.state = 'usable'`)
    .pluck()
    .all(JSON.stringify(customers), channel === 'email' ? 'email' : 'phone') as string[];
}

/** The customer and everybody who is reached, on any channel, where they are; spellings of one mailbox are one place. */
export function reachedTogether(archive: Archive, customer: number): number[] {
  return archive.db
    .prepare(`SELECT :customer UNION SELECT theirs.customer_id FROM record_customers k CROSS JOIN identifiers mine USING (record_id)
                CROSS JOIN identifiers i ON i.kind = mine.kind AND i.value = mine.value
                CROSS JOIN record_customers theirs ON theirs.record_id = i.record_id
              WHERE k.customer_id = :customer AND mine.kind IN ('email', 'phone') AND mine.state = 'usable'
              UNION SELECT theirs.customer_id FROM record_customers k CROSS JOIN identifiers mine USING (record_id)
                CROSS JOIN identifiers i INDEXED BY identifiers_by_gmail ON ${isGmail('i.')} AND ${gmailBoxOf('i.')} = ${gmailBoxOf('mine.')}
                CROSS JOIN record_customers theirs ON theirs.record_id = i.record_id
              WHERE k.customer_id = :customer AND ${isGmail('mine.')} AND mine.state = 'usable'`)
    .pluck()
    .all({ customer }) as number[];
}

/** Where each lives, of whom that is known: a word that is no country's says nothing. */
export function countryByCustomer(archive: Archive, among?: Among): (customer: number) => string | undefined {
  const from = `FROM customers WHERE country GLOB '[A-Z][A-Z]' ${inAmong(among, 'customer_id')} ORDER BY customer_id`;
  const read = columnsFrom<[number[], string[]]>(archive, ['customer_id', 'country'], `(SELECT * ${from})`);
  return sortedLookup(...read(bound(among)));
}

export interface SuppressionRow {
  readonly suppression_id: number;
  readonly kind: 'email' | 'phone' | 'domain' | 'customer';
  readonly hash: string | null;
  /** Null where it holds for every one. */
  readonly channel: Channel | null;
  readonly customer_id: number | null;
  readonly hint: string;
  readonly reason: string | null;
  readonly added_at: number;
}

/** Those in force, one for a customer however many parts they have. */
export function suppressions(archive: Archive): SuppressionRow[] {
  return archive.db
    .prepare(`SELECT min(s.suppression_id) AS suppression_id, s.kind, s.hash, s.channel, k.customer_id,
                iif(k.customer_id IS NULL, s.hint, '#' || k.customer_id) AS hint, s.reason, s.added_at
              FROM suppressions s LEFT JOIN record_customers k USING (record_id) WHERE s.lifted_at IS NULL
              GROUP BY s.kind, s.hash, s.channel, coalesce(k.customer_id, -s.record_id) ORDER BY 1`)
    .all() as SuppressionRow[];
}

export type NewSuppression =
  | {
      readonly kind: 'email' | 'phone';
      readonly hash: string;
      /** Every one, where none is given. */
      readonly channel?: Channel;
    }
  | { readonly kind: 'domain'; readonly hash: string }
  | { readonly kind: 'customer'; readonly customer: number };

interface SuppressionDetail {
  readonly hint: string;
  readonly reason: string | null;
  readonly at: number;
  /** Of what a tool tells, when it happened: one that was lifted since stays so. */
  readonly happened?: number;
}

/** False where the same, or more, was suppressed before. A domain is one of e-mail alone. */
export function addSuppression(archive: Archive, what: NewSuppression, detail: SuppressionDetail): boolean {
  return archive.write(() => {
    const { db } = archive;
    const { hint, reason, at, happened = Number.MAX_SAFE_INTEGER } = detail;
    const { kind } = what;
    const hash = what.kind === 'customer' ? null : what.hash;
    const channel = what.kind === 'domain' ? 'email' : 'channel' in what ? (what.channel ?? null) : null;
    const known = db.prepare(
      `SELECT 1 FROM suppressions WHERE kind = :kind AND hash IS :hash AND record_id IS :record AND (channel IS NULL OR channel IS :channel)
         AND import_id IS NULL AND (lifted_at IS NULL OR lifted_at >= :happened)`,
    );
    const add = db.prepare(
      'INSERT INTO suppressions (kind, hash, channel, record_id, hint, reason, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const records = what.kind === 'customer' ? recordsOf(archive, what.customer) : [null];
    const missing = records.filter((record) => known.get({ kind, hash, channel, record, happened }) === undefined);
    for (const record of missing) add.run(kind, hash, channel, record, hint, reason, at);
    if (what.kind === 'customer') noteSuppressed(archive, records);
    return missing.length === records.length;
  });
}

/** Of a customer in all their parts. False where there is none in force. */
export function liftSuppression(archive: Archive, id: number, at: number): boolean {
  return archive.write(
    () =>
      archive.db
        .prepare(
          `UPDATE suppressions SET lifted_at = :at WHERE lifted_at IS NULL AND (suppression_id = :id OR record_id IN (
             SELECT theirs.record_id FROM suppressions s JOIN record_customers mine USING (record_id)
               JOIN record_customers theirs ON theirs.customer_id = mine.customer_id WHERE s.suppression_id = :id AND s.lifted_at IS NULL))`,
        )
        .run({ at, id }).changes > 0,
  );
}
