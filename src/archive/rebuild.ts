/** Works out everything anew that follows from the facts, as if it had never been, in one transaction. */
import { recordsSpokenOf } from '../customers/affected-queries.ts';
import { newcomerWriters } from '../customers/customer-queries.ts';
import { identifiersOf } from '../customers/identifiers.ts';
import { refreshCustomers } from '../customers/refresh-customers.ts';
import type { Archive } from '../store/open.ts';
import { NumberSet } from '../values/number-set.ts';
import { toInstant } from '../values/zones.ts';
import { standingOrders } from './standing-orders.ts';
import type { OrderKey } from './standing-queries.ts';

export function rebuild(archive: Archive): void {
  archive.write(() => {
    const { db } = archive;
    settleTimes(archive);
    db.exec(
      'DELETE FROM orders; DELETE FROM identifiers; DELETE FROM shared_values; DELETE FROM record_customers; DELETE FROM customers',
    );
    const shown = db
      .prepare(`SELECT DISTINCT v.shop_id AS shop, v.order_number AS number FROM order_versions v JOIN sightings s USING (version_id)
                  JOIN imports i USING (import_id) WHERE i.undone_at IS NULL ORDER BY s.import_id, s.line`)
      .all() as OrderKey[];
    const changed = new NumberSet();
    standingOrders(archive, shown, changed);
    // What was said by hand of somebody whose orders were all taken back still leads to them.
    const write = newcomerWriters(archive);
    for (const facts of recordsSpokenOf(archive)) {
      if (!changed.has(facts.record))
        for (const identifier of identifiersOf(facts)) write.identifier(facts.record, identifier);
      changed.add(facts.record);
    }
    write.flush();
    const last = Number(db.prepare('SELECT max(record_id) FROM records').pluck().get() ?? 0);
    refreshCustomers(archive, { records: changed, busier: new NumberSet(), known: last, last, first: false });
  });
}

/** The moment of an order follows from what was written and from its shop's zone. */
function settleTimes(archive: Archive): void {
  const { db } = archive;
  const versions = db
    .prepare(
      `SELECT v.version_id, v.placed_at, v.placed_wall, v.placed_offset, s.time_zone FROM order_versions v JOIN shops s USING (shop_id)`,
    )
    .raw()
    .iterate() as IterableIterator<[version: number, at: number, wall: string, offset: number | null, zone: string]>;
  const wrong: [at: number, version: number][] = [];
  for (const [version, at, wall, offset, zone] of versions) {
    const { at: written } = toInstant({ wall, offset, dateOnly: false }, zone);
    if (written !== at) wrong.push([written, version]);
  }
  const move = db.prepare('UPDATE order_versions SET placed_at = ? WHERE version_id = ?');
  for (const row of wrong) move.run(...row);
}
