/** Works out everything anew that follows from the facts, as if it had never been, in one transaction. */
import { recordsSpokenOf } from '../customers/affected-queries.ts';
import { newcomerWriters } from '../customers/customer-queries.ts';
import { identifiersOf } from '../customers/identifiers.ts';
import { refreshCustomers } from '../customers/refresh-customers.ts';
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { NumberSet } from '../values/number-set.ts';
import { toInstant } from '../values/zones.ts';
import { ofOrder } from './of-order.ts';
import { standingOrders } from './standing-orders.ts';
import type { OrderKey } from './standing-queries.ts';
import { type Status, statusOf } from './status.ts';

/** So many orders are worked out between two breaths. */
const TOGETHER = 5000;

/** Gives what came out of it, also of a dry run; what `breathe` throws takes it all back. */
export async function rebuild(archive: Archive, breathe: () => Promise<void>): Promise<Status> {
  return await archive.writeWaiting(async () => {
    const { db } = archive;
    settleTimes(archive);
    forgetPopulation(archive);
    await breathe();
    db.exec(
      'DELETE FROM orders; DELETE FROM identifiers; DELETE FROM shared_values; DELETE FROM record_customers; DELETE FROM merged_records; DELETE FROM customers',
    );
    const shown = db
      .prepare(`SELECT DISTINCT v.shop_id AS shop, v.order_number AS number FROM order_versions v JOIN sightings s USING (version_id)
                  JOIN imports i USING (import_id) WHERE i.undone_at IS NULL AND v.shop_id IS NOT NULL ORDER BY s.import_id, s.line`)
      .all() as OrderKey[];
    const changed = new NumberSet();
    for (let at = 0; at < shown.length; at += TOGETHER) {
      await breathe();
      standingOrders(archive, shown.slice(at, at + TOGETHER), changed);
    }
    // What was said by hand of somebody whose orders were all taken back still leads to them.
    const write = newcomerWriters(archive);
    for (const facts of recordsSpokenOf(archive)) {
      if (!changed.has(facts.record))
        for (const identifier of identifiersOf(facts)) write.identifier(facts.record, identifier);
      changed.add(facts.record);
    }
    write.flush();
    const last = Number(db.prepare('SELECT max(record_id) FROM records').pluck().get() ?? 0);
    const steps = refreshCustomers(archive, {
      records: changed,
      busier: new NumberSet(),
      known: last,
      last,
      first: false,
    });
    while (!steps.next().done) await breathe();
    return statusOf(archive, '9999-12-31');
  });
}

/** The moment of an order follows from what was written and from its shop's zone. */
function settleTimes(archive: Archive): void {
  const { db } = archive;
  const versions = db
    .prepare(
      `SELECT v.version_id, v.order_number, v.placed_at, v.placed_wall, v.placed_offset, s.time_zone FROM order_versions v JOIN shops s USING (shop_id)`,
    )
    .raw()
    .iterate() as IterableIterator<
    [version: number, order: string, at: number, wall: string, offset: number | null, zone: string]
  >;
  const wrong: [at: number, version: number, order: string][] = [];
  for (const [version, order, at, wall, offset, zone] of versions) {
    const { at: written } = ofOrder(order, () => toInstant({ wall, offset, dateOnly: false }, zone));
    if (written !== at) wrong.push([written, version, order]);
  }
  const move = db.prepare('UPDATE order_versions SET placed_at = ? WHERE version_id = ?');
  for (const [at, version, order] of wrong) ofOrder(order, () => move.run(at, version));
}
