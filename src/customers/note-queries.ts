/** SQL of notes: facts hung on a record of the customer, so that they move and return with merges. */
import type { Archive } from '../store/open.ts';
import { recordOf } from './anchor-queries.ts';
import type { NewNote, NoteKind } from './note-kinds.ts';

export interface NoteRow {
  readonly note_id: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly score: number | null;
  /** Whom the customer brought, by number and name as they stand. */
  readonly referred_id: number | null;
  readonly referred_name: string | null;
  readonly day: string;
  readonly noted_at: string;
}

/** Made before `until`, UTC seconds; newest first. */
export function notesOf({ db }: Archive, customer: number, until: number): NoteRow[] {
  return db
    .prepare(`SELECT n.note_id, n.kind, n.text, n.score, b.customer_id AS referred_id, c.name AS referred_name, n.day, strftime('%Y-%m-%dT%H:%M:%SZ', n.noted_at, 'unixepoch') AS noted_at
              FROM notes n JOIN record_customers k USING (record_id)
                LEFT JOIN record_customers b ON b.record_id = n.referred_record_id LEFT JOIN customers c ON c.customer_id = b.customer_id
              WHERE k.customer_id = ? AND n.noted_at < ? ORDER BY n.day DESC, n.noted_at DESC, n.note_id DESC`)
    .all(customer, until) as NoteRow[];
}

export interface ReferrerRow {
  readonly customer_id: number;
  readonly name: string | null;
  readonly day: string;
}

/** Who brought the customer, said before `until`; the first first. */
export function referrersOf({ db }: Archive, customer: number, until: number): ReferrerRow[] {
  return db
    .prepare(`SELECT k.customer_id, c.name, min(n.day) AS day
              FROM notes n JOIN record_customers b ON b.record_id = n.referred_record_id
                JOIN record_customers k ON k.record_id = n.record_id LEFT JOIN customers c ON c.customer_id = k.customer_id
              WHERE n.kind = 'referral' AND b.customer_id = ? AND n.noted_at < ? GROUP BY k.customer_id ORDER BY 3, 1`)
    .all(customer, until) as ReferrerRow[];
}

/** The number of the note, and whether it was made before: the same on one day is one. */
export function addNote(
  archive: Archive,
  customer: number,
  note: NewNote,
  moment: { readonly day: string; readonly at: number },
): { readonly note: number; readonly known: boolean } {
  return archive.write(() => {
    const { kind, text, score, referred } = note;
    const known = archive.db
      .prepare(`SELECT min(note_id) FROM notes n JOIN record_customers k USING (record_id)
                WHERE k.customer_id = ? AND kind = ? AND text = ? AND score IS ? AND day = ?
                  AND (SELECT customer_id FROM record_customers b WHERE b.record_id = n.referred_record_id) IS ?`)
      .pluck()
      .get(customer, kind, text, score, moment.day, referred) as number | null;
    if (known !== null) return { note: known, known: true };
    const record = recordOf(archive);
    const { lastInsertRowid } = archive.db
      .prepare(
        'INSERT INTO notes (record_id, kind, text, score, referred_record_id, day, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(record(customer), kind, text, score, referred === null ? null : record(referred), moment.day, moment.at);
    return { note: Number(lastInsertRowid), known: false };
  });
}

/** Gives the records it was said of; none where the customer has none of that number. */
export function deleteNote({ db }: Archive, customer: number, note: number): number[] {
  const said = db
    .prepare(
      `DELETE FROM notes WHERE note_id = ? AND record_id IN (SELECT record_id FROM record_customers WHERE customer_id = ?)
       RETURNING record_id, referred_record_id`,
    )
    .raw()
    .all(note, customer) as [record: number, referred: number | null][];
  return said.flat().filter((record) => record !== null);
}
