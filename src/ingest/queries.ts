/** SQL of the ingest: what the archive knows already, and the figures of one import. */
import { deriveOrder, type Words } from '../archive/order-state.ts';
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import type { ColumnMap, Known } from './read-export.ts';
import type { ShopSettings } from './shop.ts';
import type { ByCurrency, ImportSummary } from './summary.ts';

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
