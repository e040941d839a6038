/** Every file of the corpus is explained as it is ingested, on a screen that holds still. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/output/display-width.ts';
import { corpus, FreshArchive } from './archive.ts';

const FOLDERS = ['samples', 'hostile/orders', 'hostile/csv', 'hostile/xlsx'];
/** Larger ones say nothing more of the explanation. */
const MOST_BYTES = 4_000_000;

const archives: FreshArchive[] = [];
afterEach(() => archives.splice(0).forEach((archive) => archive.close()));

const filesOf = (root: string) =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, folder, name))
      .filter((path) => statSync(path).isFile() && statSync(path).size < MOST_BYTES),
  );
const files = corpus === undefined ? [] : filesOf(corpus);

describe.skipIf(corpus === undefined)('explain and ingest agree', () => {
  test.each(files.map((path) => [relative(corpus ?? '', path), path] as const))('on %s', async (_, path) => {
    const archive = new FreshArchive();
    archives.push(archive);
    const settings = [path, '--timezone', 'Asia/Shanghai', '--currency', 'CNY'];
    const ask = (...args: string[]) => archive.ask(args, { now: '2026-11-25T04:00:00Z' });
    const explained = await ask('platforms', 'explain', ...settings, '--json');
    const shown = await archive.ask(['platforms', 'explain', ...settings, '--color', 'never'], {
      tty: { stdout: true, columns: 80 },
      now: '2026-11-25T04:00:00Z',
    });
    const ingested = await ask('ingest', ...settings, '--json');
    expect(explained.status, ingested.stderr).toBe(ingested.status);
    expect(shown.status).toBe(ingested.status);
    // The path stands there whole, however long.
    const wide = shown.stdout.split('\n').filter((line) => displayWidth(line) > 80 && !line.includes(path));
    expect(wide).toEqual([]);
    expect(shown.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    if (ingested.status === 1 || ingested.status === 2) {
      expect(explained.stderr).toBe(ingested.stderr);
      return;
    }
    // Of a file of customers it says only that it is one.
    if ((JSON.parse(ingested.stdout) as { outcome: string }).outcome === 'customers') return;
    const { rows } = JSON.parse(explained.stdout) as { rows: Readonly<Record<string, number>> };
    const { repeated_header: repeatedHeader, ...counts } = rows;
    expect({ ...counts, repeatedHeader }).toEqual((JSON.parse(ingested.stdout) as { rows: unknown }).rows);
  });
});
