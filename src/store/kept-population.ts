/**
 * A place for what is true of all customers together, so that some can be looked at without going through
 * all: what measures/kept.ts makes of them, and what search/kept-search.ts looks through. Whoever
 * changes what these follow from forgets them in the same transaction.
 */
import type { Archive } from './open.ts';

export interface KeptPopulation {
  /** Grows with every change; what was worked out before one is not kept after it. */
  readonly changes: number;
  /** Null where nothing is kept. */
  readonly kept: string | null;
  readonly searched: string | null;
}

type Connection = Pick<Archive, 'db'>;

export function readPopulation({ db }: Connection): KeptPopulation {
  const row = db.prepare('SELECT changes, kept, searched FROM population').get() as KeptPopulation | undefined;
  return row ?? { changes: 0, kept: null, searched: null };
}

/** Keeps nothing where something changed since `changes` was read, which it says; an absent part stays as it is. */
export function keepPopulation(
  { db }: Connection,
  { changes, kept = null, searched = null }: Pick<KeptPopulation, 'changes'> & Partial<KeptPopulation>,
): boolean {
  const { changes: written } = db
    .prepare(`
      INSERT INTO population (id, changes, kept, searched) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE
      SET kept = coalesce(excluded.kept, kept), searched = coalesce(excluded.searched, searched)
      WHERE changes = excluded.changes`)
    .run(changes, kept, searched);
  return written > 0;
}

export function forgetPopulation({ db }: Connection): void {
  db.exec(`
    INSERT INTO population (id, changes) VALUES (1, 1) ON CONFLICT DO UPDATE SET changes = changes + 1, kept = NULL, searched = NULL;
    DELETE FROM search_texts;
    DELETE FROM search_names;`);
}

/** What was measured of each customer is left, forgotten, until other measures take its place; this leaves nothing. */
export function wipePopulation(archive: Connection): void {
  forgetPopulation(archive);
  archive.db.exec('DELETE FROM customer_measures');
}
