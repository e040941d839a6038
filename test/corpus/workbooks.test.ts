/**
 * Workbooks of public test suites, most of them with something wrong. Each is fed to the program,
 * which must end soon, in little memory and with one clear sentence, since none of them is an export;
 * and the cells of those that can be read must be right.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { containerOf } from '../../src/ingest/bytes/container.ts';
import { openSource } from '../../src/ingest/bytes/source.ts';
import { openWorkbook } from '../../src/ingest/workbooks/open-workbook.ts';
import { corpus, FreshArchive } from './archive.ts';
import { peakTo } from '../helpers/peak.ts';
import { CELLS, EMPTY, FUZZED, REFUSED } from './workbook-table.ts';

const folder = join(corpus ?? '', 'hostile', 'xlsx');
const files = corpus === undefined ? [] : readdirSync(folder);

interface Fed {
  readonly exit: number;
  readonly code: string;
  readonly seconds: number;
  readonly megabytes: number;
}

async function feed(file: string): Promise<Fed> {
  const archive = new FreshArchive();
  const peak = join(archive.folder, 'peak');
  const started = performance.now();
  try {
    const args = [join(folder, file), '--timezone', 'UTC', '--currency', 'USD', '--json'];
    const { status, stderr } = await archive.ingest(args, { NODE_OPTIONS: peakTo(peak) });
    const { error } = JSON.parse(stderr) as { error: { code: string } };
    const seconds = (performance.now() - started) / 1000;
    return { exit: status, code: error.code, seconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 };
  } finally {
    archive.close();
  }
}

async function firstFilledSheet(file: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const source = await openSource(join(folder, file), Readable.from([]));
  try {
    const container = containerOf(source);
    if (container === 'text') throw new Error(`${file} is text`);
    const book = await openWorkbook(source, container, undefined);
    for (const sheet of book.sheets.filter(({ visible }) => visible)) {
      const rows = new Map<number, readonly string[]>();
      await book.rows(sheet, (line, cells) => rows.set(line, [...cells]));
      if (rows.size > 0) return rows;
    }
    return new Map();
  } finally {
    source.dispose();
  }
}

describe.skipIf(corpus === undefined)('workbooks of public test suites', () => {
  const fed = new Map<string, Fed>();

  beforeAll(async () => {
    const waiting = [...files];
    const worker = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) fed.set(file, await feed(file));
    };
    await Promise.all([worker(), worker()]);
  });

  test('are all there', () => expect(files.length).toBeGreaterThan(170));

  test.each(files)('%s is refused clearly, soon, in little memory', (file) => {
    const { exit, code, seconds, megabytes } = fed.get(file) as Fed;
    expect(exit).toBe(1);
    expect(code).toMatch(
      FUZZED.test(file)
        ? /^[a-z_]+$/
        : (REFUSED[file] ?? (EMPTY.includes(file) ? /^empty$/ : /^(?:no_header|headerless)$/)),
    );
    expect(seconds).toBeLessThan(5);
    expect(megabytes).toBeLessThan(300);
  });

  test.each(CELLS)('%s: %i rows, line %i', async (file, count, line, cells) => {
    const rows = await firstFilledSheet(file);
    expect(rows.size).toBe(count);
    expect(rows.get(line)?.slice(0, cells.length)).toEqual(cells);
  });
});
