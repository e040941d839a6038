/** SQL of the ingest: what the archive knows already, and the figures of one import. */
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

/** What the orders of this import come to as they now stand, and whose they are; `existing` is the last customer there was before. */
export function importTotals(
  archive: Archive,
  importId: number,
  existing: number,
): Pick<ImportSummary, 'total' | 'net' | 'refunded' | 'customers'> {
  const rows = archive.db
    .prepare(
      `SELECT o.currency, sum(o.total) AS total, sum(o.net) AS net, sum(o.refunded) AS refunded,
              count(*) - count(o.customer_id) AS anonymous ${OF_IMPORT} GROUP BY o.currency ORDER BY o.currency`,
    )
    .all(importId) as { currency: string; total: number; net: number; refunded: number; anonymous: number }[];
  const by = (key: 'total' | 'net' | 'refunded'): ByCurrency =>
    Object.fromEntries(rows.map((row) => [row.currency, row[key]]));
  const [added, matched] = archive.db
    .prepare(
      `SELECT count(*) FILTER (WHERE customer_id > ?), count(*) FILTER (WHERE customer_id <= ?)
       FROM (SELECT DISTINCT o.customer_id ${OF_IMPORT})`,
    )
    .raw()
    .get(existing, existing, importId) as [number, number];
  const anonymousOrders = rows.reduce((sum, row) => sum + row.anonymous, 0);
  return {
    total: by('total'),
    net: by('net'),
    refunded: by('refunded'),
    customers: { new: added, matched, anonymousOrders },
  };
}

/** How many contact details of the import's orders are of no or little use, by kind and state. */
export function contactTroubles(archive: Archive, importId: number): ImportSummary['contacts'] {
  const rows = archive.db
    .prepare(`
      WITH troubled AS MATERIALIZED (
        SELECT record_id, kind, iif(state = 'usable', 'non_ascii', state) AS state FROM identifiers
        WHERE state <> 'usable' OR kind = 'email' AND value GLOB '*[^ -~]*')
      SELECT kind || '_' || state, count(*) FROM troubled t
      WHERE EXISTS (SELECT 1 FROM orders o JOIN sightings s USING (version_id) WHERE o.record_id = t.record_id AND s.import_id = ?)
      GROUP BY 1 ORDER BY 1`)
    .raw()
    .all(importId) as [string, number][];
  return Object.fromEntries(rows);
}
