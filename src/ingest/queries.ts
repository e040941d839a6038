/** SQL of the ingest: what the archive knows already, and the figures of one import. */
import { BulkInsert } from '../store/bulk-insert.ts';
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

/** The standing import that took the same bytes for other shops than these. */
export function otherShopImport(
  archive: Archive,
  hash: string,
  shops: readonly string[],
): { import_id: number; shop: string } | undefined {
  return archive.db
    .prepare(`SELECT i.import_id, p.name AS shop FROM imports i JOIN sightings s USING (import_id)
                JOIN order_versions v USING (version_id) JOIN shops p USING (shop_id)
              WHERE i.file_hash = ? AND i.undone_at IS NULL AND p.name NOT IN (SELECT value FROM json_each(?)) LIMIT 1`)
    .get(hash, JSON.stringify(shops)) as { import_id: number; shop: string } | undefined;
}

export function saveMap(archive: Archive, name: string, columns: string): void {
  archive.write(() =>
    archive.db
      .prepare('INSERT INTO column_maps VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET columns = excluded.columns')
      .run(name, columns),
  );
}

/** The orders that stand as this import shows them, from its own versions outwards: `noteVersions` says which these are. */
const OF_IMPORT = `FROM temp.import_versions n JOIN order_versions v USING (version_id)
  JOIN orders o ON o.shop_id = v.shop_id AND o.order_number = v.order_number AND o.version_id = v.version_id`;

export function noteVersions(archive: Archive, versions: Iterable<number>): void {
  const { db } = archive;
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS import_versions (version_id INTEGER PRIMARY KEY); DELETE FROM temp.import_versions',
  );
  const noted = new BulkInsert(db, 'temp.import_versions (version_id)');
  for (const version of versions) noted.add(version);
  noted.flush();
}

/** What the orders of the import come to as they now stand, and whose they are; `existing` is the last customer there was before. */
export function importTotals(
  archive: Archive,
  existing: number,
): Pick<ImportSummary, 'total' | 'net' | 'refunded' | 'customers'> {
  const rows = archive.db
    .prepare(
      `SELECT o.currency, sum(o.total) AS total, sum(o.net) AS net, sum(o.refunded) AS refunded,
              count(*) - count(o.customer_id) AS anonymous ${OF_IMPORT} GROUP BY o.currency ORDER BY o.currency`,
    )
    .all() as { currency: string; total: number; net: number; refunded: number; anonymous: number }[];
  const by = (key: 'total' | 'net' | 'refunded'): ByCurrency =>
    Object.fromEntries(rows.map((row) => [row.currency, row[key]]));
  const [added, matched] = archive.db
    .prepare(
      `SELECT count(*) FILTER (WHERE customer_id > ?), count(*) FILTER (WHERE customer_id <= ?)
       FROM (SELECT DISTINCT o.customer_id ${OF_IMPORT})`,
    )
    .raw()
    .get(existing, existing) as [number, number];
  const anonymousOrders = rows.reduce((sum, row) => sum + row.anonymous, 0);
  return {
    total: by('total'),
    net: by('net'),
    refunded: by('refunded'),
    customers: { new: added, matched, anonymousOrders },
  };
}

/** How many contact details of the import's orders are of no or little use, by kind and state. */
export function contactTroubles(archive: Archive): ImportSummary['contacts'] {
  const rows = archive.db
    .prepare(`
      SELECT i.kind || '_' || iif(i.state = 'usable', 'non_ascii', i.state), count(*)
      FROM (SELECT DISTINCT o.record_id ${OF_IMPORT}) JOIN identifiers i USING (record_id)
      WHERE i.state <> 'usable' OR i.kind = 'email' AND i.value GLOB '*[^ -~]*'
      GROUP BY 1 ORDER BY 1`)
    .raw()
    .all() as [string, number][];
  return Object.fromEntries(rows);
}
