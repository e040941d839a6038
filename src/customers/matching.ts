/**
 * Which records are one customer's: connected components over the values they share, by fixed rules
 * that do not depend on arrival. Accounts join always; e-mails join; phones join when the names agree,
 * or when one side has no e-mail and only one name uses the number. Names and addresses never join.
 */
import { heedOverrides, type Matched, NOTHING_SAID, type SaidOverrides } from './heed-overrides.ts';
import { Partition } from './partition.ts';

/** Everybody who uses one value as evidence. */
export interface Bucket {
  readonly kind: 'account' | 'email' | 'phone';
  readonly scope: string;
  readonly value: string;
  readonly users: readonly User[];
}

export interface User {
  readonly record: number;
  readonly nameKey: string | null;
}

/** The values of some records. Buckets come by kind: accounts first, then e-mails, then phones. */
export interface Evidence {
  /** The greatest record number there may be. */
  readonly last: number;
  buckets(): Iterable<Bucket>;
  /** Of these records alone. */
  bucketsOf(records: readonly number[]): Iterable<Bucket>;
}

export type ValueKind = 'email' | 'phone';

export interface ValueUse {
  readonly kind: ValueKind;
  readonly scope: string;
  readonly value: string;
  /** Distinct full names and, in the scope that has most, distinct accounts that use the value. */
  readonly names: number;
  readonly accounts: number;
}

/** A value of this many full names, or of two accounts of one scope, belongs to nobody in particular. */
export const SHARED_FROM_NAMES = 4;
export const SHARED_FROM_ACCOUNTS = 2;

export function isShared(use: ValueUse): boolean {
  return use.names >= SHARED_FROM_NAMES || use.accounts >= SHARED_FROM_ACCOUNTS;
}

/** A name that can tell people apart: two words, or any text beyond ASCII (Chinese names have no blanks). */
export function isFullName(nameKey: string): boolean {
  return nameKey.includes(' ') || /[^\p{ASCII}]/u.test(nameKey);
}

export const valueKey = (kind: string, scope: string, value: string) => `${kind}\u0000${scope}\u0000${value}`;

/** Joins the users of a value, or those of them who may be. */
export type Join = (users: readonly User[]) => void;

/**
 * The customer of a record is `rootOf` it, the lowest record number of its component. `judge` is asked
 * of every e-mail and phone that several records use whether it no longer joins anybody. What was said
 * by hand goes before all evidence.
 */
export function components(
  evidence: Evidence,
  judge: (use: ValueUse, bucket: Bucket) => boolean,
  said: SaidOverrides = NOTHING_SAID,
): Matched {
  const found = new Partition(evidence.last);
  const shared = new Set<string>();
  const judged = (bucket: Bucket, kind: ValueKind): boolean => {
    const { scope, value, users } = bucket;
    const use = { kind, scope, value, names: namesOf(users), accounts: accountsOf(found, users) };
    const no = judge(use, bucket);
    if (no) shared.add(valueKey(kind, scope, value));
    return no;
  };
  const known = ({ scope, value }: Bucket, kind: ValueKind) => shared.has(valueKey(kind, scope, value));
  const connectAll = (buckets: Iterable<Bucket>, apart: typeof judged, join: Join) => {
    connect(found, buckets, apart, join);
    // A component with two accounts of one scope joined strangers: weaker evidence goes first.
    for (const weaker of ['phone', 'email'] as const) {
      const crowded = found.crowded();
      if (crowded.length === 0) break;
      found.part(crowded);
      const weak = (bucket: Bucket, kind: ValueKind) => kind === 'phone' || kind === weaker || known(bucket, kind);
      connect(found, evidence.bucketsOf(crowded), weak, join);
    }
  };
  connectAll(evidence.buckets(), judged, (users) => {
    for (const { record } of users) found.join(users[0]?.record ?? record, record);
  });
  return heedOverrides(found, said, (records, join) => connectAll(evidence.bucketsOf(records), known, join));
}

/** `apart` tells of a value that does not join. */
function connect(
  found: Partition,
  buckets: Iterable<Bucket>,
  apart: (bucket: Bucket, kind: ValueKind) => boolean,
  join: Join,
): void {
  const scopes = new Map<string, number>();
  let accounts = 0;
  for (const bucket of buckets) {
    const { kind, users } = bucket;
    for (const { record } of users) found.add(record);
    if (kind === 'account') {
      let scope = scopes.get(bucket.scope);
      if (scope === undefined) scopes.set(bucket.scope, (scope = scopes.size));
      accounts++;
      for (const { record } of users) found.noteAccount(record, accounts, scope);
    }
    if (kind === 'email') for (const { record } of users) found.noteEmail(record);
    if (users.length === 1 || (kind !== 'account' && apart(bucket, kind))) continue;
    if (kind === 'phone') joinPhone(found, users, join);
    else join(users);
  }
}

function namesOf(users: readonly User[]): number {
  return new Set(users.flatMap(({ nameKey }) => (nameKey && isFullName(nameKey) ? [nameKey] : []))).size;
}

function accountsOf(found: Partition, users: readonly User[]): number {
  return found.accountsOf(users.map(({ record }) => record));
}

function joinPhone(found: Partition, users: readonly User[], join: Join): void {
  const fullNames = new Set(users.flatMap((user) => (user.nameKey && isFullName(user.nameKey) ? [user.nameKey] : [])));
  const only = fullNames.size === 1 ? [...fullNames][0] : undefined;
  // "Ann" agrees with "Ann Archer" while nobody else uses the number under a full name.
  const agreed = (nameKey: string | null) => (only && nameKey && only.split(' ')[0] === nameKey ? only : nameKey);
  const names = new Set(users.flatMap((user) => agreed(user.nameKey) ?? []));
  if (names.size <= 1 && users.some(({ record }) => !found.hasEmail(record))) {
    join(users);
    return;
  }
  const byName = new Map<string, User[]>();
  for (const user of users) {
    const name = agreed(user.nameKey);
    if (name === null || name === '') continue;
    const known = byName.get(name);
    if (known) known.push(user);
    else byName.set(name, [user]);
  }
  for (const agreeing of byName.values()) join(agreeing);
}
