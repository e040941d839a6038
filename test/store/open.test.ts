import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive, type OpenOptions, type OpenProblem } from '../../src/store/open.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { KEY } from '../helpers/key.ts';

const FOREIGN = fileURLToPath(new URL('../../fixtures/broken/foreign-sqlite.db', import.meta.url));

let folder: string;
let path: string;
const open: Archive[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-open-'));
  path = join(folder, 'shop.db');
});
afterEach(() => {
  for (const archive of open.splice(0)) archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const attempt = (file: string, options: Partial<OpenOptions> = {}) =>
  openArchive(file, { mode: 'create', wait: 0, dryRun: false, key: KEY, ...options });

async function archive(options: Partial<OpenOptions> = {}, file = path): Promise<Archive> {
  const opened = await attempt(file, options);
  if ('problem' in opened) throw new Error(opened.problem);
  open.push(opened.archive);
  return opened.archive;
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
const put = (db: Archive, key: string) => db.db.prepare("INSERT INTO settings VALUES (?, '1')").run(key);
const keys = (db: Archive) => db.db.prepare('SELECT key FROM settings ORDER BY key').pluck().all();
const made = async () => (await archive()).close();

describe('an archive that is opened', () => {
  it('is made only when that was asked for', async () => {
    for (const mode of ['read', 'write'] as const)
      expect(await attempt(path, { mode })).toEqual({ problem: 'missing' });
    expect(existsSync(path)).toBe(false);
    for (const created of [true, false]) {
      const opened = await attempt(path);
      expect(opened).toMatchObject({ created, migrated: undefined });
      if ('archive' in opened) opened.archive.close();
    }
  });

  it("is its owner's alone, whatever the umask", async () => {
    const before = process.umask(0);
    try {
      const nested = join(folder, 'data', 'regulars', 'shop.db');
      const db = await archive({}, nested);
      // The first transaction leaves no log behind; the next one starts it.
      for (const key of ['a', 'b']) db.write(() => put(db, key));
      const files = ['', '-wal', '-shm'].map((suffix) => nested + suffix);
      expect(files.map(modeOf)).toEqual(['600', '600', '600']);
      expect(modeOf(join(folder, 'data', 'regulars'))).toBe('700');
      expect(modeOf(join(folder, 'data'))).toBe('700');
    } finally {
      process.umask(before);
    }
  });

  it('wipes what is deleted, checks its references and survives a power cut', async () => {
    const opened = await archive();
    opened.write(() => put(opened, 'a'));
    const { db } = opened;
    const pragma = (name: string): unknown => db.pragma(name, { simple: true });
    expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map(pragma)).toEqual(['wal', 2, 1, 1]);
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
  });

  it('cannot be written to when it was opened for reading', async () => {
    await made();
    const reader = await archive({ mode: 'read' });
    expect(() => reader.write(() => put(reader, 'a'))).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }));
  });
});

