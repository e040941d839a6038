/** Reads the bytes of a workbook by the reader itself: what its sheets are and what their cells hold. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type SheetFindings, type Workbook } from '../../src/ingest/workbooks/workbook.ts';
import { openXlsx } from '../../src/ingest/workbooks/xlsx.ts';
import { openSource, type Source } from '../../src/ingest/bytes/source.ts';
import { zipEntries } from '../../src/ingest/bytes/zip-file.ts';
import { Readable } from 'node:stream';

export async function sourceOf(bytes: Uint8Array | string): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-source-'));
  const path = join(folder, 'export');
  writeFileSync(path, bytes);
  const source = await openSource(path, Readable.from([]));
  onTestFinished(() => {
    source.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  return source;
}

export interface ReadSheet {
  readonly rows: readonly string[][];
  readonly lines: readonly number[];
  readonly findings: SheetFindings;
}

export async function readSheet(book: Workbook, at = 0): Promise<ReadSheet> {
  const sheet = book.sheets[at];
  if (!sheet) throw new Error(`no sheet ${at}`);
  const [lines, rows]: [number[], string[][]] = [[], []];
  const findings = await book.rows(sheet, (line, cells) => {
    lines.push(line);
    rows.push([...cells]);
  });
  return { lines, rows, findings };
}

export async function openBytes(bytes: Uint8Array, quick = true): Promise<Workbook> {
  const source = await sourceOf(bytes);
  return openXlsx(source, zipEntries(source), { quick });
}
