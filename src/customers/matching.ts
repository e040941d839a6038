/**
 * Which records are one customer's: connected components over the values they share, by fixed rules
 * that do not depend on arrival. Accounts join always; e-mails join; phones join when the names agree,
 * or when one side has no e-mail and only one name uses the number. Names and addresses never join.
 */

export interface Evidence {
  readonly record: number;
  readonly accounts: readonly { readonly scope: string; readonly value: string }[];
  readonly emails: readonly { readonly scope: string; readonly value: string }[];
  readonly phones: readonly { readonly value: string; readonly nameKey: string | null }[];
  readonly nameKey: string | null;
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

/** How each e-mail and phone is used by the given records, which must hold all users of the values asked for. */
export function valueUses(records: readonly Evidence[]): Map<string, ValueUse> {
  const buckets = new Map<string, { kind: ValueKind; scope: string; value: string; users: User[] }>();
  const note = (kind: ValueKind, scope: string, value: string, nameKey: string | null, record: Evidence) => {
    const key = valueKey(kind, scope, value);
    const user = { nameKey, accounts: record.accounts };
    const bucket = buckets.get(key);
    if (bucket) bucket.users.push(user);
    else buckets.set(key, { kind, scope, value, users: [user] });
  };
  for (const record of records) {
    for (const email of record.emails) note('email', email.scope, email.value, record.nameKey, record);
    for (const phone of record.phones) note('phone', '', phone.value, phone.nameKey, record);
  }
  const uses = new Map<string, ValueUse>();
  for (const [key, { kind, scope, value, users }] of buckets)
    uses.set(key, { kind, scope, value, names: namesOf(users), accounts: accountsOf(users) });
  return uses;
}

interface User {
  readonly nameKey: string | null;
  readonly accounts: Evidence['accounts'];
}

function namesOf(users: readonly User[]): number {
  const [first] = users;
  if (users.length === 1) return Number(first?.nameKey != null && isFullName(first.nameKey));
  return new Set(users.flatMap(({ nameKey }) => (nameKey && isFullName(nameKey) ? [nameKey] : []))).size;
}

/** Of the scope that has most. */
function accountsOf(users: readonly User[]): number {
  const [first] = users;
  if (users.length === 1) return Math.min(1, first?.accounts.length ?? 0);
  const scopes = new Map<string, Set<string>>();
  for (const { scope, value } of users.flatMap(({ accounts }) => accounts))
    scopes.set(scope, (scopes.get(scope) ?? new Set()).add(value));
  return Math.max(0, ...[...scopes.values()].map((values) => values.size));
}

/**
 * Record number to customer number, which is the lowest record number of the component. `shared`
 * holds the keys (see `valueKey`) that no longer join.
 */
export function components(records: readonly Evidence[], shared: ReadonlySet<string>): Map<number, number> {
  const customers = connect(records, shared, { emails: true, phones: true });
  // A component with two accounts of one scope joined strangers: weaker evidence goes first.
  const byPhone = conflicting(records, customers);
  for (const group of byPhone) assign(customers, connect(group, shared, { emails: true, phones: false }));
  for (const group of conflicting(byPhone.flat(), customers))
    assign(customers, connect(group, shared, { emails: false, phones: false }));
  return customers;
}

function assign(customers: Map<number, number>, better: ReadonlyMap<number, number>): void {
  for (const [record, customer] of better) customers.set(record, customer);
}

function connect(
  records: readonly Evidence[],
  shared: ReadonlySet<string>,
  use: { emails: boolean; phones: boolean },
): Map<number, number> {
  const parent = new Map<number, number>(records.map((record) => [record.record, record.record]));
  const find = (record: number): number => {
    let root = record;
    for (let up = parent.get(root) ?? root; up !== root; up = parent.get(root) ?? root) {
      parent.set(root, parent.get(up) ?? up);
      root = up;
    }
    return root;
  };
  const first = new Map<string, number>();
  const join = (key: string, record: number) => {
    const other = first.get(key);
    if (other === undefined) first.set(key, record);
    else {
      const [a, b] = [find(record), find(other)];
      if (a !== b) parent.set(Math.max(a, b), Math.min(a, b));
    }
  };
  for (const record of records) {
    for (const account of record.accounts) join(valueKey('account', account.scope, account.value), record.record);
    if (!use.emails) continue;
    for (const email of record.emails) {
      const key = valueKey('email', email.scope, email.value);
      if (!shared.has(key)) join(key, record.record);
    }
  }
  if (use.phones) for (const [key, users] of phoneBuckets(records)) if (!shared.has(key)) joinPhone(key, users, join);
  return new Map(records.map((record) => [record.record, find(record.record)]));
}

interface PhoneUser {
  readonly record: number;
  readonly nameKey: string | null;
  readonly hasEmail: boolean;
}

function phoneBuckets(records: readonly Evidence[]): Map<string, PhoneUser[]> {
  const buckets = new Map<string, PhoneUser[]>();
  for (const record of records) {
    for (const phone of record.phones) {
      const key = valueKey('phone', '', phone.value);
      const user = { record: record.record, nameKey: phone.nameKey, hasEmail: record.emails.length > 0 };
      const bucket = buckets.get(key);
      if (bucket) bucket.push(user);
      else buckets.set(key, [user]);
    }
  }
  return buckets;
}

function joinPhone(key: string, users: readonly PhoneUser[], join: (key: string, record: number) => void): void {
  if (users.length === 1) return;
  const fullNames = new Set(users.flatMap((user) => (user.nameKey && isFullName(user.nameKey) ? [user.nameKey] : [])));
  const only = fullNames.size === 1 ? [...fullNames][0] : undefined;
  // "Ann" agrees with "Ann Archer" while nobody else uses the number under a full name.
  const agreed = (nameKey: string | null) => (only && nameKey && only.split(' ')[0] === nameKey ? only : nameKey);
  const names = new Set(users.flatMap((user) => agreed(user.nameKey) ?? []));
  const lone = names.size <= 1 && users.some((user) => !user.hasEmail);
  for (const user of users) {
    const name = agreed(user.nameKey);
    if (lone) join(key, user.record);
    else if (name) join(`${key}\u0000${name}`, user.record);
  }
}

function conflicting(records: readonly Evidence[], customers: ReadonlyMap<number, number>): Evidence[][] {
  const groups = new Map<number, Evidence[]>();
  for (const record of records) {
    const customer = customers.get(record.record) ?? record.record;
    const group = groups.get(customer);
    if (group) group.push(record);
    else groups.set(customer, [record]);
  }
  return [...groups.values()].filter(hasTwoAccounts);
}

function hasTwoAccounts(group: readonly Evidence[]): boolean {
  const accounts = new Map<string, string>();
  for (const record of group) {
    for (const { scope, value } of record.accounts) {
      const known = accounts.get(scope);
      if (known !== undefined && known !== value) return true;
      accounts.set(scope, value);
    }
  }
  return false;
}
