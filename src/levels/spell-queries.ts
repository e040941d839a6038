/** SQL of the days on which customers satisfied the rules of levels, as far as these were asked. */
import type { Archive } from '../store/open.ts';

/** Each evaluated day with its print, in the order of days. */
export function evaluatedDays({ db }: Archive): ReadonlyMap<string, string> {
  return new Map(db.prepare('SELECT day, print FROM level_days ORDER BY day').raw().all() as [string, string][]);
}

/** Of what is kept nothing is left from a day on, or nothing at all. */
export function dropDays({ db }: Archive, from = ''): void {
  db.prepare('DELETE FROM level_days WHERE day >= ?').run(from);
  db.prepare('DELETE FROM level_spells WHERE from_day >= ?').run(from);
  db.prepare("UPDATE level_spells SET to_day = date(?, '-1 day') WHERE to_day >= ?").run(from, from);
}

export interface Spell {
  readonly level: string;
  readonly customer_id: number;
  readonly from_day: string;
  readonly to_day: string;
}

/** Those that last until a day at least, so that they may go on. */
export function spellsEnding({ db }: Archive, level: string, day: string): ReadonlyMap<number, string> {
  return new Map(
    db
      .prepare('SELECT customer_id, from_day FROM level_spells WHERE level = ? AND to_day = ?')
      .raw()
      .all(level, day) as [number, string][],
  );
}

export function keepSpells({ db }: Archive, days: ReadonlyMap<string, string>, spells: Iterable<Spell>): void {
  const day = db.prepare('INSERT OR REPLACE INTO level_days (day, print) VALUES (?, ?)');
  for (const entry of days) day.run(...entry);
  const spell = db.prepare(
    `INSERT INTO level_spells (level, customer_id, from_day, to_day) VALUES (:level, :customer_id, :from_day, :to_day)
     ON CONFLICT DO UPDATE SET to_day = excluded.to_day WHERE to_day < excluded.to_day`,
  );
  for (const one of spells) spell.run(one);
}

/** Whoever satisfied a rule on a day from one to another, neither of them later than is asked: the last of these days. */
export function lastSatisfied({ db }: Archive, level: string, from: string, to: string): ReadonlyMap<number, string> {
  return new Map(
    db
      .prepare(
        `SELECT customer_id, min(max(to_day), :to) FROM level_spells WHERE level = :level AND to_day >= :from AND from_day <= :to GROUP BY 1`,
      )
      .raw()
      .all({ level, from, to }) as [number, string][],
  );
}

/** Of one customer, in the order of days. */
export function spellsOf({ db }: Archive, customer: number): Spell[] {
  return db
    .prepare(
      'SELECT level, customer_id, from_day, to_day FROM level_spells WHERE customer_id = ? ORDER BY from_day, level',
    )
    .all(customer) as Spell[];
}
