/**
 * Who was forgotten, as far as it is known: keyed hashes of what they were known by. With the archive's key they tell
 * of somebody at hand whether it is one of them, and of nobody else anything.
 */
import { createHmac } from 'node:crypto';
import { type ContactFacts, type Identifier, identifiersOf, isEvidence } from '../customers/identifiers.ts';
import type { Archive } from '../store/open.ts';
import { suppressionKey } from '../store/settings.ts';
import { placeOf } from '../values/mailbox.ts';
import { nameWindows } from '../values/name-windows.ts';
import { foldWords } from '../values/personal-values.ts';

/** `shared` is a value several people used, with its kind before it; `words` what orders said of their buyers, and names in it. */
export type ErasedKind = Identifier['kind'] | 'record' | 'nickname' | 'shared' | 'words';

/** Something a person was known by; the scope is '' where it is known everywhere. */
export interface KnownBy {
  readonly kind: ErasedKind;
  readonly scope: string;
  readonly value: string;
}

export type ErasedHash = (known: KnownBy) => string;

/** Throws SuppressionKeyLost. */
export function erasedHash(archive: Pick<Archive, 'db'>): ErasedHash {
  const key = Buffer.from(suppressionKey(archive), 'hex');
  return ({ kind, scope, value }) =>
    createHmac('sha256', key)
      .update(`forgotten ${kind}\u0000${scope}\u0000${placeOf(kind, value)}`)
      .digest('base64url');
}

export interface ErasedPeople {
  /** When whoever is known by it was forgotten last, UTC seconds. */
  at(known: KnownBy): number | undefined;
  /** Of any shop of the platforms where none is given. */
  order(platforms: readonly string[], number: string, shop?: string): boolean;
  /** Whether a text of an order of theirs is one that was cut, or names one of them. */
  isOwnWord(text: string): boolean;
  /** Whether somebody buys under it now. */
  isBack(known: KnownBy): boolean;
}

/** Undefined where nobody was ever forgotten. Throws SuppressionKeyLost. */
export function erasedPeople({ db }: Pick<Archive, 'db'>): ErasedPeople | undefined {
  if (db.prepare('SELECT 1 FROM erasures LIMIT 1').get() === undefined) return undefined;
  const hash = erasedHash({ db });
  const find = db
    .prepare('SELECT max(erased_at) FROM erased_values JOIN erasures USING (erasure_id) WHERE hash = ?')
    .pluck();
  const order = db.prepare(
    // A plain file may bring the orders of any platform's shop.
    `SELECT 1 FROM erased_orders WHERE order_number = :number
       AND iif(:shop IS NULL, platform IN (SELECT value FROM json_each(:platforms)), shop = :shop) LIMIT 1`,
  );
  const back = db.prepare(
    "SELECT 1 FROM identifiers WHERE kind = :kind AND value = :value AND scope = :scope AND role = 'buyer' LIMIT 1",
  );
  const at = (known: KnownBy) => (find.get(hash(known)) as number | null) ?? undefined;
  return {
    at,
    order: (platforms, number, shop) =>
      order.get({ platforms: JSON.stringify(platforms), number, shop: shop ?? null }) !== undefined,
    isOwnWord(text) {
      const folded = foldWords(text);
      if (at(ownText(folded)) !== undefined) return true;
      // Things may be called like people.
      return [...nameWindows(folded)].some((piece) => piece !== folded && at(ownName(piece)) !== undefined);
    },
    isBack: ({ kind, scope, value }) => back.get({ kind, scope, value }) !== undefined,
  };
}

/** By what contact facts tell somebody: as the one who buys, and as the one who only gets the parcel. */
export function knownBy(facts: ContactFacts): { readonly buyer: KnownBy[]; readonly receiver: KnownBy[] } {
  const identifiers = identifiersOf(facts);
  return {
    buyer: identifiers.filter((one) => isEvidence(one) && one.role === 'buyer'),
    receiver: identifiers.filter(({ role, state }) => role === 'receiver' && state === 'usable'),
  };
}

/** The latest erasure of any of them, UTC seconds. */
export function latestErasure(people: ErasedPeople, known: readonly KnownBy[]): number | undefined {
  const times = known.flatMap((one) => people.at(one) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** When the customer, or the record, of a number was forgotten, UTC seconds; undefined where it was not. */
export function forgottenRecord({ db }: Pick<Archive, 'db'>, number: number): number | undefined {
  return db
    .prepare('SELECT erased_at FROM erased_records JOIN erasures USING (erasure_id) WHERE record_id = ?')
    .pluck()
    .get(number) as number | undefined;
}

/**
 * Values that somebody who was forgotten shared with others: that they are fewer now makes those no one person.
 * Throws SuppressionKeyLost.
 */
export function wereShared({ db }: Pick<Archive, 'db'>): (kind: string, scope: string, value: string) => boolean {
  if (db.prepare("SELECT 1 FROM erased_values WHERE kind = 'shared' LIMIT 1").get() === undefined) return () => false;
  const hash = erasedHash({ db });
  const find = db.prepare("SELECT 1 FROM erased_values WHERE kind = 'shared' AND hash = ? LIMIT 1");
  return (kind, scope, value) => find.get(hash(sharedBy(kind, scope, value))) !== undefined;
}

export const sharedBy = (kind: string, scope: string, value: string): KnownBy => ({
  kind: 'shared',
  scope,
  value: `${kind} ${value}`,
});

/** Both as they are folded. */
export const ownText = (text: string): KnownBy => ({ kind: 'words', scope: 'text', value: text });
export const ownName = (name: string): KnownBy => ({ kind: 'words', scope: 'name', value: name });

/** The greatest number that was ever given to a record. */
export function greatestRecord({ db }: Pick<Archive, 'db'>): number {
  return Number(
    db
      .prepare(
        'SELECT max(coalesce((SELECT max(record_id) FROM records), 0), coalesce((SELECT max(record_id) FROM erased_records), 0))',
      )
      .pluck()
      .get(),
  );
}
