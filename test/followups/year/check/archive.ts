/** What the checker reads of an archive, past the program: nothing of it is worked out there. */
import Database from 'better-sqlite3';
import type { About, Channel } from '../facts.ts';

export interface Touch {
  readonly customer: number;
  readonly day: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly play: string | null;
}

export interface Home {
  readonly country: string | null;
  readonly province: string | null;
}

export class ArchiveFile {
  readonly #db: Database.Database;

  constructor(path: string) {
    this.#db = new Database(path, { readonly: true });
  }

  close(): void {
    this.#db.close();
  }

  #all<T>(sql: string, ...bound: readonly unknown[]): T[] {
    return this.#db.prepare(sql).all(...bound) as T[];
  }

  #column<T>(sql: string, ...bound: readonly unknown[]): T[] {
    return this.#db
      .prepare(sql)
      .pluck()
      .all(...bound) as T[];
  }

  touches(): Touch[] {
    return this.#all(
      'SELECT k.customer_id AS customer, t.day, t.kind, t.channel, t.play FROM touches t JOIN record_customers k USING (record_id) ORDER BY t.touch_id',
    );
  }

  /** The numbers of today of whom something was said. */
  whoIs(about: About): number[] {
    if ('address' in about) return this.holders(about.address);
    if ('customer' in about)
      return this.#column('SELECT customer_id FROM record_customers WHERE record_id = ?', about.customer);
    return this.#column(
      `SELECT DISTINCT customer_id FROM identifiers JOIN record_customers USING (record_id) WHERE lower(value) = lower(?) AND role = 'buyer' AND kind IN ('account', 'email')`,
      about.who,
    );
  }

  addresses(customer: number): Set<string> {
    return new Set(
      this.#column<string>(
        `SELECT value FROM identifiers JOIN record_customers USING (record_id) WHERE customer_id = ? AND kind <> 'account' AND state = 'usable'`,
        customer,
      ),
    );
  }

  holders(address: string): number[] {
    return this.#column(
      `SELECT DISTINCT customer_id FROM identifiers JOIN record_customers USING (record_id) WHERE value = ? AND kind <> 'account' AND state = 'usable'`,
      address,
    );
  }

  home(customer: number): Home | undefined {
    return this.#db.prepare('SELECT country, province FROM customers WHERE customer_id = ?').get(customer) as
      | Home
      | undefined;
  }

  /** What the last order says of e-mail that says anything of it; undefined where none does. */
  flag(customer: number): boolean | undefined {
    const [said] = this.#column<number>(
      `SELECT v.accepts_marketing FROM orders o JOIN order_versions v USING (version_id) WHERE o.customer_id = ? AND v.accepts_marketing IS NOT NULL
       ORDER BY o.placed_at DESC, v.accepts_marketing LIMIT 1`,
      customer,
    );
    return said === undefined ? undefined : said === 1;
  }

  /** Whether the last snapshot of a segment found somebody in it. */
  isMember(segment: string, customer: number): boolean {
    const found = this.#column(
      `SELECT 1 FROM segment_members m JOIN segment_snapshots s ON s.snapshot_id = m.from_snapshot JOIN record_customers k USING (record_id)
       WHERE s.name = ? AND k.customer_id = ? AND m.until_snapshot IS NULL`,
      segment,
      customer,
    );
    return found.length > 0;
  }
}
