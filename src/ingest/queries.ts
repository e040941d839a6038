/** SQL of the ingest: writers of facts with positional statements, and the figures of one import. */
import { deriveOrder, type Words } from '../archive/order-state.ts';
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import type { RecordFacts } from './fingerprint.ts';
import type { OrderFacts } from './order-facts.ts';
import type { ColumnMap, Known, RefusedRows } from './read-export.ts';
import type { ShopSettings } from './shop.ts';
import type { FileFacts } from './store-export.ts';
import type { ByCurrency, ImportSummary } from './summary.ts';

export interface StandingOrder {
  readonly platform_id: string | null;
  readonly placed_wall: string;
  readonly account: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export function factWriters(archive: Archive) {
  const { db } = archive;
  const findShop = db.prepare('SELECT shop_id FROM shops WHERE name = ?').pluck();
  const addShop = db.prepare('INSERT INTO shops (name, platform, time_zone, currency, country) VALUES (?, ?, ?, ?, ?)');
  const setting = db.prepare('INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)');
  const addImport =
    db.prepare(`INSERT INTO imports (file_name, file_hash, reader_version, settings, platform, layout, imported_at, exported_at, summary)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}')`);
  const findRecord = db.prepare('SELECT record_id FROM records WHERE fingerprint = ?').pluck();
  const anyRecord = db.prepare('SELECT 1 FROM records LIMIT 1').get() !== undefined;
  const addRecord =
    db.prepare(`INSERT INTO records (fingerprint, account_scope, account, name, email, phone, receiver_name, receiver_phone,
                                  country, province, city, district, postcode, address, phone_country)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const findVersion = db
    .prepare('SELECT version_id FROM order_versions WHERE shop_id = ? AND order_number = ? AND content_hash = ?')
    .pluck();
  const addVersion =
    db.prepare(`INSERT INTO order_versions (shop_id, order_number, content_hash, record_id, platform, platform_id, placed_at, placed_wall,
                                   placed_offset, currency, total, paid, refunded, discount, shipping, coupon, words, accepts_marketing, units)
                                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addLine = db.prepare(
    'INSERT INTO version_lines (version_id, position, sku, title, variant, quantity, unit_price) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const addSighting = db.prepare('INSERT OR IGNORE INTO sightings (import_id, version_id, line) VALUES (?, ?, ?)');
  const addRefusal = db.prepare(
    'INSERT INTO refusals (import_id, line, order_number, column_name, value, reason, rows) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const standing = db.prepare(`SELECT v.platform_id, v.placed_wall, r.account, r.email, r.phone
                               FROM orders o JOIN order_versions v USING (version_id) JOIN records r ON r.record_id = o.record_id
                               WHERE o.shop_id = ? AND o.order_number = ?`);
  return {
    /** `empty` where no orders of the shop can be known yet. */
    shop({ name, platform, timeZone, currency, country }: ShopSettings): { id: number; empty: boolean } {
      const known = findShop.get(name) as number | undefined;
      if (known !== undefined) return { id: known, empty: false };
      return { id: Number(addShop.run(name, platform, timeZone, currency, country).lastInsertRowid), empty: true };
    },
    setting(key: string, value: string): void {
      setting.run(key, value);
    },
    import(
      file: FileFacts,
      platform: string,
      layout: string,
      exportedAt: number | null,
      readerVersion: number,
    ): number {
      return Number(
        addImport.run(file.name, file.hash, readerVersion, file.settings, platform, layout, file.importedAt, exportedAt)
          .lastInsertRowid,
      );
    },
    record(fingerprint: string, facts: RecordFacts): number {
      const known = anyRecord ? (findRecord.get(fingerprint) as number | undefined) : undefined;
      return known ?? Number(addRecord.run(fingerprint, ...facts).lastInsertRowid);
    },
    standing(shop: number, orderNumber: string): StandingOrder | undefined {
      return standing.get(shop, orderNumber) as StandingOrder | undefined;
    },
    /** The version of this content where an earlier file showed it. */
    knownVersion(shop: number, orderNumber: string, hash: string): number | undefined {
      return findVersion.get(shop, orderNumber, hash) as number | undefined;
    },
    version(shop: number, order: OrderFacts, platform: string, hash: string, record: number): number {
      const marketing = order.acceptsMarketing === null ? null : Number(order.acceptsMarketing);
      const version = Number(
        addVersion.run(
          shop,
          order.orderNumber,
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
          JSON.stringify(order.words),
          marketing,
          order.units,
        ).lastInsertRowid,
      );
      let position = 0;
      for (const line of order.lines)
        addLine.run(version, ++position, line.sku, line.title, line.variant, line.quantity, line.unitPrice);
      return version;
    },
    sighting(importId: number, version: number, line: number): void {
      addSighting.run(importId, version, line);
    },
    refusal(importId: number, refusal: RefusedRows): void {
      addRefusal.run(
        importId,
        refusal.line,
        refusal.order,
        refusal.column,
        refusal.value,
        refusal.reason,
        JSON.stringify(refusal.rows),
      );
    },
    lastCustomer(): number {
      return Number(db.prepare('SELECT coalesce(max(record_id), 0) FROM record_customers').pluck().get());
    },
    summary(importId: number, summary: string): void {
      db.prepare('UPDATE imports SET summary = ? WHERE import_id = ?').run(summary, importId);
    },
  };
}

export function knownTo(archive: Archive): Known {
  const shops = archive.db
    .prepare('SELECT name, platform, time_zone AS timeZone, currency, country FROM shops ORDER BY shop_id')
    .all() as ShopSettings[];
  const maps = archive.db.prepare('SELECT name, columns FROM column_maps ORDER BY name').all() as {
    name: string;
    columns: string;
  }[];
  return { shops, maps: maps.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) as ColumnMap })) };
}

/** The import that already took exactly this file under exactly these settings, if it still stands. */
export function sameImport(
  archive: Archive,
  hash: string,
  settings: string,
  readerVersion: number,
): { import_id: number; imported_at: number } | undefined {
  return archive.db
    .prepare(
      'SELECT import_id, imported_at FROM imports WHERE file_hash = ? AND settings = ? AND reader_version = ? AND undone_at IS NULL ORDER BY import_id LIMIT 1',
    )
    .get(hash, settings, readerVersion) as { import_id: number; imported_at: number } | undefined;
}

export function saveMap(archive: Archive, name: string, columns: string): void {
  archive.write(() =>
    archive.db
      .prepare('INSERT INTO column_maps VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET columns = excluded.columns')
      .run(name, columns),
  );
}

const OF_IMPORT = 'FROM sightings s JOIN orders o USING (version_id) WHERE s.import_id = ?';

/** What the orders of this import come to as they now stand. */
export function importTotals(
  archive: Archive,
  importId: number,
): Pick<ImportSummary, 'total' | 'net' | 'refunded' | 'contacts'> {
  const rows = archive.db
    .prepare(
      `SELECT o.currency, sum(o.total) AS total, sum(o.net) AS net, sum(o.refunded) AS refunded ${OF_IMPORT} GROUP BY o.currency ORDER BY o.currency`,
    )
    .all(importId) as { currency: string; total: number; net: number; refunded: number }[];
  const by = (key: 'total' | 'net' | 'refunded'): ByCurrency =>
    Object.fromEntries(rows.map((row) => [row.currency, row[key]]));
  const contacts = archive.db
    .prepare(`SELECT kind || '_' || state AS name, count(*) AS count FROM identifiers
              WHERE state <> 'usable' AND record_id IN (SELECT o.record_id ${OF_IMPORT}) GROUP BY name
              UNION ALL
              SELECT 'email_non_ascii', count(*) FROM identifiers WHERE kind = 'email' AND state = 'usable' AND value GLOB '*[^ -~]*'
                AND record_id IN (SELECT o.record_id ${OF_IMPORT}) HAVING count(*) > 0
              ORDER BY name`)
    .all(importId, importId) as { name: string; count: number }[];
  return {
    total: by('total'),
    net: by('net'),
    refunded: by('refunded'),
    contacts: Object.fromEntries(contacts.map(({ name, count }) => [name, count])),
  };
}

export function reachedCustomers(archive: Archive, importId: number, existing: number): ImportSummary['customers'] {
  const customers = archive.db
    .prepare(`SELECT DISTINCT o.customer_id ${OF_IMPORT} AND o.customer_id IS NOT NULL`)
    .pluck()
    .all(importId) as number[];
  const anonymous = archive.db
    .prepare(`SELECT count(*) ${OF_IMPORT} AND o.customer_id IS NULL`)
    .pluck()
    .get(importId) as number;
  const matched = customers.filter((customer) => customer <= existing).length;
  return { new: customers.length - matched, matched, anonymousOrders: anonymous };
}

export function unknownWords(archive: Archive, importId: number): ImportSummary['unknownWords'] {
  const rows = archive.db
    .prepare(
      `SELECT v.platform, v.words, count(*) AS orders FROM sightings s JOIN order_versions v USING (version_id) WHERE s.import_id = ? GROUP BY v.platform, v.words`,
    )
    .all(importId) as { platform: string; words: string; orders: number }[];
  const counts = new Map<string, { column: string; word: string; orders: number }>();
  for (const { platform, words, orders } of rows) {
    const vocabulary = platformNamed(platform)?.states ?? {};
    const { unknown } = deriveOrder(
      { words: JSON.parse(words) as Words, total: 0, paid: null, refunded: 0 },
      vocabulary,
      { cashOnDelivery: false },
    );
    for (const { role, word } of unknown) {
      const known = counts.get(`${role} ${word}`);
      counts.set(`${role} ${word}`, { column: role, word, orders: (known?.orders ?? 0) + orders });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.orders - a.orders || (a.word < b.word ? -1 : 1));
}