describe('what is no archive', () => {
  const problems: readonly [string, OpenProblem, () => void][] = [
    ['a folder', { problem: 'is_directory' }, () => mkdirSync(path, { mode: 0o700 })],
    ['a link to nothing', { problem: 'is_link' }, () => symlinkSync(join(folder, 'nowhere.db'), path)],
    ['a text', { problem: 'not_a_database' }, () => writeFileSync(path, 'order_id\n1\n'.repeat(50), { mode: 0o600 })],
    ['a short text others read', { problem: 'not_a_database' }, () => writeFileSync(path, 'hello', { mode: 0o644 })],
    ["another program's database", { problem: 'not_ours' }, () => copyFileSync(FOREIGN, path)],
  ];

  it.each(problems)('is told apart, and left as it is: %s', async (_, problem, prepare) => {
    prepare();
    for (const mode of ['read', 'write', 'create'] as const) expect(await attempt(path, { mode })).toEqual(problem);
    expect(existsSync(join(folder, 'nowhere.db'))).toBe(false);
  });

  it.each(['600', '644'])("does not change another program's database of mode %s", async (mode) => {
    copyFileSync(FOREIGN, path);
    chmodSync(path, mode);
    expect(await attempt(path)).toEqual({ problem: 'not_ours' });
    expect(readFileSync(path).equals(readFileSync(FOREIGN))).toBe(true);
    expect(modeOf(path)).toBe(mode);
  });

  it('is a link even to an archive', async () => {
    await made();
    const link = join(folder, 'link.db');
    symlinkSync(path, link);
    expect(await attempt(link)).toEqual({ problem: 'is_link' });
  });

  it('is an archive of a later program, which stays as it is', async () => {
    const db = await archive();
    db.db.pragma('user_version = 99');
    db.close();
    const bytes = readFileSync(path);
    for (const mode of ['read', 'write', 'create'] as const)
      expect(await attempt(path, { mode })).toEqual({ problem: 'newer', version: 99, known: MIGRATIONS.length });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is an archive that says to be of no version', async () => {
    const db = await archive();
    db.db.pragma('user_version = 0');
    db.close();
    for (const mode of ['read', 'write', 'create'] as const)
      expect(await attempt(path, { mode })).toEqual({ problem: 'not_a_database' });
  });

  it.each(['0644', '0640', '0602'])('is an archive that others can read or write: %s', async (mode) => {
    await made();
    chmodSync(path, mode);
    expect(await attempt(path, { mode: 'read' })).toEqual({ problem: 'readable_by_others', mode });
    chmodSync(path, 0o600);
    expect(keys(await archive({ mode: 'read' }))).toEqual([]);
  });

  it('is a place in a folder that cannot be made', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'data'));
    const inside = join(folder, 'data', 'shop.db');
    expect(await attempt(inside)).toMatchObject({ problem: 'folder', folder: join(folder, 'data') });
  });
});

describe('writing', () => {
  it.each([false, true])('is all or nothing, in a dry run (%s) too', async (dryRun) => {
    const db = await archive({ dryRun });
    expect(db.write(() => put(db, 'a').changes)).toBe(1);
    expect(() =>
      db.write(() => {
        put(db, 'b');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(keys(db)).toEqual(dryRun ? [] : ['a']);
    expect(db.db.inTransaction).toBe(false);
  });

  it('within writing joins it: nothing is there before the end, and nothing when the end fails', async () => {
    const db = await archive();
    const other = await archive({ mode: 'read' });
    db.write(() => {
      db.write(() => put(db, 'a'));
      expect(keys(other)).toEqual([]);
      put(db, 'b');
    });
    expect(keys(other)).toEqual(['a', 'b']);
    expect(() =>
      db.write(() => {
        db.write(() => put(db, 'c'));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(keys(other)).toEqual(['a', 'b']);
  });

  it('in a dry run gives its result and leaves nothing, nested or again', async () => {
    await made();
    const db = await archive({ dryRun: true });
    const seen = db.write(() => {
      db.write(() => put(db, 'a'));
      return keys(db);
    });
    expect(seen).toEqual(['a']);
    expect(keys(db)).toEqual([]);
    expect(db.write(() => put(db, 'a').changes)).toBe(1);
    expect(keys(db)).toEqual([]);
  });

  it('locks from its start, so that a second writer is told at once', async () => {
    const [first, second] = [await archive(), await archive()];
    first.write(() => {
      expect(() => second.write(() => 1)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
    });
    expect(second.write(() => put(second, 'a').changes)).toBe(1);
  });
});

it('reads an archive whose last writer was killed in the middle, as it was before', async () => {
  const one = await archive();
  one.db.pragma('journal_mode = DELETE');
  one.db.pragma('cache_size = 1');
  one.db.exec("INSERT INTO settings VALUES ('kept', 'yes')");
  one.db.exec('BEGIN IMMEDIATE');
  const put = one.db.prepare('INSERT INTO settings VALUES (?, ?)');
  // More than the cache holds, so that pages reach the file before the end.
  for (let n = 0; n < 2000; n++) put.run(`lost ${n}`, 'x'.repeat(500));
  const copy = join(folder, 'killed.db');
  for (const suffix of ['', '-journal']) copyFileSync(path + suffix, copy + suffix);
  one.db.exec('ROLLBACK');
  const killed = await archive({ mode: 'read' }, copy);
  const count = (key: string) => killed.db.prepare('SELECT count(*) FROM settings WHERE key LIKE ?').pluck().get(key);
  expect([count('kept'), count('lost%')]).toEqual([1, 0]);
});
