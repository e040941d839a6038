/**
 * Works out anew who is who around the records that changed: their values, everybody who shares one,
 * and the customers all of those belonged to. Values nobody touched are never looked at.
 */
import { wereShared } from '../archive/erasures.ts';
import type { Archive } from '../store/open.ts';
import {
  affectedRecords,
  closeAffected,
  evidenceBuckets,
  evidenceBucketsOf,
  noteAffected,
  noteTouchedValues,
  recordsWithoutIdentifiers,
  removeIdentifiers,
  notedSpokenOf,
  touchedValue,
} from './affected-queries.ts';
import { belonging } from './belonging.ts';
import { belongingWriters, customerQuery, newcomerWriters, portraitQueries } from './customer-queries.ts';
import { NOTHING_SAID, type Matched } from './heed-overrides.ts';
import { alsoAffected, reachHeirs, supersededRecords } from './heir-queries.ts';
import { identifiersOf } from './identifiers.ts';
import { type Bucket, components, isShared, type ValueUse, valueKey } from './matching.ts';
import { mergedWriters, saidOverrides } from './override-queries.ts';
import type { NumberSet } from '../values/number-set.ts';
import { replaceSharedValues, sharedValues } from './shared-queries.ts';

/** A value that several people use. */
export interface SharedUse extends ValueUse {
  /** It no longer joins anybody; otherwise its users were kept apart by their names. */
  readonly shared: boolean;
}

/** What a refresh starts from. */
export interface Changed {
  /** Records whose orders are others than before, or that are new. */
  readonly records: NumberSet;
  /** Records that have more orders than before and are otherwise as they were. */
  readonly busier: NumberSet;
  /** Records of a higher number came in this run and have their identifiers and a customer of their own. */
  readonly known: number;
  /** The greatest record number. */
  readonly last: number;
  /** There was no record before, so that every one is new and an order stands on it. */
  readonly first: boolean;
}

/** All of them at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export interface RefreshedCustomers {
  readonly customersRemoved: number;
  /** Values found by this refresh to be used by several people. */
  readonly severalUsers: readonly SharedUse[];
}

/** Work in steps, between which a caller may wait. */
type Steps<T = void> = Generator<undefined, T>;

const OFTEN = 5000;

export function* refreshCustomers(archive: Archive, changed: Changed): Steps<RefreshedCustomers> {
  if (changed.records.size === 0) {
    yield* portray(archive, changed, customersOf(archive, changed.busier));
    return { customersRemoved: 0, severalUsers: [] };
  }
  const whose = changed.first ? 'everybody' : 'affected';
  if (!changed.first) yield* reach(archive, changed);
  const judge = new Judge(archive, whose);
  const heirs = changed.first ? new Map<number, number[]>() : supersededRecords(archive);
  const found = components(
    {
      last: changed.last,
      buckets: () => evidenceBuckets(archive, whose),
      bucketsOf: (records) => evidenceBucketsOf(archive, records),
    },
    (use, bucket) => judge.isShared(use, bucket),
    changed.first ? NOTHING_SAID : saidOverrides(archive, 'affected', heirs),
  );
  yield;
  replaceSharedValues(archive, whose, judge.shared);
  const rewritten = changed.first
    ? yield* settle(archive, changed, everyRecord(changed.last), (record) => found.rootOf(record))
    : yield* settleAffected(archive, changed, found, heirs);
  for (const customer of customersOf(archive, changed.busier)) rewritten.add(customer);
  const customersRemoved = yield* portray(archive, changed, rewritten);
  return { customersRemoved, severalUsers: judge.severalUsers((record) => found.rootOf(record)) };
}

/** Finds everybody who may be affected, and gives the records back their identifiers that have none. */
function* reach(archive: Archive, { records }: Changed): Steps {
  noteAffected(archive, records);
  yield;
  noteTouchedValues(archive);
  removeIdentifiers(archive);
  yield;
  const write = newcomerWriters(archive);
  let seen = 0;
  for (const facts of recordsWithoutIdentifiers(archive)) {
    for (const identifier of identifiersOf(facts)) write.identifier(facts.record, identifier);
    if (++seen % OFTEN === 0) yield;
  }
  write.flush();
  yield;
  noteTouchedValues(archive);
  yield;
  do {
    closeAffected(archive);
    yield;
  } while (reachHeirs(archive));
}

