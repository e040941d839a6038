import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/store/open.ts';
import { KEY } from '../helpers/key.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-empty-'));
  path = join(folder, 'shop.db');
  writeFileSync(path, '', { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an empty file holds no archive to read, and stays empty', async () => {
  const opened = await openArchive(path, { mode: 'read', wait: 0, dryRun: false, key: KEY });
  expect(opened).toEqual({ problem: 'not_a_database' });
  expect(readFileSync(path)).toHaveLength(0);
});

it.each(['write', 'create'] as const)('an empty file becomes an archive when opened to %s', async (mode) => {
  const opened = await openArchive(path, { mode, wait: 0, dryRun: false, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  expect(opened.archive.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(0);
  opened.archive.close();
});
