/** Folders, patterns and several files at a time. */
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const orders = (...numbers: readonly string[]) =>
  csv([['order_id', 'order_date', 'order_total'], ...numbers.map((number) => [number, '2026-05-01', '10.00'])]);

/** exports/: two exports, a spreadsheet's lock, a hidden file, and what is no export. */
function folder(): Seller {
  const seller = newSeller();
  mkdirSync(join(seller.folder, 'exports/2025'), { recursive: true });
  seller.write('exports/orders 10.csv', orders('A-10', 'A-11'));
  seller.write('exports/orders 9.csv', orders('A-9'));
  seller.write('exports/~$orders.xlsx', 'lock');
  seller.write('exports/.hidden.csv', orders('H-1'));
  seller.write('exports/logo.png', 'png');
  seller.write('exports/2025/old.csv', orders('O-1'));
  return seller;
}
const known = async (seller: Seller) =>
  (await seller.query<{ order_number: string }>('SELECT order_number FROM orders_view ORDER BY 1')).map(
    ({ order_number }) => order_number,
  );

describe('a folder', () => {
  it('gives every file in it that may be an export, as a person counts, with one table over them', async () => {
    const seller = folder();
    const { status, stderr, stdout } = await seller.run(['ingest', 'exports', ...NEW_SHOP]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr.indexOf('orders 9.csv')).toBeGreaterThan(0);
    expect(stderr.indexOf('orders 9.csv')).toBeLessThan(stderr.indexOf('orders 10.csv'));
    expect(stderr).toMatch(/orders 10\.csv +generic plain names +generic +2 +0 +0 +0 +0 +USD 20\.00/);
    expect(await known(seller)).toEqual(['A-10', 'A-11', 'A-9']);
  });

  it('without any such file is an error', async () => {
    const seller = newSeller();
    mkdirSync(join(seller.folder, 'exports'));
    const { status, stderr } = await seller.run(['ingest', 'exports']);
    expect(status).toBe(1);
    expect(stderr).toContain('exports has no file that may be an export');
  });

  it('is taken past a bad file, which is told of with what to do', async () => {
    const seller = folder();
    seller.write('exports/a.csv', 'name,age\nAnn,40\nBen,41\n');
    const { status, stderr } = await seller.run(['ingest', 'exports', ...NEW_SHOP]);
    expect(status).toBe(1);
    expect(stderr).toContain('exports/a.csv: no known header');
    expect(stderr).toContain('1 of 3 files were not taken');
    expect(await known(seller)).toEqual(['A-10', 'A-11', 'A-9']);
  });

  it('gives an array of documents to a program', async () => {
    const seller = folder();
    const { stdout } = await seller.run(['ingest', 'exports', ...NEW_SHOP, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'exports/orders 9.csv' }, { file: 'exports/orders 10.csv' }]);
  });
});

describe('a pattern', () => {
  it.each([
    ['exports/*9.csv', ['A-9']],
    ['exports/orders ?.csv', ['A-9']],
    ['exports/**/*.csv', ['A-10', 'A-11', 'A-9', 'O-1']],
  ])('%s gives the files it matches', async (pattern, expected) => {
    const seller = folder();
    expect((await seller.run(['ingest', pattern, ...NEW_SHOP])).status).toBe(0);
    expect(await known(seller)).toEqual(expected);
  });

  it('that matches nothing is an error, and a file of that very name wins', async () => {
    const seller = folder();
    expect(await seller.run(['ingest', 'exports/*.tsv'])).toMatchObject({ status: 1 });
    seller.write('exports/a*.csv', orders('S-1'));
    expect((await seller.run(['ingest', 'exports/a*.csv', ...NEW_SHOP])).status).toBe(0);
    expect(await known(seller)).toEqual(['S-1']);
  });
});

it('takes a file once that is named twice', async () => {
  const seller = folder();
  const { stdout } = await seller.run(['ingest', 'exports', 'exports/orders 9.csv', ...NEW_SHOP, '--json']);
  expect(JSON.parse(stdout)).toHaveLength(2);
});

describe('--watch-once', () => {
  const watch = (seller: Seller, ...more: readonly string[]) =>
    seller.run(['ingest', 'exports', '--watch-once', ...NEW_SHOP, ...more]);

  it('takes what it has not met, and is silent when there is nothing new', async () => {
    const seller = folder();
    expect((await watch(seller)).status).toBe(0);
    expect(await watch(seller)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    seller.write('exports/new.csv', orders('N-1'));
    const { stderr } = await watch(seller);
    expect(stderr).toContain('new.csv');
    expect(stderr).not.toContain('orders 9.csv');
    expect(await known(seller)).toEqual(['A-10', 'A-11', 'A-9', 'N-1']);
  });

  it('knows a file by what is in it', async () => {
    const seller = folder();
    await watch(seller);
    renameSync(join(seller.folder, 'exports/orders 9.csv'), join(seller.folder, 'exports/renamed.csv'));
    expect(await watch(seller)).toMatchObject({ stdout: '', stderr: '' });
  });

  it('tells once of a file that cannot be taken, and at every run of one that waits for a flag', async () => {
    const seller = folder();
    seller.write('exports/a.csv', 'name,age\nAnn,40\nBen,41\n');
    expect(await watch(seller)).toMatchObject({ status: 1 });
    expect(await watch(seller)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const other = folder();
    for (let run = 0; run < 2; run++) {
      const { status, stderr } = await other.run(['ingest', 'exports', '--watch-once']);
      expect(status).toBe(1);
      expect(stderr).toContain('--timezone');
    }
  });

  it('says nothing of a folder without a file', async () => {
    const seller = newSeller();
    mkdirSync(join(seller.folder, 'inbox'));
    expect(await seller.run(['ingest', 'inbox', '--watch-once'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('leaves what was taken back by hand', async () => {
    const seller = folder();
    await watch(seller);
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await watch(seller)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(await known(seller)).toEqual(['A-10', 'A-11']);
  });

  it('leaves a file that is being written for the next run', async () => {
    const seller = folder();
    const path = join(seller.folder, 'exports/orders 9.csv');
    const at = new Date('2026-05-20T10:00:00Z');
    utimesSync(path, at, at);
    const soon = { now: '2026-05-20T10:00:02Z' };
    const args = ['ingest', 'exports', '--watch-once', ...NEW_SHOP];
    expect((await seller.run(args, soon)).stderr).toContain('orders 9.csv was saved a moment ago');
    expect(await known(seller)).toEqual(['A-10', 'A-11']);
    writeFileSync(path, orders('A-9', 'A-8'));
    utimesSync(path, at, at);
    await seller.run(args, { now: '2026-05-20T10:05:00Z' });
    expect(await known(seller)).toEqual(['A-10', 'A-11', 'A-8', 'A-9']);
  });
});
