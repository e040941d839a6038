/** What SQL has no words for: amounts in the reporting currency, days of the archive's zone, words of people, names of regions, shares of a sample. */
import { genderIn } from '../customers/edit-fields.ts';
import { teachConverting } from '../measures/order-queries.ts';
import { archiveZone } from '../measures/queries.ts';
import type { Archive } from '../store/open.ts';
import { subdivision } from '../values/subdivisions.ts';
import { titleKey } from '../values/title-key.ts';
import { dayIn } from '../values/zones.ts';
import { shareOf } from './share-of.ts';

/** The zone of those that have been taught; each is taught once, as converting is. */
const zones = new WeakMap<Archive['db'], { zone: string }>();

export function teachFunctions(archive: Archive, currency: string): void {
  const { db } = archive;
  teachConverting(archive, currency);
  const zone = archiveZone(archive);
  const taught = zones.get(db);
  if (taught) {
    taught.zone = zone;
    return;
  }
  const by = { zone };
  zones.set(db, by);
  const pure = { deterministic: true };
  // SQLite gives what the column holds: integers of instants, texts, or null.
  const ofText = (name: string, make: (text: string) => string) =>
    db.function(name, pure, (text: unknown) => (typeof text === 'string' ? make(text) : null));
  db.function('day_of', pure, (at: unknown) => (typeof at === 'number' ? dayIn(at, by.zone) : null));
  ofText('gender_in', genderIn);
  ofText('title_key', titleKey);
  const ofRegion = (name: string, part: 'code' | 'name') =>
    db.function(name, pure, (country: unknown, written: unknown) =>
      typeof country === 'string' && typeof written === 'string'
        ? (subdivision(country, written)?.[part] ?? null)
        : null,
    );
  ofRegion('region_code', 'code');
  ofRegion('region_name', 'name');
  db.function('share_of', pure, (customer: unknown, seed: unknown) =>
    typeof customer === 'number' && typeof seed === 'string' ? shareOf(customer, seed) : null,
  );
}
