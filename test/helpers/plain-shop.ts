/** A shop ingested from a file of plain columns, for what the command line makes of its people. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_ENV } from './key.ts';
import { type Finished, run } from './run.ts';

const COLUMNS = [
  'order_id',
  'order_date',
  'status',
  'account',
  'customer_name',
  'email',
  'phone',
  'sku',
  'item',
  'quantity',
  'unit_price',
  'order_total',
  'currency',
  'accepts_marketing',
] as const;

export type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

export interface PlainShop {
  /** Relative paths on the command line are seen from here. */
  readonly folder: string;
  readonly db: string;
  /** Asked as on 2026-07-01 unless the arguments say another day. */
  regulars(...args: string[]): Promise<Finished>;
  /** On another day, by its own clock: it has come. */
  on(day: string, ...args: string[]): Promise<Finished>;
  json<T>(...args: string[]): Promise<T>;
  /** Everything the archive holds, to compare before and after. */
  dump(): Promise<string>;
  ingest(rows: readonly Row[], shop?: string, day?: string): Promise<void>;
  /** Another one with the same archive, for one test to change. */
  copy(): PlainShop;
  close(): void;
}

/** The archive the last shop began with: every test of a file mostly begins with the same orders. */
let begun: { readonly rows: string; readonly archive: Buffer; readonly file: Buffer } | undefined;

const FIRST = 1000;
const fileOf = (orders: number): string => `orders-${orders}.csv`;

export async function plainShop(rows: readonly Row[]): Promise<PlainShop> {
  const asked = JSON.stringify([rows, KEY_ENV]);
  if (begun?.rows === asked) {
    const again = shopWith(begun.archive, FIRST + rows.length);
    writeFileSync(join(again.folder, fileOf(FIRST)), begun.file);
    return again;
  }
  const shop = shopWith(undefined, FIRST);
  await shop.ingest(rows);
  begun = { rows: asked, archive: readFileSync(shop.db), file: readFileSync(join(shop.folder, fileOf(FIRST))) };
  return shop;
}

function shopWith(archive: Buffer | undefined, numbered: number): PlainShop {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-plain-'));
  const db = join(folder, 'shop.db');
  if (archive) writeFileSync(db, archive, { mode: 0o600 });
  let orders = numbered;
  const regulars = (...args: string[]) =>
    run(['--db', db, ...(args.includes('--as-of') ? [] : ['--as-of', '2026-07-01']), ...args], { cwd: folder });
  return {
    folder,
    db,
    regulars,
    on: (day, ...args) => run(['--db', db, '--as-of', day, ...args], { cwd: folder, now: `${day}T12:00:00Z` }),
    async json<T>(...args: string[]) {
      return JSON.parse((await regulars(...args, '--json')).stdout) as T;
    },
    async dump() {
      return (await regulars('dump', '--canonical')).stdout;
    },
    async ingest(more, name = 'Hillside', day = '2026-07-01') {
      const file = join(folder, fileOf(orders));
      const lines = more.map((row) => {
        const cells = { ...usual(++orders), ...row };
        return COLUMNS.map((column) => cells[column] ?? '');
      });
      writeFileSync(file, [COLUMNS, ...lines].map((cells) => `${cells.join(',')}\n`).join(''));
      const settings = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN'];
      const { status, stderr } = await regulars('ingest', file, '--shop', name, ...settings, '--as-of', day);
      if (status !== 0) throw new Error(stderr);
    },
    copy: () => shopWith(readFileSync(db), orders),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const usual = (order: number): Row => ({
  order_id: String(order),
  order_date: '2026-05-01 10:00',
  status: 'paid',
  item: 'Green tea',
  quantity: '1',
  unit_price: '100',
  order_total: '100',
  currency: 'CNY',
});
