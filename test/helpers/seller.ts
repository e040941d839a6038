/** A seller with a folder of exports and an archive beside it, who only ever uses the command line. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Finished, run, type RunOptions } from './run.ts';

/** What `ingest --json` says of one file, as far as tests look at it. */
export interface Summary {
  readonly outcome: 'taken' | 'known';
  readonly import: number;
  readonly platform: string;
  readonly layout: string;
  readonly encoding: string | null;
  readonly shops: readonly { readonly name: string; readonly timeZone: string; readonly currency: string }[];
  readonly rows: Readonly<
    Record<
      'read' | 'orders' | 'copies' | 'blank' | 'repeatedHeader' | 'description' | 'totals' | 'footer' | 'refused',
      number
    >
  >;
  readonly orders: Readonly<Record<'new' | 'changed' | 'unchanged' | 'refused', number>>;
  readonly lines: number;
  readonly total: Readonly<Record<string, number>>;
  readonly net: Readonly<Record<string, number>>;
  readonly refunded: Readonly<Record<string, number>>;
  readonly customers: Readonly<Record<'new' | 'matched' | 'anonymousOrders', number>>;
  readonly unknownWords: readonly { readonly word: string; readonly orders: number }[];
}

/** What a new shop of plain files is set up with. */
export const NEW_SHOP = ['--timezone', 'UTC', '--currency', 'USD'] as const;

export class Seller {
  readonly folder = mkdtempSync(join(tmpdir(), 'regulars-seller-'));
  readonly db = join(this.folder, 'archive.db');

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    return run(['--db', this.db, ...args], { cwd: this.folder, ...options });
  }

  /** Ingests a file that must be taken, refused rows or not. */
  async ingest(file: string, ...args: string[]): Promise<Summary> {
    const { stdout, stderr, status } = await this.run(['ingest', file, ...args, '--json']);
    if (status !== 0 && status !== 3) throw new Error(`ingest ${file}: exit ${status}: ${stderr}`);
    return JSON.parse(stdout) as Summary;
  }

  async json<T = unknown>(...args: string[]): Promise<T> {
    const { stdout, stderr, status } = await this.run([...args, '--json']);
    if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}: ${stderr}`);
    return JSON.parse(stdout) as T;
  }

  query<T = Readonly<Record<string, string | number | null>>>(sql: string): Promise<readonly T[]> {
    return this.json<readonly T[]>('query', sql);
  }

  async dump(): Promise<string> {
    if (!existsSync(this.db)) return '';
    const { stdout, stderr, status } = await this.run(['dump', '--canonical']);
    if (status !== 0) throw new Error(`dump: exit ${status}: ${stderr}`);
    return stdout;
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A seller for one test, gone with it. */
export function newSeller(): Seller {
  const seller = new Seller();
  onTestFinished(() => seller.leave());
  return seller;
}

/** Rows as a spreadsheet would save them, quoted only where needed. */
export function csv(rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\n'): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}
