/** SQL of when what people bought is used up: the table that conditions look into. */
import { bookedOrders } from '../measures/order-book-queries.ts';
import { inOne } from '../store/in-one.ts';
import type { Archive } from '../store/open.ts';
import { dayText } from '../values/day-numbers.ts';
import { purchaseLinesOf, suppliesOf } from './purchase-queries.ts';
import { refillsOf } from './refills.ts';
import type { Given } from './sql.ts';

/** temp.refills: when the latest purchases of products are used up. */
export function makeRefills(archive: Archive, { asOf }: Pick<Given, 'asOf'>): void {
  const { db } = archive;
  const { products, lines, keyOf } = purchaseLinesOf(archive, bookedOrders(archive, asOf).book);
  // In the order of the table, which is many times quicker to fill that way.
  const refills = Array.from(refillsOf(lines, { supplyOf: suppliesOf(archive, products) }), ({ line, usedUp }) => ({
    ...keyOf(line),
    day: dayText(usedUp),
  })).toSorted((a, b) => a.version - b.version || a.position - b.position);
  db.exec(`DROP TABLE IF EXISTS temp.refills;
    CREATE TABLE temp.refills (version_id INTEGER NOT NULL, position INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (version_id, position)) WITHOUT ROWID`);
  const insert = db.prepare('INSERT INTO temp.refills VALUES (?, ?, ?)');
  inOne(db, () => {
    for (const { version, position, day } of refills) insert.run(version, position, day);
  });
}
