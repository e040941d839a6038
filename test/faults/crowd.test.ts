/** Several at once: writers who wait for each other, exporters who wait for nobody, a reader who stays. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Act, ACTS, type Staged, stage } from './acts.ts';
import { contentOf, copyOf, remove, runWith } from './fault.ts';
import { everything, tell } from './figures.ts';

const tagger = fileURLToPath(new URL('tagger.mjs', import.meta.url));
const WRITERS = ['ann', 'ben', 'cleo', 'dora'];
const EACH = everything ? 100 : 25;
const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'service'];

let staged: Staged;
beforeAll(async () => {
  staged = await stage(ACTS.find(({ name }) => name === 'later ingest') as Act);
});
afterAll(() => remove(staged.folder));

function folderFor(): { folder: string; db: string } {
  const folder = copyOf(staged.folder);
  onTestFinished(() => remove(folder));
  return { folder, db: join(folder, 'archive.db') };
}

const countOf = (db: string, sql: string): number => {
  const connection = new Database(db, { readonly: true });
  try {
    return Number(connection.prepare(sql).pluck().get());
  } finally {
    connection.close();
  }
};

describe('several at once', () => {
  it('four writers and two exporters: nobody fails', { timeout: 300_000 }, async () => {
    const { folder, db } = folderFor();
    const writing = new Set(WRITERS);
    const writers = Promise.all(
      WRITERS.map(async (name) => {
        const { stdout } = await promisify(execFile)(process.execPath, [tagger, db, name, String(EACH)]);
        writing.delete(name);
        return JSON.parse(stdout) as string[];
      }),
    );
    const lists: string[] = [];
    const exporters = Promise.all(
      ['one.csv', 'two.csv'].map(async (list) => {
        do {
          const { status, stderr } = await runWith(undefined, folder, [...LIST, '--out', list, '--force']);
          expect({ status, stderr }).toMatchObject({ status: 0 });
          lists.push(readFileSync(join(folder, list), 'utf8'));
        } while (writing.size > 0);
      }),
    );
    const failed = (await writers).flat();
    await exporters;
    const stored = countOf(db, "SELECT count(DISTINCT tag) FROM tag_facts WHERE origin = 'hand'");
    const wanted = WRITERS.length * EACH;
    tell({
      what: 'four writers, two exporters',
      loops: wanted + lists.length,
      // Nothing goes wrong here but that they are many.
      injected: 0,
      survived: stored + lists.length,
      note: `${stored} of ${wanted} transactions, ${lists.length} exports meanwhile`,
    });
    expect(failed).toEqual([]);
    expect(stored).toBe(wanted);
    // Everybody is on every list, each tag on all of them or on none.
    for (const list of lists) {
      const rows = list.trim().split('\n').slice(1);
      expect(rows.length).toBe(lists[0]?.trim().split('\n').slice(1).length);
      expect(new Set(rows.map((row) => row.slice(row.lastIndexOf(',')))).size).toBe(1);
    }
    expect(contentOf(db)).not.toContain('damaged');
    expect(existsSync(`${db}-writer`)).toBe(false);
  });

  it('a reader who stays sees what was, and keeps nobody from writing', { timeout: 60_000 }, async () => {
    const { folder, db } = folderFor();
    const reader = new Database(db, { readonly: true });
    onTestFinished(() => void reader.close());
    const orders = reader.prepare('SELECT count(*) FROM orders').pluck();
    reader.exec('BEGIN');
    const before = orders.get();
    for (const args of [staged.args, ['tag', 'add', 'vip', '--where', 'number_of_orders >= 1'], ['backup', 'copy.db']])
      expect([0, 3]).toContain((await runWith(undefined, folder, args)).status);
    expect(orders.get()).toBe(before);
    expect(countOf(join(folder, 'copy.db'), 'SELECT count(*) FROM orders')).toBe(
      countOf(db, 'SELECT count(*) FROM orders'),
    );
    reader.exec('COMMIT');
    expect(orders.get()).toBeGreaterThan(Number(before));
    reader.close();
    // What had to stay beside the archive for the reader's sake is taken in by the next one who writes.
    await runWith(undefined, folder, ['tag', 'remove', 'vip', '--where', 'number_of_orders >= 1']);
    expect(statSync(`${db}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('four ingests of the same file store it once', { timeout: 60_000 }, async () => {
    const { folder, db } = folderFor();
    const ended = await Promise.all(WRITERS.map(() => runWith(undefined, folder, staged.args)));
    for (const { status, stderr } of ended) expect([0, 3], stderr).toContain(status);
    expect(contentOf(db)).toBe(staged.done[0]);
  });
});
