/** Files made to cost time or memory: each is done with at once. */
import { describe, expect, it } from 'vitest';
import { openRows } from '../../src/ingest/rows/open-rows.ts';
import { FileRefused } from '../../src/ingest/refusal.ts';
import { platforms } from '../../src/platforms/index.ts';
import { sourceOf } from '../helpers/open-workbook.ts';
import { rows, xlsx } from '../helpers/xlsx.ts';

const layouts = platforms.flatMap((platform) => platform.layouts);
const SECONDS = 4;
const sheet = (xml: string) => xlsx({ sheets: [{ name: 'Orders', xml }] });
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join('');
const xml2003 = (inner: string) =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${inner}</Workbook>`;

describe('a file made to cost much', () => {
  it.each<[string, () => string | Uint8Array]>([
    ['long attributes', () => sheet(rows(`<row>${times(20, () => `<c ${'a'.repeat(400_000)}><v>1</v></c>`)}</row>`))],
    ['blanks in tags', () => sheet(rows(`<row>${times(20, () => `<c a${' '.repeat(400_000)}><v>1</v></c>`)}</row>`))],
    [
      'a far cell on every row',
      () => sheet(rows(times(50_000, (at) => `<row><c r="XFD${at + 1}"><v>1</v></c></row>`))),
    ],
    [
      'merges over whole columns',
      () =>
        sheet(
          `${rows('<row><c><v>1</v></c></row>')}<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(200_000)}</mergeCells>`,
        ),
    ],
    [
      'a format of brackets',
      () =>
        xlsx({
          sheets: [{ name: 'A', xml: rows('<row><c s="0"><v>1</v></c></row>') }],
          styles: [164],
          formats: { 164: '['.repeat(400_000) },
        }),
    ],
    ['a million empty rows', () => sheet(rows('<row/>'.repeat(1_048_577)))],
    [
      'thousands of sheets',
      () => xlsx({ sheets: Array.from({ length: 600 }, (_, at) => ({ name: `S${at}`, xml: '' })) }),
    ],
    ['deep nesting', () => xml2003('<a>'.repeat(100_000))],
    [
      'far rows with long merges',
      () =>
        xml2003(
          `<Worksheet><Table>${'<Row Index="1000000"><Cell Index="16000" MergeDown="1000000"><Data>1</Data></Cell></Row>'.repeat(20_000)}</Table></Worksheet>`,
        ),
    ],
    ['quotes never closed', () => `<html><table>${'<a "'.repeat(2_000_000)}`],
    ['blanks as entities', () => `<html><table><tr><td>${`${'&nbsp;'.repeat(30_000)}</td><td>`.repeat(50)}`],
    ['cells never closed', () => `<html><table>${'<tr><td>'.repeat(200_000)}`],
    ['tables in tables', () => `<html>${'<table>'.repeat(100_000)}`],
    ['wide spans', () => `<html><table>${'<td colspan=9999 rowspan=9999>1'.repeat(2000)}`],
    ['scripts never closed', () => `<html>${'<script>'.repeat(200_000)}`],
    ['signs that open no tag', () => `<html><table><tr><td>${'<'.repeat(2_000_000)}`],
  ])('%s', async (_, make) => {
    const source = await sourceOf(make());
    const started = performance.now();
    await expect(openRows(source, {}, layouts)).rejects.toBeInstanceOf(FileRefused);
    expect((performance.now() - started) / 1000).toBeLessThan(SECONDS);
  });
});
