/** Chooses the version of each order that stands and writes it to `orders`, in the caller's transaction. */
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { type DerivedOrder, deriveOrder } from './order-state.ts';
import {
  keyText,
  markOf,
  noteDirty,
  type OrderKey,
  orderWriters,
  type SeenVersion,
  type ShopRules,
  shopRules,
  standingOf,
  type Version,
  versionsOf,
} from './standing-queries.ts';
import { compareStates, compareVersions } from './winning-version.ts';

/** An order to work out anew; `only` where the caller knows that no other version of it is seen anywhere. */
export interface DirtyOrder extends OrderKey {
  readonly only?: Version;
}

export interface StandingOrders {
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  /** Records that stand on an order now or did before. */
  readonly touchedRecords: ReadonlySet<number>;
  readonly regressions: readonly OrderKey[];
  readonly decidedByArrival: readonly OrderKey[];
}

export function standingOrders(archive: Archive, dirty: readonly DirtyOrder[]): StandingOrders {
  const shops = shopRules(archive);
  const writers = orderWriters(archive);
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const touchedRecords = new Set<number>();
  const regressions: OrderKey[] = [];
  const decidedByArrival: OrderKey[] = [];

  const contested = new Map<string, OrderKey>();
  for (const order of dirty) if (!order.only) contested.set(keyText(order), order);
  noteDirty(archive, [...contested.values()]);
  // Everything is read before anything is written.
  const standing = standingOf(archive);
  const versions = versionsOf(archive);

  for (const key of dirty) {
    const { only } = key;
    const shop = shops.get(key.shop);
    if (!only || !shop) continue;
    writers.add(key, only, derive(only, shop), dayIn(only.placedAt, shop.timeZone));
    touchedRecords.add(only.record);
    counts.added++;
  }
  writers.flush();
  for (const [text, key] of contested) {
    const before = standing.get(text);
    const shop = shops.get(key.shop);
    const winner = shop && choose(versions.get(text) ?? [], shop);
    if (before) touchedRecords.add(before.record);
    if (!winner) {
      if (before) writers.remove(key);
      counts.removed += before ? 1 : 0;
      continue;
    }
    const { version, order } = winner.best;
    if (winner.regressed) regressions.push(key);
    if (winner.byArrival) decidedByArrival.push(key);
    touchedRecords.add(version.record);
    const day = dayIn(version.placedAt, shop.timeZone);
    if (before?.version === version.version && before.mark === markOf(order, version.placedAt, day)) {
      counts.unchanged++;
      continue;
    }
    counts[before ? 'changed' : 'added']++;
    writers.write(key, version, order, day);
  }
  return { counts, touchedRecords, regressions, decidedByArrival };
}

interface Candidate {
  readonly version: SeenVersion;
  readonly order: DerivedOrder;
}

function choose(
  versions: readonly SeenVersion[],
  shop: ShopRules,
): { best: Candidate; regressed: boolean; byArrival: boolean } | undefined {
  const candidates = versions.map((version): Candidate => ({ version, order: derive(version, shop) }));
  const [first, ...others] = candidates;
  if (!first) return undefined;
  if (others.length === 0) return { best: first, regressed: false, byArrival: false };
  const contender = ({ version, order }: Candidate) => ({
    axes: order.axes,
    refunded: version.refunded,
    exportedAt: version.exportedAt,
    arrival: version.arrival,
  });
  const ranked = candidates.toSorted((a, b) => compareVersions(contender(b), contender(a)));
  const best = ranked[0] ?? first;
  const newest = candidates.reduce((a, b) => (b.version.arrival > a.version.arrival ? b : a));
  const tied = ranked.filter(
    (candidate) =>
      compareStates(contender(candidate), contender(best)) === 0 &&
      candidate.version.exportedAt === best.version.exportedAt,
  );
  return {
    best,
    regressed: newest !== best && compareStates(contender(newest), contender(best)) < 0,
    byArrival: tied.length > 1,
  };
}

function derive(version: Version, shop: ShopRules): DerivedOrder {
  return deriveOrder(version, platformNamed(version.platform)?.states ?? {}, shop);
}
