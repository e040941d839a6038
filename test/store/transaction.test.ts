import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { closeOrRemove } from '../../src/store/remove.ts';
import { ArchiveReplaced, currentWriter } from '../../src/store/transaction.ts';
import { KEY } from '../helpers/key.ts';

let folder: string;
let path: string;
const open: Archive[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-transaction-'));
  path = join(folder, 'shop.db');
});
afterEach(() => {
  for (const archive of open.splice(0)) archive.close();
  rmSync(folder, { recursive: true, force: true });
});

async function archive(dryRun = false): Promise<Archive> {
  const opened = await openArchive(path, { mode: 'create', wait: 0, dryRun, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  open.push(opened.archive);
  return opened.archive;
}

const put = ({ db }: Archive) => db.prepare("INSERT INTO settings VALUES ('a', '1')").run();
const settings = ({ db }: Archive) => db.prepare('SELECT count(*) FROM settings').pluck().get();

it('says who writes, while they write', async () => {
  const one = await archive();
  expect(currentWriter(path)).toBeUndefined();
  one.write(() => expect(currentWriter(path)).toMatchObject({ pid: process.pid }));
  expect(currentWriter(path)).toBeUndefined();
  expect(() =>
    one.write(() => {
      throw new Error('kettle');
    }),
  ).toThrow('kettle');
  expect(readdirSync(folder).filter((name) => name.endsWith('-writer'))).toEqual([]);
});

it('believes no note of a process that has ended, and none that is not whole', async () => {
  await archive();
  for (const note of ['{"pid":999999999,"since":"2026-01-01T00:00:00Z"}', '{"pid":1']) {
    writeFileSync(`${path}-writer`, note);
    expect(currentWriter(path)).toBeUndefined();
  }
});

it('writes nothing to a file that was moved away from under it', async () => {
  const one = await archive();
  one.write(() => put(one));
  renameSync(path, `${path}.old`);
  expect(() => one.write(() => put(one))).toThrow(ArchiveReplaced);
});

it('takes back what a dry run did, and the archive that was made for it', async () => {
  const one = await archive(true);
  one.write(() => {
    put(one);
    expect(settings(one)).toBe(1);
  });
  expect(settings(one)).toBe(0);
  closeOrRemove(one);
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves a new archive that somebody else is writing to', async () => {
  const one = await archive();
  one.write(() => undefined);
  const two = await archive();
  two.db.exec('BEGIN IMMEDIATE');
  closeOrRemove(one);
  expect(readdirSync(folder)).toContain('shop.db');
  two.db.exec('ROLLBACK');
});

it('leaves a new archive that holds an import', async () => {
  const one = await archive();
  one.write(() =>
    one.db.exec(`INSERT INTO imports (file_name, file_hash, reader_version, settings, platform, layout, imported_at, summary)
                 VALUES ('a', 'b', 1, '{}', 'generic', 'plain', 0, '{}')`),
  );
  closeOrRemove(one);
  expect(readdirSync(folder)).toContain('shop.db');
});

const foreignKeys = ({ db }: Archive) => db.pragma('foreign_keys', { simple: true });
const DANGLING = 'INSERT INTO sightings (import_id, version_id, line) VALUES (7, 7, 1)';

it('holds the lock while a waiting write waits, and joins what is written meanwhile', async () => {
  const one = await archive();
  const done = await one.writeWaiting(async () => {
    await Promise.resolve();
    expect(currentWriter(path)).toMatchObject({ pid: process.pid });
    one.write(() => put(one));
    return 'done';
  });
  expect(done).toBe('done');
  expect(settings(one)).toBe(1);
  expect(currentWriter(path)).toBeUndefined();
});

it.each(['few', 'many', 'first'] as const)('takes back a waiting write of %s that fails', async (how) => {
  const one = await archive();
  const failing = one.writeWaiting(async () => {
    put(one);
    await Promise.resolve();
    throw new Error('kettle');
  }, how);
  await expect(failing).rejects.toThrow('kettle');
  expect(settings(one)).toBe(0);
  expect(currentWriter(path)).toBeUndefined();
  expect(foreignKeys(one)).toBe(1);
  await one.writeWaiting(async () => put(one), how);
  expect(settings(one)).toBe(1);
});

it('looks up what rows refer to again after a load', async () => {
  const one = await archive();
  await one.writeWaiting(async () => put(one), 'first');
  expect(() => one.write(() => one.db.exec(DANGLING))).toThrow(/FOREIGN KEY/);
});

it('takes back a waiting write whose archive is closed under it, and leaves no note', async () => {
  const one = await archive();
  const interrupted = one.writeWaiting(async () => {
    put(one);
    await Promise.resolve();
    one.close();
    put(one);
  }, 'first');
  await expect(interrupted).rejects.toThrow(/not open/);
  expect(currentWriter(path)).toBeUndefined();
  expect(settings(await archive())).toBe(0);
});

it('is told at once that somebody else writes, and stays fit to write', async () => {
  const [one, two] = [await archive(), await archive()];
  two.db.exec('BEGIN IMMEDIATE');
  await expect(one.writeWaiting(async () => put(one), 'first')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  two.db.exec('ROLLBACK');
  expect(foreignKeys(one)).toBe(1);
  await one.writeWaiting(async () => put(one), 'first');
  expect(settings(one)).toBe(1);
});

it('takes back what a dry run did while it waited', async () => {
  const one = await archive(true);
  await one.writeWaiting(async () => expect(put(one).changes).toBe(1), 'first');
  expect(settings(one)).toBe(0);
});
