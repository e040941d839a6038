/** Personal data is where it is asked for and nowhere else: needles are put in, and looked for everywhere. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { spawnRegulars } from '../helpers/run.ts';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

/** In every needle, whatever its kind. */
const NEEDLE = /zq[a-z]*needle|990?0{3}77\d\d/i;
const HEADER = [
  'order_id',
  'order_date',
  'status',
  'account',
  'customer_name',
  'email',
  'phone',
  'address',
  'item',
  'order_total',
];
const person = (order: string, at: number, more: Readonly<Record<number, string>> = {}) => {
  const email = `zqmailneedle${at}@example.com`;
  const cells = [order, '2026-05-04 10:00', 'paid', `zqaccountneedle${at}`, `Zqnameneedle ${at}`, email];
  return [...cells, `139000077${10 + at}`, `Zqstreetneedle ${at}`, 'Tea', '5.00'].map(
    (cell, column) => more[column] ?? cell,
  );
};
const EXPORT = csv([
  HEADER,
  ...Array.from({ length: 12 }, (_, at) => person(`A-${at}`, at)),
  // A phone and an e-mail that are everybody's, contact details that are none, rows that are refused for them.
  ...Array.from({ length: 5 }, (_, at) =>
    person(`B-${at}`, at, { 3: '', 4: `Zqotherneedle ${at}`, 5: 'zqsharedneedle@example.com', 6: '13900007799' }),
  ),
  person('C-1', 1, { 5: 'zqwrongneedle at example', 6: 'zqphoneneedle' }),
  person('D-1', 1),
  person('D-1', 2),
  person('E-1', 3, { 4: 'zqzero\0needle' }),
  person('E-2', 3, { 9: 'five' }),
]);
const SHOP = ['--shop', 'Hillside', '--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN'];
const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'service'];

/** Commands that were not asked for anybody, and the exit code of each. */
const TOLD: readonly (readonly [status: number, ...args: string[]])[] = [
  [3, 'ingest', 'orders.csv', ...SHOP, '--rejects', 'mend.csv'],
  [3, 'ingest', 'orders.csv.gz', ...SHOP],
  [2, 'ingest', 'orders.csv', '--timezone', 'UTC'],
  [0, 'status'],
  [0, 'imports', 'list'],
  [0, 'shops', 'list'],
  [0, 'segment', 'list'],
  [0, 'segment', 'show', 'champions'],
  [0, 'tag', 'add', 'vip', '--where', 'number_of_orders >= 1'],
  [0, 'tag', 'list'],
  [0, 'shops', 'edit', 'Hillside', '--timezone', 'Europe/Berlin'],
  [0, 'suppress', 'add', 'zqmailneedle3@example.com', '--reason', 'asked'],
  [0, 'suppress', 'list'],
  [0, ...LIST, '--out', 'list.csv'],
  [1, ...LIST, '--out', 'list.csv'],
  [0, 'backup', 'copy.db'],
  [1, 'backup', 'copy.db'],
  [1, 'query', "SELECT nothing FROM orders_view WHERE email = 'x'"],
  [2, 'segment', 'members', '--where', 'emial = 1'],
  [0, 'imports', 'undo', '1', '--yes'],
];

/** What was asked for with the needles in it. */
const MEANT = ['archive.db', 'orders.csv', 'orders.csv.gz', 'mend.csv', 'list.csv', 'copy.db'];

function holding(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return NEEDLE.test(name) || (statSync(path).isFile() && NEEDLE.test(readFileSync(path, 'latin1')));
  });
}

function start(): { seller: Seller; temporary: string } {
  const seller = newSeller();
  const temporary = join(seller.folder, 'tmp');
  mkdirSync(temporary);
  seller.write('orders.csv', EXPORT);
  seller.write('orders.csv.gz', gzipSync(EXPORT));
  return { seller, temporary };
}

it('is in no word on stderr, in nothing that only counts, and in no file that was not asked for', {
  timeout: 60_000,
}, async () => {
  const { seller, temporary } = start();
  const env = { HOME: seller.folder, TMPDIR: temporary, REGULARS_DEBUG: '1' };
  for (const [status, ...args] of TOLD) {
    const ended =
      args[0] === 'ingest'
        ? await spawnRegulars(['--db', seller.db, ...args], { cwd: seller.folder, env })
        : await seller.run(args, { env });
    expect({ args, status: ended.status, stderr: ended.stderr }).toMatchObject({ args, status });
    expect(ended.stdout, args.join(' ')).not.toMatch(NEEDLE);
    expect(ended.stderr, args.join(' ')).not.toMatch(NEEDLE);
    expect(readdirSync(temporary)).toEqual([]);
  }
  expect(
    holding(seller.folder)
      .filter((name) => !/-(wal|shm)$/.test(name))
      .toSorted(),
  ).toEqual(MEANT.toSorted().filter((name) => name !== 'orders.csv.gz'));
});

it('is found by the search where it is asked for', async () => {
  const { seller } = start();
  await seller.run(['ingest', 'orders.csv', ...SHOP]);
  expect((await seller.run(['customers', 'list'])).stdout).toMatch(NEEDLE);
  expect((await seller.run(['imports', 'show', '1'])).stdout).toMatch(NEEDLE);
  expect(holding(seller.folder)).toContain('archive.db');
});
