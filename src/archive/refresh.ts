/**
 * The one pipeline from facts to what follows from them: orders whose versions changed, the records
 * they stand on, the customers those records make. Runs inside the caller's transaction and touches
 * only what the changed orders reach. New records and orders are handed over one by one as facts are
 * written, so that a file of any size passes through.
 */
import { greatestRecord } from './erasures.ts';
import { type NewcomerFacts, newcomerOf } from '../customers/newcomer.ts';
import { Newcomers } from '../customers/newcomers.ts';
import { NumberSet } from '../values/number-set.ts';
import { atOnce, refreshCustomers, type RefreshedCustomers } from '../customers/refresh-customers.ts';
import { withoutIndexes } from '../store/bulk-load.ts';
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import type { DerivedOrder } from './order-state.ts';
import { pinnedOrders } from './pinned-orders.ts';
import { derive, type StandingOrders, standingOrders } from './standing-orders.ts';
import { saidMeanings, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import {
  type OrderKey,
  orderWriters,
  recordHasOrders,
  type ShopRules,
  shopRules,
  type Version,
} from './standing-queries.ts';

/**
 * `regressions` are orders whose newest arrival says less than what already stood: the further state
 * was kept; `decidedByArrival` lost or gained lines between two exports that say nothing of their time.
 */
export type Refreshed = Readonly<StandingOrders['counts']> &
  Pick<StandingOrders, 'regressions' | 'decidedByArrival'> &
  RefreshedCustomers;

export class Refresh {
  readonly #archive: Archive;
  readonly #newcomers: Newcomers;
  readonly #write: ReturnType<typeof orderWriters>;
  readonly #vocabulary: Vocabulary;
  readonly #shops = new Map<number, ShopRules>();
  readonly #changed = new NumberSet();
  /** Records of somebody that have another order beside those they had: who is who stays as it is. */
  readonly #busier = new NumberSet();
  readonly #hasOrders: (record: number) => boolean;
  readonly #pinned: ReturnType<typeof pinnedOrders>;
  /** The greatest number a record ever had. */
  readonly known: number;
  /** Set in a first load, when there is nothing yet to be found by an index. */
  readonly #buildIndexes: (() => void) | undefined;
  #added = 0;
  #waiting = false;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#newcomers = new Newcomers(archive);
    this.#write = orderWriters(archive);
    this.#vocabulary = vocabularyOf(saidMeanings(archive));
    this.#hasOrders = recordHasOrders(archive);
    this.#pinned = pinnedOrders(archive);
    this.known = greatestRecord(archive);
    this.#buildIndexes = this.known === 0 ? withoutIndexes(archive.db) : undefined;
  }

  /** A record that is new to the archive. Gives the customer it is for now; null where it proves nothing. */
  record(record: number, facts: NewcomerFacts): number | null {
    return this.#newcomers.add(record, newcomerOf(facts));
  }

  /** Whether an order stands on another record than its export says: it is contested. */
  isPinned(key: OrderKey): boolean {
    return this.#pinned(key) !== undefined;
  }

  /** An order that does not stand, of which no other version is seen anywhere. */
  order(key: OrderKey, only: Version, customer: number | null): DerivedOrder {
    const shop = this.#shop(key.shop);
    const order = derive(only, shop, this.#vocabulary);
    this.#note(only.record, customer);
    this.#write.add(key, only, customer, order, dayIn(only.placedAt, shop.timeZone));
    this.#added++;
    return order;
  }

  /** A record on which no order stands, or none yet: whether somebody is known by it is found out at the end. */
  waits(record: number): void {
    this.#waiting = true;
    this.#changed.add(record);
  }

  /** `contested` are orders that stand, or stood, and may do so in another way now. */
  finish(contested: readonly OrderKey[]): Refreshed {
    this.#newcomers.flush();
    this.#write.flush();
    this.#buildIndexes?.();
    if (this.#added > 0 || contested.length > 0 || this.#waiting) forgetPopulation(this.#archive);
    const orders = standingOrders(this.#archive, contested, this.#changed);
    const last = greatestRecord(this.#archive);
    // A newcomer whose order stands in a further state with somebody else is nobody's record.
    if (contested.length > 0) for (let record = this.known + 1; record <= last; record++) this.#changed.add(record);
    const customers = atOnce(
      refreshCustomers(this.#archive, {
        records: this.#changed,
        busier: this.#busier,
        known: this.known,
        last,
        // In a first load every record is taken for an order's.
        first: this.known === 0 && !this.#waiting,
      }),
    );
    const { counts, regressions, decidedByArrival } = orders;
    return { ...counts, added: counts.added + this.#added, regressions, decidedByArrival, ...customers };
  }

  /** How many contact details of the new records are of no or little use, by kind and state. */
  get troubles(): ReadonlyMap<string, number> {
    return this.#newcomers.troubles;
  }

  /** Before its order is written. */
  #note(record: number, customer: number | null): void {
    if (this.#changed.has(record) || this.#busier.has(record)) return;
    const stands = record <= this.known && customer !== null && this.#hasOrders(record);
    (stands ? this.#busier : this.#changed).add(record);
  }

  #shop(shop: number): ShopRules {
    let rules = this.#shops.get(shop);
    if (!rules) {
      for (const [id, found] of shopRules(this.#archive)) this.#shops.set(id, found);
      rules = this.#shops.get(shop) as ShopRules;
    }
    return rules;
  }
}

/** For orders whose versions, or whose shop's rules, changed, and records of which more or less is said. */
export function refresh(archive: Archive, dirty: readonly OrderKey[], records: readonly number[] = []): Refreshed {
  return archive.write(() => {
    const refreshing = new Refresh(archive);
    for (const record of records) refreshing.waits(record);
    return refreshing.finish(dirty);
  });
}
