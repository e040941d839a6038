/** SQL of what other tools tell of messages: whom an address reaches, and what is kept of it. */
import { isShown } from '../../customers/affected-queries.ts';
import { spellingsOf } from '../../customers/queries.ts';
import type { Archive } from '../../store/open.ts';
import type { Channel, Kind } from '../gate.ts';
import type { Result } from './result-export.ts';

/** UTC seconds. */
interface Happening {
  readonly channel: Channel;
  readonly result: Result;
  readonly at: number;
}

export interface Reached {
  readonly customer: number;
  /** Of theirs, one on which the address stands, the same whatever came first. */
  readonly record: number;
}

/** Within the caller's transaction. */
export function resultWriter(archive: Archive) {
  const { db } = archive;
  const reached = db.prepare(
    `SELECT k.customer_id AS customer, i.record_id AS record
     FROM identifiers i JOIN record_customers k USING (record_id) JOIN customers USING (customer_id) JOIN records r USING (record_id)
     WHERE i.kind = :kind AND i.role = :role AND i.value IN (SELECT value FROM json_each(:values)) AND i.state IN ('usable', 'relay')
     ORDER BY k.customer_id, NOT ${isShown('i.record_id')}, r.fingerprint`,
  );
  const THEIRS = 'record_id IN (SELECT record_id FROM record_customers WHERE customer_id = :customer)';
  const known = db.prepare(
    `SELECT 1 FROM contact_results WHERE ${THEIRS} AND channel = :channel AND result = :result AND (:at IS NULL OR happened_at = :at)`,
  );
  const add = db.prepare(
    `INSERT OR IGNORE INTO contact_results (record_id, channel, result, happened_at, source, imported_at)
     VALUES (:record, :channel, :result, :at, :source, :now)`,
  );
  // What was handed over is told of by its list, on each day of its use, or by its play: dropDelivered has the rule. The
  // same list in another form has no contacts of its own.
  const touched = db.prepare(
    `SELECT 1 FROM touches t LEFT JOIN contact_lists l USING (list_id) WHERE ${THEIRS} AND t.channel = :channel
       AND (t.touched_at = :at OR (t.day = :day AND t.play IS NOT NULL)
         OR :day BETWEEN l.day AND (SELECT max(expires_day) FROM contact_lists f WHERE f.series = l.series AND f.day = l.day))`,
  );
  const touch = db.prepare(
    'INSERT INTO touches (record_id, touched_at, day, channel, kind) VALUES (:record, :at, :day, :channel, :kind)',
  );
  const spellings = spellingsOf(archive);
  return {
    /** Whoever buys by the address, however it is spelt; where nobody does, who gets parcels under it. */
    reachedAt(kind: 'email' | 'phone', values: readonly string[]): readonly Reached[] {
      const all = JSON.stringify(kind === 'email' ? spellings(values) : values);
      for (const role of ['buyer', 'receiver']) {
        const rows = reached.all({ kind, role, values: all }) as Reached[];
        const first = new Map<number, Reached>();
        for (const row of rows) if (!first.has(row.customer)) first.set(row.customer, row);
        if (first.size > 0) return [...first.values()];
      }
      return [];
    },
    /** At any time, where none is given. */
    isKnown: (customer: number, about: Omit<Happening, 'at'> & { readonly at: number | null }): boolean =>
      known.get({ customer, ...about }) !== undefined,
    add(record: number, about: Happening, of: { readonly source: string; readonly now: number }): void {
      add.run({ record, ...about, ...of });
    },
    /** False where the contact is known. */
    touch(
      { customer, record }: Reached,
      about: { readonly channel: Channel; readonly at: number; readonly day: string; readonly kind: Kind },
    ): boolean {
      const { channel, at, day } = about;
      return touched.get({ customer, channel, at, day }) === undefined && touch.run({ record, ...about }).changes > 0;
    },
  };
}
