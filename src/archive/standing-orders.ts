/** Chooses the version that stands of each order that has several, or other ones than before, in the caller's transaction. */
import type { NumberSet } from '../values/number-set.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { ofOrder } from './of-order.ts';
import { type DerivedOrder, deriveOrder } from './order-state.ts';
import { pinnedOrders } from './pinned-orders.ts';
import {
  keyText,
  markOf,
  noteDirty,
  type OrderKey,
  orderWriters,
  type SeenVersion,
  type ShopRules,
  type StandingOrder,
  shopRules,
  standingOf,
  type Version,
  versionsOf,
} from './standing-queries.ts';
import { saidMeanings, type Vocabulary, vocabularyOf } from './vocabulary.ts';
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
  const vocabulary = vocabularyOf(saidMeanings(archive));
  const shops = shopRules(archive);
  const writers = orderWriters(archive);
  const pinned = pinnedOrders(archive);
  const { counts } = found;
  noteDirty(archive, dirty);
  // Everything is read before anything is written.
  const standing = standingOf(archive);
  const versions = versionsOf(archive);

  for (const [text, key] of new Map(dirty.map((order) => [keyText(order), order]))) {
    const before = standing.get(text);
    const shop = shops.get(key.shop);
    const winner = shop && choose(versions.get(text) ?? [], shop, vocabulary);
    if (!winner) {
      if (!before) continue;
      touched.add(before.record);
      writers.remove(key);
      counts.removed++;
      continue;
    }
    const best = { ...winner.best, record: pinned(key) ?? winner.best.record };
    const { version } = best;
    if (winner.regressed) found.regressions.push(key);
    if (winner.byArrival) found.decidedByArrival.push(key);
    const day = ofOrder(key.number, () => dayIn(version.placedAt, shop.timeZone));
    if (before?.version === version.version && before.mark === markOf(best, day)) {
      counts.unchanged++;
      continue;
    }
    if (before) touched.add(before.record);
    touched.add(best.record);
    counts[before ? 'changed' : 'added']++;
    ofOrder(key.number, () => writers.write(key, best, day));
  }
}

interface Candidate {
  readonly version: SeenVersion;
  readonly order: DerivedOrder;
}

export interface Chosen {
  readonly best: StandingOrder & { readonly version: SeenVersion };
  readonly regressed: boolean;
  readonly byArrival: boolean;
}

/**
 * Undefined where no version is shown by a standing import, or only items, which wait for their order. A
 * file of lines is heard for its lines, and stands alone where no file of orders has come.
 */
export function choose(versions: readonly SeenVersion[], shop: ShopRules, vocabulary: Vocabulary): Chosen | undefined {
  const candidates = versions.map((version): Candidate => ({ version, order: derive(version, shop, vocabulary) }));
  const [orders, lines, items] = (['order', 'lines', 'items'] as const).map((part) =>
    candidates.filter(({ version }) => version.part === part),
  ) as [Candidate[], Candidate[], Candidate[]];
  const main = ranked(orders.length > 0 ? orders : lines);
  if (!main) return undefined;
  const { version, order } = main.best;
  // Items of the shop itself before those of any, and lines before items, which say less.
  const beside = version.part === 'order' ? ranked(lines.length > 0 ? lines : items) : undefined;
  if (!beside)
    return { ...main, best: { version, lines: version.version, record: version.record, units: version.units, order } };
  const { version: theirs } = beside.best;
  return {
    best: {
      version,
      // A list of what is to be sent says who bought, but not for how much.
      lines: theirs.priced > 0 ? theirs.version : version.version,
      record: version.nobody && !theirs.nobody ? theirs.record : version.record,
      units: Math.max(version.units, theirs.units),
      order: derive(version, shop, vocabulary, theirs),
    },
    regressed: main.regressed || beside.regressed,
    byArrival: main.byArrival || beside.byArrival,
  };
}

function ranked(candidates: readonly Candidate[]): (Omit<Chosen, 'best'> & { readonly best: Candidate }) | undefined {
  const [first, ...others] = candidates;
  if (!first) return undefined;
  if (others.length === 0) return { best: first, regressed: false, byArrival: false };
  const contender = ({ version, order }: Candidate) => ({
    axes: order.axes,
    refunded: order.refunded,
    exportedAt: version.exportedAt,
    arrival: version.arrival,
  });
  const sorted = candidates.toSorted((a, b) => compareVersions(contender(b), contender(a)));
  const best = sorted[0] ?? first;
  const newest = candidates.reduce((a, b) => (b.version.arrival > a.version.arrival ? b : a));
  const tied = sorted.filter(
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

/** `lines` is the version that a file of the order's items shows. */
export function derive(version: Version, shop: ShopRules, vocabulary: Vocabulary, lines?: Version): DerivedOrder {
  const beside = lines && { order: lines, vocabulary: vocabulary(lines.platform) };
  return deriveOrder(version, vocabulary(version.platform), shop, beside);
}
