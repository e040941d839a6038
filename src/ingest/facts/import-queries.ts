/** SQL over the imports and their refusals. */
import type { Archive } from '../../store/open.ts';
import type { Refusal, RefusalReason } from '../refusal.ts';
import type { ImportSummary } from './summary.ts';

export interface ImportRow {
  readonly import_id: number;
  readonly file_name: string;
  readonly platform: string;
  readonly imported_at: number;
  readonly undone_at: number | null;
}

export interface ImportListing extends ImportRow {
  readonly shops: readonly string[];
  readonly orders: number;
  readonly refusals: number;
  /** Of the refusals, those whose order has come in since. */
  readonly mended: number;
}

export interface RefusalRow {
  /** Where a workbook has several that were read. */
  readonly sheet: string | null;
  readonly line: number;
  readonly order_number: string | null;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly reason: RefusalReason;
  readonly rows: string;
  /** 1 where the order has come in since. */
  readonly mended: number;
}

/**
 * Of a refusal `r` of the import `i`: a later file that stands has brought its order, to a shop of that import;
 * where none of its rows says a shop, to any in its platform's words.
 */
export const MENDED = `(r.order_number IS NOT NULL AND EXISTS (
  SELECT 1 FROM shops p CROSS JOIN order_versions v ON v.shop_id = p.shop_id AND v.order_number = r.order_number
    CROSS JOIN sightings s USING (version_id) CROSS JOIN imports l USING (import_id)
  WHERE l.undone_at IS NULL AND s.import_id > r.import_id
    AND iif(json_array_length(i.summary, '$.named') > 0,
      p.name IN (SELECT value FROM json_each(i.summary, '$.named')), v.platform = i.platform)))`;

/** What the refusal `r` of the import `i` refused: an order of these shops, or, without a number, rows that read so. */
export const REFUSED = `json_array(i.platform, i.summary -> '$.named',
  coalesce(r.order_number, (SELECT json_group_array(value -> '$.cells') FROM json_each(r.rows))))`;

const COLUMNS = 'import_id, file_name, platform, imported_at, undone_at';

export function listImports(archive: Archive): ImportListing[] {
  const rows = archive.db
    .prepare(`WITH seen AS MATERIALIZED (
                SELECT s.import_id, v.shop_id, count(*) AS orders FROM sightings s JOIN order_versions v USING (version_id) GROUP BY 1, 2)
              SELECT ${COLUMNS},
                (SELECT coalesce(sum(orders), 0) FROM seen WHERE seen.import_id = i.import_id) AS orders,
                (SELECT count(*) FROM refusals r WHERE r.import_id = i.import_id) AS refusals,
                (SELECT count(*) FROM refusals r WHERE r.import_id = i.import_id AND ${MENDED}) AS mended,
                (SELECT json_group_array(name ORDER BY name) FROM seen JOIN shops USING (shop_id) WHERE seen.import_id = i.import_id) AS shops
              FROM imports i ORDER BY import_id`)
    .all() as (Omit<ImportListing, 'shops'> & { shops: string })[];
  return rows.map((row) => ({ ...row, shops: JSON.parse(row.shops) as string[] }));
}

/** What was told when it came. */
export function summaryOf(archive: Archive, id: number): ImportSummary {
  const summary = archive.db.prepare('SELECT summary FROM imports WHERE import_id = ?').pluck().get(id) as string;
  return JSON.parse(summary) as ImportSummary;
}

/** By its number as typed. */
export function findImport(archive: Archive, id: string): ImportRow | undefined {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  return archive.db.prepare(`SELECT ${COLUMNS} FROM imports WHERE import_id = ?`).get(Number(id)) as
    | ImportRow
    | undefined;
}

export function refusalsOf(archive: Archive, id: number): RefusalRow[] {
  return archive.db
    .prepare(
      `SELECT sheet, line, order_number, column_name, value, reason, rows, ${MENDED} AS mended
       FROM refusals r JOIN imports i USING (import_id) WHERE r.import_id = ? ORDER BY sheet, line, refusal_id`,
    )
    .all(id) as RefusalRow[];
}

/** The cells of every row of an import that is still refused, as they stood; of those who were forgotten none is left. */
export function refusedRows(archive: Archive, importId: number): string[][] {
  return refusalsOf(archive, importId)
    .filter(({ mended }) => mended === 0)
    .flatMap(({ rows }) => (JSON.parse(rows) as Refusal['rows']).map(({ cells }) => [...cells]))
    .filter((cells) => cells.length > 0);
}
