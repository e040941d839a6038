/** Many rows into one table, several to a statement, in the order given. */
import type Database from 'better-sqlite3';

/** More rows in one statement save no more time. */
const TOGETHER = 16;
/** Rows held back before anything is written. */
const HELD = 32 * TOGETHER;

export type SqlValue = string | number | null;

export class BulkInsert {
  readonly #db: Database.Database;
  readonly #width: number;
  readonly #after: BulkInsert | undefined;
  readonly #several: Database.Statement;
  readonly #one: Database.Statement;
  readonly #held: SqlValue[];
  #count = 0;

  /** `into` is a table with its columns, constant text; `after` is the table its rows refer to. */
  constructor(db: Database.Database, into: string, after?: BulkInsert) {
    const width = into.split(',').length;
    const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
    this.#db = db;
    this.#width = width;
    this.#after = after;
    this.#held = Array.from({ length: HELD * width }, () => null);
    // Where a row is refused the whole transaction is lost anyway; to undo one statement SQLite would copy every page it touches.
    const insert = `INSERT OR ROLLBACK INTO ${into} VALUES`;
    this.#one = db.prepare(`${insert} ${row}`);
    this.#several = db.prepare(`${insert} ${Array.from({ length: TOGETHER }, () => row).join(', ')}`);
  }

  /** A row is written at the latest by `flush`. */
  add(...row: readonly SqlValue[]): void {
    const held = this.#held;
    let at = this.#count;
    for (const value of row) held[at++] = value;
    this.#count = at;
    if (at === held.length) this.flush();
  }

  /** Throws outside a transaction: after a failure that has ended it nothing may be written any more. */
  flush(): void {
    if (this.#count > 0 && !this.#db.inTransaction) throw new Error('rows are written in a transaction alone');
    this.#after?.flush();
    const held = this.#held;
    const end = this.#count;
    this.#count = 0;
    const step = TOGETHER * this.#width;
    let at = 0;
    // Bound one by one: the values of an array are looked up as properties, which takes longer than to store them.
    for (; at + step <= end; at += step) this.#several.run(...held.slice(at, at + step));
    for (; at < end; at += this.#width) this.#one.run(...held.slice(at, at + this.#width));
  }
}
