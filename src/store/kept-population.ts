/**
 * A place for the few numbers that are true of all customers together, so that one of them can be
 * looked at without working out all: JSON of measures/kept.ts, which this knows nothing of. Whoever
 * changes what they follow from forgets them in the same transaction.
 */
import type { Archive } from './open.ts';

export interface KeptPopulation {
  /** Grows with every change; what was worked out before one is not kept after it. */
  readonly changes: number;
  /** Null where nothing is kept. */
  readonly kept: string | null;
}

export function readPopulation({ db }: Pick<Archive, 'db'>): KeptPopulation {
  const row = db.prepare('SELECT changes, kept FROM population').get() as KeptPopulation | undefined;
  return row ?? { changes: 0, kept: null };
}

/** Keeps nothing where something changed since `changes` was read. */
export function keepPopulation({ db }: Pick<Archive, 'db'>, { changes, kept }: KeptPopulation): void {
  db.prepare(
    'INSERT INTO population (id, changes, kept) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET kept = excluded.kept WHERE changes = excluded.changes',
  ).run(changes, kept);
}

export function forgetPopulation({ db }: Pick<Archive, 'db'>): void {
  db.exec(
    'INSERT INTO population (id, changes) VALUES (1, 1) ON CONFLICT DO UPDATE SET changes = changes + 1, kept = NULL',
  );
}
