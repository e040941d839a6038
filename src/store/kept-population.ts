/**
 * A place for the little that is true of all customers together, so that some can be looked at without
 * going through all: what measures/kept.ts makes of them, and what they bought by name. Whoever
 * changes what these follow from forgets them in the same transaction.
 */
import type { Archive } from './open.ts';

export interface KeptPopulation {
  /** Grows with every change; what was worked out before one is not kept after it. */
  readonly changes: number;
  /** Null where nothing is kept. */
  readonly kept: string | null;
  readonly bought: string | null;
}

export function readPopulation({ db }: Pick<Archive, 'db'>): KeptPopulation {
  const row = db.prepare('SELECT changes, kept, bought FROM population').get() as KeptPopulation | undefined;
  return row ?? { changes: 0, kept: null, bought: null };
}

/** Keeps nothing where something changed since `changes` was read; an absent part stays as it is. */
export function keepPopulation(
  { db }: Pick<Archive, 'db'>,
  { changes, kept = null, bought = null }: Pick<KeptPopulation, 'changes'> & Partial<KeptPopulation>,
): void {
  db.prepare(`
    INSERT INTO population (id, changes, kept, bought) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE
    SET kept = coalesce(excluded.kept, kept), bought = coalesce(excluded.bought, bought) WHERE changes = excluded.changes`).run(
    changes,
    kept,
    bought,
  );
}

export function forgetPopulation({ db }: Pick<Archive, 'db'>): void {
  db.exec(
    'INSERT INTO population (id, changes) VALUES (1, 1) ON CONFLICT DO UPDATE SET changes = changes + 1, kept = NULL, bought = NULL',
  );
}
