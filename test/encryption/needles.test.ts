/** Of an archive with a key, nothing on the disk can be read; and the key itself is nowhere but where it was given. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/store/open.ts';
import { program, strippedEnv } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const KEY = 'zqkeyneedle of some length';
const NEEDLES = /zqnameneedle|zqmailneedle|zqitemneedle|zqtagneedle/i;
const ROWS = 800;

const EXPORT = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'item', 'order_total'],
  ...Array.from({ length: ROWS }, (_, at) => [
    `A-${at}`,
    '2026-05-04 10:00:00',
    `Zqnameneedle ${at}`,
    `zqmailneedle${at}@example.com`,
    `Zqitemneedle ${at % 9}`,
    '5.00',
  ]),
]);

/** Files below a folder in which something is to be read. */
const holding = (folder: string, needle: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return existsSync(path) && statSync(path).isFile() && needle.test(readFileSync(path, 'latin1'));
  });

function start(): { readonly seller: Seller; readonly temporary: string; readonly keyFile: string } {
  const seller = newSeller();
  const temporary = join(seller.folder, 'tmp');
  mkdirSync(temporary);
  mkdirSync(join(seller.folder, 'archive'));
  seller.write('orders.csv', EXPORT);
  const keyFile = join(seller.folder, 'shop.key');
  writeFileSync(keyFile, KEY, { mode: 0o600 });
  return { seller, temporary, keyFile };
}

it('neither data nor key is in archive, log, copies and temporary files, or in any word', async () => {
  const { seller, temporary, keyFile } = start();
  const db = join(seller.folder, 'archive', 'shop.db');
  const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary, REGULARS_DEBUG: '1' };
  const said: string[] = [];
  for (const args of [
    ['ingest', 'orders.csv', ...NEW_SHOP],
    ['tag', 'add', 'zqtagneedle', '--where', 'number_of_orders >= 1'],
    ['backup'],
    ['backup', join(seller.folder, 'archive', 'copy.db')],
    ['rebuild'],
    ['doctor'],
    ['restore', join(seller.folder, 'archive', 'copy.db'), '--yes'],
    ['restore', '--check', join(seller.folder, 'archive', 'copy.db'), '--json'],
    ['query', 'SELECT nothing'],
    ['status', '--key-file', 'nowhere'],
    ['encrypt'],
  ]) {
    const { stdout, stderr } = await seller.run(['--db', db, '--key-file', keyFile, ...args], { env });
    said.push(stdout, stderr);
    expect(holding(join(seller.folder, 'archive'), NEEDLES), args.join(' ')).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  }
  expect(said.join('\n')).toContain(`${ROWS} orders`);
  expect(said.join('\n')).not.toContain(KEY);
  expect(holding(seller.folder, new RegExp(KEY))).toEqual(['shop.key']);
});

it.skipIf(process.platform === 'win32')(
  'a plain copy that is put back is not legible beside it where that is killed',
  async () => {
    const [plain, { seller, keyFile }] = [newSeller(), start()];
    await plain.ingest(plain.write('orders.csv', EXPORT), ...NEW_SHOP);
    expect((await plain.run(['backup', 'copy.db'])).status).toBe(0);
    const db = join(seller.folder, 'archive', 'shop.db');
    await seller.run(['--db', db, '--key-file', keyFile, 'ingest', 'orders.csv', ...NEW_SHOP]);
    const killed = fileURLToPath(new URL('../helpers/killed.mjs', import.meta.url));
    const args = ['--db', db, '--key-file', keyFile, 'restore', join(plain.folder, 'copy.db'), '--yes'];
    // While the copy is brought.
    for (const change of [9, 11, 13]) {
      const { signal } = spawnSync(process.execPath, ['--import', killed, program, ...args], {
        env: strippedEnv({ KILL_BEFORE: String(change) }),
      });
      expect(signal).toBe('SIGKILL');
      expect(holding(join(seller.folder, 'archive'), NEEDLES), `change ${change}`).toEqual([]);
    }
  },
);

it('nothing is legible in the log while somebody writes', async () => {
  const { seller, keyFile } = start();
  await seller.run(['ingest', 'orders.csv', ...NEW_SHOP, '--key-file', keyFile]);
  const opened = await openArchive(seller.db, { mode: 'write', wait: 0, dryRun: false, key: Buffer.from(KEY) });
  if ('problem' in opened) throw new Error(opened.problem);
  onTestFinished(() => opened.archive.close());
  const { db } = opened.archive;
  expect([db.pragma('temp_store', { simple: true }), opened.archive.encrypted]).toEqual([2, true]);
  opened.archive.write(() => db.exec("UPDATE records SET name = 'Zqtagneedle'"));
  expect(statSync(`${seller.db}-wal`).size).toBeGreaterThan(0);
  for (const mode of ['wal', 'delete']) {
    db.pragma(`journal_mode = ${mode}`);
    db.pragma('cache_size = 1');
    db.exec("BEGIN IMMEDIATE; UPDATE records SET name = name || 'x'");
    expect(existsSync(seller.db + (mode === 'wal' ? '-wal' : '-journal'))).toBe(true);
    expect(holding(seller.folder, NEEDLES)).toEqual(['orders.csv']);
    db.exec('ROLLBACK');
  }
});

it('what a first load sorts stays in memory, which alone nobody finds again', async () => {
  const { seller } = start();
  const options = { mode: 'create', wait: 0, dryRun: false } as const;
  const stores: unknown[] = [];
  for (const key of [undefined, Buffer.from(KEY)]) {
    const opened = await openArchive(join(seller.folder, `${stores.length}.db`), { ...options, key });
    if ('problem' in opened) throw new Error(opened.problem);
    const { archive } = opened;
    const store = () => archive.db.pragma('temp_store', { simple: true });
    stores.push(await archive.writeWaiting(() => Promise.resolve(store()), 'first'), store());
    archive.close();
  }
  // 1 is a file, 2 is memory.
  expect(stores).toEqual([1, 2, 2, 2]);
});
