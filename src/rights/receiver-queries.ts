/** SQL of records that lose the receiver of their parcels. */
import type { RecordFacts } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import { SPEAKING_OF } from './erase-queries.ts';

export function receiverQueries({ db }: Archive) {
  const find = db.prepare('SELECT record_id FROM records WHERE fingerprint = ?').pluck();
  const versions = db.prepare('SELECT version_id FROM order_versions WHERE record_id = ? ORDER BY version_id').pluck();
  const write = db.prepare(
    `UPDATE records SET fingerprint = ?, receiver_name = NULL, receiver_phone = NULL, province = NULL, city = NULL, district = NULL,
       postcode = NULL, address = NULL WHERE record_id = ?`,
  );
  const move = [
    ...['order_versions', 'profiles', ...SPEAKING_OF, 'suppressions'].map(
      (table) => `UPDATE ${table} SET record_id = :stays WHERE record_id = :goes`,
    ),
    'UPDATE notes SET referred_record_id = :stays WHERE referred_record_id = :goes',
    'UPDATE pinned_orders SET record_id = :stays WHERE record_id = :goes',
    'UPDATE OR IGNORE override_records SET record_id = :stays WHERE record_id = :goes',
    'DELETE FROM override_records WHERE record_id = :goes AND :stays = :stays',
    'UPDATE orders SET record_id = :stays WHERE record_id = :goes',
  ].map((sql) => db.prepare(sql));
  const forget = db.prepare('DELETE FROM identifiers WHERE record_id = ?');
  const remove = ['identifiers', 'record_customers', 'merged_records', 'records'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE record_id = ?`),
  );
  return {
    noted(): { readonly record: number; readonly facts: RecordFacts }[] {
      const rows = db
        .prepare(
          `SELECT record_id, account_scope, account, name, email, phone, receiver_name, receiver_phone, country, province, city, district, postcode,
                  address, phone_country FROM records WHERE record_id IN (SELECT record_id FROM subject_receivers)
             AND record_id NOT IN (SELECT record_id FROM subject_records) ORDER BY record_id`,
        )
        .raw()
        .all() as [number, ...RecordFacts][];
      return rows.map(([record, ...facts]) => ({ record, facts }));
    },
    recordOf: (print: string) => find.get(print) as number | undefined,
    versionsOf: (record: number) => versions.all(record) as number[],
    write(record: number, print: string): void {
      write.run(print, record);
      // Worked out anew.
      forget.run(record);
    },
    /** Whatever hangs on the one hangs on the other. */
    join(goes: number, stays: number): void {
      for (const statement of move) statement.run({ goes, stays });
      for (const statement of remove) statement.run(goes);
    },
  };
}
