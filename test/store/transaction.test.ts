import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { closeOrRemove } from '../../src/store/remove.ts';
import { ArchiveReplaced, currentWriter } from '../../src/store/transaction.ts';

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
  const opened = await openArchive(path, { mode: 'create', wait: 0, dryRun });
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
