/** SQL of the erasures there were. */
import type { Archive } from '../store/open.ts';

export type Why = 'asked' | 'retention';

export interface Erasure {
  readonly id: number;
  /** UTC seconds. */
  readonly at: number;
  readonly why: Why;
}

export function beginErasure({ db }: Archive, at: number, why: Why): number {
  return Number(
    db.prepare("INSERT INTO erasures (erased_at, why, figures) VALUES (?, ?, '{}')").run(at, why).lastInsertRowid,
  );
}

export function noteFigures({ db }: Archive, erasure: number, figures: Readonly<Record<string, number>>): void {
  db.prepare('UPDATE erasures SET figures = ? WHERE erasure_id = ?').run(JSON.stringify(figures), erasure);
}

/** Those of which something may be left in freed pages, the log or copies. */
export function unfinishedErasures({ db }: Archive): Erasure[] {
  return db
    .prepare(
      'SELECT erasure_id AS id, erased_at AS at, why FROM erasures WHERE finished_at IS NULL ORDER BY erasure_id',
    )
    .all() as Erasure[];
}

export function finishErasures(archive: Archive, at: number): void {
  archive.write(() => archive.db.prepare('UPDATE erasures SET finished_at = ? WHERE finished_at IS NULL').run(at));
}
