/** Strings made to be run, in the files that are made for other programs: they come back as they were. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeParquet } from '../../src/output/parquet.ts';
import { writeWorkbook } from '../../src/output/workbook.ts';
import { duckdb } from '../helpers/duckdb.ts';
import { corpus } from './archive.ts';

const columns = [{ name: 'text', kind: 'text' }] as const;

/** Every text that stands anywhere in the tables of strings. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const folder = corpus === undefined ? undefined : join(corpus, 'hostile', 'strings');
const strings =
  folder === undefined
    ? []
    : readdirSync(folder).flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        return name.endsWith('.json') ? stringsIn(JSON.parse(text)) : text.split('\n');
      });

async function written(write: typeof writeParquet | typeof writeWorkbook): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const append = (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes));
  const rows = strings.map((text) => [text]);
  await write({ columns, rows }, { append, day: '2026-07-01', signal: new AbortController().signal });
  return Buffer.concat(pieces);
}

describe.skipIf(corpus === undefined)('strings made to be run', () => {
  it('are many', () => expect(strings.length).toBeGreaterThan(500));

  it('come back out of a Parquet file', async () => {
    const place = mkdtempSync(join(tmpdir(), 'regulars-strings-'));
    onTestFinished(() => rmSync(place, { recursive: true, force: true }));
    writeFileSync(join(place, 'strings.parquet'), await written(writeParquet));
    // The bytes themselves: what hands out texts takes a byte order mark off.
    const rows = await duckdb(`SELECT hex(text) AS bytes FROM '${join(place, 'strings.parquet')}'`);
    const read = rows.map(({ bytes }) => Buffer.from(bytes as string, 'hex').toString());
    // UTF-8 has no halves of characters.
    expect(read).toEqual(strings.map((text) => Buffer.from(text).toString()));
  });

  it('come back out of a workbook, as texts', async () => {
    const [, ...rows] = (await readXlsx(await written(writeWorkbook))).sheets[0]?.rows ?? [];
    const shown = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`;
    const expected = strings.map((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu, shown)
        .slice(0, 32_767),
    );
    const read = rows.map(([cell]) => (cell === null ? '' : String(cell).replaceAll('_x005F_', '_')));
    expect(read).toEqual(expected);
    expect(rows.filter(([cell]) => cell !== null && typeof cell !== 'string')).toEqual([]);
  });
});
