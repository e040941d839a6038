/**
 * Rows of an .xlsx workbook's sheet as text, read by hucre: dates as the sheet's wall clock shows
 * them, numbers in full, a number of more than 15 digits in a form that no identifier may have.
 */
import { readFileSync } from 'node:fs';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import { NO_NOTES, ownRow, type RawRow, type RowReader, SAMPLE_ROWS, type VisitedRow } from './table-source.ts';

/** A spreadsheet keeps 15 significant digits; what is longer has lost its end. */
const EXACT_BELOW = 1e15;

export async function workbookRows(source: Source, sheet: string | undefined): Promise<RowReader> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  const bytes = readFileSync(source.path);
  if (!bytes.includes('[Content_Types].xml')) throw new FileRefused('zip');
  const read = async (key: number | string | undefined, visitor: (row: VisitedRow) => void, most = Infinity) => {
    let seen = 0;
    for await (const row of streamXlsxRows(bytes, key === undefined ? {} : { sheet: key })) {
      const cells = row.values.map(cellText);
      if (cells.every((cell) => cell === '')) continue;
      visitor(ownRow(row.index + 1, cells));
      if (++seen >= most) return;
    }
  };
  const key = await sheetKey(sheet, async (candidate) => {
    let rows = 0;
    await read(candidate, () => rows++, 1).catch((error: unknown) => {
      if (!/sheet/i.test(String(error))) worded(error);
    });
    return rows > 0;
  });
  const visit = (visitor: (row: VisitedRow) => void, most = Infinity) => read(key, visitor, most).catch(worded);
  return {
    async sample() {
      const rows: RawRow[] = [];
      await visit((row) => rows.push(row), SAMPLE_ROWS);
      return rows;
    },
    visit: (visitor) => visit(visitor),
    notes: () => NO_NOTES,
  };
}

/** `--sheet 订单` is the sheet of that name, `--sheet 2` the second one where none is called so. */
async function sheetKey(
  sheet: string | undefined,
  hasRows: (key: number | string) => Promise<boolean>,
): Promise<number | string | undefined> {
  if (sheet === undefined) return undefined;
  const keys = /^[1-9]\d{0,3}$/.test(sheet) ? [sheet, Number(sheet) - 1] : [sheet];
  for (const key of keys) if (await hasRows(key)) return key;
  throw new FileRefused('no_such_sheet', { value: sheet });
}

/** Whatever the reader stumbled over, the file is what it stumbled on; its own words go along. */
function worded(error: unknown): never {
  if (error instanceof FileRefused) throw error;
  const message = error instanceof Error ? error.message : String(error);
  throw new FileRefused('bad_workbook', { value: message });
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Math.abs(value) >= EXACT_BELOW ? value.toExponential() : String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date)
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return '';
}
