/** SQL of the settings that an archive's first shop brings. */
import { randomBytes } from 'node:crypto';
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';

/** `decide` holds from the first order or the first shop set up by hand on; before, another shop may take its place. */
export function firstShopWriters(archive: Archive) {
  const { db } = archive;
  const setting = db.prepare(
    `INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value
     WHERE NOT EXISTS (SELECT 1 FROM orders) AND NOT EXISTS (SELECT 1 FROM shops WHERE by_hand = 1)`,
  );
  // Another key in the place of a lost one would hide the loss, and let everybody through who was hashed with it.
  const key = db.prepare(
    "INSERT OR IGNORE INTO settings (key, value) SELECT 'suppression_key', ? WHERE NOT EXISTS (SELECT 1 FROM suppressions) AND NOT EXISTS (SELECT 1 FROM erasures)",
  );
  return {
    /** What the reporting currency and "today" are. */
    decide({ currency, timeZone }: { readonly currency: string; readonly timeZone: string }): void {
      if (setting.run('reporting_currency', currency).changes > 0) forgetPopulation(archive);
      setting.run('time_zone', timeZone);
    },
    suppressionKey(): void {
      key.run(randomBytes(32).toString('hex'));
    },
  };
}