/** Values whose every user is at hand are judged anew; a shared value nobody touched stays as it was. */
class Judge {
  readonly shared: ValueUse[] = [];
  readonly #before: ReadonlySet<string>;
  readonly #touched: (bucket: Bucket) => boolean;
  readonly #wasShared: ReturnType<typeof wereShared>;
  readonly #suspects: { readonly use: ValueUse; readonly records: readonly number[] }[] = [];

  constructor(archive: Archive, whose: 'everybody' | 'affected') {
    this.#before = sharedValues(archive);
    this.#wasShared = wereShared(archive);
    this.#touched = whose === 'everybody' ? () => true : touchedValue(archive);
  }

  isShared(use: ValueUse, bucket: Bucket): boolean {
    const before = this.#before.has(valueKey(use.kind, use.scope, use.value));
    const shared = isShared(use) || this.#wasShared(use.kind, use.scope, use.value);
    if (!shared && !before) {
      if (use.kind === 'phone' && use.names > 1 && this.#touched(bucket))
        this.#suspects.push({ use, records: bucket.users.map(({ record }) => record) });
      return false;
    }
    if (!shared && this.#touched(bucket)) return false;
    if (shared && (!before || this.#touched(bucket))) this.shared.push(use);
    return true;
  }

  /** Those that became shared, and phones of two or three names whose users were not joined for it. */
  severalUsers(customerOf: (record: number) => number | undefined): SharedUse[] {
    const isNew = ({ kind, scope, value }: ValueUse) => !this.#before.has(valueKey(kind, scope, value));
    const apart = this.#suspects.filter(({ records }) => new Set(records.map(customerOf)).size > 1);
    return [
      ...this.shared.filter(isNew).map((use) => ({ ...use, shared: true })),
      ...apart.map(({ use }) => ({ ...use, shared: false })),
    ];
  }
}

type CustomerOf = (record: number) => number | undefined;

function* everyRecord(last: number): Generator<[record: number, customer: number | null]> {
  for (let record = 1; record <= last; record++) yield [record, record];
}

function* settleAffected(
  archive: Archive,
  changed: Changed,
  found: Matched,
  heirs: ReadonlyMap<number, readonly number[]>,
): Steps<Set<number>> {
  alsoAffected(archive, heirs.keys());
  const { rootOf, partOf, numbers } = belonging(found, heirs, notedSpokenOf(archive));
  const reached = affectedRecords(archive);
  const merged = mergedWriters(archive);
  for (const [record] of reached) merged.write(record, partOf(record));
  const numberOf = numbers(reached.map(([record, , isShown]) => [record, isShown]));
  return yield* settle(archive, changed, reached, (record) => {
    const root = rootOf(record);
    return root === undefined ? undefined : numberOf(root);
  });
}

/** Gives every record its customer and every order its record's; gives the customers whose rows are to be written anew. */
function* settle(
  archive: Archive,
  { records, known, first }: Changed,
  reached: Iterable<readonly [record: number, customer: number | null, ...rest: unknown[]]>,
  customerOf: CustomerOf,
): Steps<Set<number>> {
  const write = belongingWriters(archive);
  const rewritten = new Set<number>();
  let seen = 0;
  for (const [record, before] of reached) {
    if (++seen % OFTEN === 0) yield;
    const customer = customerOf(record) ?? null;
    if (customer === null && first) continue;
    const touched = !first && records.has(record);
    if (customer !== before) {
      write.move(record, customer);
      for (const one of [customer, before]) if (one !== null) rewritten.add(one);
    } else if (customer !== null && touched && record <= known) rewritten.add(customer);
    if (customer !== before || touched) write.orders(record, customer);
  }
  return rewritten;
}

function customersOf(archive: Archive, records: NumberSet): Set<number> {
  const customerOf = customerQuery(archive);
  const found = new Set<number>();
  for (const record of records) {
    const customer = customerOf(record);
    if (customer !== undefined) found.add(customer);
  }
  return found;
}

/** Gives how many customers there are no more. */
function* portray(archive: Archive, { known }: Changed, customers: ReadonlySet<number>): Steps<number> {
  const queries = portraitQueries(archive);
  let removed = 0;
  let seen = 0;
  for (const customer of customers) {
    if (++seen % OFTEN === 0) yield;
    const portrait = queries.portrait(customer);
    if (portrait) queries.write(customer, portrait);
    else if (queries.remove(customer) && customer <= known) removed++;
  }
  return removed;
}
