/** Every place that may hold something of a person is known to the erasure: a new table has to be told of here. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/schema.ts';

/** What becomes of the rows of each table that refers to a record or a customer. */
const TREATED = {
  consents: 'removed',
  contact_list_people: 'removed',
  contact_results: 'removed',
  customer_measures: 'removed, those of everybody',
  customers: 'worked out anew',
  edits: 'removed',
  erased_records: 'the number alone',
  followup_outcomes: 'removed',
  identifiers: 'worked out anew',
  level_spells: 'removed, and worked out anew',
  merged_records: 'worked out anew',
  notes: 'removed, and references to them',
  order_versions: 'stand on nobody',
  orders: 'worked out anew',
  override_records: 'removed',
  pinned_orders: 'removed',
  point_entries: 'removed',
  profiles: 'removed',
  record_customers: 'worked out anew',
  records: 'removed',
  segment_members: 'removed',
  suppressions: 'hashes stay',
  tag_facts: 'removed',
  touches: 'removed',
};

it('no table refers to people that the erasure does not know of', () => {
  const db = new Database(':memory:');
  for (const migration of MIGRATIONS) db.exec(migration);
  const tables = db
    .prepare(
      `SELECT DISTINCT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND (c.name GLOB '*record_id' OR c.name = 'customer_id') ORDER BY 1`,
    )
    .pluck()
    .all();
  db.close();
  expect(tables).toEqual(Object.keys(TREATED));
});
