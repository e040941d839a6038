/** SQL of the standing orders: the versions that live sightings show, and the orders as they stand. */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import type { Part } from '../platforms/layout.ts';
import { ofOrder } from './of-order.ts';
import { type OrderPart, partsIn } from './order-parts.ts';
import type { DerivedOrder } from './order-state.ts';
import { type Words, wordsIn } from './status-words.ts';

export interface OrderKey {
  readonly shop: number;
  readonly number: string;
}

/** What one version says that decides how its order stands. */
export interface Version {
  readonly version: number;
  readonly record: number;
  readonly platform: string;
  /** UTC seconds. */
  readonly placedAt: number;
  readonly currency: string;
  /** Minor units; `paid` is null where the file does not state it apart from the total. */
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  readonly words: Words;
  /** Its items, where they have states of their own. */
  readonly parts: readonly OrderPart[] | undefined;
  /** lines, items: from a file that comes beside the orders' own. */
  readonly part: Part;
  /** Pieces: the sum over the lines, or more where the file states more. */
  readonly units: number;
}

/** A version with what decides between several. */
export interface SeenVersion extends Version {
  readonly exportedAt: number | null;
  /** The latest import that shows it. */
  readonly arrival: number;
  /** How many lines have a price; of a file beside the orders' own. */
  readonly priced: number;
  /** Whether its record says nothing that tells anybody. */
  readonly nobody: boolean;
}

/** An order as it stands: the version that says it, and what another one, of a file of items, adds. */
export interface StandingOrder {
  readonly version: Version;
  readonly lines: number;
  readonly record: number;
  readonly units: number;
  readonly order: DerivedOrder;
}

export interface Standing {
  readonly version: number;
  readonly record: number;
  /** How it stands, in one text, to tell whether anything changed. */
  readonly mark: string;
}

export interface ShopRules {
  readonly timeZone: string;
  readonly cashOnDelivery: boolean;
}

export const keyText = (key: OrderKey) => `${key.shop} ${key.number}`;

export function shopRules(archive: Archive): Map<number, ShopRules> {
  const rows = archive.db.prepare('SELECT shop_id, time_zone, cash_on_delivery FROM shops').raw().all() as [
    number,
    string,
    number,
  ][];
  return new Map(rows.map(([shop, timeZone, cash]) => [shop, { timeZone, cashOnDelivery: cash === 1 }]));
}

/** Makes the given orders known to `standingOf` and `versionsOf`. */
export function noteDirty(archive: Archive, dirty: readonly OrderKey[]): void {
  const { db } = archive;
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS dirty_orders (shop INTEGER, number TEXT, PRIMARY KEY (shop, number)) WITHOUT ROWID; DELETE FROM dirty_orders',
  );
  const note = db.prepare('INSERT OR IGNORE INTO dirty_orders VALUES (?, ?)');
  for (const key of dirty) note.run(key.shop, key.number);
}

/** How the noted orders stand before anything is written, by `keyText`. */
export function standingOf(archive: Archive): Map<string, Standing> {
  const rows = archive.db
    .prepare(`SELECT shop_id, order_number, version_id, record_id,
                     lines_version_id || ' ' || record_id || ' ' || units || ' ' || state || counting || refund_pending || ' ' || placed_at || ' ' || day || ' ' || net || ' ' || refunded
              FROM dirty_orders d JOIN orders o ON o.shop_id = d.shop AND o.order_number = d.number`)
    .raw()
    .all() as [number, string, number, number, string][];
  return new Map(
    rows.map(([shop, number, version, record, mark]) => [keyText({ shop, number }), { version, record, mark }]),
  );
}

/** What decides how an order stands, of version `v` with its record `r`, sightings `s` and imports `i`, which are grouped. */
export const SEEN_VERSION = `v.version_id AS version, v.record_id AS record, v.platform, v.placed_at AS placedAt, v.currency, v.total, v.paid,
  v.refunded, v.words, v.item_words AS parts, v.part, v.units,
  iif(v.part = 'order', 0, (SELECT count(l.unit_price) FROM version_lines l WHERE l.version_id = v.version_id)) AS priced, max(i.exported_at) AS exportedAt, max(s.import_id) AS arrival,
  coalesce(r.account, r.email, r.phone, r.receiver_phone) IS NULL AS nobody`;

/** A row of `SEEN_VERSION`. */
export interface SeenRow extends Omit<SeenVersion, 'words' | 'parts' | 'nobody'> {
  readonly words: string;
  readonly parts: string | null;
  readonly nobody: number;
}

