/** The rows of a text as the reader of files sees them, without any layout. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRows, TextHead } from '../../src/ingest/text/csv-rows.ts';
import { type Delimiter, detectDialect, type Dialect, plain } from '../../src/ingest/text/dialect.ts';
import { detectEncoding, type Encoding } from '../../src/ingest/text/encoding.ts';
import { openSource } from '../../src/ingest/bytes/source.ts';

export interface Table {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** Lines of rows that cannot be trusted. */
  readonly damaged: readonly number[];
}

/** `told` leaves nothing to be found out. */
export async function readTable(
  bytes: Uint8Array,
  told: { readonly encoding?: Encoding; readonly delimiter?: Delimiter } = {},
): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-table-'));
  try {
    writeFileSync(join(folder, 'table.csv'), bytes);
    const source = await openSource(join(folder, 'table.csv'), process.stdin);
    const encoding = told.encoding ?? (await detectEncoding(source)).encoding;
    const head = new TextHead(source, encoding);
    const dialect = told.delimiter
      ? plain(told.delimiter)
      : detectDialect((one) => head.rows(one), [], head.told && [head.told]);
    const rows: string[][] = [];
    const lines: number[] = [];
    const damaged: number[] = [];
    await csvRows(source, head, dialect).visit((row) => {
      rows.push([...row.cells]);
      lines.push(row.line);
      if (row.damage !== undefined) damaged.push(row.line);
    });
    return { encoding, dialect, rows, lines, damaged };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
