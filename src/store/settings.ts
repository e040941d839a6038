/** The archive's own settings: reporting_currency, time_zone, suppression_key, retention, followup_policy. */
import type { Archive } from './open.ts';

/** Without it the hashes of a suppression list say nothing of anybody; another key would let everybody through. */
export class SuppressionKeyLost extends Error {}

/** Of 32 random bytes, as ingest makes it. */
export const isSuppressionKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Throws SuppressionKeyLost. */
export function suppressionKey(archive: Pick<Archive, 'db'>): string {
  const key = readSetting(archive, 'suppression_key');
  if (key === undefined || !isSuppressionKey(key)) throw new SuppressionKeyLost();
  return key;
}

/** The key of an archive that has none yet. Another one in the place of a lost one would hide the loss, and let everybody through who was hashed with it. */
export function keepSuppressionKey({ db }: Pick<Archive, 'db'>, fresh: string): void {
  db.prepare(
    `INSERT OR IGNORE INTO settings (key, value) SELECT 'suppression_key', ?
     WHERE NOT EXISTS (SELECT 1 FROM suppressions) AND NOT EXISTS (SELECT 1 FROM erasures)`,
  ).run(fresh);
}

export function readSetting(archive: Pick<Archive, 'db'>, key: string): string | undefined {
  const value: unknown = archive.db.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key);
  return typeof value === 'string' ? value : undefined;
}