/** The versions of the noted orders that a standing import shows, by `keyText`; items that are any shop's as well. */
export function versionsOf(archive: Archive): Map<string, SeenVersion[]> {
  const shown =
    'JOIN records r USING (record_id) JOIN sightings s USING (version_id) JOIN imports i USING (import_id) WHERE i.undone_at IS NULL';
  const rows = archive.db
    .prepare(`SELECT d.shop, d.number, ${SEEN_VERSION} FROM dirty_orders d
                JOIN order_versions v ON v.shop_id = d.shop AND v.order_number = d.number ${shown} GROUP BY v.version_id
              UNION ALL
              SELECT d.shop, d.number, ${SEEN_VERSION} FROM dirty_orders d JOIN shops p ON p.shop_id = d.shop
                JOIN order_versions v ON v.shop_id IS NULL AND v.platform = p.platform AND v.order_number = d.number ${shown}
              GROUP BY d.shop, v.version_id`)
    .iterate() as IterableIterator<SeenRow & OrderKey>;
  const found = new Map<string, SeenVersion[]>();
  // What words mean is remembered by their object.
  const known = new Map<string, Words>();
  for (const row of rows) {
    let words = known.get(row.words);
    if (!words) known.set(row.words, (words = ofOrder(row.number, () => wordsIn(row.words))));
    const version = seenVersion(row, words);
    const versions = found.get(keyText(row));
    if (versions) versions.push(version);
    else found.set(keyText(row), [version]);
  }
  return found;
}

/** Throws where its items say what cannot be read. */
export function seenVersion<Row extends SeenRow>(row: Row, words: Words): Omit<Row, keyof SeenRow> & SeenVersion {
  return { ...row, words, parts: row.parts === null ? undefined : partsIn(row.parts), nobody: row.nobody === 1 };
}

/** Whether any order stands on a record. */
export function recordHasOrders({ db }: Archive): (record: number) => boolean {
  const find = db.prepare('SELECT 1 FROM orders WHERE record_id = ? LIMIT 1');
  return (record) => find.get(record) !== undefined;
}

export function markOf({ version, lines, record, units, order }: StandingOrder, day: string): string {
  return `${lines} ${record} ${units} ${order.state}${Number(order.counting)}${Number(order.refundPending)} ${version.placedAt} ${day} ${order.net} ${order.refunded}`;
}

export function orderWriters(archive: Archive) {
  const { db } = archive;
  const added = new BulkInsert(
    db,
    'orders (shop_id, order_number, version_id, lines_version_id, record_id, customer_id, state, counting, refund_pending, placed_at, day, currency, total, refunded, net, units)',
  );
  const write = db.prepare(`
    INSERT INTO orders (shop_id, order_number, version_id, lines_version_id, record_id, state, counting, refund_pending, placed_at, day, currency, total, refunded, net, units)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (shop_id, order_number) DO UPDATE SET
      version_id = excluded.version_id, lines_version_id = excluded.lines_version_id, record_id = excluded.record_id, state = excluded.state,
      counting = excluded.counting, refund_pending = excluded.refund_pending, placed_at = excluded.placed_at, day = excluded.day,
      currency = excluded.currency, total = excluded.total, refunded = excluded.refunded, net = excluded.net, units = excluded.units`);
  const remove = db.prepare('DELETE FROM orders WHERE shop_id = ? AND order_number = ?');
  const standing = (version: Version, order: DerivedOrder, day: string, units: number) =>
    [
      order.state,
      Number(order.counting),
      Number(order.refundPending),
      version.placedAt,
      day,
      version.currency,
      version.total,
      order.refunded,
      order.net,
      units,
    ] as const;
  return {
    /** An order that did not stand before, with the customer it is for now; written at the latest by `flush`. */
    add(key: OrderKey, only: Version, customer: number | null, order: DerivedOrder, day: string): void {
      const { version, record, units } = only;
      added.add(key.shop, key.number, version, version, record, customer, ...standing(only, order, day, units));
    },
    flush(): void {
      added.flush();
    },
    write(key: OrderKey, { version, lines, record, units, order }: StandingOrder, day: string): void {
      write.run(key.shop, key.number, version.version, lines, record, ...standing(version, order, day, units));
    },
    remove(key: OrderKey): void {
      remove.run(key.shop, key.number);
    },
  };
}
