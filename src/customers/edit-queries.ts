/** SQL of what was said of customers by hand, field by field: facts hung on a record of the customer. */
import type { Archive } from '../store/open.ts';
import { recordOf } from './anchor-queries.ts';
import { portraitQueries } from './customer-queries.ts';

/** A value of null takes back what was said before. */
export interface Edit {
  readonly field: string;
  readonly value: string | null;
}

/** What holds of each field, said before `until`, UTC seconds: of two edits the later, whichever record it hangs on. */
export function editsOf({ db }: Archive, customer: number, until: number): Map<string, string> {
  const said = db
    .prepare(`SELECT field, value FROM edits JOIN record_customers USING (record_id)
              WHERE customer_id = ? AND edited_at < ? ORDER BY edited_at, edit_id`)
    .raw()
    .iterate(customer, until) as IterableIterator<[field: string, value: string | null]>;
  const held = new Map<string, string>();
  for (const [field, value] of said) {
    if (value === null) held.delete(field);
    else held.set(field, value);
  }
  return held;
}

export interface Wishes {
  /** A name of PREFERRED_CHANNELS. */
  readonly channel?: string | undefined;
  /** At most one contact in so many days. */
  readonly everyDays?: number | undefined;
}

/** How customers want to hear from the shop, said before `until`, of everybody who said so or of one customer. */
export function wishesOf({ db }: Archive, until: number, customer?: number): Map<number, Wishes> {
  const said = db
    .prepare(`SELECT customer_id, field, value FROM edits JOIN record_customers USING (record_id)
              WHERE field IN ('channel', 'every') AND edited_at < :until ${customer === undefined ? '' : 'AND customer_id = :customer'}
              ORDER BY edited_at, edit_id`)
    .raw()
    .iterate({ until, customer }) as IterableIterator<[customer: number, field: string, value: string | null]>;
  const wishes = new Map<number, Wishes>();
  for (const [whose, field, value] of said) {
    const held = wishes.get(whose);
    wishes.set(
      whose,
      field === 'channel'
        ? { ...held, channel: value ?? undefined }
        : { ...held, everyDays: value === null ? undefined : Number(value) },
    );
  }
  return wishes;
}

/** Fields that were ever said of the customer. */
export function fieldsEverEdited({ db }: Archive, customer: number): string[] {
  return db
    .prepare(
      'SELECT DISTINCT field FROM edits JOIN record_customers USING (record_id) WHERE customer_id = ? ORDER BY field',
    )
    .pluck()
    .all(customer) as string[];
}

/** At `at`, UTC seconds. Gives those that say something else than held before. */
export function stateEdits(archive: Archive, customer: number, edits: readonly Edit[], at: number): Edit[] {
  return archive.write(() => {
    const held = editsOf(archive, customer, at + 1);
    const changed = edits.filter(({ field, value }) => (held.get(field) ?? null) !== value);
    const add = archive.db.prepare('INSERT INTO edits (record_id, field, value, edited_at) VALUES (?, ?, ?, ?)');
    const record = recordOf(archive)(customer);
    for (const { field, value } of changed) add.run(record, field, value, at);
    if (changed.some(({ field }) => field === 'name')) {
      const { portrait, write } = portraitQueries(archive);
      const renamed = portrait(customer);
      if (renamed) write(customer, renamed);
    }
    return changed;
  });
}
