/** What another thread reads of an archive: it is as this transaction has it, or it is read here. */
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Query, WAITING } from '../../src/store/ahead/messages.ts';
import type * as Ahead from '../../src/store/ahead/reading-ahead.ts';
import { columnsFrom, columnsSql } from '../../src/store/columns.ts';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { KEY } from '../helpers/key.ts';

// A thread is begun from what is compiled.
const compiled = new URL('../../dist/store/ahead/reading-ahead.js', import.meta.url).href;
const { ReadingAhead } = (await import(compiled)) as typeof Ahead;

/** More than may wait. */
const COUNT = WAITING + 100;
const query = (least: number): Query => ({
  sql: columnsSql(['key', 'value'], '(SELECT * FROM settings WHERE value >= :least ORDER BY key)'),
  params: { least: String(least) },
});
const QUERIES = Array.from({ length: COUNT }, (_, least) => query(least));

let folder: string;
let path: string;
const open: { close(): void }[] = [];

async function opened(mode: 'read' | 'create', file = path): Promise<Archive> {
  const found = await openArchive(file, { mode, wait: 0, dryRun: false, key: KEY });
  if ('problem' in found) throw new Error(found.problem);
  open.push(found.archive);
  return found.archive;
}
async function aheadOf(archive: Archive, change: Partial<NonNullable<Archive['opened']>> = {}) {
  if (!archive.opened) throw new Error('not opened');
  const ahead = await ReadingAhead.of(archive.path, { ...archive.opened, ...change });
  open.push(ahead);
  return ahead;
}
const put = (archive: Archive, key: string, value: number) =>
  archive.write(() => archive.db.prepare('INSERT INTO settings VALUES (?, ?)').run(key, String(value)));
/** Begins to read, as a question does. */
const begin = ({ db }: Archive) => db.exec('BEGIN; SELECT count(*) FROM settings');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-ahead-'));
  path = join(folder, 'shop.db');
  const archive = await opened('create');
  for (const key of ['茶', 'b']) put(archive, key, 50);
  archive.close();
});
afterEach(() => {
  for (const one of open.splice(0).toReversed()) one.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is what one reads oneself, more than may wait, also where some is left out', async () => {
  const archive = await opened('read');
  const ahead = await aheadOf(archive);
  begin(archive);
  ahead.ask(QUERIES);
  for (const at of [0, 1, 2, 40, 41, 50, 51, 99, WAITING - 1, WAITING, COUNT - 1]) {
    const { sql, params } = query(at);
    const texts = archive.db.prepare(sql).raw().get(params) as string[];
    const own = texts.map((text) => JSON.parse(text) as unknown);
    expect(own).toHaveLength(2);
    expect(ahead.take(query(at)), `of ${at}`).toEqual(own);
  }
});

it('is not there of what was not asked for, nor what was passed, nor a second time', async () => {
  const archive = await opened('read');
  const ahead = await aheadOf(archive);
  begin(archive);
  ahead.ask(QUERIES.slice(0, 10));
  expect(ahead.take(query(77))).toBeUndefined();
  expect(ahead.take(query(4))).toBeDefined();
  expect(ahead.take(query(3))).toBeUndefined();
  expect(ahead.take(query(4))).toBeUndefined();
  expect(ahead.take(query(5))).toBeDefined();
  ahead.close();
  expect(ahead.take(query(6))).toBeUndefined();
});

it.each(['before this transaction', 'within it'])('is not given where something was written %s', async (when) => {
  const [archive, other] = [await opened('read'), await opened('create')];
  const ahead = await aheadOf(archive);
  if (when === 'within it') begin(archive);
  put(other, 'c', 50);
  if (when !== 'within it') begin(archive);
  ahead.ask(QUERIES);
  expect(ahead.take(query(0))).toBeUndefined();
});

it('stays as it was for this transaction, whatever is written later', async () => {
  const [archive, other] = [await opened('read'), await opened('create')];
  const ahead = await aheadOf(archive);
  begin(archive);
  ahead.ask(QUERIES);
  const first = ahead.take(query(0));
  put(other, 'c', 99);
  expect(ahead.take(query(99))).toEqual([[], []]);
  expect(ahead.take(query(98))).toBeUndefined();
  expect(first).toEqual([
    ['b', '茶'],
    ['50', '50'],
  ]);
});

it('is not given of another file that took its place', async () => {
  const archive = await opened('read');
  copyFileSync(path, join(folder, 'copy.db'));
  renameSync(join(folder, 'copy.db'), path);
  const ahead = await aheadOf(archive);
  begin(archive);
  ahead.ask(QUERIES);
  expect(ahead.take(query(0))).toBeUndefined();
});

it('is not given where the file cannot be opened', async () => {
  const archive = await opened('read');
  const ahead = await aheadOf(archive, { key: Buffer.from(KEY ? 'another' : 'a key where there is none') });
  begin(archive);
  ahead.ask(QUERIES);
  expect(ahead.take(query(0))).toBeUndefined();
});

it('is read here where the thread does not give it', async () => {
  const archive = await opened('read');
  const ahead = await aheadOf(archive);
  begin(archive);
  ahead.ask([query(0)]);
  const read = columnsFrom<[string[], string[]]>(
    { db: archive.db, ahead },
    ['key', 'value'],
    '(SELECT * FROM settings WHERE value >= :least ORDER BY key)',
  );
  const all = [
    ['b', '茶'],
    ['50', '50'],
  ];
  expect(read({ least: '0' })).toEqual(all);
  expect(read({ least: '0' })).toEqual(all);
  expect(read({ least: '60' })).toEqual([[], []]);
});
