/** A table as a Parquet file: what DuckDB makes of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadata } from 'hyparquet';
import { expect, it, onTestFinished } from 'vitest';
import type { Cell, Column } from '../../src/output/table.ts';
import { writeParquet } from '../../src/output/parquet.ts';
import { duckdb } from '../helpers/duckdb.ts';

async function parquet(columns: readonly Column[], rows: Iterable<readonly Cell[]>) {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-parquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pieces: Uint8Array[] = [];
  const append = (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes));
  await writeParquet({ columns, rows }, { append, day: '2026-07-01', signal: new AbortController().signal });
  const bytes = Buffer.concat(pieces);
  const file = join(folder, 'table.parquet');
  writeFileSync(file, bytes);
  return { bytes, query: (sql: string) => duckdb(sql.replaceAll('FILE', `'${file}'`)) };
}

const money: Column = { name: 'total', kind: 'money', currency: { column: 'currency' } };
const ALL: readonly Column[] = [
  { name: 'order_number', kind: 'text' },
  { name: 'phone', kind: 'phone' },
  money,
  { name: 'currency', kind: 'text' },
  { name: 'units', kind: 'integer' },
  { name: 'lateness', kind: 'number' },
  { name: 'day', kind: 'day' },
  { name: 'placed_at', kind: 'instant' },
  { name: 'counting', kind: 'boolean' },
  { name: 'tags', kind: 'list' },
];
const EMPTY: readonly Cell[] = ALL.map(() => null);

it('has a type for each kind of column, the same whatever stands in it', async () => {
  const types = [
    ['order_number', 'VARCHAR'],
    ['phone', 'VARCHAR'],
    ['total', 'DECIMAL(18,3)'],
    ['currency', 'VARCHAR'],
    ['units', 'BIGINT'],
    ['lateness', 'DOUBLE'],
    ['day', 'DATE'],
    ['placed_at', 'TIMESTAMP WITH TIME ZONE'],
    ['counting', 'BOOLEAN'],
    ['tags', 'VARCHAR[]'],
  ];
  for (const rows of [[], [EMPTY]]) {
    const { query } = await parquet(ALL, rows);
    const described = await query('DESCRIBE SELECT * FROM FILE');
    expect(described.map((row) => [row['column_name'], row['column_type']])).toEqual(types);
    expect(await query('SELECT count(*)::INTEGER AS rows FROM FILE')).toEqual([{ rows: rows.length }]);
  }
});

it('gives back what was put in', async () => {
  const { query } = await parquet(ALL, [
    ['0012345678901234567890', '+8613912345678', 123_456, 'CNY', 7, 1.5, '2026-03-29', 1_774_753_200, 1, ['vip', '茶']],
    ['=1+1', null, 1999, 'JPY', -3, -0.25, '0199-12-31', -1, 0, []],
    ['it\'s "茶" 𠮷 🍵\n\u0000', null, -5, 'KWD', 2n ** 60n, null, null, null, null, null],
  ]);
  const rows =
    await query(`SELECT order_number, phone, total::VARCHAR AS total, units::VARCHAR AS units, lateness, day::VARCHAR AS day,
      epoch(placed_at)::INTEGER AS placed_at, counting, tags FROM FILE`);
  expect(rows.map((row) => Object.values(row))).toEqual([
    [
      '0012345678901234567890',
      '+8613912345678',
      '1234.560',
      '7',
      1.5,
      '2026-03-29',
      1_774_753_200,
      true,
      ['vip', '茶'],
    ],
    ['=1+1', null, '1999.000', '-3', -0.25, '0199-12-31', -1, false, []],
    ['it\'s "茶" 𠮷 🍵\n\u0000', null, '-0.005', '1152921504606846976', null, null, null, null, null],
  ]);
});

it('is written group by group, and whole', async () => {
  const rows = (function* () {
    for (let index = 0; index < 50_500; index += 1) yield [index * 100 + 1, index % 2 ? 'CNY' : 'JPY'] as const;
  })();
  const { bytes, query } = await parquet([money, { name: 'currency', kind: 'text' }], rows);
  const groups = parquetMetadata(new Uint8Array(bytes).buffer).row_groups.map(({ num_rows }) => Number(num_rows));
  expect(groups).toEqual([20_000, 20_000, 10_500]);
  expect(await query('SELECT currency, sum(total)::VARCHAR AS total FROM FILE GROUP BY 1 ORDER BY 1')).toEqual([
    { currency: 'CNY', total: ((25_250 * 25_250 * 100 + 25_250) / 100).toFixed(3) },
    { currency: 'JPY', total: `${25_250 * 25_249 * 100 + 25_250}.000` },
  ]);
});

it('throws rather than lose a value that is not of its column', async () => {
  const column: Column = { name: 'units', kind: 'integer' };
  await expect(parquet([column], [['seven']])).rejects.toThrow('no whole number');
  await expect(parquet([{ name: 'day', kind: 'day' }], [['2026-13-01']])).rejects.toThrow('no day');
});
