/** Chooses the version of each order that stands and writes it to `orders`, in the caller's transaction. */
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { type DerivedOrder, deriveOrder, type Words } from './order-state.ts';
import { compareStates, compareVersions } from './winning-version.ts';

export interface OrderKey {
  readonly shop: number;
  readonly number: string;
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

interface VersionRow {
  readonly version_id: number;
  readonly record_id: number;
  readonly platform: string;
  readonly placed_at: number;
  readonly currency: string;
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  readonly words: string;
  readonly stated_units: number | null;
  readonly exported_at: number | null;
  readonly arrival: number;
  readonly units: number;
}

interface StandingRow {
  readonly version_id: number;
  readonly record_id: number;
  readonly fingerprint: string;
}

interface ShopRow {
  readonly time_zone: string;
  readonly cash_on_delivery: number;
}

export function standingOrders(archive: Archive, dirty: readonly OrderKey[]): StandingOrders {
  const { db } = archive;
  const shops = new Map<number, ShopRow>(
    (
      db.prepare('SELECT shop_id, time_zone, cash_on_delivery FROM shops').all() as (ShopRow & { shop_id: number })[]
    ).map((shop) => [shop.shop_id, shop]),
  );
  const write = db.prepare(`
    INSERT INTO orders (shop_id, order_number, version_id, record_id, state, counting, refund_pending, placed_at, day, currency, total, refunded, net, units)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (shop_id, order_number) DO UPDATE SET
      version_id = excluded.version_id, record_id = excluded.record_id, state = excluded.state, counting = excluded.counting,
      refund_pending = excluded.refund_pending, placed_at = excluded.placed_at, day = excluded.day, currency = excluded.currency,
      total = excluded.total, refunded = excluded.refunded, net = excluded.net, units = excluded.units`);
  const remove = db.prepare('DELETE FROM orders WHERE shop_id = ? AND order_number = ?');

  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const touchedRecords = new Set<number>();
  const regressions: OrderKey[] = [];
  const decidedByArrival: OrderKey[] = [];
  for (const { key, before, versions } of contested(archive, dirty, shops)) {
    const shop = shops.get(key.shop);
    if (before) touchedRecords.add(before.record_id);
    const winner = choose(versions);
    if (!winner || !shop) {
      if (before) remove.run(key.shop, key.number);
      counts.removed += before ? 1 : 0;
      continue;
    }
    const { row, order } = winner.best;
    if (winner.regressed) regressions.push(key);
    if (winner.byArrival) decidedByArrival.push(key);
    touchedRecords.add(row.record_id);
    const day = dayIn(row.placed_at, shop.time_zone);
    const fingerprint = `${order.state}${Number(order.counting)}${Number(order.refundPending)} ${row.placed_at} ${day} ${order.net}`;
    if (before?.version_id === row.version_id && before.fingerprint === fingerprint) {
      counts.unchanged += 1;
      continue;
    }
    counts[before ? 'changed' : 'added'] += 1;
    write.run(
      key.shop,
      key.number,
      row.version_id,
      row.record_id,
      order.state,
      Number(order.counting),
      Number(order.refundPending),
      row.placed_at,
      day,
      row.currency,
      row.total,
      row.refunded,
      order.net,
      Math.max(row.units, row.stated_units ?? 0),
    );
  }
  return { counts, touchedRecords, regressions, decidedByArrival };
}

interface Contested {
  readonly key: OrderKey;
  readonly before: StandingRow | undefined;
  readonly versions: readonly Version[];
}

/** Every dirty order with the versions that live sightings show, read in one pass before anything is written. */
function contested(
  archive: Archive,
  dirty: readonly OrderKey[],
  shops: ReadonlyMap<number, ShopRow>,
): Iterable<Contested> {
  const { db } = archive;
  db.exec(
    `CREATE TEMP TABLE IF NOT EXISTS dirty_orders (shop INTEGER, number TEXT, PRIMARY KEY (shop, number)) WITHOUT ROWID; DELETE FROM dirty_orders`,
  );
  const note = db.prepare('INSERT OR IGNORE INTO dirty_orders VALUES (?, ?)');
  for (const key of dirty) note.run(key.shop, key.number);
  const standing = new Map<string, StandingRow>();
  for (const row of db
    .prepare(`SELECT shop_id, order_number, version_id, record_id,
                     state || counting || refund_pending || ' ' || placed_at || ' ' || day || ' ' || net AS fingerprint
              FROM dirty_orders d JOIN orders o ON o.shop_id = d.shop AND o.order_number = d.number`)
    .iterate() as IterableIterator<StandingRow & { shop_id: number; order_number: string }>) {
    standing.set(`${row.shop_id} ${row.order_number}`, row);
  }
  const found = new Map<string, Version[]>();
  for (const row of db
    .prepare(`SELECT v.shop_id, v.order_number, v.version_id, v.record_id, v.platform, v.placed_at, v.currency, v.total, v.paid, v.refunded, v.words, v.stated_units,
                     max(i.exported_at) AS exported_at, max(s.import_id) AS arrival,
                     (SELECT coalesce(sum(quantity), 0) FROM version_lines l WHERE l.version_id = v.version_id) AS units
              FROM dirty_orders d JOIN order_versions v ON v.shop_id = d.shop AND v.order_number = d.number
                JOIN sightings s USING (version_id) JOIN imports i USING (import_id)
              WHERE i.undone_at IS NULL GROUP BY v.version_id`)
    .iterate() as IterableIterator<VersionRow & { shop_id: number; order_number: string }>) {
    const key = `${row.shop_id} ${row.order_number}`;
    const version = { row, order: derive(row, shops.get(row.shop_id)) };
    const versions = found.get(key);
    if (versions) versions.push(version);
    else found.set(key, [version]);
  }
  const keys = new Map(dirty.map((key) => [`${key.shop} ${key.number}`, key]));
  return [...keys].map(([id, key]) => ({ key, before: standing.get(id), versions: found.get(id) ?? [] }));
}

interface Version {
  readonly row: VersionRow;
  readonly order: DerivedOrder;
}

function choose(versions: readonly Version[]): { best: Version; regressed: boolean; byArrival: boolean } | undefined {
  const [first, ...others] = versions;
  if (!first) return undefined;
  if (others.length === 0) return { best: first, regressed: false, byArrival: false };
  const contender = ({ row, order }: Version) => ({
    axes: order.axes,
    refunded: row.refunded,
    exportedAt: row.exported_at,
    arrival: row.arrival,
  });
  const ranked = versions.toSorted((a, b) => compareVersions(contender(b), contender(a)));
  const best = ranked[0] ?? first;
  const newest = versions.reduce((a, b) => (b.row.arrival > a.row.arrival ? b : a));
  const tied = ranked.filter(
    (version) =>
      compareStates(contender(version), contender(best)) === 0 && version.row.exported_at === best.row.exported_at,
  );
  return {
    best,
    regressed: newest !== best && compareStates(contender(newest), contender(best)) < 0,
    byArrival: tied.length > 1,
  };
}

function derive(row: VersionRow, shop: ShopRow | undefined): DerivedOrder {
  const vocabulary = platformNamed(row.platform)?.states ?? {};
  const words = JSON.parse(row.words) as Words;
  return deriveOrder({ words, total: row.total, paid: row.paid, refunded: row.refunded }, vocabulary, {
    cashOnDelivery: shop?.cash_on_delivery === 1,
  });
}
