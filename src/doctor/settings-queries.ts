/** SQL of what the archive and its shops are set to. */
import type { Archive } from '../store/open.ts';

/** The key once addresses were hashed with it, the zone and the currency since the first shop. */
export function missingSettings({ db }: Archive): string[] {
  return db
    .prepare(
      `SELECT value FROM json_each('["reporting_currency","time_zone","suppression_key"]')
       WHERE value NOT IN (SELECT key FROM settings) AND EXISTS (SELECT 1 FROM shops)`,
    )
    .pluck()
    .all() as string[];
}

export const settings = ({ db }: Archive): [key: string, value: string][] =>
  db.prepare('SELECT key, value FROM settings ORDER BY key').raw().all() as [string, string][];

export interface ShopSettings {
  readonly name: string;
  readonly platform: string;
  readonly zone: string;
  readonly currency: string;
  readonly country: string | null;
}

export const shops = ({ db }: Archive): ShopSettings[] =>
  db
    .prepare('SELECT name, platform, time_zone AS zone, currency, country FROM shops ORDER BY shop_id')
    .all() as ShopSettings[];

export const columnMaps = ({ db }: Archive): [name: string, isMap: number][] =>
  db
    .prepare(
      "SELECT name, CASE WHEN json_valid(columns) THEN json_type(columns) = 'object' ELSE 0 END FROM column_maps ORDER BY name",
    )
    .raw()
    .all() as [string, number][];
