/** The tea shop in a folder of its own, worked by the command line on any day. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Finished } from '../../helpers/run.ts';
import { Seller } from '../../helpers/seller.ts';
import { type Cells, FILES } from './buyers.ts';
import { START } from './orders.ts';
import { PLAYS_FILE, SHIPPED } from './plays.ts';

export class YearShop {
  readonly #seller: Seller;

  private constructor(seller: Seller) {
    this.#seller = seller;
  }

  /** As on the evening before the year: every export taken, every play on. */
  static async open(): Promise<YearShop> {
    const seller = new Seller();
    const shop = new YearShop(seller);
    for (const file of readdirSync(FILES)) copyFileSync(join(FILES, file), join(seller.folder, file));
    const did = (...line: string[]) => shop.did(START, ...line);
    await did('ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv');
    await did('ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea');
    seller.write('plays.toml', PLAYS_FILE);
    await did('play', 'apply', 'plays.toml', '--yes');
    const plays = JSON.parse(await did('play', 'list', '--json')) as { play: string; on: boolean }[];
    for (const name of SHIPPED) if (!plays.find(({ play }) => play === name)?.on) await did('play', 'on', name);
    return shop;
  }

  get db(): string {
    return this.#seller.db;
  }

  /** A copy of it, to go on with apart. */
  fork(): YearShop {
    const seller = new Seller();
    copyFileSync(this.#seller.db, seller.db);
    return new YearShop(seller);
  }

  /** At noon of the day, by its own clock: it has come. */
  run(day: string, ...line: readonly string[]): Promise<Finished> {
    return this.#seller.run(['--as-of', day, '--no-input', ...line], { now: `${day}T04:00:00Z` });
  }

  /** Gives of how many follow-ups of a play it is told that their text has an error, which keeps them out. */
  async handOver(day: string, channel: string, file: string): Promise<Map<string, number>> {
    const { status, stderr } = await this.run(day, 'followup', 'handover', '--channel', channel, '--to', file);
    if (status !== 0 && status !== 3) throw new Error(`${day}: hand-over by ${channel}: exit ${status}: ${stderr}`);
    const told = [...stderr.matchAll(/(\d+) kept out of (\S+):/g)];
    if ((status === 3) !== told.length > 0) throw new Error(`${day}: exit ${status} and ${stderr}`);
    return new Map(told.map(([, count, play]) => [play ?? '', Number(count)]));
  }

  /** What has to go well; gives what is written to stdout. */
  async did(day: string, ...line: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(day, ...line);
    if (status !== 0) throw new Error(`${day}: ${line.join(' ')}: exit ${status}: ${stderr}`);
    return stdout;
  }

  async json<T>(day: string, ...line: readonly string[]): Promise<T> {
    return JSON.parse(await this.did(day, ...line, '--json')) as T;
  }

  write(name: string, text: string): string {
    return this.#seller.write(name, text);
  }

  has(name: string): boolean {
    return existsSync(join(this.#seller.folder, name));
  }

  read(name: string): string {
    return readFileSync(join(this.#seller.folder, name), 'utf8');
  }

  rows(name: string): Cells[] {
    return parse(this.read(name), { columns: true, bom: true });
  }

  close(): void {
    this.#seller.leave();
  }
}
