/** Chooses the version that stands of each order that has several, or other ones than before, in the caller's transaction. */
import { platformNamed } from '../platforms/index.ts';
import type { NumberSet } from '../values/number-set.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { ofOrder } from './of-order.ts';
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

export interface StandingOrders {
  readonly counts: { added: number; changed: number; unchanged: number; removed: number };
  readonly regressions: OrderKey[];
  readonly decidedByArrival: OrderKey[];
}

/** So many orders are in memory at a time. */
const TOGETHER = 10_000;

/** `touched` gets the records that stand on an order now or did before, where that changed. */
export function standingOrders(archive: Archive, dirty: readonly OrderKey[], touched: NumberSet): StandingOrders {
  const found: StandingOrders = {
    counts: { added: 0, changed: 0, unchanged: 0, removed: 0 },
    regressions: [],
    decidedByArrival: [],
  };
  for (let at = 0; at < dirty.length; at += TOGETHER) settle(archive, dirty.slice(at, at + TOGETHER), touched, found);
  return found;
}

function settle(archive: Archive, dirty: readonly OrderKey[], touched: NumberSet, found: StandingOrders): void {
  const shops = shopRules(archive);
  const writers = orderWriters(archive);
  const { counts } = found;
  noteDirty(archive, dirty);
  // Everything is read before anything is written.
  const standing = standingOf(archive);
  const versions = versionsOf(archive);

  for (const [text, key] of new Map(dirty.map((order) => [keyText(order), order]))) {
    const before = standing.get(text);
    const shop = shops.get(key.shop);
    const winner = shop && choose(versions.get(text) ?? [], shop);
    if (!winner) {
      if (!before) continue;
      touched.add(before.record);
      writers.remove(key);
      counts.removed++;
      continue;
    }
    const { version, order } = winner.best;
    if (winner.regressed) found.regressions.push(key);
    if (winner.byArrival) found.decidedByArrival.push(key);
    const day = ofOrder(key.number, () => dayIn(version.placedAt, shop.timeZone));
    if (before?.version === version.version && before.mark === markOf(order, version.placedAt, day)) {
      counts.unchanged++;
      continue;
    }
    if (before) touched.add(before.record);
    touched.add(version.record);
    counts[before ? 'changed' : 'added']++;
    ofOrder(key.number, () => writers.write(key, version, order, day));
  }
}

interface Candidate {
  readonly version: SeenVersion;
  readonly order: DerivedOrder;
}

/** Undefined where no version is shown by a standing import. */
export function choose(
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

export function derive(version: Version, shop: ShopRules): DerivedOrder {
  return deriveOrder(version, platformNamed(version.platform)?.states ?? {}, shop);
}
