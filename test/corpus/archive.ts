/** A fresh archive for one check: files go in through the real program, questions are asked in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finished, run, type RunOptions, spawnRegulars } from '../helpers/run.ts';

export const corpus = process.env['REGULARS_CORPUS'];

export interface Status {
  readonly orders: number;
  readonly counting_orders: number;
  readonly order_lines: number;
  readonly customers: number;
  readonly anonymous_orders: number;
  readonly refusals: number;
  readonly net: Readonly<Record<string, number>>;
  readonly refunded: Readonly<Record<string, number>>;
}

export const EMPTY: Status = {
  orders: 0,
  counting_orders: 0,
  order_lines: 0,
  customers: 0,
  anonymous_orders: 0,
  refusals: 0,
  net: {},
  refunded: {},
};

export class FreshArchive {
  readonly folder = mkdtempSync(join(tmpdir(), 'regulars-corpus-'));
  readonly #env = { REGULARS_DB: join(this.folder, 'archive.db'), HOME: this.folder };

  /** As the real program. */
  ingest(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
    return spawnRegulars(['ingest', ...args], { cwd: this.folder, env: { ...this.#env, ...env } });
  }

  ask(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    return run(args, { cwd: this.folder, env: this.#env, ...options });
  }

  /** What a command answers with --json; an archive that was never made answers `otherwise`. */
  async json<T>(args: readonly string[], otherwise: T): Promise<T> {
    const { stdout, stderr, status } = await this.ask([...args, '--json']);
    if (status === 0) return JSON.parse(stdout) as T;
    if (stderr.includes('no_archive')) return otherwise;
    throw new Error(`${args.join(' ')}: ${stderr}`);
  }

  rows<T>(sql: string): Promise<readonly T[]> {
    return this.json<readonly T[]>(['query', sql], []);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
