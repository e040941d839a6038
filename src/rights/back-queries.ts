/** SQL that looks through an archive for people who were forgotten. */
import type { ErasedPeople, KnownBy } from '../archive/erasures.ts';
import type { Archive } from '../store/open.ts';
import { noteRecords, SUBJECT_TABLES } from './subject-queries.ts';

/** Something a record tells somebody by; `latest` is the time of its last order, 0 where it has none. */
type Held = KnownBy & { readonly record: number; readonly latest: number };

const LATEST = 'coalesce((SELECT max(placed_at) FROM orders o WHERE o.record_id = r.record_id), 0) AS latest';

export function backQueries(archive: Archive) {
  const { db } = archive;
  return {
    identifiers: () =>
      db
        .prepare(
          `SELECT r.record_id AS record, r.kind, r.scope, r.value, ${LATEST} FROM identifiers r
           WHERE role = 'buyer' AND state IN ('usable', 'relay') ORDER BY record_id`,
        )
        .iterate() as IterableIterator<Held>,
    records: () =>
      db
        .prepare(`SELECT r.record_id AS record, r.fingerprint, ${LATEST} FROM records r ORDER BY record_id`)
        .iterate() as IterableIterator<{
        readonly record: number;
        readonly fingerprint: string;
        readonly latest: number;
      }>,
    nicknames: () =>
      db
        .prepare(
          `SELECT p.record_id AS record, p.nickname FROM profiles p WHERE p.nickname IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.record_id = p.record_id) ORDER BY p.profile_id`,
        )
        .all() as { readonly record: number; readonly nickname: string }[],
    /** Notes the records, and the orders that are known to be of such people and stand on anything. */
    begin(records: Iterable<number>, people: ErasedPeople): void {
      db.exec(SUBJECT_TABLES);
      noteRecords(archive, records);
      const orders = db
        .prepare(
          `SELECT DISTINCT shop_id, s.platform, s.name, v.order_number FROM order_versions v JOIN shops s USING (shop_id)
             JOIN records r USING (record_id)
           WHERE coalesce(r.account, r.name, r.email, r.phone, r.receiver_name, r.receiver_phone, r.address, r.city, r.postcode) IS NOT NULL`,
        )
        .raw()
        .iterate() as IterableIterator<[shop: number, platform: string, name: string, number: string]>;
      const theirs: [number, string][] = [];
      for (const [shop, platform, name, number] of orders)
        if (people.order([platform], number, name)) theirs.push([shop, number]);
      const note = db.prepare('INSERT OR IGNORE INTO subject_orders VALUES (?, ?)');
      for (const [shop, number] of theirs) note.run(shop, number);
    },
    /** After everything is noted. */
    isAnybody: () =>
      db
        .prepare(
          'SELECT 1 FROM subject_records UNION ALL SELECT 1 FROM subject_versions UNION ALL SELECT 1 FROM subject_receivers LIMIT 1',
        )
        .get() !== undefined,
  };
}
