/** Every file is its owner's alone, under any umask; no link is followed, and nothing is overwritten unasked. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runWith } from '../faults/fault.ts';
import { program, strippedEnv } from '../helpers/run.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
  ['A-1', '2026-05-04 10:00', 'Ann Archer', 'ann@example.com', '5.00'],
  ['A-2', 'never', 'Ben Baker', 'ben@example.com', '5.00'],
]);
const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'service'];

async function started(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP);
  return seller;
}

describe.skipIf(process.platform === 'win32')('under any umask', () => {
  it.each(['000', '022', '077'])('%s: archive, lists, rejects, copies, folders', (umask) => {
    const seller = newSeller();
    seller.write('orders.csv', ORDERS);
    const before = new Set(readdirSync(seller.folder));
    const regulars = (...args: string[]) =>
      spawnSync(
        'sh',
        ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, program, '--db', 'deep/er/archive.db', ...args],
        {
          cwd: seller.folder,
          env: strippedEnv({ HOME: seller.folder }),
          encoding: 'utf8',
        },
      );
    expect(regulars('ingest', 'orders.csv', ...NEW_SHOP, '--rejects', 'mend.csv').status).toBe(3);
    // While somebody reads, what SQLite keeps beside an archive stays there to be looked at.
    const reader = new Database(join(seller.folder, 'deep/er/archive.db'), { readonly: true });
    onTestFinished(() => void reader.close());
    reader.prepare('SELECT count(*) FROM orders').get();
    for (const args of [
      [...LIST, '--out', 'list.csv'],
      ['backup', 'copy.db'],
      ['tag', 'add', 'vip', '--customer', '1'],
    ])
      expect(regulars(...args)).toMatchObject({ status: 0 });
    const made = readdirSync(seller.folder, { recursive: true, encoding: 'utf8' }).filter((name) => !before.has(name));
    expect(made).toContain('deep/er/archive.db-wal');
    const modes = Object.fromEntries(
      made.map((name) => [name, (statSync(join(seller.folder, name)).mode & 0o777).toString(8)]),
    );
    for (const [name, mode] of Object.entries(modes))
      expect({ name, mode }).toEqual({ name, mode: /er?$|deep$/.test(name) ? '700' : '600' });
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  it.each<[string, (seller: Seller) => readonly string[]]>([
    ['list', () => [...LIST, '--out', 'link']],
    ['list to replace', () => [...LIST, '--out', 'link', '--force']],
    ['rejects', (seller) => ['ingest', seller.write('more.csv', ORDERS.replaceAll('A-', 'B-')), '--rejects', 'link']],
    ['backup', () => ['backup', 'link']],
    ['backup to replace', () => ['backup', 'link', '--force']],
  ])('is not written through: %s', async (_, args) => {
    for (const there of [true, false]) {
      const seller = await started();
      const mine = join(seller.folder, 'mine');
      if (there) writeFileSync(mine, 'mine');
      symlinkSync(mine, join(seller.folder, 'link'));
      await seller.run(args(seller));
      if (there) expect(readFileSync(mine, 'utf8')).toBe('mine');
      else expect(existsSync(mine)).toBe(false);
    }
  });

  it('is no archive, and what it leads to is not touched', async () => {
    const seller = await started();
    const link = join(seller.folder, 'link.db');
    symlinkSync(seller.db, link);
    for (const args of [['status'], ['ingest', 'orders.csv']])
      expect((await seller.run([...args, '--db', link])).status).toBe(1);
    expect(readlinkSync(link)).toBe(seller.db);
    const dangling = join(seller.folder, 'dangling.db');
    symlinkSync(join(seller.folder, 'nowhere.db'), dangling);
    expect((await seller.run(['ingest', 'orders.csv', ...NEW_SHOP, '--db', dangling])).status).toBe(1);
    expect(existsSync(join(seller.folder, 'nowhere.db'))).toBe(false);
  });
});

describe('a file that is there', () => {
  it.each<[string, readonly string[]]>([
    ['list', [...LIST, '--out', 'taken']],
    ['backup', ['backup', 'taken']],
    ['rejects', ['ingest', 'orders.csv', '--rejects', 'taken']],
  ])('is not written over unasked: %s', async (_, args) => {
    const seller = await started();
    seller.write('taken', 'mine');
    expect((await seller.run(args)).status).toBe(1);
    expect(readFileSync(join(seller.folder, 'taken'), 'utf8')).toBe('mine');
  });

  it('is not written over where it is made at that moment', async () => {
    const seller = await started();
    const taken = join(seller.folder, 'taken');
    const fault = { point: 'file link taken', nth: 1, mode: 'pass', marker: taken } as const;
    const { status, stderr } = await runWith(fault, seller.folder, ['export', 'customers', '--out', 'taken']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('taken exists already and was left as it was')]);
    expect(readFileSync(taken, 'utf8')).toBe('file link taken');
    expect(readdirSync(seller.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is never the archive, by whatever name', async () => {
    const seller = await started();
    mkdirSync(join(seller.folder, 'sub'));
    linkSync(seller.db, join(seller.folder, 'sub', 'other.db'));
    const before = await seller.dump();
    for (const name of ['archive.db', './sub/../archive.db', 'sub/other.db'])
      for (const args of [
        [...LIST, '--force', '--out', name],
        ['backup', name, '--force'],
      ])
        expect((await seller.run(args)).status).toBe(1);
    expect(await seller.dump()).toBe(before);
  });
});
