/** Files that are read in a thread of their own: the same comes out as of small ones, what is wrong included. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../src/ingest/orders/export-read.ts';
import { readExport } from '../../src/ingest/orders/read-export.ts';
import { openSource } from '../../src/ingest/bytes/source.ts';
import { type Finished, spawnRegulars } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, Seller, type Summary } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'item',
  'quantity',
  'unit_price',
  'order_total',
];
/** Of above two hundred bytes each, so that few of them are several megabytes; more than may wait for their answer. */
const LINES = 18_000;
/** UTC seconds: after every order below. */
const NOW = Date.UTC(2026, 10, 1) / 1000;

const LONG = 'so that its name alone takes most of the line in which it stands '.repeat(2);
/** Two lines an order, a person every five orders, some without contact, some known by phone alone. */
const lines = Array.from({ length: LINES }, (_, index) => {
  const order = Math.floor(index / 2);
  const person = Math.floor(order / 5);
  return [
    `B-${10_000 + order}`,
    `2026-0${1 + (order % 6)}-1${order % 10} 10:00:00`,
    order % 50 === 0 ? 'refunded' : 'paid',
    `Buyer Number ${person}`,
    order % 7 === 0 ? '' : `buyer.${person}@example.com`,
    order % 11 === 0 ? '' : `+1202555${String(1000 + (person % 9000)).padStart(4, '0')}`,
    `A long name of a tea that nobody would ever call so ${LONG}${index % 40}`,
    '1',
    '4.50',
    '9.00',
  ];
});

const regulars = (seller: Seller, ...args: string[]): Promise<Finished> =>
  spawnRegulars(['--db', seller.db, ...args], { cwd: seller.folder, env: { HOME: seller.folder } });

