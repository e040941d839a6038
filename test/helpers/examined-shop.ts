/** The tea shop after a year of use, as the real program left it, and copies of it to spoil. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type Finished, run } from './run.ts';
import { csv } from './seller.ts';

const NOW = '2026-11-01T04:00:00Z';

export interface Told {
  readonly finding: string;
  readonly severity: 'error' | 'warning';
  readonly count: number;
  readonly explanation: string;
  readonly example: string;
  readonly command: string;
}

export class ExaminedShop {
  readonly folder = mkdtempSync(join(tmpdir(), 'regulars-doctor-'));
  readonly db = join(this.folder, 'tea.db');
  #copies = 0;

  async fill(): Promise<void> {
    cpSync(fileURLToPath(new URL('../../fixtures/teashop', import.meta.url)), this.folder, { recursive: true });
    writeFileSync(join(this.folder, 'till.csv'), TILL);
    const till = ['--shop', 'Till', '--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'DE'];
    for (const args of [
      ['ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv'],
      ['ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea'],
      ['ingest', 'till.csv', ...till],
      ['tag', 'add', 'vip', '--customer', '淘小茶'],
      ['consent', 'set', '淘小茶', 'sms', 'granted'],
      ['suppress', 'add', 'silverneedle_mei'],
    ]) {
      const { status, stderr } = await this.run(this.db, args);
      if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${stderr}`);
    }
  }

  run(db: string, args: readonly string[], now = NOW): Promise<Finished> {
    return run(['--db', db, ...args], { cwd: this.folder, now });
  }

  /** A copy of the archive with something done to its tables; what commands have kept would tell of it as well. */
  spoilt(sql: string): string {
    const path = join(this.folder, `copy-${++this.#copies}`, 'tea.db');
    cpSync(this.db, path);
    if (sql === '') return path;
    const db = new Database(path);
    try {
      db.unsafeMode(true);
      db.pragma('foreign_keys = OFF');
      db.exec('UPDATE population SET kept = NULL, searched = NULL');
      db.exec(sql);
    } finally {
      db.close();
    }
    return path;
  }

  async examine(
    db: string,
    ...args: string[]
  ): Promise<{ readonly told: readonly Told[]; readonly finished: Finished }> {
    const finished = await this.run(db, ['doctor', '--json', ...args]);
    return { told: finished.stdout === '' ? [] : (JSON.parse(finished.stdout) as Told[]), finished };
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Three orders of a till, one of them refused. */
const TILL = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'item', 'quantity', 'unit_price', 'order_total'],
  ['T-1', '2026-05-04 23:30:00', 'Ann Archer', 'ann@example.com', '030 901820', 'Tea', '2', '5.00', '10.00'],
  ['T-2', '2026-06-10 12:00:00', 'Ben Baker', 'ben@example.com', '', 'Tea', '1', '5.00', '5.00'],
  ['T-3', '2026-06-12 12:00:00', '', '', '', 'Tin', 'one', '7.00', '7.00'],
]);
