/** SQL that writes facts: what files said, in the order they said it. */
import { greatestRecord } from '../../archive/erasures.ts';
import { moveTimes } from '../../archive/shop-edits.ts';
import { BulkInsert } from '../../store/bulk-insert.ts';
import type { Archive } from '../../store/open.ts';
import { keepSuppressionKey } from '../../store/settings.ts';
import type { RecordFacts } from '../orders/fingerprint.ts';
import { platformNamed } from '../../platforms/index.ts';
import type { Part } from '../../platforms/layout.ts';
import type { StoredFacts } from '../orders/prepared-order.ts';
import type { CountedOrder } from './import-totals.ts';
import type { Refusal } from '../refusal.ts';
import type { ShopSettings } from '../orders/shop.ts';

export interface ImportFacts {
  readonly name: string;
  readonly hash: string;
  /** Canonical JSON of the flags that decided the reading. */
  readonly settings: string;
  /** UTC seconds. */
  readonly importedAt: number;
}

/** How an order stands before the file is taken, and what its version says of who bought it. */
export interface StandingOrder extends CountedOrder {
  /** The record its version names; the order may stand on that of its items' file. */
  readonly version_record: number;
  readonly part: Part;
  readonly version_id: number;
  readonly content_hash: string;
  readonly platform_id: string | null;
  readonly placed_wall: string;
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface KnownOrder extends CountedOrder {
  readonly version_id: number;
  /** JSON. */
  readonly words: string;
  /** How many. */
  readonly lines: number;
}

type KnownRow = [
  version: number,
  record: number,
  customer: number | null,
  currency: string,
  total: number,
  refunded: number,
  net: number,
  words: string,
  lines: number,
];

/** For one transaction; `flush` writes what is still held back. */
export function factWriters(archive: Archive) {
  const { db } = archive;
  const greatest = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
  const findShop = db.prepare('SELECT shop_id FROM shops WHERE name = ?').pluck();
  const emptyShop = db
    .prepare(
      'SELECT time_zone FROM shops s WHERE shop_id = ? AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = s.shop_id)',
    )
    .pluck();
  const setUpAnew = db.prepare(
    'UPDATE shops SET platform = ?, time_zone = ?, currency = ?, country = ?, contact_policy = ? WHERE shop_id = ?',
  );
  const addShop = db.prepare(
    'INSERT INTO shops (name, platform, time_zone, currency, country, contact_policy) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const setting = db.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE NOT EXISTS (SELECT 1 FROM orders)',
  );
  const addImport =
    db.prepare(`INSERT INTO imports (file_name, file_hash, reader_version, settings, platform, layout, imported_at, exported_at, summary)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}')`);
  const findRecord = db.prepare(
    'SELECT record_id AS record, customer_id AS customer FROM records LEFT JOIN record_customers USING (record_id) WHERE fingerprint = ?',
  );
  const findVersion = db
    .prepare('SELECT version_id FROM order_versions WHERE shop_id = ? AND order_number = ? AND content_hash = ?')
    .pluck();
  const findItems = db
    .prepare(
      'SELECT version_id FROM order_versions WHERE shop_id IS NULL AND platform = ? AND order_number = ? AND content_hash = ?',
    )
    .pluck();
  const anyParts = db.prepare("SELECT 1 FROM order_versions WHERE part <> 'order' LIMIT 1").get() !== undefined;
  const findParts = db
    .prepare(
      `SELECT 1 FROM order_versions WHERE shop_id = :shop AND order_number = :number
       UNION ALL SELECT 1 FROM order_versions WHERE shop_id IS NULL AND platform = :platform AND order_number = :number LIMIT 1`,
    )
    .pluck();
  const findOrders = db
    .prepare('SELECT shop_id FROM shops p JOIN orders o USING (shop_id) WHERE p.platform = ? AND o.order_number = ?')
    .pluck();
  const addRefusal = db.prepare(
    'INSERT INTO refusals (import_id, sheet, line, order_number, column_name, value, reason, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const standing =
    db.prepare(`SELECT o.version_id, v.content_hash, o.record_id, o.customer_id, o.currency, o.total, o.refunded, o.net,
                                 v.record_id AS version_record, v.part, v.platform_id, v.placed_wall, r.account, r.name, r.email, r.phone
                               FROM orders o JOIN order_versions v USING (version_id) JOIN records r ON r.record_id = o.record_id
                               WHERE o.shop_id = ? AND o.order_number = ?`);
  const findOrder = db.prepare('SELECT 1 FROM orders WHERE shop_id = ? AND order_number = ?').pluck();
  const standingFrom = db
    .prepare(`SELECT o.version_id, o.record_id, o.customer_id, o.currency, o.total, o.refunded, o.net, v.words,
                  (SELECT count(*) FROM version_lines l WHERE l.version_id = o.version_id) AS lines
                FROM orders o JOIN order_versions v USING (version_id)
                WHERE o.shop_id = ? AND o.order_number = ?
                  AND EXISTS (SELECT 1 FROM sightings s WHERE s.version_id = o.version_id AND s.rows_hash = ?)`)
    .raw();
  const records = new BulkInsert(
    db,
    `records (record_id, fingerprint, account_scope, account, name, email, phone, receiver_name, receiver_phone,
              country, province, city, district, postcode, address, phone_country)`,
  );
  const versions = new BulkInsert(
    db,
    `order_versions (version_id, shop_id, order_number, part, content_hash, record_id, platform, platform_id, placed_at, placed_wall, placed_offset,
                     currency, total, paid, refunded, discount, shipping, coupon, words, item_words, accepts_marketing, units)`,
    records,
  );
  const lines = new BulkInsert(
    db,
    'version_lines (version_id, position, sku, title, variant, quantity, unit_price)',
    versions,
  );
  const sightings = new BulkInsert(db, 'sightings (import_id, version_id, line, rows_hash)', versions);
  // The write lock is held: nobody else hands out numbers.
  const firstRecord = greatestRecord(archive);
  let lastRecord = firstRecord;
  let lastVersion = greatest('SELECT max(version_id) FROM order_versions');

  return {
    /** Before its first order is written. `empty` where no version of an order of the shop can be known yet. */
    shop({ name, platform, timeZone, currency, country }: ShopSettings): { id: number; empty: boolean } {
      const contacts = platformNamed(platform)?.contactPolicy ?? 'any';
      const known = findShop.get(name) as number | undefined;
      if (known !== undefined) {
        const zone = emptyShop.get(known);
        if (zone !== undefined) setUpAnew.run(platform, timeZone, currency, country, contacts, known);
        if (zone !== undefined && zone !== timeZone) moveTimes(archive, known, timeZone);
        return { id: known, empty: false };
      }
      return {
        id: Number(addShop.run(name, platform, timeZone, currency, country, contacts).lastInsertRowid),
        empty: true,
      };
    },
    /** Undefined for a shop that no order was stored of. */
    knownShop(name: string): number | undefined {
      return findShop.get(name) as number | undefined;
    },
    /** Holds from the first order on; before it is written, another may take its place. */
    setting(key: string, value: string): void {
      setting.run(key, value);
    },
    suppressionKey(key: string): void {
      keepSuppressionKey(archive, key);
    },
    import(file: ImportFacts, platform: string, layout: string, exportedAt: number | null, reader: number): number {
      const { name, hash, settings, importedAt } = file;
      return Number(
        addImport.run(name, hash, reader, settings, platform, layout, importedAt, exportedAt).lastInsertRowid,
      );
    },
    /** The record of this content that stands in the archive since before, and the customer it is of. */
    knownRecord(fingerprint: string): { readonly record: number; readonly customer: number | null } | undefined {
      if (firstRecord === 0) return undefined;
      return findRecord.get(fingerprint) as { record: number; customer: number | null } | undefined;
    },
    record(fingerprint: string, facts: RecordFacts): number {
      records.add(++lastRecord, fingerprint, ...facts);
      return lastRecord;
    },
    standing(shop: number, orderNumber: string): StandingOrder | undefined {
      return standing.get(shop, orderNumber) as StandingOrder | undefined;
    },
    stands(shop: number, orderNumber: string): boolean {
      return findOrder.get(shop, orderNumber) !== undefined;
    },
    /** How an order stands, where an earlier import read just that from the same rows. */
    standingFrom(shop: number, orderNumber: string, rowsHash: string): KnownOrder | undefined {
      const row = standingFrom.get(shop, orderNumber, rowsHash) as KnownRow | undefined;
      if (!row) return undefined;
      const [version_id, record_id, customer_id, currency, total, refunded, net, words, lines] = row;
      return { version_id, record_id, customer_id, currency, total, refunded, net, words, lines };
    },
    /** The version of this content where an earlier file showed it. */
    knownVersion(shop: number | null, platform: string, orderNumber: string, hash: string): number | undefined {
      const known =
        shop === null ? findItems.get(platform, orderNumber, hash) : findVersion.get(shop, orderNumber, hash);
      return known as number | undefined;
    },
    version(shop: number | null, order: StoredFacts, platform: string, hash: string, record: number): number {
      const version = ++lastVersion;
      versions.add(
        version,
        shop,
        order.orderNumber,
        order.part,
        hash,
        record,
        platform,
        order.platformId,
        order.placedAt,
        order.placed.wall,
        order.placed.offset,
        order.currency,
        order.total,
        order.paid,
        order.refunded,
        order.discount,
        order.shipping,
        order.coupon,
        order.wordsText,
        order.partsText,
        order.acceptsMarketing === null ? null : Number(order.acceptsMarketing),
        order.units,
      );
      let position = 0;
      for (const { sku, title, variant, quantity, unitPrice } of order.lines)
        lines.add(version, ++position, sku, title, variant, quantity, unitPrice);
      return version;
    },
    /** Whether the archive has an order's lines or items from before, be it without the order. */
    hasParts(shop: number, platform: string, number: string): boolean {
      return anyParts && findParts.get({ shop, platform, number }) !== undefined;
    },
    /** The shops of the platform in which an order of the number stands. */
    shopsWith(platform: string, number: string): number[] {
      return findOrders.all(platform, number) as number[];
    },
    sighting(importId: number, version: number, line: number, rowsHash: string | null): void {
      sightings.add(importId, version, line, rowsHash);
    },
    refusal(importId: number, { sheet, line, order, column, value, reason, rows }: Refusal): void {
      addRefusal.run(importId, sheet ?? null, line, order, column, value, reason, JSON.stringify(rows));
    },
    flush(): void {
      for (const bulk of [records, versions, lines, sightings]) bulk.flush();
    },
    summary(importId: number, summary: string): void {
      db.prepare('UPDATE imports SET summary = ? WHERE import_id = ?').run(summary, importId);
    },
  };
}
