/** SQL of the settings that an archive's first shop brings. */
import { randomBytes } from 'node:crypto';
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { keepSuppressionKey } from '../store/settings.ts';

/** `decide` holds from the first order or the first shop set up by hand on; before, another shop may take its place. */
export function firstShopWriters(archive: Archive) {
  const { db } = archive;
  const setting = db.prepare(
    `INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value
     WHERE NOT EXISTS (SELECT 1 FROM orders) AND NOT EXISTS (SELECT 1 FROM shops WHERE by_hand = 1)`,
  );
  return {
    /** What the reporting currency and "today" are. */
    decide({ currency, timeZone }: { readonly currency: string; readonly timeZone: string }): void {
      if (setting.run('reporting_currency', currency).changes > 0) forgetPopulation(archive);
      setting.run('time_zone', timeZone);
    },
    suppressionKey(): void {
      keepSuppressionKey(archive, randomBytes(32).toString('hex'));
    },
  };
}
