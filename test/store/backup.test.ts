import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CopyExists, CopyNameOfArchive, copyArchive } from '../../src/store/backup.ts';
import { kindIfReadable, kindOf } from '../../src/store/header.ts';
import { openArchive } from '../../src/store/open.ts';
import { KEY } from '../helpers/key.ts';
import { type World, world } from '../helpers/world.ts';

let shop: World;
let copy: string;

beforeEach(async () => {
  shop = await world([{ name: 'Ann Archer', orders: [{ day: '2026-05-01' }, { day: '2026-06-01' }] }]);
  copy = join(dirname(shop.archive.path), 'copy.db');
});
afterEach(() => shop.close());

const files = () => readdirSync(dirname(copy)).filter((name) => !name.startsWith('test.db'));
const take = (destination = copy, replace = false) => copyArchive(shop.archive.db, destination, { replace });

describe('a copy of the archive', () => {
  it('is an archive of its own with everything in it', async () => {
    expect(await take()).toEqual({ path: copy, orders: 2, flawed: false });
    expect(files()).toEqual(['copy.db']);
    const opened = await openArchive(copy, { mode: 'read', wait: 0, dryRun: false, key: KEY });
    if ('problem' in opened) throw new Error(opened.problem);
    const { db } = opened.archive;
    for (const table of ['orders', 'order_versions', 'version_lines', 'records', 'settings', 'shops']) {
      const content = `SELECT * FROM ${table} ORDER BY 1, 2`;
      expect(db.prepare(content).all(), table).toEqual(shop.archive.db.prepare(content).all());
    }
    expect(db.pragma('user_version', { simple: true })).toBe(shop.archive.db.pragma('user_version', { simple: true }));
    opened.archive.close();
  });

  it("is its owner's alone, whatever the umask", async () => {
    const before = process.umask(0);
    try {
      await take();
    } finally {
      process.umask(before);
    }
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it('does not replace a file unless told to', async () => {
    writeFileSync(copy, 'mine');
    await expect(take()).rejects.toThrow(CopyExists);
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    expect(files()).toEqual(['copy.db']);
    expect(await take(copy, true)).toEqual({ path: copy, orders: 2, flawed: false });
    expect(kindOf(copy)).toBe(KEY ? 'encrypted' : 'ours');
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('takes the place of no link, also of one to nothing, or pipe', async () => {
    const pipe = join(dirname(copy), 'pipe');
    symlinkSync(join(dirname(copy), 'disk', 'copy.db'), copy);
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    for (const replace of [false, true])
      for (const place of [copy, pipe]) await expect(take(place, replace)).rejects.toThrow(CopyExists);
    expect(readlinkSync(copy)).toBe(join(dirname(copy), 'disk', 'copy.db'));
    // Looked at without waiting for whoever writes into it.
    expect(kindIfReadable(pipe)).toBeUndefined();
  });

  it('takes no name that would be taken for a part of the archive', async () => {
    for (const rest of ['-journal', '-wal', '-shm', '-writer', '.copies', '.partial-1'])
      await expect(take(shop.archive.path + rest, true), rest).rejects.toThrow(CopyNameOfArchive);
    expect((await take(`${shop.archive.path}.partial`)).orders).toBe(2);
  });

  it('never replaces the archive itself by accident', async () => {
    await expect(take(shop.archive.path)).rejects.toThrow(CopyExists);
    expect(shop.archive.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(2);
  });

  it('leaves nothing half-written where its folder is missing or its name is taken by a folder', async () => {
    await expect(take(join(dirname(copy), 'nowhere', 'copy.db'))).rejects.toThrow();
    expect(existsSync(join(dirname(copy), 'nowhere'))).toBe(false);
    mkdirSync(copy);
    await expect(take(copy, true)).rejects.toThrow();
    expect(files()).toEqual(['copy.db']);
    expect(readdirSync(copy)).toEqual([]);
  });

  it('goes through when an earlier one was interrupted', async () => {
    writeFileSync(`${copy}.partial-${process.pid}`, 'half of a copy');
    expect((await take()).orders).toBe(2);
    expect(files()).toEqual(['copy.db']);
  });

  it('is given up, and leaves nothing, where a signal comes while it is written', async () => {
    const interruption = new AbortController();
    const taking = copyArchive(shop.archive.db, copy, { replace: false, signal: interruption.signal });
    setImmediate(() => interruption.abort());
    await expect(taking).rejects.toThrow();
    expect(files()).toEqual([]);
  });

  it('leaves the archive free to write and to be copied again', async () => {
    await take();
    shop.archive.write(() =>
      shop.archive.db.exec('DELETE FROM orders WHERE order_number = (SELECT max(order_number) FROM orders)'),
    );
    expect((await take(copy, true)).orders).toBe(1);
  });
});