describe('a file of several megabytes', () => {
  const large = csv([HEADER, ...lines]);
  const whole = new Seller();
  let taken: Finished;
  let inParts = '';

  beforeAll(async () => {
    taken = await regulars(whole, 'ingest', whole.write('all.csv', large), ...NEW_SHOP, '--json');
    const seller = new Seller();
    // In parts that are read without a thread.
    for (const [nth, from] of [0, LINES / 3, (2 * LINES) / 3].entries()) {
      const part = csv([HEADER, ...lines.slice(from, from + LINES / 3)]);
      await seller.ingest(seller.write(`part-${nth}.csv`, part), ...NEW_SHOP);
    }
    inParts = await seller.dump();
    seller.leave();
  });
  afterAll(() => whole.leave());

  /** Somebody who has taken it before. */
  const whoHasIt = (): Seller => {
    const seller = newSeller();
    copyFileSync(whole.db, seller.db);
    return seller;
  };

  it('is large', () => expect(large.length).toBeGreaterThan(4 << 20));

  it('gives what its parts give', async () => {
    const { stdout, stderr, status } = taken;
    expect(status, stderr).toBe(0);
    const summary = JSON.parse(stdout) as Summary;
    expect(summary.rows).toMatchObject({ read: LINES, orders: LINES, refused: 0 });
    expect(summary.orders).toEqual({ new: LINES / 2, changed: 0, unchanged: 0, refused: 0 });
    expect(await whole.dump()).toBe(inParts);
  });

  it('gives the same whatever the order of its rows, and changes nothing the second time', async () => {
    const seller = newSeller();
    const byItem = lines.toSorted((a, b) => (`${a[6]} ${a[0]}` < `${b[6]} ${b[0]}` ? -1 : 1));
    await regulars(seller, 'ingest', seller.write('sorted.csv', csv([HEADER, ...byItem])), ...NEW_SHOP, '-q');
    expect(await seller.dump()).toBe(inParts);
    const again = await regulars(seller, 'ingest', seller.write('all.csv', large), '--json');
    expect((JSON.parse(again.stdout) as Summary).orders).toEqual({
      new: 0,
      changed: 0,
      unchanged: LINES / 2,
      refused: 0,
    });
    expect(await seller.dump()).toBe(inParts);
  });

  it.each<[string, (rows: string[][]) => string[][]]>([
    ['a row of the first order comes last', ([first = [], ...rest]) => [...rest, first]],
    ['the last order names another shop', (rows) => rows.map((row, at) => [...row, at < LINES - 2 ? '' : 'Hillside'])],
    ['a row near the end cannot be read', (rows) => rows.map((row, at) => (at === LINES - 5 ? row.slice(0, 4) : row))],
  ])('gives what its parts give, though %s', async (_, change) => {
    const header = [...HEADER, ...(change(lines)[0]?.length === HEADER.length ? [] : ['shop'])];
    const rows = change(lines);
    const [atOnce, parts] = [newSeller(), newSeller()];
    const flags = ['--country', 'US', '--currency', 'USD', '--timezone', 'UTC'];
    const told = await regulars(atOnce, 'ingest', atOnce.write('all.csv', csv([header, ...rows])), ...flags, '-q');
    const together = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [nth, from] of [0, LINES / 3, (2 * LINES) / 3].entries()) {
      const part = csv([header, ...together.slice(from, from + LINES / 3)]);
      await parts.run(['ingest', parts.write(`part-${nth}.csv`, part), ...flags]);
    }
    expect(told.status).toBe(rows.every((row) => row.length === header.length) ? 0 : 3);
    const orders = async (seller: Seller) => (await seller.dump()).replace(/^\["refusal".*\n/gm, '');
    expect(await orders(atOnce)).toBe(await orders(parts));
    expect(await atOnce.query('SELECT count(*) AS orders FROM orders_view')).toEqual(
      await parts.query('SELECT count(*) AS orders FROM orders_view'),
    );
  });

  it('is refused for what its last row makes of all others, and leaves no archive behind', async () => {
    const seller = newSeller();
    const rows = lines.map((row, at) => (at === LINES - 1 ? [...row.slice(0, 9), '9,00'] : row));
    const { status, stderr } = await regulars(
      seller,
      'ingest',
      seller.write('mixed.csv', csv([HEADER, ...rows])),
      ...NEW_SHOP,
    );
    expect(status, stderr).toBe(1);
    expect(stderr).toMatch(/mixed\.csv:18001.*9,00/);
    expect(existsSync(seller.db)).toBe(false);
  });

  it('is known by its orders, whatever else a later export holds', async () => {
    const [seller, other] = [whoHasIt(), newSeller()];
    const isRefunded = (at: number) => at % 200 === 2 || at % 200 === 3;
    const later = lines.map((row, at) => (isRefunded(at) ? row.with(2, 'refunded') : row));
    const more = later.slice(0, 400).map((row) => row.with(0, `C${row[0]}`));
    const second = csv([HEADER, ...later, ...more]);
    const again = await regulars(seller, 'ingest', seller.write('later.csv', second), '--json');
    const { orders, rows, lines: pieces } = JSON.parse(again.stdout) as Summary;
    expect(orders, again.stderr).toMatchObject({ new: 200, changed: LINES / 200, unchanged: LINES / 2 - LINES / 200 });
    expect(rows).toMatchObject({ read: LINES + 400, orders: LINES + 400 });
    expect(pieces).toBe(LINES + 400);
    await regulars(other, 'ingest', other.write('later.csv', second), ...NEW_SHOP, '-q');
    await regulars(other, 'ingest', other.write('all.csv', large), '-q');
    expect(await seller.dump()).toBe(await other.dump());
    const db = new Database(seller.db, { readonly: true });
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it('counts what is refused of an export that is known for the most part', async () => {
    const seller = whoHasIt();
    const isBroken = (at: number) => at % 6000 === 1;
    const broken = lines.map((row, at) => (isBroken(at) ? row.with(8, '1,2,3') : row.with(2, 'refunded')));
    const { stdout, status } = await regulars(
      seller,
      'ingest',
      seller.write('later.csv', csv([HEADER, ...broken])),
      '--json',
    );
    expect(status).toBe(3);
    const { orders, rows } = JSON.parse(stdout) as Summary;
    const refused = LINES / 6000;
    // Every fiftieth was refunded before.
    const unchanged = LINES / 100 - refused;
    expect(orders).toEqual({ new: 0, changed: LINES / 2 - LINES / 100, unchanged, refused });
    expect(rows).toMatchObject({ read: LINES, orders: LINES - 2 * refused, refused: 2 * refused });
  });

  it('makes no shop of which every order is refused', async () => {
    const seller = whoHasIt();
    const broken = lines.map((row) => row.with(8, '1,2,3'));
    const { status } = await regulars(
      seller,
      'ingest',
      seller.write('broken.csv', csv([HEADER, ...broken])),
      ...NEW_SHOP,
      '--shop',
      'Nowhere',
      '-q',
    );
    expect(status).toBe(3);
    const db = new Database(seller.db, { readonly: true });
    expect(db.prepare("SELECT count(*) FROM shops WHERE name = 'Nowhere'").pluck().get()).toBe(0);
    db.close();
  });

  it('is refused in the same words, and nothing is left behind', async () => {
    const seller = newSeller();
    const broken = lines.map((row, index) => (index === 15_000 ? [...row.slice(0, 8), '1,2,3', '9.00'] : row));
    const small = (nth: number) => seller.write(`${nth}.csv`, csv([HEADER, (lines[nth] ?? []).with(0, `T-${nth}`)]));
    await seller.ingest(small(1), ...NEW_SHOP, '--shop', 'Till');
    const refused = await regulars(seller, 'ingest', seller.write('broken.csv', csv([HEADER, ...broken])));
    expect(refused.status, refused.stderr).toBe(3);
    expect(refused.stderr).toContain('taken for Till');
    expect(refused.stderr).toContain('broken.csv:15002: unit_price "1,2,3"');
    const unsettled = await regulars(seller, 'ingest', seller.write('all.csv', large), '--shop', 'Other');
    expect(unsettled.status).toBe(2);
    expect(unsettled.stderr).toContain('--timezone');
    await seller.ingest(small(2), ...NEW_SHOP, '--shop', 'Market');
    const unnamed = await regulars(seller, 'ingest', 'all.csv');
    expect(unnamed.status).toBe(2);
    expect(unnamed.stderr).toContain('Till, Market');
    const open = `${large}"B-1","2026-05-01`;
    const cut = await regulars(seller, 'ingest', seller.write('cut.csv', open), ...NEW_SHOP, '--shop', 'Cut');
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/cut\.csv:18002/);
    expect(await seller.query("SELECT count(*) AS shops FROM orders_view WHERE shop = 'Cut'")).toEqual([{ shops: 0 }]);
  });

  it('comes through a pipe as well', async () => {
    const seller = newSeller();
    const temporary = mkdtempSync(join(tmpdir(), 'large-files-'));
    seller.write('all.csv', large);
    const chunks: Buffer[] = [];
    for await (const chunk of createReadStream(join(seller.folder, 'all.csv')) as AsyncIterable<Buffer>)
      chunks.push(chunk);
    const { status, stderr } = await spawnRegulars(['--db', seller.db, 'ingest', '-', ...NEW_SHOP, '-q'], {
      cwd: seller.folder,
      env: { HOME: seller.folder, TMPDIR: temporary },
      stdin: Buffer.concat(chunks),
    });
    expect(status, stderr).toBe(0);
    expect(existsSync(seller.db)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('comes through a named pipe as well', async () => {
    const seller = newSeller();
    const pipe = join(seller.folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const written = writeFile(pipe, large);
    const { status, stdout, stderr } = await regulars(seller, 'ingest', pipe, ...NEW_SHOP, '--json');
    await written;
    expect(status, stderr).toBe(0);
    expect((JSON.parse(stdout) as Summary).orders).toMatchObject({ new: LINES / 2, refused: 0 });
  });
});

describe('a file that is written to while it is read', () => {
  const settings = { map: {}, country: 'US', timeZone: 'UTC', currency: 'USD' };
  const opened = async () => {
    const seller = newSeller();
    const path = join(seller.folder, seller.write('growing.csv', csv([HEADER, ...lines])));
    return await openSource(path, process.stdin);
  };

  it.each([
    ['cut', (path: string) => truncateSync(path, 3_000_000)],
    ['added to', (path: string) => appendFileSync(path, 'B-1,2026-01-11 10:00:00,paid,Late,,,Tea,1,4.50,4.50\n')],
  ])('is refused when it was %s, and not known by bytes it does not hold', async (_, change) => {
    const source = await opened();
    const read = await readExport(source, settings, NOTHING_KNOWN, NOW);
    change(source.path);
    await expect(read.build({ order: () => {}, offer: () => {}, refusal: () => {} })).rejects.toMatchObject({
      reason: 'changed_meanwhile',
    });
    source.dispose();
  });

  it('is refused when other bytes stand in it than it was hashed by, though as many, and of the same time', async () => {
    const source = await opened();
    const { atime, mtime } = statSync(source.path);
    writeFileSync(source.path, readFileSync(source.path, 'latin1').replaceAll('4.50', '9.90'), 'latin1');
    utimesSync(source.path, atime, mtime);
    await expect(readExport(source, settings, NOTHING_KNOWN, NOW)).rejects.toMatchObject({
      reason: 'changed_meanwhile',
    });
    source.dispose();
  });
});
