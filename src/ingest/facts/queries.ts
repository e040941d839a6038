/** SQL of the ingest: what the archive knows already, and the figures of one import. */
import { saidMeanings } from '../../archive/vocabulary.ts';
import type { Archive } from '../../store/open.ts';
import type { CustomerMap } from '../../platforms/customer-table.ts';
import type { CountedOrder } from './import-totals.ts';
import type { ColumnMap, Known } from '../orders/export-read.ts';
import type { ShopSettings } from '../orders/shop.ts';

export function knownTo(archive: Archive): Known {
  const shopsThat = (are: 'IS TRUE' | 'IS FALSE') =>
    archive.db
      .prepare(`SELECT name, platform, time_zone AS timeZone, currency, country FROM shops s
                WHERE (by_hand OR EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = s.shop_id)) ${are} ORDER BY shop_id`)
      .all() as ShopSettings[];
  const mapsOf = (holds: 'orders' | 'customers') => {
    const maps = archive.db
      .prepare('SELECT name, columns FROM column_maps WHERE holds = ? ORDER BY name')
      .all(holds) as {
      name: string;
      columns: string;
    }[];
    return maps.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) as ColumnMap & CustomerMap }));
  };
  return {
    shops: shopsThat('IS TRUE'),
    formerShops: shopsThat('IS FALSE'),
    maps: mapsOf('orders'),
    customerMaps: mapsOf('customers'),
    words: saidMeanings(archive),
    records: !isEmpty(archive),
  };
}

/** No order has ever been stored. */
export function isEmpty(archive: Archive): boolean {
  return archive.db.prepare('SELECT 1 FROM records LIMIT 1').get() === undefined;
}

/** Whether versions may be left of orders that do not stand. */
export function anyUndone(archive: Archive): boolean {
  return archive.db.prepare('SELECT 1 FROM imports WHERE undone_at IS NOT NULL LIMIT 1').get() !== undefined;
}

/**
 * The import that already took exactly this file under exactly these settings, if it still stands and its
 * shops are of the same country: of another, national phones are others.
 */
export function sameImport(
  archive: Archive,
  hash: string,
  settings: string,
  readerVersion: number,
): { import_id: number; imported_at: number } | undefined {
  return archive.db
    .prepare(`SELECT import_id, imported_at FROM imports i
              WHERE file_hash = ? AND settings = ? AND reader_version = ? AND undone_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM json_each(i.summary, '$.shops') told JOIN shops s ON s.name = told.value ->> 'name'
                                WHERE s.country IS NOT told.value ->> 'country')
              ORDER BY import_id LIMIT 1`)
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

/** An import that brought orders of one shop which stand in another as well, where numbers are the platform's. */
export function importOfTwins(archive: Archive, shop: string, other: string): number | undefined {
  return archive.db
    .prepare(`SELECT min(i.import_id) FROM orders a JOIN shops s ON s.shop_id = a.shop_id AND s.name = ?
                JOIN shops o ON o.name = ? JOIN orders b ON b.shop_id = o.shop_id AND b.order_number = a.order_number
                JOIN sightings i ON i.version_id = b.version_id
              HAVING count(*) > 0`)
    .pluck()
    .get(shop, other) as number | undefined;
}

/** `columns` is JSON; `holds` is what a row of such a table is. False where a map of other rows has the name. */
export function saveMap(archive: Archive, name: string, columns: string, holds: 'orders' | 'customers'): boolean {
  return archive.write(
    () =>
      archive.db
        .prepare(
          'INSERT INTO column_maps (name, columns, holds) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET columns = excluded.columns WHERE holds = excluded.holds',
        )
        .run(name, columns, holds).changes > 0,
  );
}

/** How the orders of some versions stand, where these are the versions that stand. */
export function standingAs(archive: Archive): (version: number) => CountedOrder | undefined {
  const find = archive.db.prepare(`
    SELECT o.record_id, o.customer_id, o.currency, o.total, o.refunded, o.net
    FROM order_versions v JOIN orders o USING (shop_id, order_number) WHERE v.version_id = ? AND o.version_id = v.version_id`);
  return (version) => find.get(version) as CountedOrder | undefined;
}

/** The greatest customer number there is. */
export function lastCustomer(archive: Archive): number {
  return Number(archive.db.prepare('SELECT max(record_id) FROM record_customers').pluck().get() ?? 0);
}

/** Customers there were not when `existing` was the greatest number, and those of the records that there were. */
export function customersSeen(
  archive: Archive,
  existing: number,
  records: Iterable<number>,
): { readonly new: number; readonly matched: number } {
  const { db } = archive;
  const added = Number(db.prepare('SELECT count(*) FROM customers WHERE customer_id > ?').pluck().get(existing));
  if (existing === 0) return { new: added, matched: 0 };
  noteSeen(archive, records);
  const matched = db
    .prepare(
      'SELECT count(DISTINCT customer_id) FROM temp.seen_records JOIN record_customers USING (record_id) WHERE customer_id <= ?',
    )
    .pluck()
    .get(existing);
  return { new: added, matched: Number(matched) };
}

const SEEN_TOGETHER = 10_000;

function noteSeen(archive: Archive, records: Iterable<number>): void {
  const { db } = archive;
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS seen_records (record_id INTEGER PRIMARY KEY); DELETE FROM temp.seen_records',
  );
  const note = db.prepare('INSERT INTO temp.seen_records SELECT value FROM json_each(?)');
  let some: number[] = [];
  const flush = () => {
    note.run(JSON.stringify(some));
    some = [];
  };
  for (const record of records) if (some.push(record) === SEEN_TOGETHER) flush();
  flush();
}

/** How many contact details of the records noted by `customersSeen`, up to `last`, are of no or little use, by kind and state. */
export function contactTroubles(archive: Archive, last: number): [string, number][] {
  if (last === 0) return [];
  return archive.db
    .prepare(`
      SELECT i.kind || '_' || iif(i.state = 'usable', 'non_ascii', i.state), count(*)
      FROM temp.seen_records JOIN identifiers i USING (record_id)
      WHERE record_id <= ? AND (i.state <> 'usable' OR i.kind = 'email' AND i.value GLOB '*[^ -~]*')
      GROUP BY 1 ORDER BY 1`)
    .raw()
    .all(last) as [string, number][];
}
