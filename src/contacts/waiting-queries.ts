/** SQL of lists whose file has not got its name yet. */
import type { Archive } from '../store/open.ts';
import type { ListChannel } from './channels.ts';
import type { Kind } from './gate.ts';

/** The name that the file of a list is to get, what it is called until then, whether another may be replaced, and whose it is. */
export interface Awaited {
  readonly path: string;
  readonly beside: string;
  readonly replace: boolean;
  /** The list was handed over before as well, in a file that had its name. */
  readonly again: boolean;
  /** Of the process that wrote it. */
  readonly pid: number;
}

export interface WaitingList {
  readonly list: number;
  readonly channel: ListChannel;
  readonly kind: Kind;
  /** Of its file, keyed. */
  readonly hash: string;
  /** How many the file has. */
  readonly people: number;
  readonly awaited: Awaited;
}

/** Undefined: it has its name. */
export function setAwaited({ db }: Archive, list: number, awaited: Awaited | undefined): void {
  const json = awaited && JSON.stringify(awaited);
  db.prepare('UPDATE contact_lists SET awaits = ? WHERE list_id = ?').run(json ?? null, list);
}

export const waitingLists = (archive: Archive): WaitingList[] => waiting(archive, 'TRUE');

/** Those whose file may say something of one of these customers. */
export const waitingWith = (archive: Archive, customers: readonly number[]): WaitingList[] =>
  waiting(
    archive,
    // Whoever was removed is in such a file, and on the list no more.
    `only IS 'removed' OR list_id IN (SELECT list_id FROM contact_list_people JOIN record_customers USING (record_id)
       WHERE standing = 'listed' AND customer_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(customers),
  );

type Row = Omit<WaitingList, 'awaited'> & { readonly awaits: string };

function waiting({ db }: Archive, which: string, ...values: readonly string[]): WaitingList[] {
  const rows = db
    .prepare(
      `SELECT list_id AS list, channel, kind, hash, people, awaits FROM contact_lists WHERE awaits IS NOT NULL AND (${which}) ORDER BY list_id`,
    )
    .all(...values) as Row[];
  return rows.map(({ awaits, ...list }) => ({ ...list, awaited: JSON.parse(awaits) as Awaited }));
}

/** Customers its file is for; a file of those who are to be taken off is for none. */
export function customersOn({ db }: Archive, list: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT k.customer_id FROM contact_lists l JOIN contact_list_people p USING (list_id) JOIN record_customers k USING (record_id)
       WHERE l.list_id = ? AND p.standing = 'listed' AND l.only IS NOT 'removed' AND (l.only IS NULL OR EXISTS (
         SELECT 1 FROM touches t JOIN contact_lists o USING (list_id) WHERE t.record_id = p.record_id AND o.series = l.series AND o.day = l.day))
       ORDER BY 1`,
    )
    .pluck()
    .all(list) as number[];
}

/** As if the file had never been made, nor, where it is the only one, the list handed over; false where it awaits that name no more. */
export function takeBack(archive: Archive, { list, awaited }: WaitingList): boolean {
  const { db } = archive;
  const isThere = db.prepare('SELECT 1 FROM contact_lists WHERE list_id = ? AND awaits = ?');
  if (isThere.get(list, JSON.stringify(awaited)) === undefined) return false;
  if (awaited.again) setAwaited(archive, list, undefined);
  else remove(archive, list);
  return true;
}

function remove({ db }: Archive, list: number): void {
  // The same list in another form is the same contact, and noted with the first.
  db.prepare(
    `UPDATE touches SET list_id = other.list_id
     FROM (SELECT max(o.list_id) AS list_id FROM contact_lists o JOIN contact_lists l USING (series, day) WHERE l.list_id = :list AND o.list_id <> :list) other
     WHERE touches.list_id = :list AND touches.play IS NULL AND touches.record_id IN (SELECT record_id FROM contact_list_people p WHERE p.list_id = other.list_id)`,
  ).run({ list });
  for (const gone of [
    'DELETE FROM touches WHERE list_id = ?',
    `DELETE FROM followup_outcomes WHERE list_id = ? AND outcome IN ('handed_over', 'held_out')`,
    'UPDATE followup_outcomes SET list_id = NULL WHERE list_id = ?',
    'DELETE FROM contact_list_people WHERE list_id = ?',
    'DELETE FROM contact_lists WHERE list_id = ?',
  ])
    db.prepare(gone).run(list);
}
