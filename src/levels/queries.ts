/** SQL of the levels of membership and their rules. */
import type { Archive } from '../store/open.ts';

export interface Level {
  readonly name: string;
  /** The higher the better. */
  readonly position: number;
  /** One of both. */
  readonly segment: string | null;
  readonly condition: string | null;
  readonly grace_days: number;
}

/** Lowest first. */
export function levels({ db }: Archive): Level[] {
  return db
    .prepare('SELECT name, position, segment, condition, grace_days FROM levels ORDER BY position')
    .all() as Level[];
}

/** False where it was so before. */
export function setLevel(archive: Archive, level: Level, at: number): boolean {
  return (
    archive.write(() =>
      archive.db
        .prepare(
          `INSERT INTO levels (name, position, segment, condition, grace_days, said_at)
           VALUES (:name, :position, :segment, :condition, :grace_days, :at)
           ON CONFLICT (name) DO UPDATE SET position = :position, segment = :segment, condition = :condition, grace_days = :grace_days, said_at = :at
           WHERE position <> :position OR segment IS NOT :segment OR condition IS NOT :condition OR grace_days <> :grace_days`,
        )
        .run({ ...level, at }),
    ).changes > 0
  );
}

export function removeLevel(archive: Archive, name: string): boolean {
  return archive.write(() => {
    archive.db.prepare('DELETE FROM level_spells WHERE level = ?').run(name);
    return archive.db.prepare('DELETE FROM levels WHERE name = ?').run(name).changes > 0;
  });
}
